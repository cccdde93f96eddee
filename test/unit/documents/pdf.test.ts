import { expect, test } from '@jest/globals';
import { readPdf } from '../../../src/documents/pdf.js';
import { pageOf, pdfOf, type PlacedText } from '../../support/pdf.js';

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
