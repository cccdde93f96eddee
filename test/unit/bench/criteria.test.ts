import { describe, expect, test } from '@jest/globals';
import { indexOfFinding, placed, placeOf, readingOf } from '../../../bench/criteria/cases.js';
import { confusion, slipsOf } from '../../../bench/criteria/confusion.js';
import { byThreshold, calibration, qualityOfHits } from '../../../bench/criteria/hits.js';
import { report, slipLines } from '../../../bench/criteria/report.js';
import {
  compare,
  count,
  frequentKinds,
  scoreWithIntervals,
  type Applied,
  type Case,
} from '../../../bench/criteria/score.js';

/** `RED_FLAG-` is a criterion that is not met, `RED_FLAG+` one that is; `@0-9` where it stands. */
function applied(notation: string): Applied {
  const [, kind = '', sign, start, end] = /^(\w+)([+-])(?:@(\d+)-(\d+))?$/.exec(notation) ?? [];
  const span = start === undefined ? null : ([Number(start), Number(end)] as const);
  return { kind, status: sign === '+' ? 'MET' : 'NOT_MET', span };
}

function caseOf(truth: string, found: string, letter = 'A'): Case {
  const list = (words: string) => words.split(' ').filter(Boolean).map(applied);
  return {
    letter,
    finding: `${letter} 0: MRI`,
    rationale: RATIONALE,
    truth: list(truth),
    found: list(found),
  };
}

const RATIONALE = 'MRI is for red flags. There are no red flags and no deficits. It is not necessary.';

describe('counting', () => {
  test('a pair of kind and status counts once, and only with the right status', () => {
    const one = caseOf('RED_FLAG- RED_FLAG- OTHER+', 'RED_FLAG- RED_FLAG- OTHER- CARE_NEED+');
    expect(count([one])).toEqual({ expected: 2, found: 3, right: 1 });
    expect(count([one], ({ kind }) => kind === 'OTHER')).toEqual({ expected: 1, found: 1, right: 0 });
    expect(compare(one).spurious.map(({ kind }) => kind)).toEqual(['OTHER', 'CARE_NEED']);
  });

  test('intervals are the same in every run, and hold the value', () => {
    const cases = ['A', 'B', 'C', 'D', 'E', 'F'].map((letter, i) =>
      caseOf('RED_FLAG-', i % 3 === 0 ? 'OTHER-' : 'RED_FLAG-', letter),
    );
    const { f1, counts } = scoreWithIntervals(cases);
    expect(counts).toEqual({ expected: 6, found: 6, right: 4 });
    expect(f1.value).toBeCloseTo(2 / 3);
    expect(f1.low).toBeLessThan(2 / 3);
    expect(f1.high).toBeGreaterThan(2 / 3);
    expect(scoreWithIntervals(cases)).toEqual(scoreWithIntervals(cases));
  });

  test('the letter is what is sampled: findings of one letter leave no room for chance', () => {
    const { f1 } = scoreWithIntervals([caseOf('RED_FLAG-', 'RED_FLAG-'), caseOf('OTHER-', '')]);
    expect([f1.low, f1.value, f1.high]).toEqual([2 / 3, 2 / 3, 2 / 3]);
  });

  test('frequent kinds are those of the labels', () => {
    const cases = [caseOf('OTHER- OTHER+ RED_FLAG-', 'CARE_NEED+'), caseOf('CARE_NEED-', '')];
    expect(frequentKinds(cases, 2)).toEqual(['OTHER', 'CARE_NEED']);
  });
});

