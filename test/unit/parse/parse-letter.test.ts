import { describe, expect, test } from '@jest/globals';
import { ITEM, letter2014, letter2016 } from '../../support/letters.js';
import type { LetterDates, Reading } from '../../../src/parse/letter.js';
import { parseText, readingsOf, valuesOf } from '../../support/parse.js';

const codes = (text: string) => parseText(text).warnings.map(({ code }) => code);

function datesOf(dates: LetterDates): Record<string, string> {
  const readings = Object.entries(dates) as [string, Reading<string>][];
  return Object.fromEntries(readings.map(([field, { value }]) => [field, value]));
}

describe('the header table', () => {
  test('gives case number, priority and dates', () => {
    const { template, caseNumber, priority, dates, warnings } = parseText(letter2016());

    expect(template).toBe('2016-header-table');
    expect(caseNumber?.value).toBe('CM16-0999901');
    expect(priority?.value).toBe('Standard');
    expect(datesOf(dates)).toEqual({
      dateAssigned: '2016-12-20',
      dateOfInjury: '2016-10-14',
      decisionDate: '2017-01-17',
      utilizationReviewDate: '2016-11-30',
      applicationReceivedDate: '2016-12-12',
    });
    expect(warnings).toEqual([]);
  });

  test('a date that the calendar has not is not read, and named', () => {
    const letter = parseText(letter2016({ decisionDate: '02/30/2017' }));

    expect(letter.dates.decisionDate).toBeUndefined();
    expect(letter.warnings).toMatchObject([
      { code: 'UNREADABLE_VALUE', message: expect.stringContaining('02/30/2017') },
    ]);
  });

  test.each([
    ['between its halves', 'Application\nPriority: Standard 12/12/2016\nReceived:'],
    ['beside its second half', 'Application\nPriority: Standard Received: 12/12/2016'],
  ])('a label torn by its narrow cell, its value %s', (_, torn) => {
    const letter = parseText(letter2016().replace(/Priority:.*\n +Received:/, torn));

    expect(letter.dates.applicationReceivedDate?.value).toBe('2016-12-12');
    expect(letter.dates.utilizationReviewDate?.value).toBe('2016-11-30');
    expect(letter.warnings).toEqual([]);
  });

  test('it is believed where the summary says otherwise', () => {
    const letter = parseText(letter2016({ dateOfInjury: '10/10/2016' }));

    expect(letter.dates.dateOfInjury?.value).toBe('2016-10-10');
    expect(letter.warnings).toMatchObject([{ code: 'DATE_DISAGREES' }]);
  });
});

test.each([
  ['2014', letter2014()],
  ['2016', letter2016()],
])('what stands behind the labels of a finding, without them: %s', (_, text) => {
  const [item] = parseText(text).items;

  expect(item?.claimsAdministratorGuideline?.value).toBe(ITEM.claimsAdministratorGuideline);
  expect(item?.reviewerGuideline?.value).toBe(ITEM.reviewerGuideline);
  expect(item?.rationale?.value).toBe(ITEM.rationale);
});

