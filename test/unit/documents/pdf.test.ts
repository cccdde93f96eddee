import { expect, test } from '@jest/globals';
import { readPdf } from '../../../src/documents/pdf.js';
import { pageOf, pdfOf, type PlacedText } from '../../support/pdf.js';
import { changed, LINE, PART, simplePdf } from '../../support/pdf-simple.js';

async function textOf(...pages: (readonly PlacedText[])[]): Promise<string> {
  return (await readPdf(pdfOf(pages))).text;
}

test('lines are rebuilt from their places, whatever order the file stores the words in', async () => {
  const page = [
    { x: 72, y: 650, text: 'below' },
    { x: 180, y: 700, text: '12/15/2016' },
    { x: 320, y: 700.3, text: 'Date of Injury:' },
    { x: 72, y: 700.2, text: 'Date Assigned:' },
    { x: 430, y: 699.9, text: '10/14/2016' },
  ];

  expect(await textOf(page)).toBe('Date Assigned: 12/15/2016 Date of Injury: 10/14/2016\n\nbelow');
});

test('words that touch stay one word', async () => {
  // "guide" in 12 point Helvetica is 29.35 points wide.
  expect(
    await textOf([
      { x: 72, y: 700, text: 'guide' },
      { x: 101.4, y: 700, text: 'line' },
    ]),
  ).toBe('guideline');
});

test('a gap between lines becomes a blank line, the end of a page a form feed', async () => {
  expect(await textOf(pageOf(['one', 'two', '', 'three']), pageOf(['four']))).toBe('one\ntwo\n\nthree\ffour');
});

test('a simple PDF reads as it does by the general reader', async () => {
  // Neither widths nor descriptor: only the general reader knows this font.
  const general = changed(PART.font, '/Widths', '/Breadths');

  expect(await readPdf(simplePdf([LINE, LINE]))).toEqual({
    text: 'Decision rationale:\fDecision rationale:',
    pages: 2,
  });
  expect(await readPdf(simplePdf([LINE, LINE], {}, general))).toEqual({
    text: 'Decision rationale:\fDecision rationale:',
    pages: 2,
  });
});

test.each<[string, string, () => Buffer]>([
  ['DAMAGED_PDF', 'is truncated', () => simplePdf([LINE]).subarray(0, -8)],
  ['DAMAGED_PDF', 'is damaged', () => Buffer.from('%PDF-1.6\n%%EOF')],
  ['NO_TEXT_LAYER', 'only images', () => simplePdf(['0 0 9 9 re f'])],
  ['FILE_TOO_LARGE', 'has 501 pages', () => simplePdf(new Array<string>(501).fill(LINE))],
  [
    'FILE_TOO_LARGE',
    'text is longer',
    () => simplePdf([`${'('.padEnd(2001, 'x')}) Tj `.repeat(1001)].map(inText)),
  ],
  ['FILE_TOO_LARGE', 'streams hold too much', () => simplePdf([' '.repeat(33_000_000)], { compress: true })],
])('%s: the PDF %s', async (code, reason, file) => {
  await expect(readPdf(file())).rejects.toMatchObject({ code, message: expect.stringContaining(reason) });
});

function inText(content: string): string {
  return `BT /F1 12 Tf 72 700 Td ${content} ET`;
}
