import { describe, expect, test } from '@jest/globals';
import { partySentences } from '../../../src/parse/items/party-sentences.js';
import type { Letter } from '../../../src/parse/letter.js';
import { decisions2013, NOTICE_ITEM, notice2013, review2013 } from '../../support/letters-2013.js';
import { parseText, valuesOf } from '../../support/parse.js';

const decisionsOf = ({ items }: Letter) => items.map(({ label, decision }) => [label.value, decision.value]);
const codesOf = ({ warnings }: Letter) => warnings.map(({ code }) => code);

describe('a notice of 2013', () => {
  test('announces each item twice, and it counts once', () => {
    const brace = { ...NOTICE_ITEM, request: 'a knee brace', not: '' };
    const letter = parseText(notice2013([NOTICE_ITEM, brace]));

    expect(letter.template).toBe('2013-notice');
    expect(decisionsOf(letter)).toEqual([
      ['a 28 day pain program', 'UPHELD'],
      ['a knee brace', 'OVERTURNED'],
    ]);
    expect(letter.warnings).toEqual([]);
  });

  test('tells its dates in sentences and its credentials in prose', () => {
    const letter = parseText(notice2013([NOTICE_ITEM]));
    const dates = Object.entries(letter.dates).map(([field, { value }]: [string, { value: string }]) => [
      field,
      value,
    ]);

    expect(Object.fromEntries(dates)).toEqual({
      decisionDate: '2013-09-06',
      applicationReceivedDate: '2013-08-06',
      utilizationReviewDate: '2013-07-30',
      dateAssigned: '2013-08-13',
      dateOfInjury: '2001-08-28',
    });
    expect([...valuesOf(letter.specialties), ...valuesOf(letter.licensureStates)]).toEqual([
      'Internal Medicine',
      'California',
    ]);
    expect(letter.clinicalSummary?.value).toMatch(/^The patient is a 44/);
  });

  test.each([
    'dated 8-25-13. 63 year old female patient with knee pain.',
    'dated August 25, 2013:\n"63 year old female patient with knee pain."',
    'dated 8/25/2013\n\nThe 63-year-old female patient has knee pain.',
    '(of August). The 63-year-old female patient has knee pain.',
  ])('whose disclaimer goes on: %s', (words) => {
    const text = notice2013([NOTICE_ITEM]).replace(/dated July 30, 2013\.\n.*/, words);
    const { age, sex, clinicalSummary } = parseText(text);

    expect([age?.value, sex?.value]).toEqual([63, 'FEMALE']);
    expect(clinicalSummary?.value).toMatch(/^(?:The |")?63/);
  });

  test('"notmedically" is "not medically"', () => {
    expect(decisionsOf(parseText(notice2013([{ ...NOTICE_ITEM, not: 'not' }])))).toEqual([
      ['a 28 day pain program', 'UPHELD'],
    ]);
  });

  test('gives the words of each party and the rationale', () => {
    const [item] = parseText(notice2013([NOTICE_ITEM])).items;

    expect(item?.claimsAdministratorGuideline?.value).toMatch(/^The Claims Administrator based .* MTUS\.$/);
    expect(item?.reviewerGuideline?.value).toBe(
      'The Expert Reviewer did not find any section of the MTUS to be applicable.',
    );
    expect(item?.rationale?.value).toBe(NOTICE_ITEM.rationale);
  });

  test('whose lists contradict each other: the one above the reasons is believed, with a warning', () => {
    const letter = parseText(notice2013([NOTICE_ITEM], [{ ...NOTICE_ITEM, not: '' }]));

    expect(decisionsOf(letter)).toEqual([['a 28 day pain program', 'UPHELD']]);
    expect(codesOf(letter)).toEqual(['DECISION_DISAGREES']);
  });

  test('an item of the first page alone is kept, and named', () => {
    const other = { ...NOTICE_ITEM, request: 'a chair' };
    const letter = parseText(notice2013([NOTICE_ITEM], [NOTICE_ITEM, other]));

    expect(decisionsOf(letter)).toContainEqual(['a chair', 'UPHELD']);
    expect(codesOf(letter)).toEqual(['INCOMPLETE_ITEM']);
  });

  test('reasons are matched by the request where the numbers differ', () => {
    const brace = { ...NOTICE_ITEM, request: 'a knee brace', rationale: 'It fits. It helps.' };
    const text = notice2013([NOTICE_ITEM, brace])
      .replace('1) Regarding', '9) Regarding')
      .replace('2) Regarding', '1) Regarding')
      .replace('9) Regarding', '2) Regarding');

    expect(parseText(text).items[1]?.rationale?.value).toBe('It fits. It helps.');
  });
});

describe('decisions and rationales of 2013', () => {
  const PARTIES = [
    'The Claims Administrator based its decision on the Chronic Pain Medical Treatment Guidelines.',
    'The Physician Reviewer based his/her decision on the Chronic Pain Medical Treatment Guidelines.',
  ];
  const item = (heading: string, rationale: string) => [
    heading,
    ...PARTIES,
    `The Physician Reviewer's decision rationale: ${rationale}`,
  ];
  const REFUSED = 'It does not help. The request is not medically necessary and appropriate.';

  test('a sentence decides each item', () => {
    const letter = parseText(
      decisions2013([
        ...item('1. A brace, 10.5 in. is not medically necessary and appropriate.', REFUSED),
        ...item('2. Gabapentin 300 mg are medically necessary and appropriate.', 'It helps.'),
      ]),
    );

    expect(letter.template).toBe('2013-decisions-and-rationales');
    expect(decisionsOf(letter)).toEqual([
      ['A brace, 10.5 in.', 'UPHELD'],
      ['Gabapentin 300 mg', 'OVERTURNED'],
    ]);
    expect(letter.items[0]?.rationale?.value).toBe(REFUSED);
    expect(letter.items[1]?.reviewerGuideline?.value).toBe(PARTIES[1]);
    expect(letter.warnings).toEqual([]);
  });

  test('also without numbers', () => {
    const letter = parseText(
      decisions2013([
        ...item('A brace is not medically necessary and appropriate.', REFUSED),
        ...item('A chair is notmedically necessary and appropriate.', REFUSED),
      ]),
    );

    expect(decisionsOf(letter)).toEqual([
      ['A brace', 'UPHELD'],
      ['A chair', 'UPHELD'],
    ]);
  });

  test('a heading of several lines, broken within the decision', () => {
    const heading =
      '1. Additional physical therapy for\nthe knee is not medically necessary\nand appropriate.';

    expect(decisionsOf(parseText(decisions2013(item(heading, REFUSED))))).toEqual([
      ['Additional physical therapy for the knee', 'UPHELD'],
    ]);
  });

  test('a line of the rationale that begins like a guideline sentence is none', () => {
    const rationale = 'It was denied.\nThe Claims Administrator based this on a note. It is not needed.';
    const letter = parseText(
      decisions2013(item('1. A brace is not medically necessary and appropriate.', rationale)),
    );

    expect(letter.items[0]?.rationale?.value).toBe(rationale.replace('\n', ' '));
  });

  test('guideline sentences in unknown words are not lost in silence', () => {
    const letter = parseText(
      decisions2013(['1. A brace is not medically necessary and appropriate.', 'Both parties used ACOEM.']),
    );

    expect(decisionsOf(letter)).toEqual([['A brace', 'UPHELD']]);
    expect(codesOf(letter).sort()).toEqual(['INCOMPLETE_ITEM', 'STRAY_TEXT']);
  });
});

describe('a professional review of 2013', () => {
  const REFUSED = 'The request is not medically necessary.';

  test.each([
    ['NOT MEDICALLY NECESSARY', REFUSED, 'UPHELD'],
    ['MEDICALLY NECESSARY', 'The request is medically necessary.', 'OVERTURNED'],
  ])('the heading of its rationale tells the decision: %s', (necessary, rationale, decision) => {
    const letter = parseText(
      review2013('Whether a wrist splint is medically necessary?', necessary, rationale),
    );

    expect(letter).toMatchObject({
      template: '2013-professional-review',
      caseNumber: { value: 'IMR 13-990001' },
    });
    expect(decisionsOf(letter)).toEqual([['a wrist splint', decision]]);
    expect(letter.items[0]?.rationale?.value).toBe(rationale);
    expect(letter.warnings).toEqual([]);
  });

  test.each([
    ['Whether the request for an MRI is/was medically necessary.', ['an MRI']],
    ['Medical necessity of 12 visits of therapy', ['12 visits of therapy']],
    [
      '1. Is Norco 10/325 medically necessary? 2. Is a gel, 1.5% strength, medically necessary?',
      ['Norco 10/325', 'a gel, 1.5% strength'],
    ],
    ['MRI of 2. lumbar segments', ['MRI of 2. lumbar segments']],
  ])('%s', (issue, labels) => {
    const letter = parseText(review2013(issue, 'NOT MEDICALLY NECESSARY', REFUSED));

    expect(valuesOf(letter.items.map(({ label }) => label))).toEqual(labels);
  });

  test('a conclusion that contradicts the heading is a warning', () => {
    const letter = parseText(review2013('A splint', 'MEDICALLY NECESSARY', REFUSED));

    expect(decisionsOf(letter)).toEqual([['A splint', 'OVERTURNED']]);
    expect(codesOf(letter)).toEqual(['DECISION_DISAGREES']);
  });

  test('two rationales that decide differently decide nothing: the letter is refused', () => {
    const text = review2013('1. A splint. 2. A brace.', 'NOT MEDICALLY NECESSARY', REFUSED);
    const second = 'RATIONALE FOR WHY THE REQUESTED TREATMENT/SERVICE IS/WAS MEDICALLY NECESSARY: It helps.';

    expect(() => parseText(text.replace('MEDICAL REVIEWER', `${second}\n\nMEDICAL REVIEWER`))).toThrow(
      expect.objectContaining({ code: 'INCOMPLETE_LETTER' }),
    );
  });
});

test.each([
  [
    'The Physician Reviewer found none. The Claims Administrator cited ACOEM.',
    'The Claims Administrator cited ACOEM.',
    'The Physician Reviewer found none.',
  ],
  [
    'The Expert Reviewer agrees with the Claims Administrator.',
    undefined,
    'The Expert Reviewer agrees with the Claims Administrator.',
  ],
  ['ACOEM, chapter 12.', undefined, undefined],
])('whose words they are: %s', (value, administrator, reviewer) => {
  const parts = partySentences({ value, span: [0, value.length] });

  expect([parts.claimsAdministratorGuideline?.value, parts.reviewerGuideline?.value]).toEqual([
    administrator,
    reviewer,
  ]);
});
