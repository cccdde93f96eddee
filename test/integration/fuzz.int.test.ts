import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createSchema } from '../../src/api/schema.js';
import { writeDeterminations } from '../../src/graph/writer.js';
import { startApi, type Answer, type TestApi } from '../support/api.js';
import { CRITERIA_CORPUS } from '../support/criteria.js';
import { SMALL_CORPUS } from '../support/determinations.js';
import { dumpGraph, emptyGraph } from '../support/graph.js';
import { operations } from '../support/random-queries.js';
import { ATTACKS } from '../support/random-values.js';
import { stringPlaces } from '../support/string-places.js';

/** A stack, a statement, an address or a path of this machine. */
const INSIDE = /\bat .+:\d+:\d+|\bMATCH \(|\bNeo\.\w|bolt:|\/(?:src|dist|node_modules|cypher)\/|\.cypher\b/;

/** A run of the tests is the same each time; `npm run fuzz` tries others. */
const SEED = 6;
const RUNS = 100;

/** A guard against tests that hang, in milliseconds; they take seconds. */
const LONGEST = 400_000;

const schema = createSchema();
let api: TestApi;

beforeAll(async () => {
  const client = await emptyGraph({ timeout: LONGEST });
  await writeDeterminations(client, [...SMALL_CORPUS, ...CRITERIA_CORPUS]);
  api = await startApi(client, { queryTimeout: LONGEST / 1_000 });
});

/** What no request may ever bring about. */
function expectNoFailure({ status, body }: Answer): void {
  const codes = body.errors?.map(({ extensions }) => extensions?.code) ?? [];
  expect([status, ...codes]).not.toContain('INTERNAL_SERVER_ERROR');
  expect(codes).not.toContain(undefined);
  expect(status).toBeLessThan(500);
  for (const { message } of body.errors ?? []) expect(message).not.toMatch(INSIDE);
  expect(body.errors !== undefined || body.data !== undefined).toBe(true);
}

/** What the server logged as a failure of its own. */
const failures = () => api.logged.filter((line) => (JSON.parse(line) as { level: number }).level >= 50);

test(
  'requests at random are answered or refused, and never fail',
  async () => {
    const { cases, findings } = await api.data<Record<string, { pageInfo: { endCursor: string } }>>(
      '{ cases(first: 1) { pageInfo { endCursor } } findings(first: 1) { pageInfo { endCursor } } }',
    );
    const cursors = [cases, findings].flatMap((page) => (page ? [page.pageInfo.endCursor] : []));
    let answered = 0;
    await fc.assert(
      fc.asyncProperty(operations(schema, cursors), async ({ query, variables }) => {
        const answer = await api.ask(query, variables);
        expectNoFailure(answer);
        if (answer.body.errors === undefined) answered++;
      }),
      { seed: SEED, numRuns: RUNS },
    );
    expect(answered).toBeGreaterThan(RUNS / 10);
    expect(failures()).toEqual([]);
  },
  LONGEST,
);

describe('what means something to a parser behind the API', () => {
  const places = stringPlaces(schema);

  test('can be put into every kind of place', () => {
    expect(places.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['searchFindings.query', 'guideline.id', 'findings.after']),
    );
  });

  test(
    'is mere words, wherever it is put',
    async () => {
      const before = await dumpGraph();
      for (const [i, { request }] of places.entries()) {
        // Each place gets some of them, and each of them comes to many places.
        const attacks = ATTACKS.filter((_, k) => (k + i) % 8 === 0);
        for (const words of attacks) {
          const { query, variables } = request(words);
          const answer = await api.ask(query, variables);
          expectNoFailure(answer);
          for (const { message } of answer.body.errors ?? []) expect(message).not.toContain('zq7');
        }
      }
      expect(failures()).toEqual([]);
      expect(await dumpGraph()).toEqual(before);
    },
    LONGEST,
  );
});
