import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { listFiles } from '../../../src/documents/files.js';
import { folderOf } from '../../support/folder.js';

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

  expect(await listFiles([folder])).toEqual(inside(folder, ['a.PDF', 'b.txt', 'old/c.html', 'z.zip']));
});

test('paths that are named stand for themselves, in the order given, whether they exist or not', async () => {
  const folder = folderOf({ 'b.txt': '', 'truth.json': '' });
  const named = inside(folder, ['truth.json', 'missing.txt', 'b.txt']);

  expect(await listFiles(named)).toEqual(named);
});

test('a file that is named and also lies in a named folder is listed once', async () => {
  const folder = folderOf({ 'a.txt': '', 'b.txt': '' });

  expect(await listFiles([join(folder, 'b.txt'), folder])).toEqual(inside(folder, ['b.txt', 'a.txt']));
});
