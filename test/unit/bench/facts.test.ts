import { describe, expect, test } from '@jest/globals';
import { agrees, showCitation } from '../../../bench/accuracy/citations.js';
import { judge } from '../../../bench/accuracy/facts.js';
import { pageSet } from '../../../bench/accuracy/fold.js';

type Facts = Parameters<typeof judge>[0];

/** What is judged, one line a fact: `RIGHT items: mri`. */
function verdicts(truth: Facts, parsed: Facts): string[] {
  return judge(truth, parsed).map(({ verdict, group, fact }) => `${verdict} ${group}: ${fact}`);
}

const finding = (label: string, fields: object = {}) => ({ label, decision: 'UPHELD', ...fields });
const cites = (role: string, source: string, fields: object = {}) => ({ role, source, ...fields });

describe('a parsed citation agrees with a truth citation', () => {
  const odg = cites('RATIONALE', 'ODG', { chapter: 'Neck & Upper Back', topics: ['MRI'], pages: ['1-2'] });

  test.each([
    [
      'in other spellings',
      { chapter: 'neck and upper back chapter', topics: ['mri'], pages: ['1', '2'] },
      true,
    ],
    ['in another chapter', { chapter: 'Shoulder' }, false],
    ['without the chapter', { chapter: null }, false],
    ['with a topic more', { topics: ['MRI', 'CT'] }, false],
    ['on other pages', { pages: ['1'] }, false],
    ['in a field that the truth does not give', { edition: 2016, tables: ['8-8'] }, true],
    ['in another role', { role: 'EXPERT_REVIEWER' }, false],
  ])('%s: %j', (_, fields, agreed) => {
    expect(agrees(odg, { ...odg, ...fields })).toBe(agreed);
  });

  test.each([
    [{ chapter: null }, { chapter: 'Shoulder' }, false],
    [{ chapter: null }, { chapter: null }, true],
    [{}, { chapter: 'Shoulder' }, true],
    [{ edition: null }, { edition: 2004 }, false],
  ])('truth %j, parsed %j: %s', (truth, parsed, agreed) => {
    expect(agrees(cites('RATIONALE', 'MTUS', truth), cites('RATIONALE', 'MTUS', parsed))).toBe(agreed);
  });

  test.each([
    ['A journal', true],
    ['ODG', false],
  ])('a truth of source "other" is not a named source: %s', (source, agreed) => {
    expect(agrees(cites('RATIONALE', 'other'), cites('RATIONALE', source))).toBe(agreed);
  });
});

test.each([
  [['177-179'], '177,178,179'],
  [['178', '177'], '177,178'],
  [['9-1'], ''],
  [
    ['1-5000000'],
    Array.from({ length: 60 }, (_, i) => String(i + 1))
      .sort()
      .join(','),
  ],
  [null, ''],
])('the pages %j are %s', (pages, set) => {
  expect(pageSet(pages)).toBe(set);
});

test('a citation in one line ends where nothing more is said', () => {
  expect(showCitation(cites('RATIONALE', 'MTUS', { chapter: 'Knee Complaints', pages: ['5-6'] }))).toBe(
    'MTUS / Knee Complaints /  /  / 5,6',
  );
  expect(showCitation(cites('RATIONALE', 'ODG'))).toBe('ODG');
});

