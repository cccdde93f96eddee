import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { projectFolder } from '../../../src/common/project.js';
import { folderOf } from '../../support/folder.js';
import { read } from './project-files.js';

interface Locked {
  readonly version: string;
  readonly dev?: true;
  readonly license?: string;
  readonly hasInstallScript?: true;
  readonly optional?: true;
}

/** Licences that ask for nothing but to be told along. Another one is for a person to look at, not for this list to grow by. */
const ALLOWED = ['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'BlueOak-1.0.0'];

const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> };
const atRunTime = Object.entries(packages).filter(([path, { dev }]) => path !== '' && dev !== true);

/** In the lock file, or, of packages of an old form, in their own. */
function licenceOf(path: string, { license }: Locked): string {
  if (license !== undefined) return license;
  const file = join(projectFolder, path, 'package.json');
  const { licenses } = JSON.parse(existsSync(file) ? readFileSync(file, 'utf8') : '{}') as {
    licenses?: { type: string }[];
  };
  return licenses?.map(({ type }) => type).join(' AND ') ?? 'none told';
}

test('what runs is under licences that allow it', () => {
  const others = atRunTime
    .map(([path, locked]) => [path, licenceOf(path, locked)] as const)
    .filter(
      ([, licence]) =>
        !licence
          .replace(/[()]/g, '')
          .split(' AND ')
          .every((each) => ALLOWED.includes(each)),
    );
  expect(atRunTime.length).toBeGreaterThan(100);
  expect(others).toEqual([]);
});

test('nothing that has to run needs a script at its installation', () => {
  const scripted = atRunTime.filter(([, { hasInstallScript, optional }]) => hasInstallScript && !optional);
  // It warns about how it is asked for, and does nothing else.
  expect(scripted.map(([path]) => path)).toEqual(['node_modules/@apollo/protobufjs']);
});

test('the bill of materials tells every package and every jar, with its checksum', () => {
  const file = join(folderOf({}), 'sbom.json');
  execFileSync(process.execPath, [join(projectFolder, 'scripts/sbom.js'), file], { cwd: projectFolder });
  const { bomFormat, components } = JSON.parse(readFileSync(file, 'utf8')) as {
    bomFormat: string;
    components: { purl: string; hashes?: { alg: string; content: string }[] }[];
  };
  expect(bomFormat).toBe('CycloneDX');
  const told = new Map(components.map(({ purl, hashes }) => [purl, hashes]));
  const wanted = atRunTime
    .filter(([, { optional }]) => optional !== true)
    .map(([path, { version }]) => {
      const name = path.replace(/^.*node_modules\//, '').replace('@', '%40');
      return `pkg:npm/${name}@${version}`;
    });
  expect(wanted.filter((purl) => !told.has(purl))).toEqual([]);
  const { artifacts } = JSON.parse(read('engine/artifacts.lock.json')) as { artifacts: { sha256: string }[] };
  const checksums = components.flatMap(({ hashes = [] }) => hashes.map(({ content }) => content));
  expect(checksums).toEqual(expect.arrayContaining(artifacts.map(({ sha256 }) => sha256)));
});
