import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { readCorpus } from '../../../src/corpus/read-corpus.js';
import { isRejection } from '../../../src/documents/document.js';
import { HOSTILE } from '../../hostile/corpus.js';
import { folderOf } from '../../support/folder.js';

/** What may be taken for one of them: milliseconds, and megabytes. */
const LIMITS = { timeLimit: 15_000, memoryLimit: 512, workers: 1 };

test('each hostile document is refused by name, or read where it does no harm, within bounds', async () => {
  const folder = folderOf({});
  const paths = HOSTILE.map(({ file, make }) => {
    const path = join(folder, file);
    writeFileSync(path, make());
    return path;
  });
  const became = new Map<string, string[]>(HOSTILE.map(({ file }) => [file, []]));
  for await (const outcome of readCorpus(paths, LIMITS)) {
    const path = isRejection(outcome) ? outcome.path : outcome.source.path;
    const [file = ''] = path.slice(folder.length + 1).split('!/');
    became.get(file)?.push(isRejection(outcome) ? outcome.error.code : 'READ');
  }
  expect(Object.fromEntries(became)).toEqual(
    Object.fromEntries(HOSTILE.map(({ file, expected }) => [file, expected])),
  );
}, 300_000);