describe('judging a letter', () => {
  test('fields that the truth gives are judged, others are not; null is not stated', () => {
    const truth = { case: { priority: 'Standard', decisionDate: null, caseNumber: 'CM16-1' }, findings: [] };
    const parsed = {
      case: { priority: 'STANDARD', decisionDate: '2017-01-01', outcome: 'UPHOLD' },
      findings: [],
    };
    expect(verdicts(truth, parsed)).toEqual([
      'RIGHT case fields: priority = standard',
      'MISSED case fields: caseNumber = cm16 1',
      'EXTRA case fields: decisionDate = 2017 01 01',
    ]);
  });

  test('a letter that was not read misses everything', () => {
    const truth = { reviewer: { specialties: ['Psychiatry'] }, findings: [finding('MRI')] };
    expect(verdicts(truth, {})).toEqual([
      'MISSED reviewer: psychiatry',
      'MISSED items: mri',
      'MISSED decisions: mri = UPHELD',
    ]);
  });

  test('items of one name are told apart, each with what belongs to it', () => {
    const bases = (basis: string) => ({ bases: { EXPERT_REVIEWER: basis } });
    const truth = { findings: [finding('MRI', bases('MTUS')), finding('MRI', bases('NONE'))] };
    const parsed = { findings: [finding('mri', bases('MTUS')), finding('mri', bases('MTUS'))] };
    expect(verdicts(truth, parsed).filter((line) => line.includes('bases'))).toEqual([
      'RIGHT bases: mri: EXPERT_REVIEWER = mtus',
      'MISSED bases: mri #2: EXPERT_REVIEWER = none',
      'EXTRA bases: mri #2: EXPERT_REVIEWER = mtus',
    ]);
  });

  test('citations count by role, and not in roles that the truth leaves unscored', () => {
    const truth = {
      findings: [
        finding('MRI', {
          citations: [cites('EXPERT_REVIEWER', 'ODG', { chapter: 'Shoulder' })],
          unscoredRoles: ['RATIONALE'],
        }),
      ],
    };
    const found = ['EXPERT_REVIEWER', 'CLAIMS_ADMINISTRATOR', 'RATIONALE'].map((role) => cites(role, 'ODG'));
    const parsed = { findings: [finding('MRI', { citations: found })] };
    expect(verdicts(truth, parsed).filter((line) => line.includes('citations'))).toEqual([
      'EXTRA citations CLAIMS_ADMINISTRATOR: mri: ODG',
      'MISSED citations EXPERT_REVIEWER: mri: ODG / Shoulder',
      'EXTRA citations EXPERT_REVIEWER: mri: ODG',
    ]);
  });

  test('a service by what it is and where; further fields that the truth gives are its details', () => {
    const service = { modality: 'MRI', bodyRegions: ['Knee'], laterality: 'LEFT' };
    const truth = { findings: [finding('MRI', { service })] };
    const parsed = { findings: [finding('MRI', { service: { modality: null, bodyRegions: ['Knee'] } })] };
    expect(verdicts(truth, parsed).filter((line) => line.includes('service'))).toEqual([
      'MISSED service: mri: mri',
      'RIGHT service: mri: knee',
      'MISSED service details: mri: laterality = left',
    ]);
  });

  test('details within details, a quantity as a number or with its unit', () => {
    const drug = { strength: '5/325 mg', quantity: 60, refills: null };
    const parsedDrug = {
      name: 'x',
      strength: '5/325 mg',
      quantity: { amount: 90, unit: 'count' },
      refills: 2,
    };
    const truthItem = finding('Norco', { service: { modality: null, bodyRegions: [], drug } });
    const parsedItem = finding('Norco', { service: { modality: null, bodyRegions: [], drug: parsedDrug } });
    const lines = verdicts({ findings: [truthItem] }, { findings: [parsedItem] });
    expect(lines.filter((line) => line.includes('drug'))).toEqual([
      'RIGHT service details: norco: drug.strength = 5 325 mg',
      'MISSED service details: norco: drug.quantity = 60',
      'EXTRA service details: norco: drug.quantity = 90',
      'EXTRA service details: norco: drug.refills = 2',
    ]);
  });

  test('modified requests and criteria', () => {
    const modification = { originalRequest: 'PT x 12', authorized: 'PT x 6' };
    const truth = { findings: [finding('PT', { modification, criteria: ['Red flags.'] })] };
    const parsed = {
      findings: [
        finding('PT', {
          modification: { ...modification, authorized: 'PT' },
          criteria: [{ text: 'red flags' }],
        }),
      ],
    };
    expect(verdicts(truth, parsed).slice(2)).toEqual([
      'RIGHT modified requests: pt: originalRequest = pt x 12',
      'MISSED modified requests: pt: authorized = pt x 6',
      'EXTRA modified requests: pt: authorized = pt',
      'RIGHT criteria: pt: red flags',
    ]);
  });

  test('applied criteria by kind and status; of those found, whether they decide and their guideline', () => {
    const applied = (kind: string, fields: object = {}) => ({
      kind,
      status: 'MET',
      decisive: true,
      ...fields,
    });
    const knee = { source: 'ODG', chapter: 'Knee & Leg' };
    const expected = [applied('RED_FLAG', { reliesOn: knee }), applied('CARE_NEED'), applied('OTHER')];
    const found = [
      applied('RED_FLAG', { decisive: false, reliesOn: { ...knee, chapter: 'Neck & Upper Back' } }),
      applied('CARE_NEED', { reliesOn: knee }),
      applied('MONITORING'),
    ];
    const lines = verdicts(
      { findings: [finding('MRI', { appliedCriteria: expected })] },
      { findings: [finding('MRI', { appliedCriteria: found })] },
    );
    expect(lines.slice(2)).toEqual([
      'RIGHT applied criteria: mri: RED_FLAG MET',
      'RIGHT applied criteria: mri: CARE_NEED MET',
      'MISSED applied criteria: mri: OTHER MET',
      'EXTRA applied criteria: mri: MONITORING MET',
      'MISSED decisive criteria: mri: RED_FLAG MET = decisive',
      'EXTRA decisive criteria: mri: RED_FLAG MET = not decisive',
      'RIGHT decisive criteria: mri: CARE_NEED MET = decisive',
      "MISSED criteria's guidelines: mri: RED_FLAG MET of ODG / Knee & Leg",
      "EXTRA criteria's guidelines: mri: RED_FLAG MET of ODG / Neck & Upper Back",
    ]);
  });

  test('findings without labels are not judged; an empty list is', () => {
    const parsed = { findings: [finding('MRI', { appliedCriteria: [{ kind: 'OTHER', status: 'MET' }] })] };
    expect(verdicts({ findings: [finding('MRI')] }, parsed)).toHaveLength(2);
    expect(verdicts({ findings: [finding('MRI', { appliedCriteria: [] })] }, parsed)).toContain(
      'EXTRA applied criteria: mri: OTHER MET',
    );
  });

  test('kind and guideline of quoted criteria that were found', () => {
    const reliesOn = { source: 'MTUS', chapter: 'Opioids' };
    const quotedCriteria = [
      { text: 'Red flags.', kind: 'RED_FLAG', reliesOn },
      { text: 'A plan', kind: 'PLAN_AND_GOALS' },
      { text: 'Not found', kind: 'OTHER' },
    ];
    const criteria = [
      { text: 'red flags', kind: 'RED_FLAG', reliesOn: { ...reliesOn, edition: 2016 } },
      { text: 'a plan', kind: null, reliesOn: null },
    ];
    const lines = verdicts(
      { findings: [finding('MRI', { quotedCriteria })] },
      { findings: [finding('MRI', { criteria })] },
    );
    expect(lines.slice(2)).toEqual([
      'RIGHT kinds of criteria: mri: red flags = RED_FLAG',
      "RIGHT criteria's guidelines: mri: red flags of MTUS / Opioids",
      'MISSED kinds of criteria: mri: a plan = PLAN_AND_GOALS',
    ]);
  });
});
