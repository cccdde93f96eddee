import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { projectFolder } from '../../src/common/project.js';
import { fetchArtifacts, jarName, readArtifactLock, type ArtifactLock } from '../../src/engine/artifacts.js';
import { findJava } from '../../src/engine/java.js';
import { readEngineOptions } from '../../src/engine/options.js';
import { temporaryFolder } from './settings.js';

const run = promisify(execFile);
const HOME = join(projectFolder, 'test', 'clients', 'jdbc');

/** What a statement answered through a JDBC driver. */
export interface Asked {
  readonly file: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

/** Asks statements, a file each, through a JDBC driver. */
export type Ask = (url: string, user: string, password: string, files: readonly string[]) => Promise<Asked[]>;

/** Gets the drivers and compiles test/clients/jdbc/Ask.java, with the compiler that the engine has: a JRE brings none. */
export async function jdbcClient(): Promise<Ask> {
  const { cacheDir, repository } = readEngineOptions();
  const { artifacts } = JSON.parse(readFileSync(join(HOME, 'artifacts.lock.json'), 'utf8')) as ArtifactLock;
  const folder = join(cacheDir, 'jdbc-clients');
  await fetchArtifacts(artifacts, folder, { repository });
  const jars = artifacts.map((artifact) => join(folder, jarName(artifact)));
  const java = await findJava();
  const classes = temporaryFolder('jdbc');
  const compiler = 'org.eclipse.jdt.internal.compiler.batch.Main';
  const ecj = ['-cp', compilerJar(cacheDir), compiler, '-17', '-nowarn', '-d', classes];
  await run(java.path, [...ecj, join(HOME, 'Ask.java')]);
  return async (url, user, password, files) => {
    const classpath = [classes, ...jars].join(delimiter);
    const { stdout } = await run(java.path, ['-cp', classpath, 'Ask', url, user, password, ...files], {
      maxBuffer: 64_000_000,
    });
    return stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Asked);
  };
}

function compilerJar(cacheDir: string): string {
  const { neo4jVersion, artifacts } = readArtifactLock();
  const ecj = artifacts.find(({ artifactId }) => artifactId === 'ecj');
  if (ecj === undefined) throw new Error('The engine has no compiler.');
  return join(cacheDir, `neo4j-${neo4jVersion}`, 'lib', jarName(ecj));
}
