import { describe, expect, test } from '@jest/globals';
import { judgeLosses } from '../../../bench/accuracy/accepted.js';
import { baselineOf, compareWithBaseline } from '../../../bench/accuracy/baseline.js';
import { compareFacts, compareVersions } from '../../../bench/accuracy/compare.js';
import type { Judged } from '../../../bench/accuracy/facts.js';

/** `RIGHT items: mri` as a judged fact. */
function judged(line: string): Judged {
  const [, verdict, group = '', fact = ''] = /^(RIGHT|MISSED|EXTRA) (.+?): (.+)$/.exec(line) ?? [];
  return { verdict: verdict as Judged['verdict'], group, fact };
}

const letter = (id: string, lines: readonly string[]) => ({ id, set: 'samples', facts: lines.map(judged) });

describe('two versions, fact by fact', () => {
  test.each([
    ['nothing', ['RIGHT items: a', 'EXTRA items: b'], ['RIGHT items: a', 'EXTRA items: b'], []],
    ['a gain', ['MISSED items: a'], ['RIGHT items: a'], ['GAIN a']],
    ['a loss', ['RIGHT items: a'], ['MISSED items: a'], ['LOSS a']],
    ['something wrong is no longer found', ['EXTRA items: a'], [], ['GAIN a']],
    ['something wrong is now found', [], ['EXTRA items: a'], ['LOSS a']],
    [
      'wrong in another way',
      ['MISSED items: a', 'EXTRA items: b'],
      ['MISSED items: a', 'EXTRA items: c'],
      ['DIFFERENCE c'],
    ],
    ['wrong in another group', ['EXTRA items: b'], ['EXTRA bases: c'], ['GAIN b', 'LOSS c']],
    [
      'the same name in another group',
      ['RIGHT items: a', 'MISSED bases: a'],
      ['MISSED items: a', 'RIGHT bases: a'],
      ['GAIN a', 'LOSS a'],
    ],
  ])('%s', (_, base, head, changes) => {
    const found = compareFacts(base.map(judged), head.map(judged));
    expect(found.map(({ kind, fact }) => `${kind} ${fact}`)).toEqual(changes);
  });
});

describe('two versions, letter by letter', () => {
  const parsed = (age: number, priority = 'Standard') => ({
    template: 'era',
    source: { path: 'x.txt' },
    warnings: [],
    case: { priority },
    employee: { age },
  });

  test('a letter without truth gives differences', () => {
    const changes = compareVersions(
      new Map([['x', { parsed: parsed(40) }]]),
      new Map([['x', { parsed: parsed(41) }]]),
    );
    expect(changes.map(({ document, kind, group, fact, how }) => [document, kind, group, fact, how])).toEqual(
      [
        ['x', 'DIFFERENCE', 'employee', 'age = 40', 'only in base'],
        ['x', 'DIFFERENCE', 'employee', 'age = 41', 'only in head'],
      ],
    );
  });

  test('what a gain or loss explains is not listed again; other output is', () => {
    const base = { parsed: parsed(40), facts: ['RIGHT employee: age = 40'].map(judged) };
    const head = { parsed: parsed(41, 'Expedited'), facts: ['MISSED employee: age = 40'].map(judged) };
    const changes = compareVersions(new Map([['x', base]]), new Map([['x', head]]));
    expect(changes.map(({ kind, group }) => `${kind} ${group}`)).toEqual([
      'LOSS employee',
      'DIFFERENCE case fields',
      'DIFFERENCE case fields',
    ]);
  });

  test('a letter that is no longer read is a difference, by its code', () => {
    const changes = compareVersions(
      new Map([['x', { parsed: parsed(40) }]]),
      new Map([['x', { rejection: 'UNKNOWN_TEMPLATE' }]]),
    );
    expect(changes.at(-1)).toMatchObject({
      group: 'template',
      fact: 'UNKNOWN_TEMPLATE',
      how: 'only in head',
    });
  });
});

describe('accepted losses', () => {
  const loss = { document: 'samples/x.txt', kind: 'LOSS' as const, group: 'items', fact: 'a', how: '' };
  const accepted = { document: 'samples/x.txt', group: 'items', fact: 'a', reason: 'The letter says so.' };

  test('an accepted loss does not fail; another does', () => {
    const other = { ...loss, fact: 'b' };
    expect(judgeLosses([loss, other], [accepted], new Set(['samples/x.txt']))).toEqual({
      failing: [other],
      stale: [],
    });
  });

  test('a single loss in an inexact group fails nothing', () => {
    const inexact = { ...loss, group: 'applied criteria' };
    expect(judgeLosses([inexact], [], new Set(['samples/x.txt'])).failing).toEqual([]);
  });

  test('an entry without a loss is stale, if its letter was compared', () => {
    expect(judgeLosses([], [accepted], new Set(['samples/x.txt'])).stale).toEqual([accepted]);
    expect(judgeLosses([], [accepted], new Set(['samples/y.txt'])).stale).toEqual([]);
  });
});

describe('the baseline', () => {
  const before = [
    letter('samples/x.txt', ['RIGHT items: a', 'MISSED bases: b']),
    letter('samples/y.txt', ['RIGHT items: c']),
  ];
  const baseline = baselineOf(before);
  const changesOf = (...letters: ReturnType<typeof letter>[]) =>
    compareWithBaseline(baseline, letters).map(
      ({ document, kind, group, fact }) => `${kind} ${document} ${group}: ${fact}`,
    );

  test('names what is wrong and counts what is right', () => {
    expect(baseline).toEqual({
      sets: { samples: { letters: 2, right: 2 } },
      floors: { samples: {} },
      wrong: { 'samples/x.txt': { missed: ['bases: b'], extra: [] } },
    });
  });

  test('the same letters give no change', () => {
    expect(changesOf(...before)).toEqual([]);
  });

  test('gains and losses', () => {
    const x = letter('samples/x.txt', ['RIGHT items: a', 'RIGHT bases: b', 'EXTRA bases: d']);
    const y = letter('samples/y.txt', ['MISSED items: c']);
    expect(changesOf(x, y)).toEqual([
      'LOSS samples/x.txt bases: d',
      'GAIN samples/x.txt bases: b',
      'LOSS samples/y.txt items: c',
    ]);
  });

  test('of an inexact group it holds a floor, and no faults', () => {
    const lines = (right: number, missed: number) => [
      ...Array.from({ length: right }, (_, i) => `RIGHT applied criteria: r${i}`),
      ...Array.from({ length: missed }, (_, i) => `MISSED applied criteria: m${i}`),
    ];
    const held = baselineOf([letter('samples/x.txt', lines(9, 1))]);
    expect(held).toEqual({
      sets: { samples: { letters: 1, right: 0 } },
      floors: { samples: { 'applied criteria': 0.64 } },
      wrong: {},
    });
    const losses = (right: number, missed: number) =>
      compareWithBaseline(held, [letter('samples/x.txt', lines(right, missed))]).map(
        ({ kind, document, group, fact, how }) => `${kind} ${document} ${group}: ${fact} (${how})`,
      );
    expect(losses(8, 2)).toEqual([]);
    expect(losses(4, 6)).toEqual(['LOSS samples F1: applied criteria (0.5714, must be 0.64)']);
    expect(losses(0, 0)).toEqual(['LOSS samples F1: applied criteria (0.0000, must be 0.64)']);
  });

  test('a fact that is no longer asked for is a loss', () => {
    expect(changesOf(letter('samples/x.txt', ['RIGHT items: a', 'MISSED bases: b']))).toEqual([
      'LOSS samples all: letters or truths',
    ]);
  });
});
