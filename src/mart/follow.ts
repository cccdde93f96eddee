import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '../common/log.js';
import { loggedMessage } from '../common/logged-error.js';
import type { GraphClient } from '../graph/client.js';
import { MartDatabase } from './database.js';
import { MartLoader } from './loader.js';

/** How often the graph is asked whether it has changed, and how long to wait after a failure, in milliseconds. */
const EVERY = 1_000;
const AFTER_FAILURE = 5_000;

export interface Following {
  /** Sees to it that the mart's server runs, and tells its address, as the loader; called again when it went away. */
  readonly connect: () => Promise<string>;
  readonly log: Logger;
  /** Ends the following; what is being loaded then is given up whole. */
  readonly signal: AbortSignal;
  /** Called when the mart first shows the state of the graph. */
  readonly onReady?: () => void;
  readonly onProgress?: (cases: number) => void;
}

/**
 * Keeps the mart in step with the graph until it is told to end. Graph and mart may go away meanwhile and come back.
 * @throws {ImrError} what the first attempt fails with: a wrong address or password is not waited out.
 */
export async function followGraph(graph: GraphClient, following: Following): Promise<void> {
  const { log, signal, onReady } = following;
  // A property that changes while this function waits.
  const isOver = () => signal.aborted;
  let isReady = false;
  while (!isOver()) {
    let database: MartDatabase | undefined;
    try {
      const opened = await MartDatabase.open(await following.connect());
      database = opened;
      signal.addEventListener('abort', () => void opened.close(), { once: true });
      const loader = await MartLoader.open(graph, database, isReady ? undefined : following.onProgress);
      while (!isOver()) {
        const outcome = await loader.catchUp();
        if (outcome === 'built' || outcome === 'followed') log.info({ outcome }, 'the mart is in step');
        if (!isReady) onReady?.();
        isReady = true;
        await sleep(EVERY, undefined, { signal }).catch(() => undefined);
      }
    } catch (error) {
      if (isOver()) return;
      if (!isReady) throw error;
      log.warn({ reason: loggedMessage(error) }, 'the mart could not follow the graph; it is tried again');
      await sleep(AFTER_FAILURE, undefined, { signal }).catch(() => undefined);
    } finally {
      await database?.close();
    }
  }
}
