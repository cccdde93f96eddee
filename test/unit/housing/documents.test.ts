import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { projectFolder } from '../../../src/common/project.js';
import { environmentVariables, read, trackedFiles } from './project-files.js';

type Manifest = Record<'dependencies' | 'devDependencies', Record<string, string>>;

const manifest = JSON.parse(read('package.json')) as Manifest;
const tracked = trackedFiles();
const readableFiles = tracked.filter(
  (path) => existsSync(join(projectFolder, path)) && !path.endsWith('.pdf'),
);

test.each([
  ['At run time', 'dependencies'],
  ['For development', 'devDependencies'],
] as const)('docs/dependencies.md, "%s", names each of %s and no other', (title, kind) => {
  const section = read('docs/dependencies.md').split(`## ${title}\n`)[1]?.split('\n## ')[0] ?? '';
  const named = [...section.matchAll(/^- `(.+?)`: \S/gm)].map(([, name]) => name);
  expect(named.sort()).toEqual(Object.keys(manifest[kind]).sort());
});

test('every dependency is pinned to an exact version', () => {
  const versions = Object.values({ ...manifest.dependencies, ...manifest.devDependencies });
  for (const version of versions) expect(version).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
});

test('the lock file holds the optional packages of every platform, without which npm ci refuses it', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as {
    packages: Record<string, { optionalDependencies?: Record<string, string> }>;
  };
  const held = new Set(Object.keys(packages).map((path) => path.replace(/^.*node_modules\//, '')));
  const wanted = Object.values(packages).flatMap(({ optionalDependencies = {} }) =>
    Object.keys(optionalDependencies),
  );
  expect(wanted.filter((name) => !held.has(name))).toEqual([]);
});

test('docs/commands.md names each environment variable that the sources declare, and no other', () => {
  const named = [...read('docs/commands.md').matchAll(/^\| `([A-Z][A-Z0-9_]+)`/gm)].map(([, name]) => name);
  expect(named.sort()).toEqual(environmentVariables().sort());
});

test.each(tracked.filter((path) => path.endsWith('.md')))('the links of %s lead to files', (path) => {
  const links = [...read(path).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, target = '']) => target);
  const dead = links.filter((target) => !existsSync(join(projectFolder, dirname(path), target)));
  expect(dead).toEqual([]);
});

/** What a document names by its place in the project: `src/api`, `cypher/read/cases.cypher`; not `…/NAME.json` or `*.json`. */
const PLACE =
  /`((?:bench|bi|bin|cypher|docs|engine|examples|neo4j-browser|ops|samples|schema|scripts|sql|src|test|training|web)\/[a-z\d@._/-]*)`/g;

test.each(tracked.filter((path) => path.endsWith('.md') && path !== 'CHANGELOG.md'))(
  'the files that %s names are there',
  (path) => {
    const named = [...read(path).matchAll(PLACE)].map(([, place = '']) => place);
    expect(named.filter((place) => !existsSync(join(projectFolder, place)))).toEqual([]);
  },
);

/** What ties a file to one machine or one mirror; package registries are the user's own setting. */
const TIES = [/\brepo\d*\.maven\b/, /\bregistry\.npm/, /(?<![\w.])\/(?:work|root|home\/\w+)\//];

test('no tracked file names a package registry or a folder of one machine', () => {
  const tied = readableFiles.filter((path) => TIES.some((tie) => tie.test(read(path))));
  expect(tied).toEqual([]);
});

test('the README prints the headline query as it is kept', () => {
  const [, query = ''] = read('schema/operations/OdgCriteriaThatUpholdDenials.graphql').split(/(?<=^#.*)\n/m);
  expect(query).toContain('criterionOutcomes');
  expect(read('README.md')).toContain(query.trim());
});

test('docs/bi.md names each view', () => {
  const views = tracked.flatMap((path) => /^sql\/views\/(\w+)\.sql$/.exec(path)?.[1] ?? []);
  const text = read('docs/bi.md');
  expect(views.length).toBeGreaterThan(5);
  expect(views.filter((view) => !text.includes(`\`${view}\``))).toEqual([]);
});
