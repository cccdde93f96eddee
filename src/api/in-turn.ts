import { setImmediate } from 'node:timers/promises';
import { unlessAborted } from '../common/abort.js';

/** The end of the last piece of work that was taken on. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Does work that holds up this thread, one piece after the other, and lets whatever else waits in between them. Work that
 * nobody waits for any more when its turn comes is not done.
 */
export function inTurn<Result>(work: () => Result, signal?: AbortSignal): Promise<Result> {
  const result = last
    .then(() => setImmediate())
    .then(() => {
      signal?.throwIfAborted();
      return work();
    });
  last = result.catch(() => undefined);
  return unlessAborted(result, signal);
}
