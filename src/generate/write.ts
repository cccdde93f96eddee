import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ImrError, messageOf } from '../common/errors.js';
import { generateLetter, type Recipe } from './generate.js';

/** Letters that are under way at one time. */
const CONCURRENT = 16;

/**
 * Writes letters 1 to `count` into a folder, each as `NAME.txt` with `NAME.expected.json` beside it; the folder is made,
 * and files of the same names are replaced.
 * @throws {ImrError} BAD_SETTING
 */
export async function writeLetters(folder: string, count: number, recipe: Recipe): Promise<void> {
  let next = 1;
  const work = async () => {
    while (next <= count) {
      const { name, text, expected } = generateLetter(next++, recipe);
      await writeFile(join(folder, `${name}.txt`), text);
      await writeFile(join(folder, `${name}.expected.json`), `${JSON.stringify(expected, null, 1)}\n`);
    }
  };
  try {
    await mkdir(folder, { recursive: true });
    await Promise.all(Array.from({ length: CONCURRENT }, work));
  } catch (error) {
    throw new ImrError('BAD_SETTING', `${folder}: ${messageOf(error)}`, { cause: error });
  }
}
