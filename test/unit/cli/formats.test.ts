import { expect, test } from '@jest/globals';
import { FORMATS } from '../../../src/cli/formats.js';
import type { Determination } from '../../../src/normalise/determination.js';
import { applies, determination, finding } from '../../support/determinations.js';

async function* each(documents: readonly Determination[]): AsyncGenerator<Determination> {
  for (const document of documents) yield await Promise.resolve(document);
}

/** The cells of a table's rows, without their padding. */
async function rowsOf(...documents: readonly Determination[]): Promise<string[][]> {
  let table = '';
  for await (const part of FORMATS.table(each(documents))) table += part;
  const rows = table.split('\n').filter((line) => line.startsWith('│'));
  return rows.map((row) => row.split('│').slice(1, -1)).map((cells) => cells.map((cell) => cell.trim()));
}

test('the table has a line for each criterion that a finding applies', async () => {
  const letter = determination('CM16-1000001', {
    findings: [
      finding({
        label: 'MRI',
        decision: 'UPHELD',
        appliedCriteria: [
          applies('CONSERVATIVE_CARE_FAILED', { status: 'NOT_MET', decisive: true, confidence: 0.9 }),
          applies('RISK_FACTOR', { status: 'MET', decisive: false, confidence: 0.9 }),
          applies('OTHER', { status: 'NOT_MET', decisive: true, confidence: 0.3 }),
        ],
      }),
      finding({ label: 'Brace', decision: 'UPHELD' }),
    ],
  });

  expect((await rowsOf(letter)).map((cells) => [cells[0], ...cells.slice(3)])).toEqual([
    ['case', 'item', 'decision', 'criteria'],
    ['CM16-1000001', 'MRI', 'UPHELD', '- CONSERVATIVE_CARE_FAILED'],
    ['', '', '', '(+ RISK_FACTOR)'],
    ['', '', '', '- OTHER ?'],
    ['', 'Brace', 'UPHELD', ''],
  ]);
});
