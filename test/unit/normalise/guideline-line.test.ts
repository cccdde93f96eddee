import { describe, expect, test } from '@jest/globals';
import { readGuidelineLine } from '../../../src/normalise/guideline-line.js';
import { readMtusClause } from '../../../src/normalise/mtus-clause.js';
import { collect, contextOf, OFFSET, quoteOf, short } from './support.js';

describe('basis', () => {
  test.each([
    ['Decision based on MTUS Knee Complaints 2004.', 'MTUS'],
    ['Decision based on MTUS ACOEM.  Decision based on Non-MTUS Citation ODG', 'MTUS'],
    [
      'The Expert Reviewer based their decision on recommendation(s) outside of the MTUS Guidelines.',
      'OUTSIDE_MTUS',
    ],
    [
      'The Claims Administrator did not base their decision on the MTUS. Decision based on Non-MTUS Citation ODG',
      'OUTSIDE_MTUS',
    ],
    ['Decision based on Non-MTUS Citation ODG, Pain', 'OUTSIDE_MTUS'],
    ['The Claims Administrator did not cite any medical evidence for its decision.', 'NONE'],
    ['MTUS Postsurgical Treatment Guidelines.', 'MTUS'],
    ['Chronic Pain Medical Treatment Guidelines Page(s): 22.', 'MTUS'],
    ['See the rationale.', null],
  ])('%s', (line, basis) => {
    expect(readGuidelineLine(quoteOf(line)).basis?.value ?? null).toBe(basis);
  });
});

test('clauses are cut apart, also where a line break left "Non- MTUS" or "Citation" is missing', () => {
  const line =
    'Decision based on MTUS Knee Complaints 2004. Decision based on Non- MTUS Official Disability Guidelines, Knee.';
  const { clauses } = readGuidelineLine(quoteOf(line));
  expect(clauses.map(({ isMtus, words }) => [isMtus, words.value])).toEqual([
    [true, 'Knee Complaints 2004.'],
    [false, 'Official Disability Guidelines, Knee.'],
  ]);
  expect(clauses[1]?.words.span).toEqual([OFFSET + line.indexOf('Official'), OFFSET + line.length]);
});

function read(clause: string, asOf: string | null = '2017-01-31') {
  const { warn, codes } = collect();
  return { citations: readMtusClause(quoteOf(clause), contextOf({ warn, asOf })), codes: codes() };
}

describe('the MTUS of the letters since 2016', () => {
  test.each([
    ['Low Back Complaints 2004.', ['MTUS / Low Back Complaints / 2004 / ']],
    [
      'Chronic Pain Medical Treatment 2016 Guidelines, Section(s): Biofeedback.',
      ['MTUS / Chronic Pain Medical Treatment / 2016 / Biofeedback'],
    ],
    [
      'Forearm, Wrist, and Hand Complaints 2004, Section(s): Special Studies, Summary, and Postsurgical Treatment 2009, Section(s): Forearm, Wrist, & Hand, and Opioid Treatment 2016.',
      [
        'MTUS / Forearm, Wrist, and Hand Complaints / 2004 / Special Studies; Summary',
        'MTUS / Postsurgical Treatment / 2009 / Forearm, Wrist, & Hand',
        'MTUS / Opioid Treatment / 2016 / ',
      ],
    ],
    [
      'Chronic Pain Medical Treatment 2016, Section(s): NSAIDs, GI symptoms & cardiovascular risk, NSAIDs, specific drug list & adverse effects, Work conditioning, work hardening.',
      [
        'MTUS / Chronic Pain Medical Treatment / 2016 / NSAIDs, GI symptoms & cardiovascular risk; NSAIDs, specific drug list & adverse effects; Work conditioning, work hardening',
      ],
    ],
    [
      'General Approaches 2004, Section(s): Prevention, Cornerstones of Disability Prevention and Management.',
      ['MTUS / General Approaches / 2004 / Prevention; Cornerstones of Disability Prevention and Management'],
    ],
    [
      'Hip and Groin Disorders 2019, and Hand, Wrist and Forearm Disorders 2019.',
      ['MTUS / Hip and Groin Disorders / 2019 / ', 'MTUS / Hand, Wrist, and Forearm Disorders / 2019 / '],
    ],
    [
      'Workplace Mental Health: Depressive Disorders 2020.',
      ['MTUS / Workplace Mental Health: Depressive Disorders / 2020 / '],
    ],
  ])('%s', (clause, expected) => {
    const { citations, codes } = read(clause);
    expect(citations.map(short)).toEqual(expected);
    expect(codes).toEqual([]);
  });
});

