import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { writeDeterminations } from '../../src/graph/writer.js';
import { ingest } from '../../src/ingest/ingest.js';
import type { Citation, Determination, Finding } from '../../src/normalise/determination.js';
import { guidelinePairs, type GuidelinePairQuestion } from '../../src/query/guideline-pairs.js';
import { fisherExact } from '../../src/query/significance.js';
import type { GraphClient } from '../../src/graph/client.js';
import { startApi, type TestApi } from '../support/api.js';
import { cites, determination, finding } from '../support/determinations.js';
import { emptyGraph } from '../support/graph.js';
import { citedBy, readSamples, recount, samples } from '../support/recount.js';

type Level = GuidelinePairQuestion['level'];

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

interface Row {
  guideline: { name: string };
  withGuideline: { name: string };
  findings: number;
  upheld: number;
  lift: number;
  qValue: number;
}

interface Answer {
  guidelinePairs: {
    totalCount: number;
    nodes: Row[];
    pageInfo: { hasNextPage: boolean; endCursor: string };
  };
}

const EVERY = { inPlace: false, filter: {}, minFindings: 1 } as const;
const MOST = [{ field: 'FINDINGS', direction: 'DESC' }, { first: 10_000 }] as const;

const above = (one: string, other: string) =>
  one.startsWith(`${other} > `) || other.startsWith(`${one} > `) || one === other;

/** All pairs of a question, counted from the letters. */
function counted(question: Omit<GuidelinePairQuestion, 'filter' | 'minFindings'>): string[] {
  const { role, level, withRole, withLevel, inPlace } = question;
  const idsOf = (of: Finding, party: Citation['role'], at: Level) => [...new Set(citedBy(of, party, at))];
  return recount(
    letters,
    () => true,
    (_, of) => {
      const ones = idsOf(of, role, level);
      const others = idsOf(of, withRole, withLevel);
      const alone = (ids: string[], not: string[]) => (inPlace ? ids.filter((id) => !not.includes(id)) : ids);
      return alone(ones, others).flatMap((one) =>
        alone(others, ones)
          .filter((other) => role !== withRole || !above(one, other))
          .filter((other) => role !== withRole || level !== withLevel || one < other)
          .map((other) => `${one} + ${other}`),
      );
    },
  );
}

describe('the sample letters, counted by hand', () => {
  test.each<[Citation['role'], Level, Citation['role'], Level, boolean]>([
    ['EXPERT_REVIEWER', 'SOURCE', 'EXPERT_REVIEWER', 'SOURCE', false],
    ['EXPERT_REVIEWER', 'CHAPTER', 'EXPERT_REVIEWER', 'CHAPTER', false],
    ['EXPERT_REVIEWER', 'TOPIC', 'EXPERT_REVIEWER', 'TOPIC', false],
    ['EXPERT_REVIEWER', 'SOURCE', 'EXPERT_REVIEWER', 'CHAPTER', false],
    ['CLAIMS_ADMINISTRATOR', 'SOURCE', 'EXPERT_REVIEWER', 'SOURCE', false],
    ['CLAIMS_ADMINISTRATOR', 'CHAPTER', 'EXPERT_REVIEWER', 'CHAPTER', true],
    ['EXPERT_REVIEWER', 'CHAPTER', 'RATIONALE', 'CHAPTER', false],
    ['CLAIMS_ADMINISTRATOR', 'CHAPTER', 'EXPERT_REVIEWER', 'TOPIC', false],
  ])('%s %s with %s %s, in place: %s', async (role, level, withRole, withLevel, inPlace) => {
    const question = { role, level, withRole, withLevel, inPlace };
    const { nodes } = await guidelinePairs(client, { ...EVERY, ...question }, ...MOST);
    const rows = nodes.map(
      (pair) => `${pair.guidelineId} + ${pair.withGuidelineId}: ${pair.findings} ${pair.upheld}`,
    );
    expect(rows.sort()).toEqual(counted(question));
    expect(rows.length).toBeGreaterThan(1);
  });

  test('what each is counted out of', async () => {
    const cited = { role: 'CLAIMS_ADMINISTRATOR', level: 'CHAPTER' } as const;
    const withCited = { withRole: 'EXPERT_REVIEWER', withLevel: 'SOURCE' } as const;
    const question = { ...EVERY, ...cited, ...withCited };
    const { base, nodes } = await guidelinePairs(client, question, ...MOST);
    const all = letters.flatMap(({ findings }) => findings);
    expect(base.findings).toBe(all.length);
    for (const { guidelineId, withGuidelineId, ...pair } of nodes) {
      const one = all.filter((of) => citedBy(of, cited.role, cited.level).includes(guidelineId));
      const other = all.filter((of) =>
        citedBy(of, withCited.withRole, withCited.withLevel).includes(withGuidelineId),
      );
      expect([pair.guidelineTally.findings, pair.withGuidelineTally.findings]).toEqual([
        one.length,
        other.length,
      ]);
      expect(pair.guidelineTally.upheld).toBe(one.filter(({ decision }) => decision === 'UPHELD').length);
      expect(pair.lift).toBeCloseTo(
        pair.findings / all.length / ((one.length * other.length) / all.length ** 2),
      );
      expect(pair.pValue).toBe(fisherExact(pair.findings, one.length, other.length, all.length));
      expect(pair.qValue).toBeGreaterThanOrEqual(pair.pValue);
    }
  });
});

