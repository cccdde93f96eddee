import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Caller } from './role.js';

/** In seconds: what is spent is forgotten after it. */
const PERIOD = 60;

/** What callers have spent in the present minute, in the costs of operations (docs/api.md). Each process counts for itself. */
export class Budget {
  /** By what may be spent. */
  private readonly limiters = new Map<number, RateLimiterMemory>();

  /** @param costPerMinute of callers whose key says nothing else; undefined: as much as they like */
  constructor(private readonly costPerMinute: number | undefined) {}

  /**
   * Spends, unless that were too much.
   * @returns seconds until there is more to spend, where it were; otherwise undefined
   */
  async spend(caller: Caller, cost: number): Promise<number | undefined> {
    const { account, costPerMinute = this.costPerMinute } = caller;
    if (costPerMinute === undefined) return undefined;
    try {
      await this.limiterOf(costPerMinute).consume(account, Math.max(1, Math.ceil(cost)));
      return undefined;
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) return Math.ceil(refusal.msBeforeNext / 1000);
      throw refusal;
    }
  }

  private limiterOf(points: number): RateLimiterMemory {
    let limiter = this.limiters.get(points);
    if (limiter === undefined) {
      limiter = new RateLimiterMemory({ points, duration: PERIOD });
      this.limiters.set(points, limiter);
    }
    return limiter;
  }
}
