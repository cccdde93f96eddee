import { describe, expect, test } from '@jest/globals';
import { readGuidelineLine } from '../../../src/normalise/guideline-line.js';
import { readMtusClause } from '../../../src/normalise/mtus-clause.js';
import { readParty } from '../../../src/normalise/party.js';
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
    // beside a citation, "did not cite any" is not the whole of it
    [
      'The Claims Administrator did not cite any medical evidence for its decision. Decision based on Non-MTUS Citation ODG, Knee.',
      'OUTSIDE_MTUS',
    ],
    [
      'The Expert Reviewer based their decision on recommendation(s) outside of the MTUS Guidelines. Decision based on Non-MTUS ODG.',
      'OUTSIDE_MTUS',
    ],
    // in the sentences of 2013
    ['The Claims Administrator did not cite any evidence based guideline.', 'NONE'],
    ['The Claims Administrator did not provide a guideline.', 'NONE'],
    ['No evidence based guideline was cited.', 'NONE'],
    [
      'The Physician Reviewer based his/her decision on the MTUS Chronic Pain Medical Treatment Guidelines, page 46.',
      'MTUS',
    ],
    [
      'The Claims Administrator based its decision on the ACOEM Practice Guidelines, Chapter 12, which is part of the MTUS.',
      'MTUS',
    ],
    [
      'The Claims Administrator based its decision on the Official Disability Guidelines (ODG), which is not part of the MTUS.',
      'OUTSIDE_MTUS',
    ],
    ['The Physician Reviewer did not find that MTUS addressed the request.', 'OUTSIDE_MTUS'],
    ['The Expert Reviewer found no section of the MTUS applicable.', 'OUTSIDE_MTUS'],
    ['The Expert Reviewer relied upon the Official Disability Guidelines, Pain Chapter.', 'OUTSIDE_MTUS'],
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

describe('what the sentences of 2013 say', () => {
  const citations = (line: string) => readParty(quoteOf(line), contextOf({ asOf: '2013-12-31' })).citations;

  test.each([
    [
      'The Claims Administrator based its decision on the Chronic Pain Medical Treatment Guidelines, (Opioids), page 78-80, which is part of the MTUS.',
      ['MTUS / Chronic Pain Medical Treatment / - / Opioids p. 78-80'],
    ],
    [
      'The Physician Reviewer based his/her decision on the MTUS Chronic Pain Medical Treatment Guidelines, pages 16-19.',
      ['MTUS / Chronic Pain Medical Treatment / - /  p. 16-19'],
    ],
    [
      'The Claims Administrator based its decision on the American College of Occupational and Environmental Medicine (ACOEM), 2nd Edition, (2004), Chapter 12, page 303, which is part of the MTUS.',
      ['MTUS / Low Back Complaints / 2004 /  p. 303'],
    ],
    [
      'The Claims Administrator based its decision on the Low Back Complaints (ACOEM Practice Guidelines, 2nd Edition (2004), Chapter 12), which is part of the MTUS.',
      ['MTUS / Low Back Complaints / 2004 / '],
    ],
    [
      'The Expert Reviewer relied upon the Postsurgical Treatment Guidelines, which is a part of the Medical Treatment Utilization Schedule (MTUS).',
      ['MTUS / Postsurgical Treatment / 2009 / '],
    ],
    [
      'The Claims Administrator based its decision on the Chronic Pain Medical Treatment Guidelines, page 64, which is part of the MTUS, and the Official Disability Guidelines (ODG), Pain Chapter, which is not part of the MTUS.',
      ['MTUS / Chronic Pain Medical Treatment / - /  p. 64', 'ODG / Pain / - / '],
    ],
    [
      'The Expert Reviewer did not find any section of the MTUS to be applicable. The Expert Reviewer based his/her decision on the Official Disability Guidelines (ODG), Knee Chapter, Gym memberships.',
      ['ODG / Knee & Leg / - / Gym memberships'],
    ],
    [
      'The Claims Administrator based its decision on the MTUS Acupuncture Treatment Guidelines, and the MTUS ACOEM Guidelines, Chapter 13, Knee Complaints, page 338, and the Official Disability Guidelines, Knee.',
      [
        'MTUS / Acupuncture Treatment / 2007 / ',
        'MTUS / Knee Complaints / 2004 /  p. 338',
        'ODG / Knee & Leg / - / ',
      ],
    ],
    [
      'The Claims Administrator based its decision on the MTUS Chronic Pain Medical Treatment Guidelines, page 49, and the ACOEM Practice Guidelines, 3rd Edition, and www.mdguidelines.com.',
      [
        'MTUS / Chronic Pain Medical Treatment / - /  p. 49',
        'ACOEM / - / 2011 / ',
        'MDGuidelines / - / - / ',
      ],
    ],
    [
      'The Claims Administrator based its decision on the ACOEM Practice Guidelines, Chapter 12, page 303, and the Chronic Pain Medical Treatment Guidelines, which are part of the MTUS.',
      ['MTUS / Low Back Complaints / 2004 /  p. 303', 'MTUS / Chronic Pain Medical Treatment / - / '],
    ],
    // the number of a page that ends there
    [
      'The Expert Reviewer based his/her decision on the MTUS ACOEM Guidelines, Chapter 8, pages 177-179. 1',
      ['MTUS / Neck and Upper Back Complaints / 2004 /  p. 177-179'],
    ],
    ['The Claims Administrator based its decision on the MTUS.', ['MTUS / - / - / ']],
    ['The Claims Administrator did not base its decision on the MTUS.', []],
    // no sentence that is known: what it names
    [
      'MTUS Chronic Pain Medical Treatment Guidelines, page 46, since it speaks of injections.',
      ['MTUS / Chronic Pain Medical Treatment / - /  p. 46'],
    ],
    ['Reviewed: ODG, Shoulder Chapter.', ['ODG / Shoulder / - / ']],
  ])('%s', (line, expected) => {
    expect(citations(line).map(short)).toEqual(expected);
  });
});

