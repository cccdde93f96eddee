import { setImmediate } from 'node:timers/promises';

/** The end of the last piece of work that was taken on. */
let last: Promise<unknown> = Promise.resolve();

/** Does work that holds up this thread, one piece after the other, and lets whatever else waits in between them. */
export function inTurn<Result>(work: () => Result): Promise<Result> {
  const result = last.then(() => setImmediate()).then(work);
  last = result.catch(() => undefined);
  return result;
}
