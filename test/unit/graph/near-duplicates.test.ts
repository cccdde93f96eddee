import { describe, expect, test } from '@jest/globals';
import { likeness, SAME_FROM } from '../../../src/graph/near-duplicates.js';
import { wordingOf } from '../../../src/graph/wording.js';
import { CHOSEN_ON, UNSEEN, type Pair } from './criterion-wordings.js';

const like = (one: string, other: string) => likeness(wordingOf(one), wordingOf(other));

/** The pairs that are taken for one criterion, and of those that are one or not, how many. */
function measure(pairs: readonly Pair[]) {
  const matched = pairs.filter(([, one, other]) => like(one, other) >= SAME_FROM);
  const right = matched.filter(([same]) => same).length;
  const same = pairs.filter(([isSame]) => isSame).length;
  return { precision: right / matched.length, recall: right / same, same, different: pairs.length - same };
}

describe('wordings of criteria', () => {
  test('that the terms and the threshold were chosen on', () => {
    const { precision, recall, same, different } = measure(CHOSEN_ON);
    expect({ precision, same, different }).toEqual({ precision: 1, same: 48, different: 57 });
    expect(recall).toBeCloseTo(46 / 48);
  });

  test('that nothing was chosen on', () => {
    expect(measure(UNSEEN)).toEqual({ precision: 1, recall: 0.9, same: 20, different: 20 });
  });

  test.each(CHOSEN_ON.filter(([same]) => !same))('(%s) "%s" and "%s" are far apart', (_, one, other) => {
    expect(like(one, other)).toBeLessThan(SAME_FROM);
  });
});

describe('likeness', () => {
  test.each([...CHOSEN_ON, ...UNSEEN])('is the same both ways (%s): %s', (_, one, other) => {
    expect(like(one, other)).toBe(like(other, one));
    expect(like(one, one)).toBe(1);
  });

  test('is 1 only for what says the same', () => {
    expect(like('Failure of conservative care', 'Conservative treatment has FAILED.')).toBe(1);
    expect(like('Six weeks of therapy', 'At least six weeks of therapy')).toBeLessThan(1);
    expect(like('Six weeks of therapy', 'At least six weeks of therapy')).toBeGreaterThanOrEqual(SAME_FROM);
  });

  test.each([
    ['a number', '6 visits of therapy', '8 visits of therapy'],
    ['a number that only one has', 'Trial of therapy', 'Trial of 6 weeks of therapy'],
    ['what is counted', '6 weeks of therapy', '6 months of therapy'],
    ['what each is counted in', '4 hours a day', '4 days a week'],
    ['a bound', 'no more than 4 blocks', 'at least 4 blocks'],
    ['a bound in signs', 'pain relief ≥ 50%', 'pain relief < 50%'],
    ['negation', 'Prior surgery of the knee', 'No prior surgery of the knee'],
    ['failure', 'Trial of conservative care', 'Failed trial of conservative care'],
    ['a side', 'Pain and swelling of the left knee joint', 'Pain and swelling of the right knee joint'],
  ])('is 0 for wordings that differ in %s', (_, one, other) => {
    expect(like(one, other)).toBe(0);
  });

  test('of wordings without any words is 1 only among themselves', () => {
    expect(like('—', '...')).toBe(1);
    expect(like('—', 'Red flags')).toBe(0);
    expect(like('—', 'at least')).toBe(0);
  });

  test('takes what is left out or in brackets lightly, and what is said instead heavily', () => {
    const full = 'Chronic shoulder pain with stiffness, films normal';
    expect(like(full, `${full} (sprain, strain or both)`)).toBeGreaterThan(SAME_FROM);
    expect(like(full, 'Chronic shoulder pain with stiffness')).toBeGreaterThan(SAME_FROM);
    expect(like(full, 'Chronic shoulder pain with weakness, films normal')).toBeLessThan(SAME_FROM);
  });
});
