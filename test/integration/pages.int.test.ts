import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { encodeCursor } from '../../src/api/cursor.js';
import { ImrError } from '../../src/common/errors.js';
import { writeDeterminations, writeQuarantine } from '../../src/graph/writer.js';
import type { GraphClient } from '../../src/graph/client.js';
import { startApi, type TestApi } from '../support/api.js';
import { applies, cites, determination, finding, quotes, SMALL_CORPUS } from '../support/determinations.js';
import { emptyGraph, runCypher } from '../support/graph.js';
import { askFor, pageQuery, walk, type List, type PageOf } from '../support/walk.js';

const statements: string[] = [];
let client: GraphClient;
let api: TestApi;

const ODG_KNEE = cites('ODG', 'Knee & Leg');

beforeAll(async () => {
  client = await emptyGraph({
    onStatement: (name) => {
      if (!/^read\/(applied-migrations|await-indexes|graph-version)$/.test(name)) statements.push(name);
    },
  });
  const criteria = determination('CM16-0000004', {
    findings: [
      finding({
        appliedCriteria: [
          applies('RED_FLAG', { reliesOn: ODG_KNEE }),
          applies('NEUROLOGIC_DEFICIT', { reliesOn: ODG_KNEE, status: 'MET', confidence: 0.6 }),
          applies('CONSERVATIVE_CARE_FAILED', { reliesOn: ODG_KNEE, confidence: 0.7 }),
        ],
        criteria: [
          quotes('Suspected tear of the meniscus', { reliesOn: ODG_KNEE }),
          quotes('Failure of six weeks of therapy', { reliesOn: ODG_KNEE }),
        ],
      }),
    ],
  });
  await writeDeterminations(client, [...SMALL_CORPUS, criteria]);
  await writeQuarantine(client, [
    { path: 'scan.pdf', sha256: 'ab', error: new ImrError('NO_TEXT_LAYER', 'scan.pdf: only images') },
    { path: 'empty.txt', sha256: 'cd', error: new ImrError('EMPTY_FILE', 'empty.txt: empty') },
  ]);
  api = await startApi(client);
});

beforeEach(() => {
  statements.length = 0;
});

const TEXT = 'The ODG, Knee chapter. The ODG is silent. MTUS Knee Complaints. The ODG, Shoulder chapter.';

/** Every list of the API: how to ask for it, and what tells its nodes apart. */
const LISTS: readonly (readonly [within: string | undefined, list: string, fields: string])[] = [
  [undefined, 'cases($paged)', 'id'],
  [undefined, 'findings($paged)', 'id'],
  [undefined, 'items($paged)', 'id'],
  [undefined, 'reviewers($paged)', 'id'],
  [undefined, 'guidelines($paged)', 'id'],
  [undefined, 'guidelines(filter: { level: [TOPIC, CHAPTER] }, $paged)', 'id'],
  [undefined, 'quarantinedDocuments($paged)', 'id'],
  [undefined, 'cases(orderBy: { field: ID, direction: DESC }, $paged)', 'id'],
  [undefined, 'cases(orderBy: { field: DECISION_DATE, direction: DESC }, $paged)', 'id'],
  [undefined, 'cases(orderBy: { field: CASE_NUMBER, direction: ASC }, $paged)', 'id'],
  [undefined, 'cases(orderBy: { field: DAYS_TO_DECISION, direction: ASC }, $paged)', 'id'],
  [undefined, 'cases(orderBy: { field: ITEMS, direction: ASC }, $paged)', 'id'],
  [undefined, 'findings(orderBy: { field: DECISION_DATE, direction: DESC }, $paged)', 'id'],
  [undefined, 'findings(orderBy: { field: LABEL, direction: ASC }, $paged)', 'id'],
  [undefined, 'items(orderBy: { field: NAME, direction: ASC }, $paged)', 'id'],
  [undefined, 'items(orderBy: { field: FINDINGS, direction: DESC }, $paged)', 'id'],
  [undefined, 'reviewers(orderBy: { field: CASES, direction: ASC }, $paged)', 'id'],
  [undefined, 'guidelines(orderBy: { field: NAME, direction: ASC }, $paged)', 'id'],
  [undefined, 'guidelines(orderBy: { field: FINDINGS, direction: DESC }, $paged)', 'id'],
  ['item(id: "MRI: Knee [Imaging/Radiology]")', 'findings($paged)', 'id'],
  ['item(id: "MRI: Knee [Imaging/Radiology]")', 'cases($paged)', 'id'],
  ['reviewer(id: "Pain Management (CA)")', 'cases($paged)', 'id'],
  ['guideline(id: "ODG")', 'findings($paged)', 'id'],
  ['guideline(id: "ODG")', 'children($paged)', 'id'],
  ['guideline(id: "ODG")', 'appliedCriteria($paged)', 'id'],
  ['guideline(id: "ODG")', 'quotations($paged)', 'id'],
  [undefined, 'guidelineOutcomes($paged)', 'guideline { path }'],
  [
    undefined,
    'guidelineOutcomes(orderBy: { field: UPHOLD_RATE, direction: ASC }, $paged)',
    'guideline { path }',
  ],
  [undefined, 'outcomes(groupBy: [GUIDELINE_TOPIC, SEX], $paged)', 'values { value }'],
  [
    undefined,
    'outcomes(groupBy: [LICENSURE_STATE], orderBy: { field: VALUE, direction: DESC }, $paged)',
    'values { value }',
  ],
  [undefined, 'daysToDecision(groupBy: BODY_REGION, $paged)', 'of { value }'],
  [undefined, 'lift(minFindings: 1, $paged)', 'guideline { path }'],
  [undefined, 'criterionOutcomes($paged)', 'kind'],
  [undefined, 'searchFindings(query: "knee or device or physical", $paged)', 'id'],
  [undefined, 'searchFindings(query: "knee or device or physical", orderBy: DECISION_DATE, $paged)', 'id'],
  [undefined, `lookupCitations(text: "${TEXT}", $paged)`, 'start'],
];

