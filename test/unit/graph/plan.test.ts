import { describe, expect, test } from '@jest/globals';
import { planWrites, type CaseState } from '../../../src/graph/plan.js';
import type { CaseRecord } from '../../../src/graph/records.js';

const state = (id: string, factsHash: string | null, parserVersion: string | null = '1'): CaseState => ({
  id,
  factsHash,
  parserVersion: factsHash === null ? null : parserVersion,
});

const record = (id: string, factsHash: string, parserVersion = '1'): CaseRecord => ({
  id,
  factsHash,
  parserVersion,
  properties: {},
  reviewer: { id: '', specialties: [], licensureStates: [] },
  document: { path: '', sha256: '', mediaType: '', pages: 1, template: '', parserVersion },
  findings: [],
});

describe('planWrites', () => {
  test.each([
    ['a new case is created', [state('a', null)], [record('a', 'x')], ['ingested'], ['x'], []],
    ['the same facts are left alone', [state('a', 'x')], [record('a', 'x')], ['unchanged'], [], []],
    ['other facts replace', [state('a', 'x')], [record('a', 'y')], ['updated'], [], ['y']],
    [
      'a newer parser replaces the same facts',
      [state('a', 'x', '0')],
      [record('a', 'x')],
      ['updated'],
      [],
      ['x'],
    ],
    [
      'two forms of one new letter are one case',
      [state('a', null)],
      [record('a', 'x'), record('a', 'x')],
      ['ingested', 'unchanged'],
      ['x'],
      [],
    ],
    [
      'of two different letters for one new case the last one stays',
      [state('a', null)],
      [record('a', 'x'), record('a', 'y')],
      ['ingested', 'updated'],
      ['y'],
      [],
    ],
    [
      'a batch that ends where it began still writes what it ends with',
      [state('a', 'x')],
      [record('a', 'y'), record('a', 'x')],
      ['updated', 'updated'],
      [],
      ['x'],
    ],
    [
      'cases are decided one by one',
      [state('a', null), state('b', 'x'), state('c', 'x')],
      [record('a', 'x'), record('b', 'x'), record('c', 'y')],
      ['ingested', 'unchanged', 'updated'],
      ['x'],
      ['y'],
    ],
  ])('%s', (_, states, records, outcomes, created, replaced) => {
    const plan = planWrites(states, records);
    expect(plan.outcomes).toEqual(outcomes);
    expect(plan.creations.map(({ factsHash }) => factsHash)).toEqual(created);
    expect(plan.replacements.map(({ factsHash }) => factsHash)).toEqual(replaced);
  });
});
