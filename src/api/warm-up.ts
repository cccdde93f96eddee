import type { Logger } from '../common/log.js';
import { loggedMessage } from '../common/logged-error.js';
import type { RunningServer } from './server.js';

/** Operations of schema/operations: between them the statements that pages wait for. */
const FIRST = ['OneLetter', 'SearchFindings'];

/**
 * Asks a server that has just begun what people ask first: a new Neo4j takes seconds to plan these statements, and nobody should wait for that.
 * Whoever asks meanwhile is answered as ever.
 */
export async function warmUp(
  { url, ownToken }: Pick<RunningServer, 'url' | 'ownToken'>,
  signal: AbortSignal,
  log: Logger,
): Promise<void> {
  for (const documentId of FIRST) {
    try {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${ownToken}` },
        body: JSON.stringify({ documentId }),
        signal,
      });
      await response.arrayBuffer();
    } catch (error) {
      log.debug({ reason: loggedMessage(error) }, 'not warmed up');
      return;
    }
  }
}
