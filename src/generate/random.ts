/** A choice among things of different weights. */
export interface Weighted<T> {
  readonly values: readonly T[];
  /** Running totals of the weights, in the order of the values. */
  readonly totals: readonly number[];
}

/** Prepares a weighted choice; weights are positive integers. */
export function weigh<T>(entries: Iterable<readonly [T, number]>): Weighted<T> {
  const values: T[] = [];
  const totals: number[] = [];
  let total = 0;
  for (const [value, weight] of entries) {
    total += weight;
    values.push(value);
    totals.push(total);
  }
  return { values, totals };
}

/**
 * Seeded random numbers: Chris Doty-Humphrey's sfc32, whose state is spread from the seed by splitmix32. Only integer
 * arithmetic of 32 bits, so that every machine draws the same.
 */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  /**
   * @param seed of a whole run
   * @param streams which of the run's independent streams this is, such as the number of a letter
   */
  constructor(seed: number, ...streams: readonly number[]) {
    let state = streams.reduce((mixed, stream) => mix(mixed ^ stream), mix(seed));
    this.#a = state = mix(state);
    this.#b = state = mix(state);
    this.#c = mix(state);
    for (let warmUp = 0; warmUp < 12; warmUp++) this.next();
  }

  /** @returns an integer from 0 to 2^32 - 1 */
  next(): number {
    const result = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + result) | 0;
    return result >>> 0;
  }

  /** @returns an integer from 0 to `limit` - 1 */
  below(limit: number): number {
    return Math.floor((this.next() / 2 ** 32) * limit);
  }

  /** @returns an integer from `first` to `last`, both included */
  between(first: number, last: number): number {
    return first + this.below(last - first + 1);
  }

  /** True with this probability. */
  chance(probability: number): boolean {
    return this.next() < probability * 2 ** 32;
  }

  /** One of the values, all alike; there must be one. */
  pick<T>(values: readonly T[]): T {
    return values[this.below(values.length)] as T;
  }

  /** One of the values by their weights. */
  weighted<T>({ values, totals }: Weighted<T>): T {
    const draw = this.below(totals.at(-1) ?? 0);
    return values[totals.findIndex((total) => draw < total)] as T;
  }

  /** Some of the values, each at most once, in random order. */
  sample<T>(values: readonly T[], count: number): T[] {
    const left = [...values];
    return Array.from(
      { length: Math.min(count, values.length) },
      () => left.splice(this.below(left.length), 1)[0] as T,
    );
  }
}

/** One step of splitmix32. */
function mix(state: number): number {
  let mixed = (state + 0x9e3779b9) | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
  return mixed ^ (mixed >>> 15);
}
