import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { makeValidator, str, url } from 'envalid';
import { readEnvironment, withoutEmpty } from '../common/environment.js';

/** What Neo4j may take. */
export interface EngineMemory {
  /** Largest Java heap, as Java writes sizes: `512m`, `1g`. */
  readonly heap: string;
  /** Neo4j's page cache, in the same notation. */
  readonly pageCache: string;
}

/** What the environment decides about the embedded engine alone; docs/engine.md lists each variable. */
export interface EngineOptions extends EngineMemory {
  /** Folder of what is downloaded, shared by all data directories of a user. */
  readonly cacheDir: string;
  /** Maven repository to download from; unset: Maven's central one. Ends with a slash. */
  readonly repository: string | undefined;
}

const memory = makeValidator((input) => {
  if (!/^[1-9]\d*[kmg]$/i.test(input)) throw new Error(`"${input}" is not a size such as 512m or 2g`);
  return input.toLowerCase();
});

/** @throws {ImrError} BAD_SETTING naming each variable that is not acceptable. */
export function readEngineOptions(environment: NodeJS.ProcessEnv = process.env): EngineOptions {
  const present = withoutEmpty(environment);
  const env = readEnvironment(present, {
    IMR_CACHE_DIR: str({ default: join(userCacheFolder(present), 'imr-graph') }),
    IMR_MAVEN_REPOSITORY: url({ default: undefined }),
    IMR_ENGINE_HEAP: memory({ default: '1g' }),
    IMR_ENGINE_PAGECACHE: memory({ default: '256m' }),
  });
  return {
    cacheDir: resolve(env.IMR_CACHE_DIR),
    repository: env.IMR_MAVEN_REPOSITORY?.replace(/\/*$/, '/'),
    heap: env.IMR_ENGINE_HEAP,
    pageCache: env.IMR_ENGINE_PAGECACHE,
  };
}

/** Where programs of this system keep what they can fetch again. */
function userCacheFolder(environment: NodeJS.ProcessEnv): string {
  if (environment.XDG_CACHE_HOME !== undefined) return environment.XDG_CACHE_HOME;
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches');
  if (process.platform === 'win32') return environment.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local');
  return join(homedir(), '.cache');
}
