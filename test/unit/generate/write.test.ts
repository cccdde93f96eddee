import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { folderOf } from '../../support/folder.js';
import { writeLetters } from '../../../src/generate/write.js';

const RECIPE = { seed: 5, noise: 1 };

function contentsOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
}

test('each letter has its truth beside it; a longer run begins with the letters of a shorter one', async () => {
  const [few, many] = [join(folderOf({}), 'new', 'few'), folderOf({})];
  await writeLetters(few, 6, RECIPE);
  await writeLetters(many, 20, RECIPE);
  const stems = Object.keys(contentsOf(few)).map((name) => name.replace(/\.(?:txt|expected\.json)$/, ''));
  expect(stems).toHaveLength(12);
  expect(new Set(stems).size).toBe(6);
  expect(Object.keys(contentsOf(many))).toHaveLength(40);
  expect(contentsOf(many)).toMatchObject(contentsOf(few));
});

test('a folder that cannot be written is refused by name', async () => {
  const folder = join(folderOf({ file: 'in the way' }), 'file');
  const written = writeLetters(folder, 1, RECIPE);
  await expect(written).rejects.toMatchObject({ code: 'BAD_SETTING' });
  await expect(written).rejects.toThrow(folder);
});