describe('guidelinePairs', () => {
  const FIELDS = `totalCount nodes { guideline { name } withGuideline { name } findings upheld lift qValue }
    pageInfo { hasNextPage endCursor }`;
  const ask = async (args: string, after: string | null = null) => {
    const query = `query ($after: String) { guidelinePairs(${args}, after: $after) { ${FIELDS} } }`;
    return (await api.data<Answer>(query, { after })).guidelinePairs;
  };

  test.each<[string, 'ASC' | 'DESC', keyof Row]>([
    ['FINDINGS', 'DESC', 'findings'],
    ['LIFT', 'DESC', 'lift'],
    ['Q_VALUE', 'ASC', 'qValue'],
  ])('in the order of %s; walking the pages gives each pair once', async (field, direction, measure) => {
    const args = `minFindings: 1, orderBy: { field: ${field}, direction: ${direction} }`;
    const walk = async (first: number) => {
      const seen: Row[] = [];
      let after: string | null = null;
      do {
        const page = await ask(`${args}, first: ${first}`, after);
        seen.push(...page.nodes);
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      } while (after !== null);
      return seen;
    };
    const whole = await walk(100);
    const measures = whole.map((row) => Number(row[measure]));
    const sign = direction === 'ASC' ? 1 : -1;
    expect(measures).toEqual([...measures].sort((a, b) => sign * (a - b)));
    expect(new Set(measures).size).toBeGreaterThan(1);
    expect(await walk(5)).toEqual(whole);
  });

  test('pairs of fewer findings are left out, and not tested', async () => {
    const all = await ask('level: SOURCE, minFindings: 1, first: 100');
    const many = await ask('level: SOURCE, minFindings: 3, first: 100');
    const frequent = all.nodes.filter(({ findings }) => findings >= 3);
    expect(many.totalCount).toBe(frequent.length);
    expect(frequent.length).toBeLessThan(all.nodes.length);
    expect(many.nodes.map(({ findings }) => findings)).toEqual(frequent.map(({ findings }) => findings));
  });

  test('one statement, and one for the guidelines, however many pairs', async () => {
    await ask('minFindings: 1, first: 1');
    const few = statements.splice(0).sort();
    await ask('minFindings: 1, first: 100');
    expect(statements.sort()).toEqual(few);
    expect(few).toEqual(['read/guideline-pairs', 'read/guidelines-by-id']);
  });

  test('nothing passes', async () => {
    const answer = await api.data(
      '{ guidelinePairs(filter: { decisionDate: { to: "1990-01-01" } }) { totalCount base { findings } nodes { findings } } }',
    );
    expect(answer).toEqual({ guidelinePairs: { totalCount: 0, base: { findings: 0 }, nodes: [] } });
  });

  test.each([
    ['level: CRITERION', 'level'],
    ['withLevel: CRITERION', 'withLevel'],
    ['minFindings: 0', 'minFindings'],
    ['inPlace: true', 'inPlace'],
    ['inPlace: true, withRole: CLAIMS_ADMINISTRATOR, withLevel: TOPIC', 'inPlace'],
    ['role: NOBODY', 'role'],
    ['after: "YWZ0ZXI6bm93aGVyZQ"', 'after'],
  ])('refuses %s', async (args, path) => {
    const { body } = await api.ask(`{ guidelinePairs(${args}) { nodes { findings } } }`);
    expect(body.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path }] });
  });
});

describe('what is cited how often', () => {
  test('twice, as silent, and below one chapter: once, not at all, and not with the chapter', async () => {
    const own = await emptyGraph();
    const knee = cites('ODG', 'Knee & Leg', { topics: ['MRI', 'Braces'] });
    const silent = cites('ACOEM', 'Knee Disorders', { silent: true });
    const citations = [knee, knee, silent, cites('MTUS', 'Knee Complaints')];
    await writeDeterminations(own, [determination('CM16-0000009', { findings: [finding({ citations })] })]);
    const ask = async (level: Level, withLevel: Level) => {
      const sides = { role: 'EXPERT_REVIEWER', withRole: 'EXPERT_REVIEWER', level, withLevel } as const;
      const { nodes } = await guidelinePairs(own, { ...EVERY, ...sides }, ...MOST);
      return nodes.map(({ guidelineId, withGuidelineId, findings }) => [
        guidelineId,
        withGuidelineId,
        findings,
      ]);
    };
    expect(await ask('SOURCE', 'SOURCE')).toEqual([['MTUS', 'ODG', 1]]);
    expect(await ask('TOPIC', 'TOPIC')).toEqual([['ODG > Knee & Leg > Braces', 'ODG > Knee & Leg > MRI', 1]]);
    expect(await ask('SOURCE', 'CHAPTER')).toEqual([
      ['MTUS', 'ODG > Knee & Leg', 1],
      ['ODG', 'MTUS > Knee Complaints (2004)', 1],
    ]);
  });
});
