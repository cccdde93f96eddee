import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { InputError } from '../../../src/query/input-error.js';
import { conditionsOf, type Conditions, type Formula } from '../../../src/query/filter/formula.js';

const testOf = (of: string): Formula => ({ test: { of } });

/** As the statements evaluate it. */
const passes = (conditions: Conditions, truths: Readonly<Record<string, boolean>>): boolean =>
  conditions.every((ways) =>
    ways.some((parts) => parts.every((tests) => tests.some(({ of, not }) => not !== truths[of]))),
  );

const means = (formula: Formula, truths: Readonly<Record<string, boolean>>): boolean => {
  if ('test' in formula) return truths[formula.test.of] ?? false;
  if ('not' in formula) return !means(formula.not, truths);
  return 'all' in formula
    ? formula.all.every((part) => means(part, truths))
    : formula.any.some((part) => means(part, truths));
};

const NAMES = ['a', 'b', 'c'];

const formulas = fc.letrec<{ formula: Formula }>((tie) => ({
  formula: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(...NAMES).map(testOf),
    fc.array(tie('formula'), { maxLength: 3 }).map((all): Formula => ({ all })),
    fc.array(tie('formula'), { maxLength: 3 }).map((any): Formula => ({ any })),
    tie('formula').map((not): Formula => ({ not })),
  ),
})).formula;

describe('conditions of a formula', () => {
  test('mean the same, or are refused', () => {
    let refused = 0;
    const worlds = fc.record({ a: fc.boolean(), b: fc.boolean(), c: fc.boolean() });
    fc.assert(
      fc.property(formulas, worlds, (formula, truths) => {
        try {
          expect(passes(conditionsOf(formula, 'filter'), truths)).toBe(means(formula, truths));
        } catch (error) {
          if (!(error instanceof InputError)) throw error;
          refused += 1;
        }
      }),
      { numRuns: 2000, seed: 7 },
    );
    expect(refused).toBeLessThan(500);
  });

  test('hold no more tests than the formula', () => {
    const pairs = Array.from({ length: 40 }, (_, i): Formula => ({
      all: [testOf(`a${i}`), testOf(`b${i}`)],
    }));
    expect(conditionsOf({ any: pairs }, 'filter').flat(4)).toHaveLength(80);
  });

  test('nothing is asked by a formula of nothing', () => {
    expect(conditionsOf({ all: [] }, 'filter')).toEqual([]);
  });
});
