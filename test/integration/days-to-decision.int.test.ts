import { beforeAll, expect, test } from '@jest/globals';
import { ingest } from '../../src/ingest/ingest.js';
import type { Determination, Finding } from '../../src/normalise/determination.js';
import { decisionTime } from '../../src/query/days-to-decision.js';
import { startApi, type TestApi } from '../support/api.js';
import { emptyGraph } from '../support/graph.js';
import { daysOf, readSamples, samples } from '../support/recount.js';

let api: TestApi;
let letters: readonly Determination[];

beforeAll(async () => {
  const client = await emptyGraph();
  await ingest(client, [samples]);
  letters = await readSamples();
  api = await startApi(client);
});

const FIELDS = 'letters lowerQuartile median upperQuartile small';

/** The times of letters, each once for each of its values, in the order of the values. */
function times(valuesOf: (letter: Determination, finding: Finding) => readonly (string | null)[]): unknown[] {
  const days = new Map<string, number[]>();
  for (const letter of letters) {
    const took = daysOf(letter);
    const values = new Set(letter.findings.flatMap((finding) => valuesOf(letter, finding)));
    for (const value of values) {
      if (value !== null && took !== null) days.set(value, [...(days.get(value) ?? []), took]);
    }
  }
  return [...days]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([value, all]) => ({ of: { value }, ...decisionTime(all.map((took) => [took, 1])) }));
}

test.each<[string, string, (letter: Determination, finding: Finding) => readonly (string | null)[]]>([
  ['YEAR', '', (letter) => [letter.case.decisionDate?.slice(0, 4) ?? null]],
  ['SPECIALTY', '', ({ reviewer }) => reviewer.specialties],
  ['MODIFIED', '', (_, { modification }) => [modification === null ? 'FULL_DENIAL' : 'MODIFIED']],
  [
    'MODIFIED',
    'filter: { decision: OVERTURNED }',
    (_, { modification, decision }) =>
      decision === 'UPHELD' ? [] : [modification === null ? 'FULL_DENIAL' : 'MODIFIED'],
  ],
])('the sample letters, by %s %s', async (dimension, filter, valuesOf) => {
  const { daysToDecision } = await api.data<{ daysToDecision: { nodes: unknown[] } }>(
    `{ daysToDecision(groupBy: ${dimension}, first: 100 ${filter}) { nodes { of { value } ${FIELDS} } } }`,
  );
  expect(daysToDecision.nodes.length).toBeGreaterThan(1);
  expect(daysToDecision.nodes).toEqual(times(valuesOf));
});

test('without a dimension: the base alone', async () => {
  const took = letters.map(daysOf).filter((days) => days !== null);
  expect(took.length).toBeGreaterThan(10);
  expect(await api.data(`{ daysToDecision { base { ${FIELDS} } nodes { letters } } }`)).toEqual({
    daysToDecision: { base: decisionTime(took.map((days) => [days, 1])), nodes: [] },
  });
});

test('guidelines are told by node; one page after the other', async () => {
  interface Answer {
    daysToDecision: { nodes: { of: { guideline: { path: string } } }[]; pageInfo: { endCursor: string } };
  }
  const query = `query ($first: Int!, $after: String) { daysToDecision(groupBy: GUIDELINE_SOURCE, first: $first, after: $after) {
    nodes { of { guideline { path } } } pageInfo { endCursor } } }`;
  const whole = await api.data<Answer>(query, { first: 100 });
  const first = await api.data<Answer>(query, { first: 1 });
  const after = first.daysToDecision.pageInfo.endCursor;
  const second = await api.data<Answer>(query, { first: 1, after });
  expect([...first.daysToDecision.nodes, ...second.daysToDecision.nodes]).toEqual(
    whole.daysToDecision.nodes.slice(0, 2),
  );
});

test('a cursor of another list is refused', async () => {
  const { body } = await api.ask(
    '{ daysToDecision(groupBy: YEAR, after: "YWZ0ZXI6bm93aGVyZQ") { nodes { letters } } }',
  );
  expect(body.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'after' }] });
});
