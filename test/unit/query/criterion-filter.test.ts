import { expect, test } from '@jest/globals';
import {
  daysOf,
  groupingProblem,
  groupKey,
  groupParameter,
  scopeParameters,
  type CriterionGrouping,
  type Group,
} from '../../../src/query/criterion-filter.js';

const nothing: Group = {
  guidelineId: null,
  specialty: null,
  year: null,
  quarter: null,
  modality: null,
  bodyRegion: null,
};

test.each<[CriterionGrouping[], string | undefined]>([
  [[], undefined],
  [['CHAPTER', 'SPECIALTY', 'YEAR', 'MODALITY', 'BODY_REGION'], undefined],
  [['YEAR', 'YEAR'], 'must not name anything twice'],
  [['SOURCE', 'CHAPTER'], 'must hold only one of SOURCE, CHAPTER, TOPIC'],
  [['QUARTER', 'YEAR'], 'must hold only one of YEAR, QUARTER'],
])('%j: %s', (groupBy, problem) => {
  expect(groupingProblem(groupBy)).toBe(problem);
});

test.each([
  [null, null, { from: null, to: null }],
  [2016, null, { from: '2016-01-01', to: '2016-12-31' }],
  [2016, 1, { from: '2016-01-01', to: '2016-03-31' }],
  [2017, 2, { from: '2017-04-01', to: '2017-06-30' }],
  [2017, 3, { from: '2017-07-01', to: '2017-09-30' }],
  [2017, 4, { from: '2017-10-01', to: '2017-12-31' }],
])('the days of %s, quarter %s', (year, quarter, days) => {
  expect(daysOf({ ...nothing, year, quarter })).toEqual(days);
});

test('groups have different keys, whatever their names hold', () => {
  const groups = [
    nothing,
    { ...nothing, specialty: 'a' },
    { ...nothing, modality: 'a' },
    { ...nothing, specialty: 'a","b' },
    { ...nothing, specialty: 'a', modality: 'b' },
    { ...nothing, year: 2016 },
    { ...nothing, year: 2016, quarter: 1 },
  ];
  expect(new Set(groups.map((group) => groupKey(group))).size).toBe(groups.length);
});

test('what is not grouped by is off', () => {
  expect(groupParameter(['TOPIC', 'QUARTER', 'BODY_REGION'])).toEqual({
    level: 'TOPIC',
    period: 'QUARTER',
    bySpecialty: false,
    byModality: false,
    byBodyRegion: true,
  });
});

test.each([
  [{}, null],
  [{ specialty: ['Pain Management'] }, null],
  [{ bodyRegion: ['Hip', 'Ankle'] }, { bodyRegion: ['Hip', 'Ankle'] }],
  [
    { modality: ['MRI'], category: null },
    { modality: ['MRI'], category: null },
  ],
])('the items that statements begin with under %j', (conditions, items) => {
  const scope = { ...conditions, minConfidence: 0.5, decisiveOnly: false };
  expect(scopeParameters(scope)).toMatchObject({ scope: { items, words: [] } });
});
