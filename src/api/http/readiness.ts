import { ERROR_CODES, ImrError } from '../../common/errors.js';
import type { Logger } from '../../common/log.js';
import type { GraphClient } from '../../graph/client.js';
import { awaitIndexes } from '../../graph/indexes.js';
import { migrate } from '../../graph/migrations.js';

/** Whether the service can answer questions now; if not, why. */
export type Readiness =
  | { readonly status: 'ready' }
  | { readonly status: 'unavailable'; readonly code: string; readonly message: string };

/** Of a server that was told to end. */
export const ENDING: Readiness = {
  status: 'unavailable',
  code: 'SHUTTING_DOWN',
  message: ERROR_CODES.SHUTTING_DOWN,
};

/** How long is waited for indexes that are being built, in seconds: of a large graph this takes minutes, so it is asked again. */
const INDEXES_WITHIN = 4;

/**
 * Looks whether the graph answers, is migrated and has its indexes. A database that was down when the service started is migrated here,
 * once it is back: no restart is needed.
 */
export async function checkReadiness(client: GraphClient, log: Logger): Promise<Readiness> {
  try {
    await client.verify();
    await migrate(client);
    await awaitIndexes(client, INDEXES_WITHIN);
    return { status: 'ready' };
  } catch (error) {
    log.warn({ err: error }, 'not ready');
    const code = error instanceof ImrError ? error.code : 'DATABASE_UNAVAILABLE';
    return { status: 'unavailable', code, message: ERROR_CODES[code] };
  }
}
