import { setImmediate } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { inTurn } from '../../../src/api/in-turn.js';

test('work is done in order, with a chance for others in between, also behind a failure', async () => {
  const done: string[] = [];
  const others = (async () => {
    for (let i = 1; i <= 3; i++) {
      await setImmediate();
      done.push(`other ${i}`);
    }
  })();
  const works = [1, 2, 3].map((i) =>
    inTurn(() => {
      done.push(`work ${i}`);
      if (i === 2) throw new Error('it failed');
      return i;
    }),
  );
  const outcomes = await Promise.allSettled(works);
  await others;
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(done.filter((what) => what.startsWith('work'))).toEqual(['work 1', 'work 2', 'work 3']);
  // No two pieces without another's turn between them.
  expect(done.join(', ')).not.toMatch(/work \d, work/);
});

test('work that nobody waits for any more is not done', async () => {
  const controller = new AbortController();
  const reason = new Error('over');
  let done = 0;
  const works = [1, 2].map(() => inTurn(() => done++, controller.signal));
  controller.abort(reason);
  expect(await Promise.allSettled(works)).toEqual(Array(2).fill({ status: 'rejected', reason }));
  await inTurn(() => undefined);
  expect(done).toBe(0);
});
