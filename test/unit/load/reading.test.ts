import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { mergeParts } from '../../../src/load/merging.js';
import { headsFile } from '../../../src/load/parts.js';
import { writeParts, type Corpus, type ReadingOptions } from '../../../src/load/reading.js';
import { folderOf } from '../../support/folder.js';
import { letter2016 } from '../../support/letters.js';

const letters = (count: number): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, i) => [
      `${i + 1}.txt`,
      letter2016({ caseNumber: `CM16-000000${i + 1}` }),
    ]),
  );

/** Reads a corpus until so many files are done. */
async function interrupted(
  folder: string,
  corpus: Corpus,
  after: number,
  options: ReadingOptions,
): Promise<void> {
  const controller = new AbortController();
  const onProgress = (done: number) => {
    if (done >= after) controller.abort(new Error('enough'));
  };
  const reading = writeParts(folder, corpus, { ...options, onProgress, signal: controller.signal });
  await expect(reading).rejects.toThrow('enough');
}

const pathsOf = (folder: string, part: number): string[] =>
  readFileSync(join(folder, headsFile(part)), 'utf8')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { path: string }).path.replace(/.*\//, ''));

test('parts that are whole are kept, and reading goes on after them', async () => {
  const [corpus, folder] = [{ paths: [folderOf(letters(8))] }, folderOf({})];
  await interrupted(folder, corpus, 5, { partSize: 2 });
  writeFileSync(
    join(folder, headsFile(1)),
    readFileSync(join(folder, headsFile(1)), 'utf8').replace('1.txt', 'x.txt'),
  );
  const parts = await writeParts(folder, corpus, { partSize: 2 });
  expect(parts.map(({ files }) => files)).toEqual([2, 2, 2, 2]);
  // What the first run wrote is there still.
  expect(pathsOf(folder, 1)).toEqual(['x.txt', '2.txt']);
  expect(pathsOf(folder, 4)).toEqual(['7.txt', '8.txt']);
});

test('from the first file on that has changed, all are read again', async () => {
  const [letterFolder, folder] = [folderOf(letters(6)), folderOf({})];
  const corpus = { paths: [letterFolder] };
  await writeParts(folder, corpus, { partSize: 2 });
  rmSync(join(letterFolder, '3.txt'));
  const parts = await writeParts(folder, corpus, { partSize: 2 });
  expect(parts.map(({ files }) => files)).toEqual([2, 2, 1]);
  expect([1, 2, 3].map((part) => pathsOf(folder, part))).toEqual([
    ['1.txt', '2.txt'],
    ['4.txt', '5.txt'],
    ['6.txt'],
  ]);
});

test('generated letters are the same whatever the threads, the parts and the interruptions', async () => {
  const corpus = { letters: 60, recipe: { seed: 3, noise: 1 } };
  const [once, twice] = [folderOf({}), folderOf({})];
  const whole = await mergeParts(once, await writeParts(once, corpus, { workers: 1 }));
  await interrupted(twice, corpus, 25, { workers: 2, partSize: 10 });
  const resumed = await mergeParts(twice, await writeParts(twice, corpus, { workers: 2, partSize: 10 }));
  expect(resumed.counts).toEqual(whole.counts);
  const rowsOf = (folder: string, table: string): string =>
    readdirSync(folder)
      .filter((name) => name.endsWith(`.${table}.csv`))
      .sort()
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('');
  for (const table of ['cases', 'findings', 'cites', 'applies']) {
    expect(rowsOf(twice, table)).not.toBe('');
    expect(rowsOf(twice, table)).toBe(rowsOf(once, table));
  }
});