describe('without a header', () => {
  test('words above the first heading are not lost in silence', () => {
    const torn = 'Case CM16-\nNumber: 0999901\n\n';
    const letter = parseText(torn + letter2014());

    expect(letter.caseNumber).toBeUndefined();
    expect(letter.warnings).toMatchObject([
      { code: 'STRAY_TEXT', message: expect.stringContaining('Number: 0999901') },
    ]);
  });

  test.each([
    ['who had a work injury dated 9/1/13.', '2013-09-01'],
    ['with an injury date of 03/31/08.', '2008-03-31'],
    ['who reported an injury on 10/12/2006.', '2006-10-12'],
    ['reportedly associated with an industrial injury of August 27, 2007.', '2007-08-27'],
    ['with a date of injury (DOI) of 10/12/2006.', '2006-10-12'],
    ['who sustained injuries to the neck and left shoulder on March 1, 2005.', '2005-03-01'],
    ['who was injured at work on 10/12/2006.', '2006-10-12'],
    ['with an 8/5/13 industrial injury.', '2013-08-05'],
    ['with an injury to the back and was seen on 10/12/2006.', undefined],
    ["whose Doctor's First Report of Injury dated 10/20/2014 was read.", undefined],
  ])('%s', (words, date) => {
    expect(
      parseText(letter2014({ summary: `The patient is a person ${words}` })).dates.dateOfInjury?.value,
    ).toBe(date);
  });

  test.each([
    ['The utilization review determination being challenged is dated 11/26/14.', '2014-11-26'],
    ['In a Utilization Review Report dated November 14, 2014, it was denied.', '2014-11-14'],
    ['The original Utilization Review (UR) (12-2-2014) denied it.', '2014-12-02'],
    ['On 11-22-2014, Utilization Review non-certified it.', '2014-11-22'],
    ['The 11/3/14 utilization review decision denied it.', '2014-11-03'],
    ['A utilization review determination was rendered on 11/3/14.', '2014-11-03'],
    ['It was denied by utilization review on January 23, 2015.', '2015-01-23'],
    ['Utilization review denied the injection on 1/23/2015.', '2015-01-23'],
    ['Utilization review denied the injection requested on 1/3/2015.', undefined],
    ['A report reviewed by Utilization Review (UR) was dated 12-01-2014.', undefined],
  ])('%s', (summary, date) => {
    expect(parseText(letter2014({ summary })).dates.utilizationReviewDate?.value).toBe(date);
  });
});

describe('the employee', () => {
  test.each([
    ['The injured worker is a 48 year old male, who fell.', 48, 'MALE'],
    ['The applicant is a 34-year-old female who has filed a claim.', 34, 'FEMALE'],
    ['This case involves a now 36-year-old right-hand dominant woman.', 36, 'FEMALE'],
    ['The injured worker is a(n) 57 year old male.', 57, 'MALE'],
    ['The 38 year old male injured worker suffered an injury.', 38, 'MALE'],
    ['The patient is a forty-two year old female.', 42, 'FEMALE'],
    ['This is a fifty five-year-old man.', 55, 'MALE'],
    ['The patient is a nineteen year old lady.', 19, 'FEMALE'],
    ['The patient is a 57 y/o male.', 57, 'MALE'],
    ['The patient is a 57 yo F with pain.', 57, 'FEMALE'],
    ['The applicant is a male, 44 years of age.', 44, 'MALE'],
    ['This 34-year-old sustained an injury.', 34, undefined],
    ['The patient is 45 years old. He fell.', 45, undefined],
    ['This female patient fell.', undefined, 'FEMALE'],
    ['The patient, mother of a 6 year old, fell.', undefined, undefined],
    ['The applicant is a represented employee.', undefined, undefined],
  ])('%s', (summary, age, sex) => {
    const letter = parseText(letter2014({ summary }));

    expect([letter.age?.value, letter.sex?.value]).toEqual([age, sex]);
  });

  test('of two ages the first is used, with a warning', () => {
    const summary = 'The patient is a 45 year old male. On exam the 46 year old male walked.';

    expect(parseText(letter2014({ summary })).age?.value).toBe(45);
    expect(codes(letter2014({ summary }))).toEqual(['AGE_DISAGREES']);
  });
});

