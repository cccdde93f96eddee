import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { getNamedType, type GraphQLInputObjectType } from 'graphql';
import type { GraphClient } from '../../src/graph/client.js';
import { createSchema } from '../../src/api/schema.js';
import { caseId } from '../../src/graph/identity.js';
import { ingest } from '../../src/ingest/ingest.js';
import { casePage } from '../../src/query/cases.js';
import type { CaseFilter, FindingFilter } from '../../src/query/filter/filters.js';
import { findingPage } from '../../src/query/findings.js';
import { startApi, type TestApi } from '../support/api.js';
import { emptyGraph } from '../support/graph.js';
import { filtersOf, OF_BOTH, OF_FINDINGS, type Condition } from '../support/random-filters.js';
import { readSamples, samples, type Counted } from '../support/recount.js';

let client: GraphClient;
let api: TestApi;
let counted: readonly Counted[];

beforeAll(async () => {
  client = await emptyGraph();
  await ingest(client, [samples]);
  api = await startApi(client);
  const letters = await readSamples();
  counted = letters.flatMap((letter) => letter.findings.map((finding): Counted => [letter, finding]));
});

const idOf = ([letter, finding]: Counted) => `${caseId(letter)}#${letter.findings.indexOf(finding) + 1}`;

const BY_ID = { field: 'ID', direction: 'ASC' } as const;
const ALL = { first: 1000 };

describe('filters give what the letters say', () => {
  const check = async ([filter, passes]: Condition<FindingFilter>) => {
    const expected = counted.filter((one) => passes(...one)).map(idOf);
    const { nodes } = await findingPage(client, filter, BY_ID, ALL);
    expect([...nodes].sort()).toEqual(expected.sort());
    expect(await (await findingPage(client, filter, BY_ID, { first: 1 })).count()).toBe(expected.length);
  };

  test.each(
    [...OF_FINDINGS, ...OF_BOTH].map((condition) => [JSON.stringify(condition[0]), condition] as const),
  )('findings %s', async (_, condition) => {
    const passing = counted.filter((one) => condition[1](...one)).length;
    expect([passing > 0, passing < counted.length]).toEqual([true, true]);
    await check(condition);
  });

  test('findings, by any formula', async () => {
    const filters = filtersOf<FindingFilter>([...OF_FINDINGS, ...OF_BOTH]);
    await fc.assert(fc.asyncProperty(filters, check), { numRuns: 60 });
  });

  test('cases, by any formula: findings pass together what is asked of one', async () => {
    const ofFindings = filtersOf<FindingFilter>(OF_FINDINGS).map(
      ([findings, passes]): Condition<CaseFilter> => [
        { findings },
        (letter) => letter.findings.some((finding) => passes(letter, finding)),
      ],
    );
    const filters = fc
      .array(ofFindings, { minLength: 2, maxLength: 4 })
      .chain((conditions) => filtersOf<CaseFilter>([...conditions, ...OF_BOTH]));
    const property = fc.asyncProperty(filters, async ([filter, passes]) => {
      const passing = counted.filter((one) => passes(...one)).map(([letter]) => caseId(letter));
      const expected = [...new Set(passing)].sort();
      const { nodes } = await casePage(client, filter, BY_ID, ALL);
      expect([...nodes].sort()).toEqual(expected);
      expect(await (await casePage(client, filter, BY_ID, { first: 1 })).count()).toBe(expected.length);
    });
    await fc.assert(property, { numRuns: 40 });
  });
});

/** As levels beside a source, which are looked up otherwise. */
const ABOVE_CRITERIA = '{ source: ["ODG", "MTUS"], not: { level: [CHAPTER, CRITERION] } }';

