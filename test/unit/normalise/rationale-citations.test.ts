import { expect, test } from '@jest/globals';
import { readMtusClause } from '../../../src/normalise/mtus-clause.js';
import { readMentions } from '../../../src/normalise/rationale-citations.js';
import { contextOf, OFFSET, quoteOf, short } from './support.js';

const cited = (clause: string) => readMtusClause(quoteOf(clause), contextOf());
const read = (rationale: string, line = '') =>
  readMentions(quoteOf(rationale), line ? cited(line) : [], contextOf({ role: 'RATIONALE' }));

test.each([
  [
    'As noted in the MTUS Guideline in ACOEM Chapter 12, Table 12-8, page 309, it is "not recommended".',
    'MTUS / Low Back Complaints / 2004 /  p. 309 t. 12-8',
  ],
  [
    'As noted on page 82 of the MTUS Chronic Pain Medical Treatment Guidelines (July 28, 2016), none is.',
    'MTUS / Chronic Pain Medical Treatment / 2016 /  p. 82',
  ],
  [
    'ACOEM Guidelines, chapter 9, page 207 and 208, state that',
    'MTUS / Shoulder Complaints / 2004 /  p. 207,208 inferred',
  ],
  [
    'Per the California MTUS 2016 Chronic Pain Guidelines, it is',
    'MTUS / Chronic Pain Medical Treatment / 2016 / ',
  ],
  [
    'The Chronic Pain Medical Treatment Guidelines support it.',
    'MTUS / Chronic Pain Medical Treatment / - /  inferred',
  ],
  ['The MTUS (Effective July 18, 2009), page 98 of 127, supports it.', 'MTUS / - / - /  p. 98'],
  ['The CA-MTUS is silent.', 'MTUS / - / - /  silent'],
  ['California MTUS/ACOEM Guidelines state', 'MTUS / - / - / '],
  ['The Official Disability Guidelines further state', 'ODG / - / - / '],
  [
    "ODG Guidelines, chapter 'Shoulder (Acute & Chronic)' and topic 'MRI', have",
    'ODG / Shoulder / - / Magnetic resonance imaging (MRI)',
  ],
  ['According to the ODG Low Back Chapter, this', 'ODG / Low Back - Lumbar & Thoracic / - / '],
  [
    'The ACOEM Guidelines, 3rd edition, Low Back Disorders, page 607 say',
    'ACOEM / Low Back Disorders / 2011 /  p. 607',
  ],
  [
    'ACOEM, 2nd edition, Chapter 11 (Forearm, Wrist, and Hand Complaints), Table 11-6',
    'MTUS / Forearm, Wrist, and Hand Complaints / 2004 /  t. 11-6 inferred',
  ],
  ['ACOEM supports it.', 'ACOEM / - / - / '],
  [
    'The Third Edition ACOEM Guidelines Low Back Disorders Chapter notes on page 607 that it does',
    'ACOEM / Low Back Disorders / 2011 /  p. 607',
  ],
  ['See Physical Therapy in the ODG Preface.', 'ODG / Preface / - / '],
  ['The ODG Jaw Chapter states', 'ODG / - / - / '],
  [
    'The ACOEM Low Back Chapter states',
    'ACOEM / Low Back / - /  AMBIGUOUS [MTUS > Low Back Complaints | MTUS > Low Back Disorders]',
  ],
  // named only to say that it says nothing
  ['The MTUS does not address this request.', 'MTUS / - / - /  silent'],
  [
    'The MTUS Chronic Pain Medical Treatment Guidelines 2016 is silent.',
    'MTUS / Chronic Pain Medical Treatment / 2016 /  silent',
  ],
  ['This is not addressed in the MTUS.', 'MTUS / - / - /  silent'],
  ['The California MTUS Guidelines do not specifically address a pillow.', 'MTUS / - / - /  silent'],
  ['The MTUS does not recommend it.', 'MTUS / - / - / '],
  ['The MTUS does not address pillows. The MTUS recommends rest.', 'MTUS / - / - / '],
  ['The MTUS Low Back Chapter states', 'MTUS / Low Back Complaints / 2004 / '],
])('%s', (rationale, expected) => {
  expect(read(rationale).map(short)).toEqual([expected]);
});

test('the guideline lines tell what a shortened name means', () => {
  expect(read('The MTUS Low Back Chapter and ACOEM agree.', 'Low Back Complaints 2004.').map(short)).toEqual([
    'MTUS / Low Back Complaints / 2004 / ',
    'MTUS / - / - /  inferred',
  ]);
});

test('a guideline that is named again is cited once; one named more exactly is another citation', () => {
  const rationale =
    'ODG allows it. The ODG, Knee Chapter, says so. Again, the ODG allows it. Non-MTUS sources differ.';
  const citations = read(rationale);
  expect(citations.map(short)).toEqual(['ODG / - / - / ', 'ODG / Knee & Leg / - / ']);
  for (const { raw, span } of citations)
    expect(rationale.slice(span[0] - OFFSET, span[1] - OFFSET)).toBe(raw);
});

test('what is silent together is silent both times', () => {
  expect(read('The MTUS and ODG Guidelines do not address it. ACOEM supports it.').map(short)).toEqual([
    'MTUS / - / - /  silent',
    'ODG / - / - /  silent',
    'ACOEM / - / - / ',
  ]);
});

test('editions of one title in the lines leave the edition of its shortened name open', () => {
  const line = 'Chronic Pain Medical Treatment 2016, and Chronic Pain Medical Treatment 2009.';
  expect(read('The MTUS Chronic Pain Guidelines state', line).map(short)).toEqual([
    'MTUS / Chronic Pain Medical Treatment / - / ',
  ]);
});

test('a rationale without guidelines cites none', () => {
  expect(read('The patient improved with rest; page 3 of the report says so.')).toEqual([]);
});