describe('the reviewer', () => {
  test.each([
    ['labels', letter2016],
    ['a sentence', letter2014],
  ])('credentials in %s', (_, letter) => {
    const credentials = {
      specialties: 'Public Health & General Preventive Medicine,Pain Management',
      states: 'California,New York',
    };
    const { specialties, licensureStates } = parseText(letter(credentials));

    expect(valuesOf(specialties)).toEqual(['Public Health & General Preventive Medicine', 'Pain Management']);
    expect(valuesOf(licensureStates)).toEqual(['California', 'New York']);
  });

  test('"Washington, D.C." is one place, "Washington, Maryland" are two', () => {
    const letter = parseText(letter2016({ states: 'Texas, Washington, D.C., Washington, Maryland/Ohio' }));

    expect(valuesOf(letter.licensureStates)).toEqual([
      'Texas',
      'Washington, D.C.',
      'Washington',
      'Maryland',
      'Ohio',
    ]);
  });

  test.each([
    'The physician who made the decision is Board Certified in Neurology, and is licensed to practice in Ohio.',
    'The expert reviewer is licensed to practice in Ohio, and is board certified in Neurology.',
    'The physician reviewer is a Neurology and is licensed to practice in Ohio.',
    'The physician reviewer is board-certified in Neurology and licensed to practice in Ohio.',
    'He/she is Licensed in Neurology and is licensed to practice in Ohio.',
  ])('%s', (sentence) => {
    const text = letter2014().replace(
      /The expert reviewer is Board Certified[^]*? practice in [^.]*\./,
      sentence,
    );
    const { specialties, licensureStates } = parseText(text);

    expect([...valuesOf(specialties), ...valuesOf(licensureStates)]).toEqual(['Neurology', 'Ohio']);
  });

  test('states joined by "and" are two, a specialty with "and" is one', () => {
    const letter = parseText(
      letter2014({ specialties: 'Physical Medicine and Rehabilitation', states: 'Texas and Ohio' }),
    );

    expect(valuesOf(letter.specialties)).toEqual(['Physical Medicine and Rehabilitation']);
    expect(valuesOf(letter.licensureStates)).toEqual(['Texas', 'Ohio']);
  });
});

