import { readFileSync } from 'node:fs';
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { writeDeterminations } from '../../src/graph/writer.js';
import { startApi, type TestApi } from '../support/api.js';
import { CRITERIA_CORPUS } from '../support/criteria.js';
import { emptyGraph } from '../support/graph.js';

const statements: string[] = [];
let api: TestApi;

beforeAll(async () => {
  const client = await emptyGraph({ onStatement: (name) => void statements.push(name) });
  await writeDeterminations(client, CRITERIA_CORPUS);
  api = await startApi(client);
});

beforeEach(() => {
  statements.length = 0;
});

interface Tally {
  findings: number;
  upheld: number;
}

interface Row {
  kind: string;
  guideline: { path: string } | null;
  specialty: string | null;
  year: number | null;
  quarter: number | null;
  modality: string | null;
  bodyRegion: string | null;
  notMet: Tally;
  met: Tally;
}

const FIELDS = `kind guideline { path } specialty year quarter modality bodyRegion
  notMet { findings upheld } met { findings upheld }`;

/** Each row as its kind, its groups, and findings/upheld of not met and of met. */
async function rows(args: string): Promise<string[]> {
  const { criterionOutcomes } = await api.data<{ criterionOutcomes: { nodes: Row[] } }>(
    `{ criterionOutcomes${args} { nodes { ${FIELDS} } } }`,
  );
  return criterionOutcomes.nodes.map(({ kind, guideline, notMet, met, ...groups }) =>
    [
      kind,
      guideline?.path,
      groups.specialty,
      groups.year,
      groups.quarter,
      groups.modality,
      groups.bodyRegion,
      `${notMet.findings}/${notMet.upheld}`,
      `${met.findings}/${met.upheld}`,
    ]
      .filter((part) => part !== null && part !== undefined)
      .join(' '),
  );
}

const CARE = 'CONSERVATIVE_CARE_FAILED';
const MRI_TOPIC = 'ODG > Neck & Upper Back > Magnetic resonance imaging (MRI)';

