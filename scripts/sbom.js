// @ts-check
/**
 * Writes what the project is made of at run time, as CycloneDX: `npm run sbom [-- FILE]`. The npm packages are what npm tells of the lock
 * file; the jars of the embedded Neo4j are those of engine/artifacts.lock.json, with their checksums.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const [file = 'dist/sbom.cdx.json'] = process.argv.slice(2);
const project = fileURLToPath(new URL('..', import.meta.url));

// Not `--omit=dev`: that leaves out what development needs as well as the project.
const npm = ['sbom', '--sbom-format=cyclonedx', '--package-lock-only'];
const sbom = JSON.parse(
  execFileSync('npm', npm, {
    cwd: project,
    encoding: 'utf8',
    maxBuffer: 1e8,
    stdio: ['ignore', 'pipe', 'ignore'],
  }),
);
const { artifacts } = JSON.parse(readFileSync(`${project}/engine/artifacts.lock.json`, 'utf8'));
const needed = packagesAtRunTime();
sbom.components = sbom.components.filter((each) => needed.has(each['bom-ref']));
sbom.dependencies = sbom.dependencies
  .filter(({ ref }) => needed.has(ref) || ref === sbom.metadata.component['bom-ref'])
  .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((each) => needed.has(each)) }));
sbom.components.push(...artifacts.map(componentOf));
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, `${JSON.stringify(sbom, null, 2)}\n`);
console.log(`${file}: ${sbom.components.length} components`);

/** Names and versions of what the lock file has not for development alone. */
function packagesAtRunTime() {
  const { packages } = JSON.parse(readFileSync(`${project}/package-lock.json`, 'utf8'));
  const names = Object.entries(packages)
    .filter(([path, { dev }]) => path !== '' && dev !== true)
    .map(([path, { version }]) => `${path.replace(/^.*node_modules\//, '')}@${version}`);
  return new Set(names);
}

/** A jar, as CycloneDX tells it. */
function componentOf({ groupId, artifactId, version, classifier, sha256 }) {
  const qualifiers = classifier === undefined ? '' : `?classifier=${classifier}`;
  const purl = `pkg:maven/${groupId}/${artifactId}@${version}${qualifiers}`;
  return {
    'bom-ref': purl,
    type: 'library',
    group: groupId,
    name: artifactId,
    version,
    purl,
    hashes: [{ alg: 'SHA-256', content: sha256 }],
  };
}
