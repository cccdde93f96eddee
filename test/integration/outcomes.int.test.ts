import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { GraphClient } from '../../src/graph/client.js';
import { ingest } from '../../src/ingest/ingest.js';
import type { FindingFilter } from '../../src/query/filter/filters.js';
import { baseOutcome } from '../../src/query/outcomes.js';
import { startApi, type TestApi } from '../support/api.js';
import { emptyGraph } from '../support/graph.js';
import { samples } from '../support/recount.js';

const statements: string[] = [];
let api: TestApi;
let client: GraphClient;

/** How the findings were decided that pass; known-outcomes.int.test.ts checks it by the letters themselves. */
const counted = (filter: FindingFilter) => baseOutcome(client, filter);

beforeAll(async () => {
  client = await emptyGraph({ onStatement: (name) => void statements.push(name) });
  await ingest(client, [samples]);
  api = await startApi(client);
});

beforeEach(() => {
  statements.length = 0;
});

interface Row {
  values: { value: string }[];
  findings: number;
  upheld: number;
  upholdRateInterval: { low: number };
}

interface Answer {
  outcomes: {
    nodes: Row[];
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
}

const FIELDS =
  'totalCount nodes { values { value } findings upheld upholdRateInterval { low } } pageInfo { hasNextPage endCursor }';

const ask = async (args: string, after: string | null = null): Promise<Answer['outcomes']> =>
  (
    await api.data<Answer>(`query ($after: String) { outcomes(${args}, after: $after) { ${FIELDS} } }`, {
      after,
    })
  ).outcomes;

const valuesOf = (rows: readonly Row[]) =>
  rows.map(({ values }) => values.map(({ value }) => value).join(' '));

describe('outcomes', () => {
  test('tells the values, how they were decided, and the base', async () => {
    const { outcomes } = await api.data<{ outcomes: { base: object; nodes: object[] } }>(
      `{ outcomes(groupBy: [GUIDELINE_SOURCE, SEX], filter: { citations: { guideline: "ODG", role: EXPERT_REVIEWER } }, first: 1) {
        base { findings upheld overturned upholdRate upholdRateInterval { low high } small }
        nodes { values { dimension value guideline { path name level } }
          findings upheld overturned upholdRate upholdRateInterval { low high } small } } }`,
    );
    expect(outcomes.base).toEqual(
      await counted({ citations: { guideline: ['ODG'], role: ['EXPERT_REVIEWER'] } }),
    );
    expect(outcomes.nodes).toEqual([
      {
        values: [
          {
            dimension: 'GUIDELINE_SOURCE',
            value: 'ODG',
            guideline: { path: 'ODG', name: 'ODG', level: 'SOURCE' },
          },
          { dimension: 'SEX', value: 'FEMALE', guideline: null },
        ],
        ...(await counted({ citations: { guideline: ['ODG'], role: ['EXPERT_REVIEWER'] }, sex: ['FEMALE'] })),
      },
    ]);
  });

  test('periods and numbers come in their order', async () => {
    const order = 'orderBy: { field: VALUE, direction: ASC }, first: 100';
    const quarters = valuesOf((await ask(`groupBy: [QUARTER], ${order}`)).nodes);
    expect(quarters.length).toBeGreaterThan(2);
    expect(quarters).toEqual([...quarters].sort());
    const sizes = valuesOf((await ask(`groupBy: [ITEMS_IN_LETTER], ${order}`)).nodes).map(Number);
    expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
  });

  test.each<[string, (row: Row) => number]>([
    ['FINDINGS', ({ findings }) => findings],
    ['UPHELD', ({ upheld }) => upheld],
    ['OVERTURNED', ({ findings, upheld }) => findings - upheld],
    ['UPHOLD_RATE', ({ findings, upheld }) => upheld / findings],
    ['WILSON_LOW', ({ upholdRateInterval }) => upholdRateInterval.low],
  ])('in the order of %s', async (field, measure) => {
    const { nodes } = await ask(
      `groupBy: [CATEGORY], orderBy: { field: ${field}, direction: DESC }, first: 100`,
    );
    const measures = nodes.map(measure);
    expect(new Set(measures).size).toBeGreaterThan(1);
    expect(measures).toEqual([...measures].sort((a, b) => b - a));
  });

  test.each([
    ['the most findings first, unless asked otherwise', 'groupBy: [MODALITY]'],
    ['two dimensions', 'groupBy: [SPECIALTY, BODY_REGION]'],
  ])('walking the pages gives each row once: %s', async (_, args) => {
    const walk = async (first: number) => {
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const { nodes, pageInfo } = await ask(`${args}, first: ${first}`, after);
        seen.push(...valuesOf(nodes));
        after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
      } while (after !== null);
      return seen;
    };
    const whole = await walk(100);
    expect(whole).toHaveLength((await ask(args)).totalCount);
    expect(await walk(7)).toEqual(whole);
  });

  test('nothing passes: no rows, and a base of none', async () => {
    expect(
      await api.data(
        '{ outcomes(groupBy: [YEAR], filter: { licensureState: "WY" }) { totalCount base { findings upholdRate small } nodes { findings } } }',
      ),
    ).toEqual({
      outcomes: { totalCount: 0, base: { findings: 0, upholdRate: null, small: true }, nodes: [] },
    });
  });

  test('as many statements for one row as for all', async () => {
    const query = (first: number) =>
      `{ outcomes(groupBy: [GUIDELINE_TOPIC, YEAR], first: ${first}) { base { findings } nodes { values { guideline { path } } } } }`;
    await api.data(query(1));
    const few = statements.splice(0).sort();
    await api.data(query(100));
    expect(statements.sort()).toEqual(few);
    expect(few).toEqual(['read/guidelines-by-id', 'read/outcomes', 'read/outcomes']);
  });
});

describe('what is not acceptable', () => {
  test.each([
    ['groupBy: []', 'groupBy'],
    ['groupBy: [YEAR, SEX, PRIORITY]', 'groupBy'],
    ['groupBy: [SEX, SEX]', 'groupBy'],
    ['groupBy: [YEAR, QUARTER]', 'groupBy'],
    ['groupBy: [GUIDELINE_SOURCE, GUIDELINE_TOPIC]', 'groupBy'],
    ['groupBy: [COLOUR]', 'groupBy'],
    ['groupBy: [SEX], filter: { age: { from: 60, to: 20 } }', 'filter.age.from'],
    ['groupBy: [SEX], filter: { age: { from: -1 } }', 'filter.age.from'],
    ['groupBy: [SEX], filter: { citations: { role: [] } }', 'filter.citations.role'],
    ['groupBy: [SEX], filter: { sex: OTHER }', 'filter.sex'],
    ['groupBy: [SEX], first: 0', 'first'],
    ['groupBy: [SEX], after: "YWZ0ZXI6bm93aGVyZQ"', 'after'],
  ])('%s', async (args, path) => {
    const { body } = await api.ask(`{ outcomes(${args}) { nodes { findings } } }`);
    expect(body.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path }] });
  });
});
