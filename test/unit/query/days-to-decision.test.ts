import { expect, test } from '@jest/globals';
import { decisionTime, type Histogram } from '../../../src/query/days-to-decision.js';

test.each<[string, Histogram, (number | null)[]]>([
  ['no letter', [], [null, null, null]],
  ['one', [[28, 1]], [28, 28, 28]],
  [
    'two',
    [
      [10, 1],
      [20, 1],
    ],
    [12.5, 15, 17.5],
  ],
  ['all alike', [[30, 9]], [30, 30, 30]],
  [
    'five, in no order',
    [
      [50, 1],
      [10, 2],
      [30, 1],
      [20, 1],
    ],
    [10, 20, 30],
  ],
])('quartiles of %s', (_, days, expected) => {
  const { lowerQuartile, median, upperQuartile } = decisionTime(days);
  expect([lowerQuartile, median, upperQuartile]).toEqual(expected);
});

test.each([
  [29, true],
  [30, false],
])('%d letters are few: %s', (letters, small) => {
  expect(decisionTime([[28, letters]])).toMatchObject({ letters, small });
});