describe('criterionOutcomes', () => {
  test.each([
    [
      'all that is sure enough, first what upholds most',
      '',
      [`${CARE} 3/3 2/1`, 'NEUROLOGIC_DEFICIT 1/1 1/0', 'QUANTITY_WITHIN_LIMIT 1/1 0/0'],
    ],
    ['what is unsure', '(filter: { minConfidence: 0, kinds: [RED_FLAG] })', ['RED_FLAG 1/1 0/0']],
    ['a higher confidence', '(filter: { minConfidence: 0.95 })', ['NEUROLOGIC_DEFICIT 1/1 0/0']],
    [
      'reasons for the decision alone',
      `(filter: { decisiveOnly: true, kinds: [${CARE}] })`,
      [`${CARE} 3/3 1/0`],
    ],
    ['a source', '(filter: { source: "ODG" })', [`${CARE} 2/2 2/1`, 'NEUROLOGIC_DEFICIT 1/1 1/0']],
    ['a topic', `(filter: { guideline: "${MRI_TOPIC}", kinds: [${CARE}] })`, [`${CARE} 1/1 1/0`]],
    [
      'a chapter and what is below it',
      `(filter: { guideline: "ODG > Neck & Upper Back", kinds: [${CARE}] })`,
      [`${CARE} 2/2 2/1`],
    ],
    ['a decision', '(filter: { decision: OVERTURNED })', [`${CARE} 0/0 1/0`, 'NEUROLOGIC_DEFICIT 0/0 1/0']],
    [
      'days of decision',
      `(filter: { decisionDate: { from: "2017-01-20" }, kinds: [${CARE}] })`,
      [`${CARE} 1/1 1/1`],
    ],
    ['a specialty', `(filter: { specialty: "Orthopedic Surgery", kinds: [${CARE}] })`, [`${CARE} 1/1 1/0`]],
    ['a licence', '(filter: { licensureState: "NY" })', []],
    ['a service', '(filter: { modality: "Physical therapy" })', ['QUANTITY_WITHIN_LIMIT 1/1 0/0']],
    ['a body region', `(filter: { bodyRegion: "Knee" })`, [`${CARE} 1/1 0/0`]],
    ['a category', '(filter: { category: "PT/OT" })', ['QUANTITY_WITHIN_LIMIT 1/1 0/0']],
    [
      'a service of a source',
      `(filter: { modality: "MRI", source: "ODG", kinds: [${CARE}] })`,
      [`${CARE} 2/2 2/1`],
    ],
    [
      'by source; what cites nothing counts for none',
      '(groupBy: [SOURCE])',
      [`${CARE} ODG 2/2 2/1`, 'NEUROLOGIC_DEFICIT ODG 1/1 1/0', 'QUANTITY_WITHIN_LIMIT MTUS 1/1 0/0'],
    ],
    ['by topic', `(groupBy: [TOPIC], filter: { kinds: [${CARE}] })`, [`${CARE} ${MRI_TOPIC} 1/1 1/0`]],
    [
      'by specialty: a letter counts for each',
      `(groupBy: [SPECIALTY], filter: { kinds: [${CARE}] })`,
      [`${CARE} Pain Management 2/2 2/1`, `${CARE} Orthopedic Surgery 1/1 1/0`],
    ],
    [
      'by year, in order; letters without a date count for none',
      `(groupBy: [YEAR], filter: { kinds: [${CARE}] }, orderBy: { field: KIND, direction: ASC })`,
      [`${CARE} 2016 1/1 1/0`, `${CARE} 2017 1/1 1/1`],
    ],
    [
      'by quarter',
      `(groupBy: [QUARTER], filter: { kinds: [${CARE}] }, orderBy: { field: KIND, direction: ASC })`,
      [`${CARE} 2016 1 1/1 0/0`, `${CARE} 2016 2 0/0 1/0`, `${CARE} 2017 1 1/1 1/1`],
    ],
    [
      'by service and region',
      `(groupBy: [MODALITY, BODY_REGION], filter: { kinds: [${CARE}] })`,
      [`${CARE} MRI Cervical spine 2/2 2/1`, `${CARE} MRI Knee 1/1 0/0`],
    ],
    [
      'by specialty and chapter at once',
      '(groupBy: [SPECIALTY, CHAPTER], filter: { kinds: [NEUROLOGIC_DEFICIT] })',
      [
        'NEUROLOGIC_DEFICIT ODG > Neck & Upper Back Orthopedic Surgery 1/1 1/0',
        'NEUROLOGIC_DEFICIT ODG > Neck & Upper Back Pain Management 0/0 1/0',
      ],
    ],
    [
      'what was there when it was overturned',
      '(orderBy: { field: MET_OVERTURNED })',
      [`${CARE} 3/3 2/1`, 'NEUROLOGIC_DEFICIT 1/1 1/0', 'QUANTITY_WITHIN_LIMIT 1/1 0/0'],
    ],
    [
      'rates of nothing come last in both directions',
      '(orderBy: { field: MET_UPHOLD_RATE, direction: ASC })',
      ['NEUROLOGIC_DEFICIT 1/1 1/0', `${CARE} 3/3 2/1`, 'QUANTITY_WITHIN_LIMIT 1/1 0/0'],
    ],
    ['nothing', '(filter: { licensureState: "WY" })', []],
  ])('%s', async (_, args, expected) => {
    expect(await rows(args)).toEqual(expected);
  });

  test('rates, intervals, shares and the base', async () => {
    const { criterionOutcomes } = await api.data<{ criterionOutcomes: { nodes: unknown[] } }>(
      `{ criterionOutcomes(filter: { source: "ODG" }, first: 1) { nodes { name notMetShare metShare
        base { findings upheld overturned upholdRate }
        met { findings decisive upheld overturned upholdRate upholdRateInterval { low high } } } } }`,
    );
    expect(criterionOutcomes.nodes).toEqual([
      {
        name: 'Conservative care tried and failed',
        notMetShare: 2 / 4,
        metShare: 2 / 4,
        base: { findings: 4, upheld: 3, overturned: 1, upholdRate: 0.75 },
        met: {
          findings: 2,
          decisive: 1,
          upheld: 1,
          overturned: 1,
          upholdRate: 0.5,
          upholdRateInterval: { low: expect.closeTo(0.0945, 4), high: expect.closeTo(0.9055, 4) },
        },
      },
    ]);
  });

  test('a rate of no finding is null, and may be anything', async () => {
    const query = `{ criterionOutcomes(filter: { kinds: [QUANTITY_WITHIN_LIMIT] }) {
      nodes { met { upholdRate upholdRateInterval { low high } } } } }`;
    expect(await api.data(query)).toEqual({
      criterionOutcomes: { nodes: [{ met: { upholdRate: null, upholdRateInterval: { low: 0, high: 1 } } }] },
    });
  });

  test.each([
    ['', '', [6]],
    ['', 'source: "ODG"', [4]],
    ['CHAPTER', '', [4]],
    ['SPECIALTY', '', [5, 2]],
    ['YEAR', '', [3, 2]],
    ['MODALITY', '', [5]],
    ['TOPIC', 'bodyRegion: "Cervical spine"', [2]],
    ['', 'bodyRegion: "Cervical spine", source: "ODG"', [4]],
    ['', 'specialty: "Orthopedic Surgery"', [2]],
  ])(
    'the base is all findings of the group, with criteria or without: %s %s',
    async (grouping, filter, expected) => {
      const { criterionOutcomes } = await api.data<{ criterionOutcomes: { nodes: { base: Tally }[] } }>(
        `{ criterionOutcomes(groupBy: [${grouping}], filter: { kinds: [${CARE}] ${filter} }) { nodes { base { findings } } } }`,
      );
      expect(criterionOutcomes.nodes.map(({ base }) => base.findings).sort((a, b) => b - a)).toEqual(
        expected,
      );
    },
  );

  test('walking the pages gives each row once', async () => {
    const walk = async (first: number) => {
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const { criterionOutcomes }: { criterionOutcomes: Pages<{ kind: string; year: number }> } =
          await api.data(
            `query ($first: Int!, $after: String) { criterionOutcomes(groupBy: [YEAR], first: $first, after: $after) {
            nodes { kind year } pageInfo { hasNextPage endCursor } } }`,
            { first, after },
          );
        seen.push(...criterionOutcomes.nodes.map(({ kind, year }) => `${kind} ${year}`));
        after = criterionOutcomes.pageInfo.hasNextPage ? criterionOutcomes.pageInfo.endCursor : null;
      } while (after !== null);
      return seen;
    };
    const whole = await walk(100);
    expect(whole).toHaveLength(4);
    expect([await walk(1), await walk(3)]).toEqual([whole, whole]);
  });
});