describe('the MTUS of the letters of 2014 and 2015', () => {
  test.each([
    ['ACOEM.', ['MTUS / - / - / ']],
    [
      'ACOEM Chapter 8 Neck and Upper Back Complaints Page(s): 177-179..',
      ['MTUS / Neck and Upper Back Complaints / 2004 /  p. 177-179'],
    ],
    [
      'ACOEM Chapter 12 Low Back Complaints Page(s): Table 12-8, 309.',
      ['MTUS / Low Back Complaints / 2004 /  p. 309 t. 12-8'],
    ],
    ['ACOEM Chapter 10 Elbow Complaints.', ['MTUS / Elbow Complaints / - / ']],
    [
      'ACOEM Chapter 3 Initial Approaches to Treatment Page(s): 48.',
      ['MTUS / General Approaches / 2004 / Initial Approaches to Treatment p. 48'],
    ],
    [
      'ACOEM Chapter 9 Shoulder Complaints Page(s): 207-209,Chronic Pain Treatment Guidelines Opioids Page(s): 78, 93.',
      [
        'MTUS / Shoulder Complaints / 2004 /  p. 207-209',
        'MTUS / Chronic Pain Medical Treatment / - / Opioids p. 78,93',
      ],
    ],
    [
      'ACOEM Chapter 9 Shoulder Complaints, Chapter 12 Low Back Complaints Page(s): 303; Figure 12-1.',
      ['MTUS / Shoulder Complaints / 2004 / ', 'MTUS / Low Back Complaints / 2004 /  p. 303'],
    ],
    [
      'Chronic Pain Medical Treatment Guidelines, Opioids Page(s): 78 of 127.',
      ['MTUS / Chronic Pain Medical Treatment / - / Opioids p. 78'],
    ],
    ['ACOEM Chapter 10 Elbow Complaints (Revised 2007).', ['MTUS / Elbow Complaints / 2007 / ']],
    ['Acupuncture Treatment Guidelines.', ['MTUS / Acupuncture Treatment / 2007 / ']],
    [
      'Post-Surgical Treatment Guidelines Page(s): 26-27.',
      ['MTUS / Postsurgical Treatment / 2009 /  p. 26-27'],
    ],
  ])('%s', (clause, expected) => {
    const { citations, codes } = read(clause);
    expect(citations.map(short)).toEqual(expected);
    expect(codes).toEqual([]);
  });
});

test.each([
  [
    'Low Back Complaints 2004, Section(s): Inital Care, Diagnositc Criteria.',
    'Initial Care; Diagnostic Criteria',
  ],
  ['Low Back Complants 2004, Section(s): Summary.', 'Summary'],
])('a mistyped name is put right: %s', (clause, topics) => {
  const { citations, codes } = read(clause);
  expect(citations.map(short)).toEqual([`MTUS / Low Back Complaints / 2004 / ${topics}`]);
  expect(codes).toEqual([]);
});

describe('what the catalogue does not know is kept as written, with a warning', () => {
  test.each([
    [
      'Jaw Disorders 2023, Section(s): Imaging.',
      'MTUS / Jaw Disorders / 2023 / Imaging NO_MATCH',
      ['UNKNOWN_GUIDELINE', 'UNKNOWN_SECTION'],
    ],
    [
      'Knee Complaints 2004, Section(s): Robots, and their use, Summary.',
      'MTUS / Knee Complaints / 2004 / Robots, and their use; Summary',
      ['UNKNOWN_SECTION'],
    ],
    ['Knee Complaints 1997.', 'MTUS / Knee Complaints / 1997 / ', ['UNKNOWN_EDITION']],
    ['something else.', 'MTUS / something else / - /  NO_MATCH', ['UNKNOWN_GUIDELINE']],
    [
      'ACOEM Chapter 9 Knee Complaints.',
      'MTUS / Knee Complaints / - /  AMBIGUOUS [MTUS > Knee Complaints | MTUS > Shoulder Complaints]',
      ['CHAPTER_DISAGREES'],
    ],
  ])('%s', (clause, expected, warnings) => {
    const { citations, codes } = read(clause);
    expect(citations.map(short)).toEqual([expected]);
    expect(codes).toEqual(warnings);
  });
});

test('each citation quotes its own words at their place', () => {
  const clause = 'Shoulder Complaints 2004, Section(s): Summary, and Low Back Complaints 2004.';
  const { citations } = read(clause);
  expect(citations.map(({ raw }) => raw)).toEqual([
    'Shoulder Complaints 2004, Section(s): Summary',
    'Low Back Complaints 2004',
  ]);
  for (const { raw, span } of citations) expect(clause.slice(span[0] - OFFSET, span[1] - OFFSET)).toBe(raw);
});