describe('a name that several titles go by', () => {
  const both = '[MTUS > Low Back Complaints | MTUS > Low Back Disorders]';

  test.each([
    ['Low Back.', '2017-01-31', 'MTUS / Low Back Complaints / 2004 / '],
    ['Low Back.', '2019-05-01', `MTUS / Low Back / - /  AMBIGUOUS ${both}`],
    ['Low Back.', null, `MTUS / Low Back / - /  AMBIGUOUS ${both}`],
    ['Low Back 2019.', null, 'MTUS / Low Back Disorders / 2019 / '],
    ['Low Back 2004.', '2019-05-01', 'MTUS / Low Back Complaints / 2004 / '],
    ['ACOEM Low Back.', null, 'MTUS / Low Back Complaints / 2004 / '],
    ['Eye.', '2016-12-31', 'MTUS / Eye / 2004 / '],
    ['Eye.', '2018-12-31', 'MTUS / Eye / - /  AMBIGUOUS [MTUS > Eye | MTUS > Eye Disorders]'],
    ['Eye 2017.', '2018-12-31', 'MTUS / Eye Disorders / 2017 / '],
    ['Chronic Pain 2017.', '2018-12-31', 'MTUS / Chronic Pain / 2017 / '],
    ['Chronic Pain Guidelines.', '2017-01-31', 'MTUS / Chronic Pain Medical Treatment / - / '],
    [
      'Chronic Pain Guidelines.',
      '2018-12-31',
      'MTUS / Chronic Pain / - /  AMBIGUOUS [MTUS > Chronic Pain Medical Treatment | MTUS > Chronic Pain]',
    ],
    [
      'Chronic Pain Medical Treatment Guidelines.',
      '2018-12-31',
      'MTUS / Chronic Pain Medical Treatment / - / ',
    ],
    [
      'Initial Approaches to Treatment 2017.',
      '2018-12-31',
      'MTUS / Initial Approaches to Treatment / 2017 / ',
    ],
    [
      'Initial Approaches to Treatment.',
      '2018-12-31',
      'MTUS / Initial Approaches to Treatment / - /  AMBIGUOUS [MTUS > Initial Approaches to Treatment | MTUS > General Approaches > Initial Approaches to Treatment]',
    ],
    [
      'Initial Approaches to Treatment.',
      '2016-12-31',
      'MTUS / General Approaches / 2004 / Initial Approaches to Treatment',
    ],
  ])('%s as of %s', (clause, asOf, expected) => {
    expect(read(clause, asOf).citations.map(short)).toEqual([expected]);
  });

  test('is told in a warning', () => {
    expect(read('Low Back.', '2019-05-01').codes).toEqual(['AMBIGUOUS_GUIDELINE']);
  });
});

test('a chapter of ACOEM that the MTUS never held is read, with a warning', () => {
  const { citations, codes } = read('ACOEM Chapter 7 Page(s): 137.');
  expect(citations.map(short)).toEqual([
    'MTUS / Independent Medical Examinations and Consultations / 2004 /  p. 137',
  ]);
  expect(codes).toEqual(['NOT_IN_MTUS']);
});

test('five titles with sections and typos of MAXIMUS', () => {
  const clause =
    'Cervical and Thoracic Spine 2019, Section(s): Diagnostic Testing, and Accupuncture Treatment 2007, and Workplace Mental Health: Posttraumatic Stress Disorder and Acute Stress Disorder 2019, and Coronavirus (COVID-19) 2021, and Occupational/Work-Related Asthma 2020.';
  expect(read(clause, '2021-06-01').citations.map(({ chapter, edition }) => [chapter, edition])).toEqual([
    ['Cervical and Thoracic Spine Disorders', 2019],
    ['Acupuncture Treatment', 2007],
    ['Posttraumatic Stress Disorder and Acute Stress Disorder', 2019],
    ['Coronavirus (COVID-19)', 2021],
    ['Occupational/Work-Related Asthma', 2020],
  ]);
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