interface Pages<Node> {
  nodes: Node[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

interface Evidence {
  criterionOutcomes: { nodes: { evidence: Pages<{ id: string }> }[] };
}

describe('evidence', () => {
  const ODG_CARE = `criterionOutcomes(filter: { kinds: [${CARE}] })`;

  test('tells the sentence, where it is, and the case', async () => {
    const answer = await api.data(
      `{ criterionOutcomes(filter: { kinds: [NEUROLOGIC_DEFICIT] }) { nodes { evidence(status: MET) { nodes {
        id kind status decisive confidence quote note span { start end } guideline { path } criterion { path level kind text source }
        finding { id decision case { caseNumber } } } } } } }`,
    );
    expect(answer).toMatchSnapshot();
  });

  test('one page after the other, the surest first', async () => {
    const query = `query ($after: String) { ${ODG_CARE} { nodes { evidence(status: MET, first: 1, after: $after) {
      nodes { id } pageInfo { hasNextPage endCursor } } } } }`;
    const first = (await api.data<Evidence>(query)).criterionOutcomes.nodes[0]?.evidence;
    expect(first?.nodes).toEqual([{ id: `CM16-1000002#1/${CARE}.MET` }]);
    const second = (await api.data<Evidence>(query, { after: first?.pageInfo.endCursor })).criterionOutcomes
      .nodes[0];
    expect(second?.evidence.nodes).toEqual([{ id: `CM17-1000003#1/${CARE}.MET` }]);
    expect([first?.pageInfo.hasNextPage, second?.evidence.pageInfo.hasNextPage]).toEqual([true, false]);
  });

  test.each([
    ['MET', 'UPHELD', '', ['CM17-1000003#1']],
    ['MET', 'OVERTURNED', '', ['CM16-1000002#1']],
    ['NOT_MET', 'UPHELD', '', ['CM16-1000001#1', 'CM17-1000003#1', 'CM17-1000004#1']],
    ['MET', 'UPHELD', 'decision: OVERTURNED', []],
    ['NOT_MET', 'UPHELD', 'source: "ODG"', ['CM16-1000001#1', 'CM17-1000003#1']],
  ])('%s, of findings %s, %s', async (status, decision, filter, expected) => {
    const answer = await api.data<{
      criterionOutcomes: { nodes: { evidence: Pages<{ finding: { id: string } }> }[] };
    }>(
      `{ criterionOutcomes(filter: { kinds: [${CARE}] ${filter} }) {
        nodes { evidence(status: ${status}, decision: ${decision}) { nodes { finding { id } } } } } }`,
    );
    expect(answer.criterionOutcomes.nodes[0]?.evidence.nodes.map(({ finding }) => finding.id)).toEqual(
      expected.map((key) => `Finding:${key}`),
    );
  });

  test.each(['SOURCE', 'CHAPTER', 'TOPIC', 'SPECIALTY', 'YEAR', 'QUARTER', 'MODALITY', 'BODY_REGION'])(
    'there is as much of it as each row counts: by %s',
    async (grouping) => {
      const { criterionOutcomes } = await api.data<{
        criterionOutcomes: { nodes: (Row & Record<'unmet' | 'fulfilled', Pages<{ id: string }>>)[] };
      }>(
        `{ criterionOutcomes(groupBy: [${grouping}], filter: { minConfidence: 0 }) { nodes { notMet { findings } met { findings }
          unmet: evidence(status: NOT_MET) { nodes { id } } fulfilled: evidence(status: MET) { nodes { id } } } } }`,
      );
      expect(criterionOutcomes.nodes.length).toBeGreaterThan(0);
      for (const { notMet, met, unmet, fulfilled } of criterionOutcomes.nodes) {
        expect([unmet.nodes.length, fulfilled.nodes.length]).toEqual([notMet.findings, met.findings]);
      }
    },
  );

  test('one statement answers for all rows', async () => {
    await api.data(
      `{ criterionOutcomes(groupBy: [SPECIALTY, YEAR]) { nodes { base { findings } notMetShare metShare
        evidence(status: NOT_MET) { nodes { criterion { id } guideline { path } finding { case { id } } } }
        examples(status: MET) { quote } } } }`,
    );
    expect([...statements].sort()).toMatchInlineSnapshot(`
      [
        "read/applied-criteria-of-findings",
        "read/applied-criteria-of-findings",
        "read/case-trees",
        "read/criterion-outcomes",
        "read/evidence-of-criteria",
        "read/evidence-of-criteria",
        "read/finding-counts",
        "read/findings-by-id",
        "read/guidelines-by-id",
        "read/guidelines-by-id",
      ]
    `);
  });
});

describe('arguments that are not acceptable', () => {
  test.each([
    ['criterionOutcomes(groupBy: [YEAR, YEAR]) { nodes { kind } }', 'groupBy'],
    ['criterionOutcomes(groupBy: [YEAR, QUARTER]) { nodes { kind } }', 'groupBy'],
    ['criterionOutcomes(groupBy: [SOURCE, TOPIC]) { nodes { kind } }', 'groupBy'],
    ['criterionOutcomes(groupBy: [COLOUR]) { nodes { kind } }', 'groupBy'],
    ['criterionOutcomes(filter: { kinds: [] }) { nodes { kind } }', 'filter.kinds'],
    ['criterionOutcomes(filter: { kinds: [LUCK] }) { nodes { kind } }', 'filter.kinds'],
    ['criterionOutcomes(filter: { minConfidence: 1.5 }) { nodes { kind } }', 'filter.minConfidence'],
    ['criterionOutcomes(filter: { minConfidence: -0.1 }) { nodes { kind } }', 'filter.minConfidence'],
    ['criterionOutcomes(after: "YWZ0ZXI6bm93aGVyZQ") { nodes { kind } }', 'after'],
    ['criterionOutcomes(first: 101) { nodes { kind } }', 'first'],
    [
      'criterionOutcomes { nodes { evidence(status: MET, after: "YWZ0ZXI6bm93aGVyZQ") { nodes { id } } } }',
      'after',
    ],
    ['criterionOutcomes { nodes { examples(status: MET, first: 11) { id } } }', 'first'],
    ['finding(id: "CM16-1000001#1") { appliedCriteria(minConfidence: 2) { id } }', 'minConfidence'],
    ['guidelineOutcomes(filter: { level: CRITERION }) { nodes { findings } }', 'filter.level'],
  ])('%s', async (field, path) => {
    const { body } = await api.ask(`{ ${field} }`);
    expect(body.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path }] });
  });
});

describe('named operations', () => {
  test.each([
    'OdgCriteriaThatUpholdDenials',
    'CriteriaByChapter',
    'CriteriaOfAService',
    'CriteriaBySpecialty',
    'CriteriaOverTime',
    'CriteriaOfAFinding',
    'RequestChecklist',
  ])('%s', async (name) => {
    expect(await api.data(readFileSync(`schema/operations/${name}.graphql`, 'utf8'))).toMatchSnapshot();
  });
});
