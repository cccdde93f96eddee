import { describe, expect, test } from '@jest/globals';
import { ITEM, letter2014, letter2016, type ItemFields } from '../../support/letters.js';
import { parseText, valuesOf } from '../../support/parse.js';

/** What printers and extractors make of a letter without changing what it says. */
const LAYOUTS: Readonly<Record<string, (text: string) => string>> = {
  'as printed': (text) => text,
  'lines of a web form': (text) => text.replace(/(.{40,60}) (?=.*\n)/g, '$1\n'),
  'without blank lines': (text) => text.replace(/\n+/g, '\n'),
  'double spaced, Windows': (text) => text.replaceAll('\n', '\r\n\r\n'),
  'pages with the case number': (text) => paged(text, '\f', () => 'Case Number: CM16-0999901'),
  'pages with a title': (text) =>
    paged(text, '\f', (page) => `Final Determination Letter for IMR Case Number CM16-0999901 Page ${page}`),
  'page breaks lost, feet kept': (text) => paged(text, '\n\n', (page) => `Page ${page} | 9`),
  'page breaks lost, the case number kept': (text) => paged(text, '\n', () => 'CM16-0999901'),
};

function paged(text: string, pageBreak: string, head: (page: number) => string): string {
  const lines = text.split('\n');
  const pages = Array.from({ length: Math.ceil(lines.length / 23) }, (_, i) =>
    lines.slice(i * 23, (i + 1) * 23).join('\n'),
  );
  return pages.map((page, i) => (i === 0 ? page : `${head(i + 1)}\n\n${page}`)).join(`\n${pageBreak}`);
}

const NO_EVIDENCE: Partial<ItemFields> = {
  claimsAdministratorGuideline:
    'The Claims Administrator did not cite any medical evidence for its decision.',
  reviewerGuideline: 'The Expert Reviewer did not cite any medical evidence for its decision.',
  rationale: 'As the surgery is not medically necessary, none of its associated services are.',
};

/** Items as they are headed; each letter is read in every layout. */
const LETTERS: Readonly<Record<string, readonly Partial<ItemFields>[]>> = {
  'colons, dates, percentages, semicolons': [
    { heading: 'Post-operative therapy, to include: gait training, range of motion; starting 01/05/2017' },
    { heading: 'Compound: Flurbiprofen 20%/Lidocaine 5%, 180 grams: refills x 2', decision: 'Overturned' },
    { heading: 'Retrospective (DOS 10/03/2016): urine drug screen, 10 panel' },
    { heading: 'X-ray (3 views; AP, lateral, oblique)' },
  ],
  'abbreviations and quotation marks': [
    { heading: 'Consult with Dr. for pain, eval. and treat' },
    { heading: 'Percocet 10/325mg tab. #120, 1 p.o. q.i.d. p.r.n' },
    { heading: 'Bilateral L4-5, L5-S1 transforaminal epidural steroid injections w/ fluoro. guidance' },
    { heading: 'Orthopedic mattress, "Sleep Number" type' },
  ],
  'numbers and small letters first': [
    { heading: '60 tablets of Soma 350mg' },
    { heading: '2 follow-up visits between 10/1/2014 and 12/31/2014' },
    { heading: 'physical therapy 3 x 4 for the neck' },
  ],
  'a surgery and what depends on it': [
    { heading: 'Right shoulder arthroscopic rotator cuff repair' },
    { heading: 'Associated surgical service: Pre-operative clearance: EKG, CBC', ...NO_EVIDENCE },
    { heading: 'Assistant surgeon', ...NO_EVIDENCE },
    { heading: 'Assistant surgeon', ...NO_EVIDENCE },
  ],
  'several items with the same name': [
    { heading: 'Ibuprofen 800 mg #90' },
    { heading: 'Ibuprofen 800 mg #90', decision: 'Overturned' },
    { heading: 'ibuprofen 800 mg #90' },
  ],
  'rationales that speak of decisions': [
    {
      heading: 'Botox injection',
      rationale: 'A request was Overturned on appeal: Upheld was the first result.',
    },
    { heading: 'CT scan', rationale: 'It was decided last year. Therefore the determination is: Upheld.' },
    { heading: 'EMG', rationale: 'Last year the same service was decided as follows: Overturned' },
  ],
};

describe.each(Object.entries(LETTERS))('%s', (_, fields) => {
  const items = fields.map((item) => ({ ...ITEM, ...item }));
  test.each(Object.entries(LAYOUTS))('%s', (_layout, layOut) => {
    for (const letter of [letter2014, letter2016]) {
      const read = parseText(layOut(letter({ items })));

      expect(
        read.items.map(({ label, decision, rationale }) => [label.value, decision.value, rationale?.value]),
      ).toEqual(
        items.map(({ heading, decision, rationale }) => [heading, decision.toUpperCase(), rationale]),
      );
      expect(valuesOf(read.licensureStates)).toEqual(['California', 'New York']);
    }
  });
});

test.each([
  ['Case Number: cm16-0999901', 'small letters'],
  ['Case Number: CM16–0999901', 'a dash'],
  ['Case Number: CM16- 0999901', 'a number broken over two lines'],
])('%s: %s', (row) => {
  expect(parseText(letter2016().replace(/Case Number:.*/, row)).caseNumber?.value).toBe('CM16-0999901');
});

test.each([
  ['A fifty-two (52) year old female with a date of injury of 6/6/2006.', 52, 'FEMALE', '2006-06-06'],
  ['The patient is a 57-year-old (DOB 1/1/57) female injured on 6/6/2006.', 57, 'FEMALE', '2006-06-06'],
  ['This is a 58-year-old with a date of injury of 6/6/2006.', 58, undefined, '2006-06-06'],
  ['The patient is a 54 year old. Her husband is a 60 year old male.', 54, undefined, undefined],
  ['This 70 year-old male was injured 6/6/2006 in a fall.', 70, 'MALE', '2006-06-06'],
  ['A 36 year old male laborer who on 6/6/2006 sustained a crush injury.', 36, 'MALE', '2006-06-06'],
])('%s', (summary, age, sex, dateOfInjury) => {
  const letter = parseText(letter2014({ summary }));

  expect([letter.age?.value, letter.sex?.value, letter.dates.dateOfInjury?.value]).toEqual([
    age,
    sex,
    dateOfInjury,
  ]);
});
