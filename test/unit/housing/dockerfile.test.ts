import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { projectFolder } from '../../../src/common/project.js';
import { read } from './project-files.js';

interface Instruction {
  readonly name: string;
  readonly rest: string;
}

const instructions: Instruction[] = read('Dockerfile')
  .replace(/^#.*\n/gm, '')
  .replace(/\\\n/g, ' ')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => {
    const [, name = '', rest = ''] = /^(\S+)\s+(.*)$/.exec(line) ?? [];
    return { name, rest };
  });

const all = (name: string): string[] => instructions.filter((it) => it.name === name).map(({ rest }) => rest);
const last = (name: string): string => all(name).at(-1) ?? '';

const copied = all('COPY')
  .filter((rest) => !rest.startsWith('--from='))
  .flatMap((rest) => rest.split(/\s+/).slice(0, -1));

test('what the image keeps is in a volume of its own user', () => {
  const [, folder = ''] = /\bIMR_DATA_DIR=(\S+)/.exec(last('ENV')) ?? [];
  expect(last('VOLUME')).toBe(folder);
  expect(all('RUN').at(-1)).toBe(`mkdir ${folder} && chown ${last('USER')}:${last('USER')} ${folder}`);
});

test('every image is pinned by its full version', () => {
  expect(all('FROM')).toHaveLength(2);
  for (const from of all('FROM')) expect(from).toMatch(/^node:\d+\.\d+\.\d+-\w+-slim( AS \w+)?$/);
});

test('the Node of the image is one that package.json accepts', () => {
  const [, major, minor] = /node:(\d+)\.(\d+)/.exec(last('FROM')) ?? [];
  const { engines } = JSON.parse(read('package.json')) as { engines: { node: string } };
  const [, wantedMajor, wantedMinor] = /^>=(\d+)\.(\d+)$/.exec(engines.node) ?? [];
  expect(Number(major)).toBe(Number(wantedMajor));
  expect(Number(minor)).toBeGreaterThanOrEqual(Number(wantedMinor));
});

test.each(copied)('COPY %s: it exists, and .dockerignore lets it in', (source) => {
  const ignored = read('.dockerignore').split('\n');
  expect(existsSync(join(projectFolder, source))).toBe(true);
  expect(ignored).not.toContain(source.split('/')[0]);
});

test('what the package ships is in the image', () => {
  const { files } = JSON.parse(read('package.json')) as { files: string[] };
  const inImage = all('COPY').map((rest) => rest.split(/\s+/).at(-1));
  for (const file of files) expect(inImage).toContain(file);
});

test('secrets and what is built on the host stay out of the build', () => {
  const ignored = read('.dockerignore').split('\n');
  expect(ignored).toEqual(expect.arrayContaining(['.env', '.git', '.imr', 'node_modules', 'dist']));
});

test('it does not run as root', () => {
  expect(last('USER')).toBe('node');
});

test('it is asked for its health without tools that the image lacks', () => {
  const [, command = ''] = /CMD (.*)$/.exec(last('HEALTHCHECK')) ?? [];
  const [program, , script] = JSON.parse(command) as string[];
  expect(program).toBe('node');
  expect(script).toContain("'/healthz'");
});

test('it starts a command that exists', () => {
  const [program, file = '', command] = JSON.parse(last('CMD')) as string[];
  expect([program, command]).toEqual(['node', 'serve']);
  expect(existsSync(join(projectFolder, file))).toBe(true);
});
