import { expect, test } from '@jest/globals';
import { readQuotedCriteria } from '../../../../src/normalise/criteria/quoted-lists.js';
import { OFFSET, quoteOf } from '../support.js';

const NOTHING_CITED = { inLines: [], mentions: [] };

const texts = (rationale: string) =>
  readQuotedCriteria(quoteOf(rationale), NOTHING_CITED).map(({ text }) => text);

test.each([
  [
    'ODG has these criteria: (1) Pain for 3 months; (2) Deficit, if severe; and (3) Trauma.In this case there is none.',
    ['Pain for 3 months', 'Deficit, if severe', 'Trauma'],
  ],
  [
    'Recommended if: 1) Radiculopathy. 2) No relief, e.g. with NSAIDs. The patient has neither.',
    ['Radiculopathy', 'No relief, e.g. with NSAIDs'],
  ],
  [
    'The guideline requires the following: 1. Homebound status. 2. Skilled needs. Here none is met.',
    ['Homebound status', 'Skilled needs'],
  ],
  [
    'Indications: a) Tumor b) Infection (C5-6) c) Fracture. He has none.',
    ['Tumor', 'Infection (C5-6)', 'Fracture'],
  ],
  [
    'Criteria for use: (i) Failed rest. (ii) Failed drugs. (iii) Consent. She has none.',
    ['Failed rest', 'Failed drugs', 'Consent'],
  ],
  ['ODG requires: A) pain; B) a deficit. He has neither.', ['pain', 'a deficit']],
  [
    'The guideline recommends it for: • Tumor • Infection • Fracture. None is here.',
    ['Tumor', 'Infection', 'Fracture'],
  ],
  [
    'As follows: (1) Time: 3 to 6 treatments. (2) Duration: 1 to 2 months. (d) It may be extended.',
    ['Time: 3 to 6 treatments', 'Duration: 1 to 2 months'],
  ],
])('%s', (rationale, expected) => {
  expect(texts(rationale)).toEqual(expected);
});

test.each([
  'One (1) x-ray is recommended.',
  'Per the guidelines, 2. Or was it 3? It is 1. Nothing.',
  'The patient has (1) diabetes; (2) gout.',
  'ODG: 8-10 visits over 4 weeks. Take 1.5 mg.',
])('no list of criteria: %s', (rationale) => {
  expect(texts(rationale)).toEqual([]);
});

test('a list inside of a list belongs to its item', () => {
  expect(texts('Criteria: (1) Failure of a) rest b) drugs. (2) Consent. Neither is met.')).toEqual([
    'Failure of a) rest b) drugs',
    'Consent',
  ]);
});

test('spans point at the words', () => {
  const rationale = 'The criteria are (1) one thing; (2) another.';
  for (const { text, span } of readQuotedCriteria(quoteOf(rationale), NOTHING_CITED)) {
    expect(rationale.slice(span[0] - OFFSET, span[1] - OFFSET)).toBe(text);
  }
});
