import { describe, expect, test } from '@jest/globals';
import { ITEM, letter2016 } from '../../support/letters.js';
import { parseText, readingsOf } from '../../support/parse.js';
import { letterBelow, readingOrders } from '../../support/reading-orders.js';

const codesOf = (text: string) => parseText(text).warnings.map(({ code }) => code);

const FIELDS = {
  summary: 'The applicant is a 44 year old female with knee pain.',
  items: [ITEM, { ...ITEM, heading: 'Knee brace', decision: 'Overturned' as const }],
};

describe('the same letter in the reading order of each extractor', () => {
  test.each(readingOrders(FIELDS))('%s', (_, text) => {
    expect(readingsOf(parseText(text))).toEqual(readingsOf(parseText(letter2016(FIELDS))));
  });

  test.each(readingOrders(FIELDS))('%s: no blank lines', (_, text) => {
    expect(readingsOf(parseText(text.replace(/\n+/g, '\n')))).toEqual(
      readingsOf(parseText(letter2016(FIELDS))),
    );
  });

  test('that dates were told apart by their order is said', () => {
    expect(readingOrders(FIELDS).map(([, text]) => codesOf(text))).toEqual([
      [],
      ...Array.from({ length: 4 }, () => ['DATES_CONCLUDED']),
    ]);
  });

  test('two dates on one day are no doubt', () => {
    const fields = { ...FIELDS, applicationReceived: '11/30/2016', dateAssigned: '11/30/2016' };

    for (const [, text] of readingOrders(fields))
      expect(readingsOf(parseText(text))).toEqual(readingsOf(parseText(letter2016(fields))));
  });
});

describe('dates whose labels stand elsewhere', () => {
  const LABELS = ['Case Number:', 'Date Assigned:', 'Decision Date:', 'Priority:'];
  const RIGHT = ['Date of Injury:', 'UR Denial Date:', 'Application', 'Received:'];

  test('a date that a label beside it calls otherwise is left out, with the one whose place it takes', () => {
    const letter = parseText(
      letterBelow([
        ...LABELS,
        ...['CM16-0999901', '12/20/2016', '01/17/2017', 'Standard'],
        // Denied after the application was received: the label and the order of a case contradict each other.
        ...[
          'Date of Injury: 10/14/2016',
          'UR Denial Date: 12/15/2016',
          'Application',
          'Received:',
          '12/12/2016',
        ],
      ]),
    );

    expect(letter.dates).toMatchObject({
      dateOfInjury: { value: '2016-10-14' },
      dateAssigned: { value: '2016-12-20' },
      decisionDate: { value: '2017-01-17' },
    });
    expect(letter.dates).not.toHaveProperty('utilizationReviewDate');
    expect(letter.dates).not.toHaveProperty('applicationReceivedDate');
    expect(letter.warnings).toMatchObject([
      {
        code: 'DATES_CONCLUDED',
        message: expect.stringContaining('utilizationReviewDate and applicationReceivedDate'),
      },
    ]);
  });

  test.each([
    ['four', ['12/20/2016', '01/17/2017', 'Standard', ...RIGHT, '10/14/2016', '11/30/2016']],
    [
      'six',
      [
        '12/20/2016',
        '01/17/2017',
        'Standard',
        '01/18/2017',
        ...RIGHT,
        '10/14/2016',
        '11/30/2016',
        '12/12/2016',
      ],
    ],
    [
      'five, one of them no day',
      ['12/20/2016', '02/30/2017', 'Standard', ...RIGHT, '10/14/2016', '11/30/2016', '12/12/2016'],
    ],
  ])('of %s none is concluded', (_, values) => {
    const letter = parseText(letterBelow([...LABELS, 'CM16-0999901', ...values]));

    expect(letter).toMatchObject({
      caseNumber: { value: 'CM16-0999901' },
      priority: { value: 'Standard' },
      dates: {},
    });
    expect(letter.warnings.map(({ code }) => code)).toEqual(['HEADER_OUT_OF_ORDER']);
  });
});