describe('what is named', () => {
  const total = async (root: string, filter: string) => {
    const answer = await api.data<Record<string, { nodes: unknown[] }>>(
      `{ ${root}(first: 100, filter: ${filter}) { nodes { id } } }`,
    );
    return answer[root]?.nodes.length;
  };

  test.each([
    ['findings', '{ modality: "mri" }', '{ modality: "MRI" }'],
    ['findings', '{ licensureState: "california" }', '{ licensureState: ["CA"] }'],
    ['findings', '{ citations: { guideline: "Guideline:ODG" } }', '{ citations: { guideline: "ODG" } }'],
    ['guidelines', '{ under: "ODG", level: CHAPTER }', '{ source: "ODG", level: CHAPTER }'],
    ['guidelines', '{ source: ["ODG", "MTUS"], level: [TOPIC, SOURCE] }', ABOVE_CRITERIA],
  ])('%s %s is as %s', async (root, filter, other) => {
    expect(await total(root, filter)).toBeGreaterThan(0);
    expect(await total(root, filter)).toBe(await total(root, other));
  });

  test.each([
    ['findings', '{ specialty: "Orthopaedic Surgery" }', 'filter.specialty', 'Orthopedic Surgery'],
    [
      'findings',
      '{ or: [{ modality: "MRI" }, { modality: ["CT", "Acupunture"] }] }',
      'filter.or.1.modality.1',
      'Acupuncture',
    ],
    ['cases', '{ findings: { not: { drug: "Tramadoll" } } }', 'filter.findings.not.drug', 'Tramadol'],
    ['guidelines', '{ source: "Official Disability Guidelines" }', 'filter.source', 'ODG'],
    ['findings', '{ case: "Item:x" }', 'filter.case', 'must be the id of a Case'],
  ])('%s %s: %s, %s', async (root, filter, path, suggestion) => {
    const { body } = await api.ask(`{ ${root}(filter: ${filter}) { nodes { id } } }`);
    const fields = body.errors?.flatMap(({ extensions }) => extensions?.fields ?? []);
    expect(fields).toEqual([{ path, message: expect.stringContaining(suggestion) }]);
  });

  const REQUIRED: Readonly<Record<string, string>> = {
    outcomes: 'groupBy: [SEX],',
    searchFindings: 'query: "knee",',
    similarFindings: 'to: { text: "MRI of the knee" },',
  };

  test.each(
    Object.values(createSchema().getQueryType()?.getFields() ?? {})
      .flatMap(({ name, args }) => args.map((argument) => [name, argument] as const))
      .filter(([, { name }]) => name === 'filter')
      .map(
        ([name, { type }]) =>
          [name, Object.keys((getNamedType(type) as GraphQLInputObjectType).getFields())] as const,
      ),
  )('%s opens its filter', async (root, conditions) => {
    const field = ['specialty', 'modality', 'source'].find((name) => conditions.includes(name));
    const { body } = await api.ask(
      `{ ${root}(${REQUIRED[root] ?? ''} filter: { not: { ${field}: "nowhere" } }) { __typename } }`,
    );
    const fields = body.errors?.flatMap(({ extensions }) => extensions?.fields ?? []);
    expect(fields).toEqual([{ path: `filter.not.${field}`, message: expect.stringContaining('names no ') }]);
  });

  const nested = (depth: number): string =>
    depth === 0
      ? '{ decision: UPHELD }'
      : `{ or: [{ and: [${nested(depth - 1)}, { sex: MALE }] }, { sex: FEMALE }] }`;

  test.each([
    ['or within and, again and again', nested(2), 'filter', 'too deeply'],
    ['too many', `{ and: [${'{ sex: MALE } '.repeat(21)}] }`, 'filter.and', '20'],
    [
      'too many together',
      `{ and: [${`{ or: [${'{ sex: MALE } '.repeat(20)}] } `.repeat(6)}] }`,
      'filter',
      '100 conditions',
    ],
    ['none', '{ or: [] }', 'filter.or', 'empty'],
  ])('%s is refused', async (_, filter, path, message) => {
    const { body } = await api.ask(`{ findings(filter: ${filter}) { nodes { id } } }`);
    const fields = body.errors?.flatMap(({ extensions }) => extensions?.fields ?? []);
    expect(fields).toEqual([{ path, message: expect.stringContaining(message) }]);
  });
});