describe('items', () => {
  test('the decision stands after the last colon of the heading', () => {
    const { items } = parseText(
      letter2016({
        items: [{ ...ITEM, heading: 'Labs to include: EKG, DOS: 11/11/2016', decision: 'Overturned' }],
      }),
    );

    expect(items).toMatchObject([
      { label: { value: 'Labs to include: EKG, DOS: 11/11/2016' }, decision: { value: 'OVERTURNED' } },
    ]);
  });

  test.each([
    [
      'form A',
      'authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, 6 visits is',
    ],
    [
      'form A in other words',
      'approved by the claims administrator. The remaining portion of the original request is 6 visits',
    ],
    [
      'form A without "is"',
      'authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, 6 visits',
    ],
  ])('a modified request, %s: the remaining portion is under review', (_, words) => {
    const heading = `Physical therapy, 12 visits was the original request. Physical therapy, 6 visits was ${words}`;
    const [item] = parseText(letter2016({ items: [ITEM, { ...ITEM, heading }] })).items.slice(1);

    expect(item).toMatchObject({
      label: { value: '6 visits' },
      modification: {
        originalRequest: { value: 'Physical therapy, 12 visits' },
        authorized: { value: 'Physical therapy, 6 visits' },
      },
    });
  });

  test('a modified request, form B: the whole request is under review', () => {
    const heading =
      'Shower chair was the original request. The Claims Administrator authorized a shower chair for 1 month, leaving ' +
      'the original request IMR eligible. The original request, shower chair is';
    const [item] = parseText(letter2016({ items: [{ ...ITEM, heading }] })).items;

    expect(item).toMatchObject({
      label: { value: 'shower chair' },
      modification: {
        originalRequest: { value: 'Shower chair' },
        authorized: { value: 'a shower chair for 1 month' },
      },
    });
  });

  test('a heading that only resembles a modified request is kept whole, with a warning', () => {
    const text = letter2016({ items: [{ ...ITEM, heading: 'Rest of the original request' }] });

    expect(parseText(text).items[0]).toMatchObject({ label: { value: 'Rest of the original request' } });
    expect(codes(text)).toEqual(['UNREAD_MODIFICATION']);
  });

  test('words of a rationale that look like a decision are not one', () => {
    const rationale =
      'The prior review noted: Upheld: the request.\nKnee MRI: Upheld\nSo it is. Not medically necessary.';
    const { items } = parseText(
      letter2016({
        items: [
          { ...ITEM, rationale },
          { ...ITEM, heading: 'Knee brace' },
        ],
      }),
    );

    expect(items.map(({ label }) => label.value)).toEqual(['MRI of the left knee', 'Knee brace']);
    expect(items[0]?.rationale?.value).toBe(rationale.replaceAll('\n', ' '));
  });

  test('a line of a heading may end a sentence', () => {
    const heading = `Compound cream: ${'Flurbiprofen 20%, Baclofen 5%, '.repeat(2)}Camphor 2%, Menthol 2%. 180 gm with two refills`;
    const { items } = parseText(letter2016({ items: [ITEM, { ...ITEM, heading }] }));

    expect(items[1]?.label.value).toBe(heading);
  });

  test('a conclusion without its full stop ends a rationale, also where no blank line follows', () => {
    const rationale = 'There is no red flag in this record, and so the request is not medically necessary';
    const items = [
      { ...ITEM, rationale },
      { ...ITEM, heading: 'X-ray, right hand' },
    ];

    expect(parseText(letter2016({ items }).replace(/\n\n/g, '\n')).items[1]?.label.value).toBe(
      'X-ray, right hand',
    );
  });

  test('a letter of many short items is not taken for double spaced', () => {
    const rationale =
      'It lacks a full stop and is as long as its line, so only the blank line tells where it ends';
    const items = Array.from({ length: 15 }, (_, i) => ({ ...ITEM, heading: `Item ${i + 1}`, rationale }));

    expect(valuesOf(parseText(letter2016({ items })).items.map(({ label }) => label))).toEqual(
      items.map(({ heading }) => heading),
    );
  });

  test.each([
    ['short', 'Not needed'],
    ['as long as its line', `${ITEM.rationale} The request for an MRI is, as said above, not`],
  ])('a rationale without a full stop (%s) does not run into the next heading', (_, rationale) => {
    const { items } = parseText(
      letter2016({
        items: [
          { ...ITEM, rationale },
          { ...ITEM, heading: 'Knee brace' },
        ],
      }),
    );

    expect(items.map((item) => [item.label.value, item.rationale?.value])).toEqual([
      ['MRI of the left knee', rationale],
      ['Knee brace', ITEM.rationale],
    ]);
  });

  test('where that cannot be told, a warning says so', () => {
    const text = letter2016({
      items: [
        { ...ITEM, rationale: `${ITEM.rationale} The request for an MRI is, as said above, not` },
        { ...ITEM, heading: 'Brace' },
      ],
    });

    expect(codes(text.replace(/\n\n/g, '\n'))).toEqual(['DOUBTFUL_HEADING']);
  });

  test.each([
    ['Knee brace: UPHELD', 'UPHELD'],
    ['Knee brace: Upheld.', 'UPHELD'],
    ['Knee brace:Overturned', 'OVERTURNED'],
    ['Knee brace: Overturn', 'OVERTURNED'],
    ['Knee brace: OVERTURNED .', 'OVERTURNED'],
  ])('%s', (heading, decision) => {
    const text = letter2016({ items: [ITEM, ITEM] });
    const at = text.lastIndexOf(`${ITEM.heading}: Upheld`);
    const { items, warnings } = parseText(
      text.slice(0, at) + heading + text.slice(at + ITEM.heading.length + 8),
    );

    expect(items[1]).toMatchObject({ label: { value: 'Knee brace' }, decision: { value: decision } });
    expect(warnings).toEqual([]);
  });

  test('an item that is decided in part is read as its last word says, with a warning', () => {
    const text = letter2016().replace(': Upheld', ': Partially Overturned');

    expect(parseText(text).items).toMatchObject([
      { label: { value: ITEM.heading }, decision: { value: 'OVERTURNED' } },
    ]);
    expect(codes(text)).toEqual(['DECIDED_IN_PART']);
  });

  test.each([
    'Associated surgical service: Cold therapy unit',
    'Retrospective request for Norco 10/325 mg #60 (DOS: 11/11/2016)',
    'Labs to include: EKG, CBC',
    'physical therapy, 6 visits',
  ])('%s', (heading) => {
    const { items, warnings } = parseText(letter2016({ items: [ITEM, { ...ITEM, heading }] }));

    expect(items[1]?.label.value).toBe(heading);
    expect(warnings).toEqual([]);
  });

  test('page numbers that are left in a text without page breaks are no part of it', () => {
    const text = letter2016({ items: [ITEM, { ...ITEM, heading: 'Knee brace' }] });
    const numbered = text
      .replace('CLINICAL CASE', '\n1\n\nCLINICAL CASE')
      .replace('Knee brace: Upheld\n', 'Knee brace: Upheld\n\n2\n');

    expect(readingsOf(parseText(numbered))).toEqual(readingsOf(parseText(text)));
    expect(codes(numbered)).toEqual([]);
  });

  test("the number of a letter's only page is no part of its last rationale", () => {
    expect(parseText(`${letter2016()}\n\n1\n`).items[0]?.rationale?.value).toBe(ITEM.rationale);
  });

  test('an item without its guideline lines or rationale is kept, and named', () => {
    const text = letter2016().replace(/^MAXIMUS guideline:.*\n/m, '') + '\nKnee brace: Overturned\n';
    const letter = parseText(text);

    expect(letter.items.map(({ label }) => label.value)).toEqual(['MRI of the left knee', 'Knee brace']);
    expect(letter.warnings).toMatchObject([
      {
        code: 'INCOMPLETE_ITEM',
        message: expect.stringContaining("the reviewer's guideline: MRI of the left knee"),
      },
      { code: 'INCOMPLETE_ITEM', message: expect.stringContaining('the rationale: Knee brace') },
    ]);
  });
});

