import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from '@jest/globals';
import { projectFolder } from '../../src/common/project.js';
import type { Document } from '../../src/documents/document.js';
import { isRejection } from '../../src/documents/document.js';
import { readDocument } from '../../src/documents/read.js';

/** The published letters and their hand-read truth; they are no part of the repository. */
export const LETTERS_FOLDER = resolve(projectFolder, process.env['IMR_LETTERS_DIR'] ?? '../shared/letters');

/** The fields of a truth file that the tests of parsing compare. */
export interface Truth {
  readonly case: Readonly<Record<string, string | null>>;
  readonly employee: { readonly age?: number | null; readonly sex?: string | null };
  readonly findings: readonly {
    readonly label: string;
    readonly decision: string;
    readonly modification?: { readonly originalRequest: string; readonly authorized: string };
  }[];
}

/** `test` where the published letters are at hand; otherwise it shows as skipped, with the reason in its name. */
export function testWithRealLetters(name: string, run: () => Promise<void>): void {
  if (existsSync(LETTERS_FOLDER)) test(name, run);
  else test.skip(`${name} (skipped: no letters in ${LETTERS_FOLDER}; set IMR_LETTERS_DIR)`, run);
}

/** The letters of a year as paths without extension. */
export function stemsOf(year: '2014' | '2016'): string[] {
  const folder = join(LETTERS_FOLDER, year);
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return names.sort().map((name) => join(folder, name.slice(0, -'.txt'.length)));
}

export async function realDocument(path: string): Promise<Document> {
  const outcome = await readDocument(path);
  if (isRejection(outcome)) throw outcome.error;
  return outcome;
}

export function truthOf(stem: string): Truth {
  return JSON.parse(readFileSync(`${stem}.expected.json`, 'utf8')) as Truth;
}
