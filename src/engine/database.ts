import { ImrError } from '../common/errors.js';
import type { Logger } from '../common/log.js';
import type { Settings } from '../common/settings.js';
import type { OnProgress } from './artifacts.js';
import { obtainEngine } from './engine.js';
import { LISTEN_ADDRESS, readPassword } from './home.js';
import type { EngineMemory } from './options.js';
import { showDownload } from './progress.js';
import { DATABASE, USER } from './server.js';
import type { Ports } from './state.js';
import { Supervisor } from './supervisor.js';

/** A Neo4j that can be connected to. */
export interface Database {
  readonly uri: string;
  readonly user: string;
  /** Never to be logged. */
  readonly password: string;
  readonly database: string;
  /** Where Neo4j Browser answers; unset for a Neo4j of the user's own, of which that is not known. */
  readonly browserUrl?: string;
  /** Stops the engine if this process started it; otherwise leaves it alone. May be called again. */
  close(): Promise<void>;
}

export interface OpenOptions {
  /** Told of a download instead of standard error. */
  readonly onProgress?: OnProgress;
  readonly log?: Logger;
  /** What the embedded engine may take, if it is started here; instead of what the environment says. */
  readonly memory?: EngineMemory;
}

/**
 * Opens the Neo4j that the settings name, or the embedded engine of their data directory: the one that runs there, or a
 * new one that lives until `close()`. Should it end before, whoever started it, it is started again on the same ports.
 * @throws {ImrError} BAD_SETTING, JAVA_NOT_FOUND, DOWNLOAD_FAILED, ENGINE_FAILED, ENGINE_BUSY.
 */
export async function openDatabase(settings: Settings, options: OpenOptions = {}): Promise<Database> {
  if (settings.neo4jUri !== undefined) return ownDatabase(settings, settings.neo4jUri);
  const engine = await obtainEngine(settings.dataDir, {
    onProgress: options.onProgress ?? showDownload(),
    memory: options.memory,
  });
  const supervisor = new Supervisor(engine, settings.dataDir, options.log);
  return {
    ...addresses(engine.ports),
    user: USER,
    password: readPassword(settings.dataDir),
    database: DATABASE,
    close: () => supervisor.close(),
  };
}

/** Where an engine answers. */
export function addresses({ bolt, http }: Ports): { uri: string; browserUrl: string } {
  return { uri: `bolt://${LISTEN_ADDRESS}:${bolt}`, browserUrl: `http://${LISTEN_ADDRESS}:${http}/browser/` };
}

function ownDatabase({ neo4jUser, neo4jPassword, neo4jDatabase }: Settings, uri: string): Database {
  if (neo4jPassword === undefined) {
    throw new ImrError(
      'BAD_SETTING',
      'Environment: NEO4J_PASSWORD: NEO4J_URI is set, so it has to be set too',
    );
  }
  return {
    uri,
    user: neo4jUser,
    password: neo4jPassword,
    database: neo4jDatabase,
    close: () => Promise.resolve(),
  };
}
