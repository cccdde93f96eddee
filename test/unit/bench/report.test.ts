import { describe, expect, test } from '@jest/globals';
import { coverage, unresolved } from '../../../bench/accuracy/coverage.js';
import type { Judged } from '../../../bench/accuracy/facts.js';
import { columns, coverageTable, scoreTable, share } from '../../../bench/accuracy/print.js';
import { readingsOf, scoreLetters } from '../../../bench/accuracy/score.js';
import { tally } from '../../../bench/accuracy/tally.js';

const fact = (group: string, verdict: Judged['verdict']): Judged => ({ group, fact: 'x', verdict });
const parsed = (fields: object = {}) => ({ template: 'era', source: { path: 'x' }, warnings: [], ...fields });

test('counts are by set, era and group, with their sum after the groups', () => {
  const rows = tally([
    { id: '1', set: 's', era: '2016', facts: [fact('items', 'RIGHT'), fact('bases', 'MISSED')] },
    { id: '2', set: 's', era: '2014', facts: [fact('items', 'EXTRA')] },
    { id: '3', set: 's', era: '2016', facts: [fact('items', 'MISSED')] },
  ]);
  expect(rows.map(({ set, era, group, counts }) => [set, era, group, ...Object.values(counts)])).toEqual([
    ['s', '2014', 'items', 0, 1, 0],
    ['s', '2014', 'all', 0, 1, 0],
    ['s', '2016', 'items', 2, 1, 1],
    ['s', '2016', 'bases', 1, 0, 0],
    ['s', '2016', 'all', 3, 1, 1],
  ]);
  expect(scoreTable(rows).split('\n')[3]?.replace(/ {2,}/g, ' ')).toBe(
    's 2016 items 2 1 1 1.0000 (0.2065-1.0000) 0.5000 (0.0945-0.9055) 0.6667',
  );
});

test('a share of nothing has no figure', () => {
  expect([share(0, 0), share(1, 1)]).toEqual(['-', '1.0000 (0.2065-1.0000)']);
});

test('columns are aligned, numbers to the right', () => {
  expect(
    columns([
      ['name', 'n'],
      ['a', 10],
      ['bc', 5],
    ]),
  ).toBe('name  n\na     10\nbc     5');
});

describe('scoring letters', () => {
  const letter = (path: string, truth: object) => ({
    id: `s/${path}`,
    set: 's',
    path,
    truth: { findings: [], ...truth },
  });

  test('the era is the one that the truth names, else the one that was read', () => {
    const cases = [letter('/a', { era: '2013-notice' }), letter('/b', {}), letter('/c', {})];
    const documents = new Map([
      ['/a', parsed()],
      ['/b', parsed()],
    ]);
    expect(scoreLetters(cases, { documents }).map(({ era }) => era)).toEqual([
      '2013-notice',
      'era',
      'not read',
    ]);
  });

  test('letters without truth go into a comparison by their path', () => {
    const cases = [letter('/a', {}), letter('/b', {})];
    const outcome = {
      documents: new Map([
        ['/a', parsed()],
        ['/c', parsed()],
      ]),
      rejections: new Map([
        ['/b', 'NO_TEXT_LAYER'],
        ['/d', 'EMPTY_FILE'],
      ]),
    };
    const readings = readingsOf(scoreLetters(cases, outcome), cases, outcome);
    expect([...readings].map(([id, { facts, rejection }]) => [id, facts !== undefined, rejection])).toEqual([
      ['s//a', true, undefined],
      ['s//b', true, 'NO_TEXT_LAYER'],
      ['/c', false, undefined],
      ['/d', false, 'EMPTY_FILE'],
    ]);
  });
});

describe('coverage', () => {
  const basis = { bases: { CLAIMS_ADMINISTRATOR: 'MTUS', EXPERT_REVIEWER: 'NONE' } };
  const letter = (age: number | null, states: string[]) => ({
    era: 'e',
    parsed: parsed({
      case: { caseNumber: null },
      employee: { age },
      reviewer: { licensureStates: states },
      findings: [{ label: 'a', decision: 'UPHELD', ...basis }],
    }),
  });

  test('a field that fewer than half of the letters have is not required', () => {
    const [era] = coverage([letter(40, ['CA']), letter(null, ['CA']), letter(null, [])]);
    expect(era).toEqual({
      era: 'e',
      letters: 3,
      complete: 2,
      missing: [['licensureStates', 1]],
      optional: [
        ['caseNumber', 0],
        ['age', 1],
      ],
    });
    expect(coverageTable(era ? [era] : [])).toContain('licensureStates 1');
  });

  test('unresolved citations by frequency, in the old and the new form', () => {
    const citation = (source: string, fields: object) => ({ role: 'RATIONALE', source, ...fields });
    const letters = [
      citation('A', { resolved: false }),
      citation('ODG', { resolved: true }),
      citation('B', { resolution: 'NO_MATCH' }),
      citation('B', { resolution: 'NO_MATCH' }),
      citation('MTUS', { resolution: 'RESOLVED' }),
      citation('MTUS', { chapter: 'Knee', resolution: 'AMBIGUOUS' }),
    ].map((one) => parsed({ findings: [{ label: 'a', decision: 'UPHELD', citations: [one] }] }));
    expect(unresolved(letters)).toEqual([
      ['B / NO_MATCH', 2],
      ['A', 1],
      ['MTUS / Knee / AMBIGUOUS', 1],
    ]);
  });
});
