import { expect, test } from '@jest/globals';
import { tally } from '../../../src/query/tally.js';

test.each([
  [0, 0, { overturned: 0, upholdRate: null, upholdRateInterval: { low: 0, high: 1 }, small: true }],
  [
    4,
    3,
    {
      overturned: 1,
      upholdRate: 0.75,
      upholdRateInterval: { low: expect.closeTo(0.3006, 4), high: expect.closeTo(0.9544, 4) },
      small: true,
    },
  ],
  [29, 0, { small: true }],
  [30, 0, { small: false }],
])('%d findings, %d upheld', (findings, upheld, rest) => {
  expect(tally(findings, upheld)).toMatchObject({ findings, upheld, ...rest });
});
