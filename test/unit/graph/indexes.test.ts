import { expect, test } from '@jest/globals';
import { ImrError } from '../../../src/common/errors.js';
import type { GraphClient } from '../../../src/graph/client.js';
import { awaitIndexes } from '../../../src/graph/indexes.js';

/** A client whose database answers with this. */
const answering = (answer: () => Promise<unknown>) => ({ read: answer }) as unknown as GraphClient;

test('resolves once the database has its indexes', async () => {
  await expect(
    awaitIndexes(
      answering(() => Promise.resolve([])),
      4,
    ),
  ).resolves.toBeUndefined();
});

test('what is not ready in time has a code of its own', async () => {
  const late = answering(() => Promise.reject(new Error('did not come online')));
  await expect(awaitIndexes(late, 4)).rejects.toMatchObject({ code: 'INDEXES_NOT_READY' });
});

test('a database that is down is told as that', async () => {
  const down = answering(() => Promise.reject(new ImrError('DATABASE_UNAVAILABLE', 'down')));
  await expect(awaitIndexes(down, 4)).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
});