describe('set words that are written otherwise', () => {
  const whole = parseText(letter2016());

  test.each([
    ['HOW THE IMR FINAL DETERMINATION WAS MADE', 'How the IMR Final Determination Was Made'],
    ['CLINICAL CASE SUMMARY', 'CLINICAL CASE SUMARY'],
    ['IMR ISSUES, DECISIONS AND RATIONALES', 'IMR Issues, Decisions and Rationales:'],
    ['Decision rationale:', 'Decision Rational:'],
    ['MAXIMUS guideline:', 'Maximus Guidelines:'],
    ['Claims Administrator guideline:', 'Claims Administator guideline:'],
    ['State(s) of Licensure:', 'States of Licensure:'],
    ['Date Assigned:', 'DATE ASSIGNED:'],
    ['Case Number:', 'Case number:'],
  ])('%s: %s', (usual, other) => {
    const letter = parseText(letter2016().replace(usual, other));

    expect(letter).toMatchObject({ template: '2016-header-table', warnings: [] });
    expect(letter.items.map(({ rationale }) => rationale?.value)).toEqual([ITEM.rationale]);
    expect(letter.clinicalSummary?.value).toBe(whole.clinicalSummary?.value);
    expect(datesOf(letter.dates)).toEqual(datesOf(whole.dates));
    expect(valuesOf(letter.licensureStates)).toEqual(valuesOf(whole.licensureStates));
  });

  test('a line of prose that begins like a heading is none', () => {
    const summary = 'The reviewer wrote the\nclinical case summary of a\nperson who fell.';

    expect(parseText(letter2016({ summary })).clinicalSummary?.value).toBe(summary.replaceAll('\n', ' '));
  });
});

describe('what is no whole letter', () => {
  const code = (text: string) => {
    try {
      return parseText(text).template;
    } catch (error) {
      return error;
    }
  };

  test('a text of another kind is refused', () => {
    expect(code('Dear Sir, the request is denied.')).toMatchObject({ code: 'UNKNOWN_TEMPLATE' });
  });

  test('a letter of an era that is not read is refused, with the nearest template, its score and what the letter lacks', () => {
    const text = 'HOW THE IMR FINAL DETERMINATION WAS MADE\n\nCLINICAL CASE SUMMARY\n\nRATIONALES';

    expect(code(text)).toMatchObject({
      code: 'UNKNOWN_TEMPLATE',
      message: expect.stringMatching(
        /2014-no-header \(score 0\.33: 2 of 6 signs\).*IMR ISSUES, DECISIONS AND/,
      ),
    });
  });

  test('a letter that breaks off before its first decision is refused', () => {
    const whole = letter2016();

    expect(code(whole.slice(0, whole.indexOf('IMR ISSUES')))).toMatchObject({ code: 'INCOMPLETE_LETTER' });
  });
});