describe('slips', () => {
  test.each([
    [
      'said as another kind of the same words',
      'RED_FLAG-@10-20',
      'OTHER-@15-30',
      [['RED_FLAG NOT_MET', 'OTHER NOT_MET']],
    ],
    [
      'with the other status',
      'RED_FLAG-@10-20',
      'OTHER-@12-18 RED_FLAG+@15-30',
      [
        ['RED_FLAG NOT_MET', 'RED_FLAG MET'],
        [null, 'OTHER NOT_MET'],
      ],
    ],
    [
      'of other words',
      'RED_FLAG-@10-20',
      'OTHER-@20-30',
      [
        ['RED_FLAG NOT_MET', null],
        [null, 'OTHER NOT_MET'],
      ],
    ],
    ['none', 'RED_FLAG-@10-20', 'RED_FLAG-@30-40', []],
  ])('%s', (_name, truth, found, expected) => {
    expect(slipsOf(caseOf(truth, found)).map(({ wanted, given }) => [wanted, given])).toEqual(expected);
  });

  test('the most frequent come first', () => {
    const cases = [caseOf('RED_FLAG-', ''), caseOf('OTHER-', ''), caseOf('OTHER-', '')];
    expect(confusion(cases)).toEqual([
      { wanted: 'OTHER NOT_MET', given: null, times: 2 },
      { wanted: 'RED_FLAG NOT_MET', given: null, times: 1 },
    ]);
  });

  test('are shown with their sentence', () => {
    expect(slipLines([caseOf('RED_FLAG-@32-44', '')])).toEqual([
      'MISSED   A 0: MRI: RED_FLAG NOT_MET\n         There are «no red flags» and no deficits.',
    ]);
  });
});

describe('hits', () => {
  const label = { kind: 'RED_FLAG', status: 'NOT_MET', decisive: true, span: [10, 20] } as const;
  const one = (reading: Partial<Applied>): Case => ({
    ...caseOf('', ''),
    truth: [label],
    found: [{ ...label, confidence: 0.9, ...reading }],
  });

  test('say whether the criterion decides, and where it is said', () => {
    const cases = [one({}), one({ decisive: false }), one({ span: [30, 40] }), one({ kind: 'OTHER' })];
    expect(qualityOfHits(cases)).toEqual({ decisive: { right: 2, of: 3 }, place: { right: 2, of: 3 } });
  });

  test('are fewer the surer they must be', () => {
    const cases = [one({}), one({ confidence: 0.4 }), one({ confidence: 0.45, kind: 'OTHER' })];
    const found = byThreshold(cases).map(({ threshold, counts }) => [threshold, counts.found, counts.right]);
    expect(found.slice(2, 5)).toEqual([
      [0.4, 3, 2],
      [0.5, 1, 1],
      [0.6, 1, 1],
    ]);
    expect(calibration(cases).map(({ low, of, right }) => [low, of, right])).toEqual([
      [0.4, 2, 1],
      [0.9, 1, 1],
    ]);
  });
});

describe('cases', () => {
  test.each([
    ['no red flags', [32, 44]],
    ['There  are\nNO red flags', [22, 44]],
    ['There … no deficits', [22, 60]],
    ['no fractures', null],
    ['MRI … necessary', null],
  ])('the quote "%s" stands at %j', (quote, place) => {
    expect(placeOf(quote, RATIONALE)).toEqual(place);
  });

  test('a label without a quote has no place', () => {
    expect(placed([{ kind: 'OTHER', status: 'MET' }], RATIONALE)).toEqual([
      { kind: 'OTHER', status: 'MET', span: null },
    ]);
  });

  test('readings are placed within the rationale', () => {
    const reading = {
      kind: 'OTHER',
      status: 'MET',
      decisive: true,
      confidence: 0.5,
      span: [110, 120],
    } as const;
    const finding = {
      label: 'MRI',
      decision: 'UPHELD' as const,
      rationale: RATIONALE,
      spans: { rationale: [100, 200] } as const,
    };
    expect(readingOf({ ...finding, appliedCriteria: [reading] })).toEqual([{ ...reading, span: [10, 20] }]);
  });

  test('a finding is named by its place or its label', () => {
    const findings = ['MRI', 'TENS unit'].map((label) => ({
      label,
      decision: 'UPHELD' as const,
      rationale: null,
      spans: {},
      appliedCriteria: [],
    }));
    expect([1, 'tens  unit', 2, 'CT'].map((name) => indexOfFinding(findings, name))).toEqual([1, 1, -1, -1]);
  });
});

test('the report has its tables', () => {
  const lines = report('Set', [caseOf('RED_FLAG-', 'RED_FLAG- OTHER+')], ['RED_FLAG']).split('\n');
  expect(lines[0]).toBe('Set: 1 findings of 1 letters');
  expect(
    lines
      .filter((line) => /^(all|the 1 most|RED_FLAG|OTHER) /.test(line))
      .map((line) => line.replace(/ {2,}.*/, '')),
  ).toEqual(['all', 'the 1 most frequent', 'RED_FLAG', 'OTHER']);
  expect(lines.at(-1)).toBe('    1  *       OTHER MET');
});
