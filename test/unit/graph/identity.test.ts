import { describe, expect, test } from '@jest/globals';
import {
  caseId,
  factsHash,
  guidelineNodes,
  itemNode,
  LONGEST_ID,
  LONGEST_NAME,
  reviewerNode,
} from '../../../src/graph/identity.js';
import { applies, cites, determination, finding, quotes } from '../../support/determinations.js';

describe('caseId', () => {
  test('is the case number', () => {
    expect(caseId(determination('CM16-0999901'))).toBe('CM16-0999901');
  });

  test('of a letter without one depends on its cleaned text alone', () => {
    const letter = determination(null);
    const elsewhere = { ...letter, source: { ...letter.source, path: 'other.pdf', sha256: 'f00d' } };
    expect(caseId(letter)).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(caseId(elsewhere)).toBe(caseId(letter));
    expect(caseId({ ...letter, text: `${letter.text} More.` })).not.toBe(caseId(letter));
  });
});

describe('factsHash', () => {
  const cited = finding({
    citations: [cites('ODG', 'Knee & Leg')],
    criteria: [quotes('failure of therapy')],
    appliedCriteria: [applies('RED_FLAG')],
  });
  const letter = determination('CM16-0999901', { findings: [cited] });

  test('does not depend on the form that the letter was read from', () => {
    const moved = {
      ...cited,
      spans: { label: [1, 2] as const },
      citations: [{ ...cites('ODG', 'Knee & Leg'), span: [5, 9] as const }],
      criteria: [quotes('failure of therapy', { span: [6, 7] })],
      appliedCriteria: [applies('RED_FLAG', { span: [8, 9] })],
    };
    const otherForm = {
      ...letter,
      source: { path: 'a.pdf', sha256: 'f00d', mediaType: 'application/pdf', pages: 3 },
      text: 'other white space',
      spans: {},
      findings: [moved],
    };
    expect(factsHash(otherForm)).toBe(factsHash(letter));
  });

  test.each([
    ['a date', { ...letter, case: { ...letter.case, decisionDate: '2017-01-18' } }],
    ['a decision', { ...letter, findings: [{ ...cited, decision: 'OVERTURNED' as const }] }],
    ['a rationale', { ...letter, findings: [{ ...cited, rationale: 'Necessary.' }] }],
    [
      'a cited page',
      { ...letter, findings: [{ ...cited, citations: [cites('ODG', 'Knee & Leg', { pages: ['7'] })] }] },
    ],
    ['the age', { ...letter, employee: { age: 45, sex: 'FEMALE' as const } }],
  ])('changes with %s', (_, changed) => {
    expect(factsHash(changed)).not.toBe(factsHash(letter));
  });
});

test('a reviewer is a profile of credentials, in whatever order they are printed', () => {
  const profile = { specialties: ['Neurology', 'Pain Management'], licensureStates: ['CA', 'TX'] };
  const turned = { specialties: ['Pain Management', 'Neurology'], licensureStates: ['TX', 'CA'] };
  expect(reviewerNode(profile).id).toBe('Neurology; Pain Management (CA, TX)');
  expect(reviewerNode(turned)).toEqual(reviewerNode(profile));
  expect(reviewerNode({ specialties: [], licensureStates: [] }).id).toBe(
    'specialty not stated (state not stated)',
  );
});

describe('guidelineNodes', () => {
  const ids = (citation: ReturnType<typeof cites>) => {
    const { ancestors, targets } = guidelineNodes(citation);
    return [ancestors.map(({ id }) => id), targets.map(({ id }) => id)];
  };

  test.each([
    ['the source alone', cites('ODG'), [[], ['ODG']]],
    ['a chapter', cites('ODG', 'Neck & Upper Back'), [['ODG'], ['ODG > Neck & Upper Back']]],
    [
      'topics of an edition, each once',
      cites('MTUS', 'Knee Complaints', { topics: ['Special Studies', 'Summary', 'Summary'] }),
      [
        ['MTUS', 'MTUS > Knee Complaints (2004)'],
        ['MTUS > Knee Complaints (2004) > Special Studies', 'MTUS > Knee Complaints (2004) > Summary'],
      ],
    ],
    [
      'a topic without a chapter',
      cites('ODG', null, { topics: ['Gym memberships'] }),
      [['ODG'], ['ODG > Gym memberships']],
    ],
    [
      'the year of an ODG edition makes no chapter of its own',
      cites('ODG', 'Pain', { edition: 2016 }),
      [['ODG'], ['ODG > Pain']],
    ],
  ])('%s', (_, citation, expected) => {
    expect(ids(citation)).toEqual(expected);
  });

  test('an unknown chapter does not make its source unknown', () => {
    const { ancestors, targets } = guidelineNodes(cites('ODG', 'Gardening', { resolution: 'NO_MATCH' }));
    expect([...ancestors, ...targets].map(({ id, resolution }) => [id, resolution])).toEqual([
      ['ODG', 'RESOLVED'],
      ['ODG > Gardening', 'NO_MATCH'],
    ]);
  });
});

describe('itemNode', () => {
  const service = {
    modality: 'MRI',
    bodyRegions: ['Wrist', 'Hand'],
    category: 'Imaging/Radiology',
    retrospective: false,
  };

  test('is one for all wordings of a service, in whatever order its regions are named', () => {
    const node = itemNode(service, 'MRI of wrist and hand');
    expect(node.id).toBe('MRI: Hand, Wrist [Imaging/Radiology]');
    expect(itemNode({ ...service, bodyRegions: ['Hand', 'Wrist'] }, 'Hand and wrist MRI')).toEqual(node);
  });

  test('of an unknown service is as written, but for case and spaces', () => {
    const unknown = { ...service, modality: null, category: null };
    expect(itemNode(unknown, 'Moon  dust, 2 bags').id).toBe('as written: moon dust, 2 bags');
    expect(itemNode(unknown, 'moon dust, 2 Bags').id).toBe('as written: moon dust, 2 bags');
  });
});

describe('names that are far too long for an index', () => {
  const prose = (end: string) => `${'word '.repeat(3000)}${end}`;
  const ids = (end: string) => [
    itemNode(finding({ service: { modality: null } }).service, prose(end)).id,
    guidelineNodes(cites(prose(end), prose(end), { topics: [prose(end)] })).targets[0]?.id,
    reviewerNode({ specialties: [prose(end)], licensureStates: [] }).id,
  ];

  test('are cut in ids, and stay apart', () => {
    for (const id of ids('one')) expect(id?.length).toBeLessThanOrEqual(LONGEST_ID);
    expect(ids('one')).toEqual(ids('one'));
    ids('one').forEach((id, i) => {
      expect(id).not.toBe(ids('two')[i]);
    });
  });

  test('are cut in the names of guidelines, which are indexed too', () => {
    const { ancestors, targets } = guidelineNodes(cites(prose('x'), prose('x'), { topics: [prose('x')] }));
    for (const { name, source } of [...ancestors, ...targets]) {
      expect([name.length, source.length]).toEqual([LONGEST_NAME, LONGEST_NAME]);
    }
  });
});
