import { readdirSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { FIRST_TABS, TOPICS } from '../../../web/graphiql/topics.js';

test('every operation of the repository is a saved query, once', () => {
  const files = readdirSync('schema/operations').map((file) => file.replace('.graphql', ''));
  expect(Object.values(TOPICS).flat().sort()).toEqual(files.sort());
});

test('a first visit shows a few of them', () => {
  const names = Object.values(TOPICS).flat();
  expect(FIRST_TABS.length).toBeLessThanOrEqual(10);
  expect(FIRST_TABS.filter((name) => !names.includes(name))).toEqual([]);
});
