import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ANSWERED } from '../../../src/columns/answers/answers.js';
import { columnQuestions } from '../../support/column-questions.js';

// test/integration/columns.int.test.ts compares what is asked with the graph.
test('questions at random ask each statement that the columns answer', () => {
  const four = ['a', 'b', 'c', 'd'];
  const known = { guidelines: four, items: four, reviewers: four };
  const asked = fc.sample(columnQuestions(known), { seed: 1, numRuns: 1_000 }).map(([name]) => name);
  expect([...new Set(asked)].sort()).toEqual([...ANSWERED].sort());
});
