import { describe, expect, test } from '@jest/globals';
import { InputError } from '../../../src/query/input-error.js';
import { placeText } from '../../../src/query/place.js';
import {
  lookUpCitations,
  type GuidelineMentionRow,
  type TextForm,
} from '../../../src/query/citation-lookup.js';

const ALL = { first: 1_000_000 };

function mentions(
  text: string,
  form: TextForm = 'PROSE',
  asOf: string | null = null,
): readonly GuidelineMentionRow[] {
  const { nodes, hasNextPage } = lookUpCitations(text, form, asOf, ALL);
  expect(hasNextPage).toBe(false);
  expect(nodes.filter(({ start, end, raw }) => text.slice(start, end) !== raw)).toEqual([]);
  return nodes;
}

/** "words: guideline status" of each mention. */
function told(rows: readonly GuidelineMentionRow[]): string[] {
  return rows.map(({ raw, guidelineId, resolution, silent }) =>
    [raw, '=', guidelineId, resolution, ...(silent ? ['silent'] : [])].join(' '),
  );
}

const BRIEF =
  'Counsel cites the MTUS Low Back Complaints, page 303. The ODG, Shoulder chapter is not met.\n' +
  '“Naïve” reading of ACOEM, low back chapter 😀 fails: the ODG does not address it. The ODG, Shoulder chapter again.';

describe('running text', () => {
  test('each mention, as often as it is made, with its own place', () => {
    expect(told(mentions(BRIEF))).toEqual([
      'MTUS Low Back Complaints, page 303 = MTUS > Low Back Complaints (2004) RESOLVED',
      'ODG, Shoulder chapter = ODG > Shoulder RESOLVED',
      'ACOEM, low back chapter = ACOEM > low back AMBIGUOUS',
      'ODG = ODG RESOLVED silent',
      'ODG, Shoulder chapter = ODG > Shoulder RESOLVED',
    ]);
  });

  test('what is ambiguous comes with its candidates', () => {
    const [mention] = mentions('ACOEM, low back chapter');
    expect(mention?.candidates).toEqual(['MTUS > Low Back Complaints', 'MTUS > Low Back Disorders']);
  });

  test('the day tells which title is meant', () => {
    const text = 'the MTUS Low Back chapter';
    expect(told(mentions(text))).toEqual(['MTUS Low Back chapter = MTUS > Low Back AMBIGUOUS']);
    expect(told(mentions(text, 'PROSE', '2016-05-01'))).toEqual([
      'MTUS Low Back chapter = MTUS > Low Back Complaints (2004) RESOLVED',
    ]);
  });

  test.each(['', ' \n\t', 'No guideline is named here.', '\ud800 lone surrogate', '\0\0'])(
    '%j names none',
    (text) => {
      expect(mentions(text)).toEqual([]);
    },
  );
});

describe('a guideline line', () => {
  test('cites also other sources, and several topics are of one chapter', () => {
    const text =
      'Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies, Physical Methods. ' +
      'Decision based on Non-MTUS Citation Journal of Invented Medicine 2012.';
    expect(told(mentions(text, 'GUIDELINE_LINE'))).toEqual([
      'Knee Complaints 2004, Section(s): Special Studies, Physical Methods = MTUS > Knee Complaints (2004) RESOLVED',
      'Journal of Invented Medicine 2012 = Journal of Invented Medicine 2012 NO_MATCH',
    ]);
  });

  test('one topic is the guideline', () => {
    expect(
      told(
        mentions(
          'Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies.',
          'GUIDELINE_LINE',
        ),
      ),
    ).toEqual([
      'Knee Complaints 2004, Section(s): Special Studies = MTUS > Knee Complaints (2004) > Special Studies RESOLVED',
    ]);
  });
});

describe('pages', () => {
  const text = 'MTUS. ODG. ACOEM. ODG. MTUS.';
  const behind = (ordinal: number) => placeText('lookupCitations', { value: ordinal, key: '' });
  const page = (after: string | null) => lookUpCitations(text, 'PROSE', null, { first: 2, after });

  test('go on behind a mention', () => {
    expect(page(behind(2)).nodes.map(({ ordinal, raw, start }) => ({ ordinal, raw, start }))).toEqual([
      { ordinal: 3, raw: 'ACOEM', start: 11 },
      { ordinal: 4, raw: 'ODG', start: 18 },
    ]);
    expect(
      [null, ...[2, 4, 5, 900].map(behind)].map((after) => [
        page(after).nodes.length,
        page(after).hasNextPage,
      ]),
    ).toEqual([
      [2, true],
      [2, true],
      [1, false],
      [0, false],
      [0, false],
    ]);
  });

  test.each([
    '2',
    ...[-1, 0, 1.5, 1e300, null].map((value) => placeText('lookupCitations', { value, key: '' })),
  ])('a cursor of another list (%s) is refused', (after) => {
    expect(() => page(after)).toThrow(InputError);
  });
});

describe('hostile texts are read as any other', () => {
  const LENGTH = 100_000;
  test.each([
    'MTUS ',
    'ODG, chapter Low Back, topic "MRI" ',
    'medical treatment utilization schedule ',
    'page 1, ',
    '((((',
    '\n',
    'a',
    'not addressed in the ',
    'Decision based on MTUS, ODG; ACOEM ',
    "'}) DETACH DELETE n //",
    '😀',
  ])('%j without end', (words) => {
    const text = words.repeat(Math.ceil(LENGTH / words.length)).slice(0, LENGTH);
    for (const form of ['PROSE', 'GUIDELINE_LINE'] as const) {
      const rows = mentions(text, form);
      expect(rows.every(({ start, end }) => 0 <= start && start < end && end <= LENGTH)).toBe(true);
    }
  });
});
