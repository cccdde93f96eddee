import { describe, expect, test } from '@jest/globals';
import data from '../../../src/graph/data/criterion-words.json' with { type: 'json' };
import { stemOf } from '../../../src/graph/stem.js';
import { wordingOf } from '../../../src/graph/wording.js';

const words = (text: string) => [...wordingOf(text).weights.keys()].sort();
const numbers = (text: string) =>
  Object.fromEntries([...wordingOf(text).numbers].map(([number, units]) => [number, [...units]]));

describe('stemOf', () => {
  test.each([
    ['injections', 'injected', 'injecting', 'injection'],
    ['improve', 'improvement', 'improves', 'improving'],
    ['neurologic', 'neurological', 'neurologically'],
    ['fluoroscopy', 'fluoroscopic'],
    ['indicate', 'indicated', 'indication'],
    ['function', 'functional'],
  ])('makes one of %s, %s …', (...forms) => {
    expect(new Set(forms.map(stemOf)).size).toBe(1);
  });

  test.each(['loss', 'pus', 'arm', 'stenosis', 'ct'])('leaves %s', (word) => {
    expect(stemOf(word)).toBe(word);
  });
});

describe('wordingOf', () => {
  test.each([
    ['MRI', 'magnetic resonance imaging'],
    ['tumor', 'tumour'],
    ['plain films', 'X-rays'],
    ['nonoperative care', 'Conservative treatment'],
    ['was not responsive to', 'failed'],
    ['PT', 'physical therapy'],
    ['activities of daily living', 'ADLs'],
    ['twice', 'two'],
  ])('folds %s and %s', (one, other) => {
    expect(wordingOf(one).key).toBe(wordingOf(other).key);
  });

  test('keeps numbers apart, with what they count', () => {
    expect(numbers('Six to 8 weeks, at least 2 visits per week, 50 %, 3')).toEqual({
      2: ['visit'],
      3: [],
      6: ['week'],
      8: ['week'],
      50: ['percent'],
    });
    expect(numbers('4 hours a day for 4.0 days')).toEqual({ 4: ['day', 'hour'] });
  });

  test('leaves out the years of references, and takes brackets lightly', () => {
    const { weights } = wordingOf('Spasm (see Doe, 2009)');
    expect([...weights]).toEqual([
      ['spasm', 1],
      ['doe', 0.25],
    ]);
    expect(numbers('pain since 2009')).toEqual({ 2009: [] });
  });

  test('"over" is a bound only before a number', () => {
    expect([...wordingOf('age over 50').bounds]).toEqual(['>=']);
    expect([...wordingOf('tender over the joint').bounds]).toEqual([]);
    expect(words('tender over the joint')).toEqual(['joint', 'tend']);
  });

  test('does not mind what text it is given', () => {
    for (const text of ['', ')))((', '-'.repeat(100_000), 'no '.repeat(50_000), 'x'.repeat(100_000)])
      expect(wordingOf(text).weights.size).toBeLessThanOrEqual(1);
  });
});

describe('the data', () => {
  const phrases = data.same.flat();

  test('no phrase means two things', () => {
    const folded = data.same.flatMap((group) => [...new Set(group.map((phrase) => wordingOf(phrase).key))]);
    expect(folded.filter((key, i) => folded.indexOf(key) !== i)).toEqual([]);
  });

  test.each(data.same.map((group) => [group[0] ?? '', group] as const))(
    'all words for %s are one',
    (_, group) => {
      expect([...new Set(group.map((phrase) => wordingOf(phrase).key))].length).toBe(1);
    },
  );

  test('no word is given twice in a list', () => {
    for (const list of [data.stop, data.generic, data.units, phrases])
      expect(list.filter((word, i) => list.indexOf(word) !== i)).toEqual([]);
  });
});