describe.each(LISTS)('%s %s', (within, name, fields) => {
  const list: List = { list: name, ...(within !== undefined && { within }) };

  test('tells each node once, whatever the size of a page', async () => {
    const ask = askFor<object>(api, list, fields);
    const whole = await walk(ask, 100);
    expect(whole.length).toBeGreaterThan(1);
    expect(new Set(whole.map((node) => JSON.stringify(node))).size).toBe(whole.length);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: whole.length }), async (first) => {
        expect(await walk(ask, first)).toEqual(whole);
      }),
      { numRuns: 2 },
    );
  });

  test('tells where a page stands, and how many nodes there are on all pages', async () => {
    const ask = askFor<object>(api, list, fields);
    const whole = await ask(100, null);
    const cursors = whole.edges.map(({ cursor }) => cursor);
    expect(new Set(cursors).size).toBe(cursors.length);
    expect(whole.pageInfo).toEqual({
      hasNextPage: false,
      hasPreviousPage: false,
      startCursor: cursors[0],
      endCursor: cursors.at(-1),
    });
    const second = await ask(1, cursors[0] ?? null);
    expect(second).toEqual({
      edges: whole.edges.slice(1, 2),
      pageInfo: {
        hasNextPage: cursors.length > 2,
        hasPreviousPage: true,
        startCursor: cursors[1],
        endCursor: cursors[1],
      },
    });
    const counted = await api.data(pageQuery(list, 'totalCount'), { first: 1, after: cursors[0] });
    expect(JSON.stringify(counted)).toContain(`"totalCount":${cursors.length}`);
  });

  test('refuses the cursors of others', async () => {
    const others = [
      encodeCursor('["read/nowhere",null,"a"]'),
      encodeCursor('nonsense'),
      encodeCursor('["read/case-page",5,"a"]'),
      encodeCursor(JSON.stringify([orderOf(await askFor(api, list, fields)(1, null)), { a: 1 }, 'x'])),
      'nonsense',
    ];
    for (const after of others) {
      const { body } = await api.ask(pageQuery(list, 'totalCount'), { first: 1, after });
      expect([after, body.errors?.map(({ extensions }) => extensions)]).toMatchObject([
        after,
        [{ code: 'BAD_USER_INPUT', fields: [{ path: 'after' }] }],
      ]);
    }
  });
});

function orderOf({ pageInfo }: PageOf<unknown>): unknown {
  const place = Buffer.from(pageInfo.endCursor ?? '', 'base64url').toString();
  return (JSON.parse(place.slice(place.indexOf('['))) as unknown[])[0];
}

test('an empty page has no cursor', async () => {
  const after = encodeCursor('["read/case-page",null,"~"]');
  const query = pageQuery(
    { list: 'cases($paged)' },
    'edges { cursor } nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }',
  );
  const pageInfo = { hasNextPage: false, hasPreviousPage: true, startCursor: null, endCursor: null };
  expect(await api.data(query, { first: 5, after })).toEqual({ cases: { edges: [], nodes: [], pageInfo } });
});

describe('while data arrives', () => {
  const number = (i: number) => `CM16-${String(i).padStart(7, '0')}`;
  const letter = (i: number) =>
    determination(number(i), { findings: [finding({ citations: [cites('ODG', `Chapter ${i % 5}`)] })] });

  test.each([
    ['cases($paged)', 'caseNumber'],
    ['cases(orderBy: { field: ITEMS, direction: DESC }, $paged)', 'caseNumber'],
    ['guidelineOutcomes(filter: { source: "ODG" }, $paged)', 'guideline { path }'],
  ])('%s: what comes and goes between pages neither repeats nor hides the others', async (list, fields) => {
    const ask = askFor<object>(api, { list }, fields);
    await writeDeterminations(client, [letter(500), letter(501)]);
    const before = (await walk(ask, 100)).map((node) => JSON.stringify(node));
    let i = 0;
    const seen = await walk(ask, 2, async () => {
      i += 1;
      await writeDeterminations(client, [letter(100 * i), letter(900 - i)]);
      if (i === 1)
        await runCypher('MATCH (c:Case)-[:HAS_FINDING]->(f) WHERE c.id = $id DETACH DELETE c, f', {
          id: number(500),
        });
    });
    await runCypher('MATCH (c:Case)-[:HAS_FINDING]->(f) WHERE c.id >= $id DETACH DELETE c, f', {
      id: number(100),
    });
    await runCypher("MATCH (g:Guideline) WHERE g.name STARTS WITH 'Chapter ' DETACH DELETE g");
    const told = seen.map((node) => JSON.stringify(node));
    expect(new Set(told).size).toBe(told.length);
    const gone = /CM16-0000500|Chapter/;
    expect(before.filter((node) => !gone.test(node) && !told.includes(node))).toEqual([]);
  });
});

