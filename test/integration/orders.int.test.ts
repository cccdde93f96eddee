import { beforeAll, expect, test } from '@jest/globals';
import { writeDeterminations } from '../../src/graph/writer.js';
import { startApi, type TestApi } from '../support/api.js';
import { SMALL_CORPUS } from '../support/determinations.js';
import { emptyGraph } from '../support/graph.js';

let api: TestApi;

beforeAll(async () => {
  const client = await emptyGraph();
  await writeDeterminations(client, SMALL_CORPUS);
  api = await startApi(client);
});

/** The cases of the corpus by the end of their number; the one without a number is `none`. */
const CASES = 'caseNumber';

test.each([
  ['cases', '{ field: ID, direction: DESC }', CASES, [null, '3', '2', '1']],
  ['cases', '{ field: DECISION_DATE }', CASES, ['2', '3', '1', null]],
  ['cases', '{ field: DECISION_DATE, direction: DESC }', CASES, ['1', '3', '2', null]],
  ['cases', '{ field: CASE_NUMBER, direction: DESC }', CASES, ['3', '2', '1', null]],
  // Two were decided before they were assigned, one has no date.
  ['cases', '{ field: DAYS_TO_DECISION }', CASES, ['1', '2', '3', null]],
  ['cases', '{ field: ITEMS, direction: DESC }', CASES, ['1', null, '2', '3']],
  [
    'findings',
    '{ field: LABEL, direction: DESC }',
    'label',
    [
      'Physical therapy, 6 sessions',
      ...Array<string>(4).fill('MRI of the left knee'),
      'An unheard-of device',
    ],
  ],
  [
    'findings',
    '{ field: DECISION_DATE }',
    'case { decisionDate }',
    ['2016-11-02', '2016-11-03', '2017-01-17', '2017-01-17', null, null],
  ],
  ['items', '{ field: NAME }', 'name', ['An unheard-of device', 'MRI: Knee', 'Physical therapy: Shoulder']],
  [
    'items',
    '{ field: FINDINGS, direction: DESC }',
    'name',
    // Of equals, `Physical therapy …` stands before `as written: …`.
    ['MRI: Knee', 'Physical therapy: Shoulder', 'An unheard-of device'],
  ],
  [
    'reviewers',
    '{ field: CASES, direction: DESC }',
    'specialties',
    [['Pain Management'], ['Orthopedic Surgery', 'Sports Medicine']],
  ],
])('%s by %s', async (list, orderBy, field, expected) => {
  const answer = await api.data<Record<string, { nodes: Record<string, unknown>[] }>>(
    `{ ${list}(orderBy: ${orderBy}) { nodes { ${field} } } }`,
  );
  const values = (answer[list]?.nodes ?? []).map((node) => {
    const [value] = Object.values(node);
    const inner: unknown = field.endsWith('}') ? Object.values(value as object)[0] : value;
    return field === CASES && typeof inner === 'string' ? inner.slice(-1) : inner;
  });
  expect(values).toEqual(expected);
});

test('guidelines by the findings that cite them, or what is below them', async () => {
  const { guidelines } = await api.data<{ guidelines: { nodes: { path: string; findings: object }[] } }>(
    '{ guidelines(orderBy: { field: FINDINGS, direction: DESC }) { nodes { path findings { totalCount } } } }',
  );
  const counts = guidelines.nodes.map(({ findings }) => (findings as { totalCount: number }).totalCount);
  expect(counts).toEqual([...counts].sort((a, b) => b - a));
  expect([guidelines.nodes[0]?.path, counts[0]]).toEqual(['ODG', 5]);
});
