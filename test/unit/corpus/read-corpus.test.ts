import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { sha256 } from '../../../src/common/hash.js';
import { readCorpus, type CorpusOptions } from '../../../src/corpus/read-corpus.js';
import { isRejection, type Rejection } from '../../../src/documents/document.js';
import type { Determination } from '../../../src/normalise/determination.js';
import { folderOf } from '../../support/folder.js';
import { brokenLinesDocxOf, brokenLinesHtmlOf, docxOf, htmlOf, wordHtmlOf } from '../../support/forms.js';
import { ITEM, letter2014, letter2016 } from '../../support/letters.js';
import { pageOf, pdfOf } from '../../support/pdf.js';
import { zipOf } from '../../support/zip.js';

type Files = Readonly<Record<string, string | Uint8Array>>;

async function outcomesOf(files: Files, options: CorpusOptions = {}): Promise<(Determination | Rejection)[]> {
  const outcomes: (Determination | Rejection)[] = [];
  for await (const outcome of readCorpus([folderOf(files)], { workers: 2, ...options }))
    outcomes.push(outcome);
  return outcomes;
}

/** The end of each path with the case number, or with the code of its rejection. */
async function summaryOf(
  files: Files,
  options: CorpusOptions = {},
): Promise<[path: string, what: string | null][]> {
  return (await outcomesOf(files, options)).map((outcome) =>
    isRejection(outcome)
      ? [tail(outcome.path), outcome.error.code]
      : [tail(outcome.source.path), outcome.case.caseNumber],
  );
}

function tail(path: string): string {
  return path.replace(/^.*?imr-test-[^/]+\//, '');
}

const second = { ...ITEM, heading: 'Non-steroidal cream, 5 < 10% & more', decision: 'Overturned' } as const;

test.each([
  ['2016', letter2016({ items: [ITEM, second] })],
  ['2014', letter2014({ items: [second, ITEM] })],
])('a letter of %s in every form is the same record: words, spans and warnings', async (_, letter) => {
  const forms: Files = {
    'a.txt': letter,
    'b.html': htmlOf(letter),
    'c.htm': wordHtmlOf(letter),
    'd.html': brokenLinesHtmlOf(letter),
    'e.docx': docxOf(letter),
    'f.docx': brokenLinesDocxOf(letter),
    'g.pdf': pdfOf([pageOf(letter.split('\n').slice(0, 30)), pageOf(letter.split('\n').slice(30))]),
    'h.txt': Buffer.from(`\ufeff${letter.replaceAll('\n', '\r\n')}`, 'utf16le'),
  };
  const outcomes = await outcomesOf({ ...forms, 'z.zip': zipOf(forms) });
  expect(outcomes).toHaveLength(16);
  const records = outcomes.map((outcome) => ({ ...outcome, source: null }));
  expect(records[0]).toMatchObject({ findings: [{}, {}], warnings: [] });
  for (const record of records) expect(record).toEqual(records[0]);
});

const numbered = (i: number) => `CM16-09999${String(i).padStart(2, '0')}`;

test('outcomes keep the order of the files, whichever thread reads them; rejections stand among them', async () => {
  const files: Record<string, string> = {};
  const expected: [string, string][] = [];
  for (let i = 10; i < 70; i++) {
    files[`${i}.txt`] =
      i % 7 === 0 ? '' : letter2016({ caseNumber: numbered(i), summary: 'word '.repeat((i % 5) * 500) });
    expected.push([`${i}.txt`, i % 7 === 0 ? 'EMPTY_FILE' : numbered(i)]);
  }
  expect(await summaryOf(files)).toEqual(expected);
  expect(await summaryOf(files, { workers: 1 })).toEqual(expected);
});

test('of an archive in a folder every member stands at its place', async () => {
  const letter = (i: number) => letter2016({ caseNumber: numbered(i) });
  const inner = zipOf({ 'x.docx': docxOf(letter(2)), 'y.pdf': '%PDF-1.4', '../z.txt': 'x' });
  expect(
    await summaryOf({
      'a.txt': letter(1),
      'b.zip': zipOf({ 'n/i.zip': inner, 'k.txt': letter(3) }),
      'c.txt': letter(4),
    }),
  ).toEqual([
    ['a.txt', numbered(1)],
    ['b.zip!/n/i.zip!/x.docx', numbered(2)],
    ['b.zip!/n/i.zip!/y.pdf', 'DAMAGED_PDF'],
    ['b.zip!/n/i.zip!/../z.txt', 'UNSAFE_PATH'],
    ['b.zip!/k.txt', numbered(3)],
    ['c.txt', numbered(4)],
  ]);
});

test('documents that are known are not read', async () => {
  const folder = folderOf({ 'a.txt': letter2016(), 'b.txt': 'known', 'c.zip': zipOf({ 'd.txt': 'known' }) });
  const asked: string[][] = [];
  const findKnown = (sha256s: readonly string[]) => {
    asked.push([...sha256s]);
    return Promise.resolve(new Set([sha256('known')]));
  };
  const outcomes = [];
  for await (const outcome of readCorpus([folder], { workers: 1, findKnown })) outcomes.push(outcome);
  expect(asked).toEqual([[sha256(letter2016()), sha256('known'), sha256('known')]]);
  expect(outcomes).toMatchObject([
    { case: {} },
    { path: join(folder, 'b.txt'), sha256: sha256('known'), known: true },
    { path: join(folder, 'c.zip!/d.txt'), known: true },
  ]);
});

test('whoever has seen enough may stop: what is under way ends', async () => {
  const folder = folderOf(
    Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`${i}.txt`, letter2016()])),
  );
  for await (const outcome of readCorpus([folder], { workers: 2 })) {
    expect(isRejection(outcome)).toBe(false);
    break;
  }
});
