import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { globalId } from '../../src/api/global-id.js';
import { ImrError } from '../../src/common/errors.js';
import { writeDeterminations, writeQuarantine } from '../../src/graph/writer.js';
import { startApi, type TestApi } from '../support/api.js';
import { cites, determination, finding, SMALL_CORPUS } from '../support/determinations.js';
import { emptyGraph } from '../support/graph.js';

const statements: string[] = [];
let api: TestApi;

/** Names that a careless reader of ids would trip over. */
const ODD = 'Case: "Smith\' v. `Jones` > 2° #1 > 😀\n\\ Guideline:';

beforeAll(async () => {
  const client = await emptyGraph({
    onStatement: (name) => {
      if (!/^read\/(applied-migrations|await-indexes)$/.test(name)) statements.push(name);
    },
  });
  const odd = determination(`Finding:${ODD}`, {
    reviewer: { specialties: [ODD] },
    findings: [
      finding({
        label: ODD,
        service: { modality: null, bodyRegions: [] },
        citations: [cites(ODD, null, { resolution: 'NO_MATCH' })],
      }),
    ],
  });
  await writeDeterminations(client, [...SMALL_CORPUS, odd]);
  await writeQuarantine(client, [
    { path: `Case:${ODD}.pdf`, sha256: 'ab', error: new ImrError('NO_TEXT_LAYER', 'only images') },
  ]);
  api = await startApi(client);
});

beforeEach(() => {
  statements.length = 0;
});

const LISTS = {
  Case: 'cases',
  Finding: 'findings',
  Guideline: 'guidelines',
  Item: 'items',
  QuarantinedDocument: 'quarantinedDocuments',
  Reviewer: 'reviewers',
};

async function idsOf(list: string): Promise<string[]> {
  const answer = await api.data<Record<string, { nodes: { id: string }[] }>>(
    `{ ${list}(first: 100) { nodes { id } } }`,
  );
  return (answer[list]?.nodes ?? []).map(({ id }) => id);
}

describe('global ids', () => {
  test.each(Object.entries(LISTS))('every %s is found again by its id', async (type, list) => {
    const ids = await idsOf(list);
    expect(ids.length).toBeGreaterThan(0);
    expect(ids.every((id) => id.startsWith(`${type}:`))).toBe(true);
    const { nodes } = await api.data<{ nodes: unknown[] }>(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }',
      { ids },
    );
    expect(nodes).toEqual(ids.map((id) => ({ __typename: type, id })));
  });

  test.each([
    ['case', `Finding:${ODD}`, 'Case'],
    ['finding', `Finding:${ODD}#1`, 'Finding'],
    ['guideline', ODD, 'Guideline'],
    ['reviewer', `${ODD} (CA)`, 'Reviewer'],
  ] as const)('%s takes a key with any characters, given globally', async (root, key, type) => {
    const id = globalId(type, key);
    const query = `query ($id: ID!) { ${root}(id: $id) { id } node(id: $id) { id } }`;
    expect(await api.data(query, { id })).toEqual({ [root]: { id }, node: { id } });
  });

  test.each([
    ['case', 'CM16-0000001'],
    ['finding', 'CM16-0000001#1'],
    ['item', 'MRI: Knee [Imaging/Radiology]'],
    ['guideline', 'ODG > Knee & Leg'],
    ['reviewer', 'Pain Management (CA)'],
  ])('%s takes the bare key, or the global id', async (root, key) => {
    const bare = await api.data<Record<string, { id: string }>>(`{ ${root}(id: "${key}") { id } }`);
    const id = bare[root]?.id;
    expect(id).toMatch(/^\w+:/);
    expect(await api.data(`query ($id: ID!) { ${root}(id: $id) { id } }`, { id })).toEqual(bare);
  });
});

describe('nodes', () => {
  test('come in the order of the ids, null where there is none, by one statement for each type', async () => {
    const ids = [
      'Guideline:ODG',
      'Case:nowhere',
      'Finding:CM16-0000001#2',
      'Guideline:MTUS',
      'Guideline:ODG',
    ];
    const query = `query ($ids: [ID!]!) { nodes(ids: $ids) { __typename ... on Guideline { path } ... on Finding { ordinal } } }`;
    const odg = { __typename: 'Guideline', path: 'ODG' };
    expect(await api.data(query, { ids })).toEqual({
      nodes: [
        odg,
        null,
        { __typename: 'Finding', ordinal: 2 },
        { __typename: 'Guideline', path: 'MTUS' },
        odg,
      ],
    });
    expect(statements.sort()).toEqual(['read/case-trees', 'read/findings-by-id', 'read/guidelines-by-id']);
  });

  test('none are asked for', async () => {
    expect(await api.data('{ nodes(ids: []) { id } node(id: "Item:nothing") { id } }')).toEqual({
      nodes: [],
      node: null,
    });
  });
});

describe('ids that are not acceptable', () => {
  const long = 'x'.repeat(5_000);

  test.each([
    [
      'the id of another type',
      'guideline(id: "Case:CM16-0000001") { path }',
      'id',
      'of a Guideline, not of a Case',
    ],
    [
      'of another type, for a case',
      'case(id: "Finding:CM16-0000001#1") { text }',
      'id',
      'of a Case, not of a Finding',
    ],
    ['a bare key, for any node', 'node(id: "CM16-0000001") { id }', 'id', 'must be a global id'],
    ['an unknown type', 'nodes(ids: ["Guideline:ODG", "Citation:1"]) { id }', 'ids.1', 'must be a global id'],
    ['too many', `nodes(ids: [${'"Case:x" '.repeat(101)}]) { id }`, 'ids', 'more than 100'],
    ['too long', `node(id: "Case:${long}") { id }`, 'id', 'shorter'],
    ['one of several too long', `nodes(ids: ["Case:${long}"]) { id }`, 'ids', 'shorter'],
    ['a key too long', `guideline(id: "Guideline:${long}") { path }`, 'id', 'longer'],
  ])('%s', async (_, field, path, message) => {
    const { body } = await api.ask(`{ ${field} }`);
    expect(body.errors?.map(({ extensions }) => extensions)).toMatchObject([
      { code: 'BAD_USER_INPUT', fields: [{ path, message: expect.stringContaining(message) }] },
    ]);
    expect(statements.filter((name) => name !== 'read/guidelines-by-id')).toEqual([]);
  });
});
