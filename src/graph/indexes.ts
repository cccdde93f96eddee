import { ImrError } from '../common/errors.js';
import { loggedMessage } from '../common/logged-error.js';
import type { GraphClient } from './client.js';

/**
 * Waits until the database has built every index.
 * @param seconds the longest wait
 * @throws {ImrError} INDEXES_NOT_READY when they are not ready in time
 */
export async function awaitIndexes(client: GraphClient, seconds: number): Promise<void> {
  try {
    await client.read('read/await-indexes', { seconds });
  } catch (error) {
    if (error instanceof ImrError) throw error;
    throw new ImrError('INDEXES_NOT_READY', `Not ready after ${seconds} s: ${loggedMessage(error)}`, {
      cause: error,
    });
  }
}
