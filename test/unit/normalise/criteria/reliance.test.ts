import { describe, expect, test } from '@jest/globals';
import type { Citation, GuidelinePlace } from '../../../../src/normalise/determination.js';
import { reliesOn } from '../../../../src/normalise/criteria/reliance.js';

/** "ODG / Low Back / MRI": what a finding cites; of several topics each is set off by "&". */
function cited(words: string, fields: Partial<Citation> = {}): Citation {
  const [source = '', chapter = null, topics = ''] = words.split(' / ');
  return {
    role: 'EXPERT_REVIEWER',
    source,
    chapter,
    edition: null,
    topics: topics === '' ? [] : topics.split(' & '),
    pages: [],
    tables: [],
    inferred: false,
    silent: false,
    resolution: 'RESOLVED',
    candidates: [],
    raw: words,
    span: [0, 0],
    ...fields,
  };
}

const inRationale = (words: string, fields: Partial<Citation> = {}) =>
  cited(words, { role: 'RATIONALE', ...fields });

const lines = (...words: string[]) => words.map((one) => cited(one));

/** Mentions of a rationale, from 100 on, ten characters from one to the next. */
const mentions = (...words: string[]) =>
  words.map((one, i) => ({ start: 100 + 10 * i, citation: inRationale(one) }));

const short = (place: GuidelinePlace | null) =>
  place && [place.source, place.chapter, ...place.topics].filter((part) => part !== null).join(' / ');

describe('a guideline that the rationale names', () => {
  test.each([
    ['the last before the statement', 125, 'ODG / Low Back / MRI'],
    ['at the statement itself', 120, 'ODG / Low Back / MRI'],
    ['one between others', 119, 'MTUS / Low Back Complaints'],
    ['the first', 105, 'ODG / Pain'],
    ['behind all of them', 9999, 'MTUS / Chronic Pain'],
  ])('%s', (_, offset, expected) => {
    const named = mentions(
      'ODG / Pain',
      'MTUS / Low Back Complaints',
      'ODG / Low Back / MRI',
      'MTUS / Chronic Pain',
    );
    expect(short(reliesOn(offset, { inLines: lines('ODG / Neck'), mentions: named }))).toBe(expected);
  });

  test('of several topics of one mention: their chapter', () => {
    const named = mentions('ODG / Low Back / MRI & CT');
    expect(short(reliesOn(500, { inLines: [], mentions: named }))).toBe('ODG / Low Back');
  });
});

describe('a source alone', () => {
  test.each([
    [
      'the line of that source says what of it',
      ['MTUS / Chronic Pain', 'ODG / Low Back / MRI'],
      'ODG',
      'ODG / Low Back / MRI',
    ],
    [
      'several lines of that source, one chapter',
      ['ODG / Low Back / MRI', 'ODG / Low Back / CT'],
      'ODG',
      'ODG / Low Back',
    ],
    ['several lines of that source, several chapters', ['ODG / Low Back / MRI', 'ODG / Pain'], 'ODG', 'ODG'],
    [
      'the same topic in two lines',
      ['ODG / Low Back / MRI', 'ODG / Low Back / MRI'],
      'ODG',
      'ODG / Low Back / MRI',
    ],
    ['no line of that source', ['MTUS / Chronic Pain'], 'ODG', 'ODG'],
    ['no line at all', [], 'ACOEM', 'ACOEM'],
  ])('%s', (_, inLines, named, expected) => {
    expect(short(reliesOn(500, { inLines: lines(...inLines), mentions: mentions(named) }))).toBe(expected);
  });
});

describe("no guideline before the statement: the reviewer's line", () => {
  test.each([
    ['one guideline', ['ODG / Low Back / MRI'], 'ODG / Low Back / MRI'],
    ['several topics of one', ['ODG / Low Back / MRI & CT'], 'ODG / Low Back'],
    ['several of one source', ['ODG / Low Back', 'ODG / Pain'], 'ODG'],
    ['several sources: the first', ['MTUS / Chronic Pain', 'ODG / Pain', 'MTUS / Knee'], 'MTUS'],
  ])('%s', (_, inLines, expected) => {
    const named = mentions('ACOEM / Knee');
    expect(short(reliesOn(99, { inLines: lines(...inLines), mentions: named }))).toBe(expected);
    expect(short(reliesOn(99, { inLines: lines(...inLines), mentions: [] }))).toBe(expected);
  });

  test("what the claims administrator cites, and what is silent, is none of the reviewer's", () => {
    const inLines = [
      cited('MTUS / Chronic Pain', { role: 'CLAIMS_ADMINISTRATOR' }),
      cited('ACOEM / Knee', { silent: true }),
      cited('ODG / Pain'),
    ];
    expect(short(reliesOn(0, { inLines, mentions: [] }))).toBe('ODG / Pain');
    expect(reliesOn(0, { inLines: inLines.slice(0, 2), mentions: [] })).toBeNull();
  });

  test('a source alone looks up only what counts', () => {
    const inLines = [
      cited('ODG / Pain', { role: 'CLAIMS_ADMINISTRATOR' }),
      cited('ODG / Neck', { silent: true }),
      cited('ODG / Knee'),
    ];
    expect(short(reliesOn(500, { inLines, mentions: mentions('ODG') }))).toBe('ODG / Knee');
  });
});

describe('neither before it nor in a line', () => {
  test('the guideline named next', () => {
    expect(short(reliesOn(50, { inLines: [], mentions: mentions('ODG / Pain', 'ODG / Neck') }))).toBe(
      'ODG / Pain',
    );
  });

  test('nothing cited at all: null', () => {
    expect(reliesOn(50, { inLines: [], mentions: [] })).toBeNull();
  });
});

test('editions and how sure a guideline is are handed on', () => {
  const knee = { edition: 2011, resolution: 'AMBIGUOUS' } as const;
  expect(reliesOn(0, { inLines: [cited('ACOEM / Knee', knee)], mentions: [] })).toEqual({
    source: 'ACOEM',
    chapter: 'Knee',
    edition: 2011,
    topics: [],
    resolution: 'AMBIGUOUS',
  });
});

test('two editions of one chapter are not one place', () => {
  const inLines = [cited('ACOEM / Knee', { edition: 2004 }), cited('ACOEM / Knee', { edition: 2011 })];
  expect(reliesOn(0, { inLines, mentions: [] })).toMatchObject({
    source: 'ACOEM',
    chapter: null,
    edition: null,
  });
});
