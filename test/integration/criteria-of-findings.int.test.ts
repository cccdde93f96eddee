import { beforeAll, describe, expect, test } from '@jest/globals';
import { writeDeterminations } from '../../src/graph/writer.js';
import { startApi, type TestApi } from '../support/api.js';
import { CRITERIA_CORPUS } from '../support/criteria.js';
import { emptyGraph } from '../support/graph.js';

let api: TestApi;

beforeAll(async () => {
  const client = await emptyGraph();
  await writeDeterminations(client, CRITERIA_CORPUS);
  api = await startApi(client);
});

interface Pages<Node> {
  nodes: Node[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

const CARE = 'CONSERVATIVE_CARE_FAILED';
const MRI_TOPIC = 'ODG > Neck & Upper Back > Magnetic resonance imaging (MRI)';

describe('a finding', () => {
  test.each([
    ['', [`${CARE} NOT_MET`, 'NEUROLOGIC_DEFICIT NOT_MET', 'RED_FLAG NOT_MET']],
    ['(minConfidence: 0.5, status: NOT_MET)', [`${CARE} NOT_MET`, 'NEUROLOGIC_DEFICIT NOT_MET']],
    ['(kind: RED_FLAG)', ['RED_FLAG NOT_MET']],
    ['(status: MET)', []],
  ])('tells its applied criteria %s', async (args, expected) => {
    const { finding } = await api.data<{ finding: { appliedCriteria: { kind: string; status: string }[] } }>(
      `{ finding(id: "CM16-1000001#1") { appliedCriteria${args} { kind status } } }`,
    );
    const told = finding.appliedCriteria.map(({ kind, status }) => `${kind} ${status}`);
    expect(told.sort()).toEqual(expected);
  });

  test('of no guideline', async () => {
    const query = `{ finding(id: "CM17-1000004#1") { appliedCriteria { guideline { path } criterion { source parent { path } name } } } }`;
    expect(await api.data(query)).toEqual({
      finding: {
        appliedCriteria: [
          {
            guideline: null,
            criterion: { source: null, parent: null, name: 'Conservative care tried and failed' },
          },
        ],
      },
    });
  });
});

test('criteria are parts of their guideline', async () => {
  const query = `{ guideline(id: "${MRI_TOPIC}") { children(level: CRITERION) { nodes { level kind text } } } }`;
  const { guideline } = await api.data<{
    guideline: { children: Pages<{ kind: string; text: string | null }> };
  }>(query);
  expect(guideline.children.nodes.filter(({ text }) => text === null).map(({ kind }) => kind)).toEqual([
    CARE,
    'NEUROLOGIC_DEFICIT',
    'RED_FLAG',
  ]);
  const { guidelines } = await api.data<{ guidelines: Pages<{ source: string }> }>(
    '{ guidelines(filter: { kind: QUANTITY_WITHIN_LIMIT }) { nodes { source } } }',
  );
  expect(guidelines.nodes).toEqual([{ source: 'MTUS' }]);
});

describe('a guideline leads to', () => {
  test.each([
    [MRI_TOPIC, '', 5],
    [`${MRI_TOPIC} > Conservative care tried and failed`, '', 2],
    ['ODG > Neck & Upper Back', '(status: MET)', 3],
    ['ODG', '(kind: RED_FLAG)', 1],
    ['ODG', '(minConfidence: 0.95)', 1],
    ['ACOEM', '', 0],
  ])('what is said of the criteria below it: %s %s', async (id, args, count) => {
    const { guideline } = await api.data<{ guideline: { appliedCriteria: Pages<{ id: string }> } }>(
      `query ($id: ID!) { guideline(id: $id) { appliedCriteria${args} { nodes { id } } } }`,
      { id },
    );
    expect(guideline.appliedCriteria.nodes).toHaveLength(count);
  });

  test('the places where its criteria are quoted', async () => {
    const answer = await api.data(
      `{ guideline(id: "ODG") { quotations { nodes { text span { start end } finding { id } criterion { level text source } } } } }`,
    );
    const text = 'Failure of three months of conservative treatment';
    expect(answer).toEqual({
      guideline: {
        quotations: {
          nodes: [
            {
              text,
              span: { start: 70, end: 70 + text.length },
              finding: { id: 'Finding:CM16-1000001#1' },
              criterion: { level: 'CRITERION', text, source: 'ODG' },
            },
          ],
        },
      },
    });
  });
});
