import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { walkFiles } from '../../../src/documents/files.js';
import { folderOf } from '../../support/folder.js';

async function listOf(paths: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for await (const path of walkFiles(paths)) found.push(path);
  return found;
}

const inside = (folder: string, names: readonly string[]) => names.map((name) => join(folder, name));

test('a folder stands for the files below it that may be letters, sorted, without hidden files and companions', async () => {
  const folder = folderOf({
    'b.txt': '',
    'a.PDF': '',
    'a.expected.json': '',
    'notes.md': '',
    'old/c.html': '',
    'old/.hidden.txt': '',
    '.git/d.txt': '',
    'z.zip': '',
  });

  expect(await listOf([folder])).toEqual(inside(folder, ['a.PDF', 'b.txt', 'old/c.html', 'z.zip']));
});

test('paths that are named stand for themselves, in the order given, whether they exist or not', async () => {
  const folder = folderOf({ 'b.txt': '', 'truth.json': '' });
  const named = inside(folder, ['truth.json', 'missing.txt', 'b.txt']);

  expect(await listOf(named)).toEqual(named);
});

test('a file that is named and also lies in a named folder is listed once', async () => {
  const folder = folderOf({ 'a.txt': '', 'b.txt': '' });

  expect(await listOf([join(folder, 'b.txt'), folder])).toEqual(inside(folder, ['b.txt', 'a.txt']));
});
