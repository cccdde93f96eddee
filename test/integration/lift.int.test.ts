import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { GraphClient } from '../../src/graph/client.js';
import { ingest } from '../../src/ingest/ingest.js';
import type { Determination } from '../../src/normalise/determination.js';
import { guidelineLift } from '../../src/query/lift.js';
import { startApi, type TestApi } from '../support/api.js';
import { emptyGraph } from '../support/graph.js';
import { agreement, citedBy, readSamples, recount, samples } from '../support/recount.js';

const statements: string[] = [];
let client: GraphClient;
let api: TestApi;
let letters: readonly Determination[];

beforeAll(async () => {
  client = await emptyGraph({ onStatement: (name) => void statements.push(name) });
  await ingest(client, [samples]);
  letters = await readSamples();
  api = await startApi(client);
});

beforeEach(() => {
  statements.length = 0;
});

const LEVELS = ['SOURCE', 'CHAPTER', 'TOPIC'] as const;

describe('lift', () => {
  test.each(LEVELS)('the sample letters, by %s', async (level) => {
    const question = { level, filter: {}, minFindings: 2 };
    const order = { field: 'FINDINGS', direction: 'DESC' } as const;
    const { nodes, base, count } = await guidelineLift(client, question, order, { first: 1000 });
    const all = recount(
      letters,
      () => true,
      (_, finding) => citedBy(finding, 'EXPERT_REVIEWER', level),
    );
    const rows = nodes.map(({ guidelineId, findings, upheld }) => `${guidelineId}: ${findings} ${upheld}`);
    expect(rows.sort()).toEqual(all.filter((row) => !/: 1 \d+$/.test(row)));
    expect(await count()).toBe(nodes.length);
    for (const { lift, liftInterval, upholdRate, pValue, qValue } of nodes) {
      expect(lift).toBeCloseTo((upholdRate ?? 0) / (base.upheld / base.findings), 12);
      expect(liftInterval?.low).toBeLessThanOrEqual(lift ?? 0);
      expect(liftInterval?.high).toBeGreaterThanOrEqual(lift ?? 0);
      expect(pValue).toBeGreaterThan(0);
      expect(qValue).toBeGreaterThanOrEqual(pValue);
    }
  });

  test('what is least likely chance comes first; pages hold each guideline once', async () => {
    interface Answer {
      lift: {
        totalCount: number;
        nodes: { qValue: number; guideline: { path: string } }[];
        pageInfo: { hasNextPage: boolean; endCursor: string | null };
      };
    }
    const walk = async (first: number) => {
      const seen: { qValue: number; guideline: { path: string } }[] = [];
      let after: string | null = null;
      do {
        const { lift }: Answer = await api.data(
          `query ($first: Int!, $after: String) { lift(minFindings: 1, first: $first, after: $after) {
            totalCount nodes { qValue guideline { path } } pageInfo { hasNextPage endCursor } } }`,
          { first, after },
        );
        seen.push(...lift.nodes);
        after = lift.pageInfo.hasNextPage ? lift.pageInfo.endCursor : null;
      } while (after !== null);
      return seen;
    };
    const whole = await walk(100);
    const qValues = whole.map(({ qValue }) => qValue);
    expect(qValues).toEqual([...qValues].sort((a, b) => a - b));
    expect(whole.length).toBeGreaterThan(5);
    expect(await walk(4)).toEqual(whole);
  });

  test('three statements, however many guidelines', async () => {
    await api.data('{ lift(minFindings: 1, first: 100) { base { findings } nodes { guideline { path } } } }');
    expect(statements.sort()).toEqual(['read/guidelines-by-id', 'read/outcomes', 'read/outcomes']);
  });

  test('without any upheld finding there is no lift', async () => {
    const { lift } = await api.data<{ lift: { nodes: unknown[] } }>(
      '{ lift(level: SOURCE, filter: { decision: OVERTURNED }, first: 1) { nodes { upheld lift liftInterval { low } pValue qValue } } }',
    );
    expect(lift.nodes).toEqual([{ upheld: 0, lift: null, liftInterval: null, pValue: 1, qValue: 1 }]);
  });

  test('nothing passes', async () => {
    const answer = await api.data(
      '{ lift(filter: { licensureState: "WY" }) { totalCount base { findings } nodes { findings } } }',
    );
    expect(answer).toEqual({ lift: { totalCount: 0, base: { findings: 0 }, nodes: [] } });
  });
});

describe('citationAgreement', () => {
  test.each(LEVELS)('the sample letters, by %s: all rows, which add up to all findings', async (level) => {
    interface Row {
      agreement: string;
      findings: number;
      upheld: number;
    }
    const { citationAgreement } = await api.data<{ citationAgreement: Row[] }>(
      `{ citationAgreement(level: ${level}) { agreement findings upheld } }`,
    );
    expect(citationAgreement.map((row) => row.agreement)).toEqual([
      'SAME',
      'OVERLAPPING',
      'DISJOINT',
      'ONLY_CLAIMS_ADMINISTRATOR',
      'ONLY_EXPERT_REVIEWER',
      'NEITHER',
    ]);
    const rows = citationAgreement
      .filter(({ findings }) => findings > 0)
      .map((row) => `${row.agreement}: ${row.findings} ${row.upheld}`);
    expect(rows.sort()).toEqual(
      recount(
        letters,
        () => true,
        (_, finding) => [agreement(finding, level)],
      ),
    );
    const sum = citationAgreement.reduce((total, { findings }) => total + findings, 0);
    expect(sum).toBe(letters.flatMap(({ findings }) => findings).length);
  });

  test('narrowed by a filter, sources unless asked otherwise', async () => {
    const { citationAgreement } = await api.data<{ citationAgreement: { findings: number }[] }>(
      '{ citationAgreement(filter: { modality: "MRI", decision: OVERTURNED }) { findings } }',
    );
    const found = recount(
      letters,
      (_, { service, decision }) => service.modality === 'MRI' && decision === 'OVERTURNED',
      (_, finding) => [agreement(finding, 'SOURCE')],
    );
    expect(citationAgreement.filter(({ findings }) => findings > 0)).toHaveLength(found.length);
    expect(found.length).toBeGreaterThan(0);
  });
});

describe('what is not acceptable', () => {
  test.each([
    ['lift(level: CRITERION) { nodes { findings } }', 'level'],
    ['lift(minFindings: 0) { nodes { findings } }', 'minFindings'],
    ['lift(filter: { age: { to: 500 } }) { nodes { findings } }', 'filter.age.to'],
    ['lift(after: "YWZ0ZXI6bm93aGVyZQ") { nodes { findings } }', 'after'],
    ['citationAgreement(level: CRITERION) { findings }', 'level'],
    [
      'citationAgreement(filter: { decisionDate: { from: "yesterday" } }) { findings }',
      'filter.decisionDate.from',
    ],
  ])('%s', async (field, path) => {
    const { body } = await api.ask(`{ ${field} }`);
    expect(body.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path }] });
  });
});
