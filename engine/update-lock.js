/**
 * Writes artifacts.lock.json: every jar that pom.xml resolves to, with its size and sha256. Needs Maven (`mvn`).
 * Run it after a change of pom.xml: `node engine/update-lock.js`; another folder with a pom.xml may be named.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve, sep } from 'node:path';

const home = resolve(process.argv[2] ?? import.meta.dirname);
const pom = join(home, 'pom.xml');
const lockFile = join(home, 'artifacts.lock.json');

/** The coordinates in a path of Maven's repository layout: GROUP/FOLDERS/ARTIFACT/VERSION/ARTIFACT-VERSION[-CLASSIFIER].jar */
function coordinates(path) {
  const folders = dirname(path).split(sep);
  const [artifactId, version] = folders.slice(-2);
  const classifier = basename(path, '.jar').slice(`${artifactId}-${version}-`.length);
  return { groupId: folders.slice(0, -2).join('.'), artifactId, version, ...(classifier && { classifier }) };
}

function locked(folder, path) {
  const bytes = readFileSync(join(folder, path));
  return {
    ...coordinates(path),
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}

const folder = mkdtempSync(join(tmpdir(), 'imr-engine-'));
try {
  const goal = ['dependency:copy-dependencies', '-DincludeScope=runtime', '-Dmdep.useRepositoryLayout=true'];
  execFileSync('mvn', ['-q', '-B', '-f', pom, ...goal, `-DoutputDirectory=${folder}`], { stdio: 'inherit' });
  const jars = readdirSync(folder, { recursive: true }).filter((path) => path.endsWith('.jar'));
  const artifacts = jars.sort().map((path) => locked(folder, path));
  const neo4j = artifacts.find(
    ({ groupId, artifactId }) => groupId === 'org.neo4j' && artifactId === 'neo4j',
  );
  const lock = { ...(neo4j && { neo4jVersion: neo4j.version }), artifacts };
  writeFileSync(lockFile, `${JSON.stringify(lock, undefined, 2)}\n`);
} finally {
  rmSync(folder, { recursive: true });
}
