import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf } from '../../common/errors.js';
import type { Settings } from '../../common/settings.js';
import { missingArtifacts, readArtifactLock } from '../../engine/artifacts.js';
import { addresses } from '../../engine/database.js';
import { answeringEngine } from '../../engine/engine.js';
import { readPassword } from '../../engine/home.js';
import { findJava } from '../../engine/java.js';
import { readEngineOptions } from '../../engine/options.js';
import { DATABASE, USER } from '../../engine/server.js';
import { dataFiles, readRunningState } from '../../engine/state.js';
import type { Connection } from '../../graph/client.js';
import { failure, ok, skipped, warning, type Check, type Finding } from './check.js';

/** What the embedded engine needs; of a Neo4j of the user's own none of it is looked at. */
export function engineChecks({ neo4jUri, dataDir }: Settings): Check[] {
  const own = skipped('NEO4J_URI names a Neo4j of your own');
  return [
    { name: 'Java', run: () => (neo4jUri === undefined ? java() : own) },
    { name: 'Neo4j', run: () => (neo4jUri === undefined ? jars() : own) },
    { name: 'engine', run: () => (neo4jUri === undefined ? engine(dataDir) : own) },
  ];
}

export async function java(...where: Parameters<typeof findJava>): Promise<Finding> {
  try {
    const { path, release } = await findJava(...where);
    return ok(`Java ${release}: ${path}`);
  } catch (error) {
    const [says = '', ...ways] = messageOf(error).split('\n');
    return failure(says, ways.map((way) => way.trim()).join(' '));
  }
}

async function jars(): Promise<Finding> {
  const { cacheDir } = readEngineOptions();
  const { neo4jVersion, artifacts } = readArtifactLock();
  const folder = join(cacheDir, `neo4j-${neo4jVersion}`, 'lib');
  const missing = await missingArtifacts(artifacts, folder);
  if (missing.length === 0) return ok(`${neo4jVersion}, every checksum as pinned: ${folder}`);
  const size = missing.reduce((sum, artifact) => sum + artifact.size, 0);
  return warning(
    `${missing.length} of ${artifacts.length} files of Neo4j ${neo4jVersion} are not in ${folder}, or not as pinned`,
    `the next start fetches them (${Math.ceil(size / 1e6)} MB); without a network, copy the folder from another machine`,
  );
}

async function engine(dataDir: string): Promise<Finding> {
  const state = readRunningState(dataDir);
  if (state === undefined)
    return skipped('does not run; `imr start` and `imr serve` start it, or `imr engine start`');
  try {
    if ((await answeringEngine(dataDir)) !== undefined) return ok(addresses(state.ports).uri);
    return failure(
      `process ${state.process.pid} runs, and does not answer`,
      'it may be starting; else look into logs/ of the data directory, and `imr engine stop`',
    );
  } catch (error) {
    return failure(
      messageOf(error),
      'put the password of Neo4j into the file `password` of the data directory',
    );
  }
}

/** Where the graph is; undefined when its engine does not run. */
export function connectionOf(settings: Settings): Connection | undefined {
  const { neo4jUri, neo4jUser, neo4jPassword, neo4jDatabase, dataDir } = settings;
  if (neo4jUri !== undefined) {
    return { uri: neo4jUri, user: neo4jUser, password: neo4jPassword ?? '', database: neo4jDatabase };
  }
  const state = readRunningState(dataDir);
  if (state === undefined || !existsSync(dataFiles(dataDir).password)) return undefined;
  return { uri: addresses(state.ports).uri, user: USER, password: readPassword(dataDir), database: DATABASE };
}