describe('totalCount', () => {
  const counts = () => statements.filter((name) => name.endsWith('-count')).sort();

  test('is counted only when it is asked for', async () => {
    await api.data(
      '{ cases { nodes { id } pageInfo { hasNextPage } } items { nodes { cases { nodes { id } } } } }',
    );
    expect(counts()).toEqual([]);
  });

  test.each([
    ['by name', '{ cases { totalCount } }', ['read/case-count']],
    ['under two names', '{ cases { one: totalCount two: totalCount } }', ['read/case-count']],
    [
      'in a fragment',
      '{ cases { ...Counted } } fragment Counted on CaseConnection { totalCount }',
      ['read/case-count'],
    ],
    ['included', '{ cases { totalCount @include(if: true) } }', ['read/case-count']],
    ['not included', '{ cases { nodes { id } totalCount @include(if: false) } }', []],
    ['skipped', '{ cases { nodes { id } totalCount @skip(if: true) } }', []],
    [
      'of a relation of many nodes',
      '{ items { nodes { findings(first: 1) { totalCount } cases(first: 2) { totalCount } } } }',
      ['read/cases-of-items-count', 'read/findings-of-items-count'],
    ],
    [
      'of relations of guidelines',
      `{ guidelines(first: 30) { nodes { children { totalCount } findings { totalCount } rationale: findings(role: RATIONALE) { totalCount }
         appliedCriteria { totalCount } quotations { totalCount } } } }`,
      [
        'read/applied-criteria-of-guidelines-count',
        'read/children-of-guidelines-count',
        'read/findings-of-guidelines-count',
        'read/findings-of-guidelines-count',
        'read/quotations-of-guidelines-count',
      ],
    ],
  ])('%s', async (_, query, expected) => {
    await api.data(query);
    expect(counts()).toEqual(expected);
  });

  test('of relations counts each node once, with the conditions of the list', async () => {
    const lists = `children { totalCount nodes { id } } chapters: children(level: CHAPTER) { totalCount nodes { id } }
      findings(first: 100) { totalCount nodes { id } } rationale: findings(first: 100, role: [RATIONALE]) { totalCount nodes { id } }
      appliedCriteria { totalCount nodes { id } } met: appliedCriteria(status: MET) { totalCount nodes { id } }
      sure: appliedCriteria(minConfidence: 0.65, kind: RED_FLAG) { totalCount nodes { id } } quotations { totalCount nodes { id } }`;
    interface Counted {
      readonly totalCount: number;
      readonly nodes: readonly unknown[];
    }
    const { guidelines } = await api.data<{ guidelines: { nodes: Record<string, Counted>[] } }>(
      `{ guidelines(first: 30) { nodes { ${lists} } } }`,
    );
    const lengths = guidelines.nodes.flatMap((node) => Object.values(node));
    expect(lengths.map(({ totalCount }) => totalCount)).toEqual(lengths.map(({ nodes }) => nodes.length));
    expect(Math.max(...lengths.map(({ totalCount }) => totalCount))).toBeGreaterThan(3);
  });

  test('of evidence is what the row counts', async () => {
    const { criterionOutcomes } = await api.data<{ criterionOutcomes: { nodes: object[] } }>(
      `{ criterionOutcomes { nodes { kind evidence(status: NOT_MET) { totalCount } overturned: evidence(status: NOT_MET, decision: OVERTURNED) { totalCount } } } }`,
    );
    expect(criterionOutcomes.nodes).toContainEqual({
      kind: 'RED_FLAG',
      evidence: { totalCount: 1 },
      overturned: { totalCount: 0 },
    });
  });
});

test('a page holds 20 nodes unless asked otherwise, and 100 at most', async () => {
  const many = Array.from({ length: 101 }, (_, i) => determination(`CM19-${String(i).padStart(7, '0')}`));
  await writeDeterminations(client, many);
  const length = async (args: string) => {
    const { cases } = await api.data<{ cases: { nodes: unknown[] } }>(`{ cases${args} { nodes { id } } }`);
    return cases.nodes.length;
  };
  expect([await length(''), await length('(first: 100)')]).toEqual([20, 100]);
  const { body } = await api.ask('{ cases(first: 101) { nodes { id } } }');
  expect(body.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'first' }] });
});
