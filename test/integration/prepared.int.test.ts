import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { PreparedOperation } from '../../src/api/prepared/operation.js';
import { createSchema } from '../../src/api/schema.js';
import { writeDeterminations } from '../../src/graph/writer.js';
import { startApi } from '../support/api.js';
import { CRITERIA_CORPUS } from '../support/criteria.js';
import { SMALL_CORPUS } from '../support/determinations.js';
import { emptyGraph } from '../support/graph.js';
import { operations } from '../support/random-queries.js';

/**
 * Prepared operations are answered in front of Apollo, which nobody may see: the same request is answered both ways, and the
 * answers are compared byte for byte.
 */
let url: URL;
const asked = jest.spyOn(PreparedOperation.prototype, 'question');

beforeAll(async () => {
  const client = await emptyGraph();
  await writeDeterminations(client, [...SMALL_CORPUS, ...CRITERIA_CORPUS]);
  url = new URL((await startApi(client)).url);
});

beforeEach(() => {
  asked.mockClear();
});

/** How many of the two requests to `/graphql` were answered by a plan, or begun to be. */
function planned(): number {
  return asked.mock.results.filter(({ value }) => value !== undefined).length;
}

interface Answered {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Only `/graphql` itself, in the plainest form, is answered in front of Apollo. */
function post(
  body: object,
  headers: Record<string, string>,
  path: '/graphql' | '/graphql/',
): Promise<Answered> {
  const text = JSON.stringify(body);
  const { hostname, port } = url;
  const all = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text), ...headers };
  return new Promise((resolve, reject) => {
    const request = httpRequest({ hostname, port, path, method: 'POST', headers: all }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        // Of the connection, of the moment, and of the request.
        const { date, connection, 'keep-alive': _, 'x-request-id': id, ...rest } = answer.headers;
        expect(id).toMatch(/^[\w.-]{8,}$/);
        // How a body is cut in pieces is up to the compression.
        const told = Buffer.concat(chunks).toString(headers['accept-encoding'] ? 'base64' : 'utf8');
        resolve({ status: answer.statusCode, headers: rest, body: withoutChance(told) });
      });
    });
    request.on('error', reject).end(text);
  });
}

/** Each failure is logged under the id of its request. */
function withoutChance(body: string): string {
  return body.replace(/"requestId":"[\w.-]+"|the log knows it as [\w-]+\.\w+/g, 'an id');
}

/** The answers of Apollo, and then of whoever it is that answers what is known. */
async function bothWays(body: object, headers: Record<string, string> = {}): Promise<[Answered, Answered]> {
  const plain = await post(body, headers, '/graphql/');
  await post(body, headers, '/graphql');
  return [plain, await post(body, headers, '/graphql')];
}

async function expectSame(body: object, headers: Record<string, string> = {}): Promise<Answered> {
  const [plain, prepared] = await bothWays(body, headers);
  expect(prepared).toEqual(plain);
  return prepared;
}

const NESTED = `query ($id: ID) { case(id: $id) {
  id caseNumber outcome priority decisionDate spans { field start end } warnings { code message }
  reviewer { id specialties licensureStates } provenance { template parserVersion documentPages }
  findings { id ordinal label decision rationale item { id name bodyRegions }
    citations { id role pages raw span { start end } guideline { id name parent { id } } finding { id } }
    guidelines(role: [RATIONALE]) { path resolution } case { id employeeAge } } } }`;
const ID = 'Case:CM16-0000001';

describe('the same answer, whoever gives it', () => {
  test('to a case with all that hangs on it', async () => {
    const answer = await expectSame({ query: NESTED, variables: { id: ID } });
    expect(answer).toMatchObject({ status: 200, headers: { 'x-query-cost': expect.any(String) } });
    expect(answer.body).toContain('CM16-0000001');
    expect(planned()).toBeGreaterThan(0);
  });

  test.each(
    readdirSync('schema/operations').filter(
      (file) => !/^mutation/m.test(readFileSync(`schema/operations/${file}`, 'utf8')),
    ),
  )('to %s', async (file) => {
    const name = file.replace('.graphql', '');
    const values = `test/golden/${name}/variables.json`;
    const variables = existsSync(values) ? (JSON.parse(readFileSync(values, 'utf8')) as object) : {};
    await expectSame({ query: readFileSync(`schema/operations/${file}`, 'utf8'), variables });
    await expectSame({ documentId: name, variables });
  });

  test.each([
    [
      'aliases',
      '{ a: case(id: "CM16-0000001") { x: id y: id } b: case(caseNumber: "CM16-0000001") { id } }',
      1,
    ],
    ['fields that are merged', `{ case(id: "${ID}") { findings { id } findings { label item { id } } } }`, 1],
    [
      'fragments',
      `{ case(id: "${ID}") { ...A ... on Case { outcome } ... { priority } ... on Node { id } } }
       fragment A on Case { caseNumber findings { ...B } } fragment B on Finding { label __typename }`,
      1,
    ],
    [
      'a fragment that does not apply',
      `{ case(id: "${ID}") { id } cases(first: 2) { __typename nodes { __typename } } }`,
      1,
    ],
    ['null', '{ case(id: "nowhere") { id } }', 1],
    [
      'pages, edges and counts',
      '{ cases(first: 2) { totalCount edges { cursor node { id } } nodes { id } pageInfo { hasNextPage endCursor } } }',
      1,
    ],
    [
      'lists of lists',
      '{ items(first: 5) { nodes { id cases(first: 2) { totalCount nodes { id } } findings(first: 2) { nodes { id } } } } }',
      1,
    ],
    [
      '@skip and @include',
      `query ($yes: Boolean = true) { case(id: "${ID}") { id @skip(if: $yes) outcome @include(if: $yes) } }`,
      0,
    ],
    ['introspection', '{ __schema { queryType { name } } __type(name: "Case") { name } }', 0],
    ['an interface', `{ node(id: "${ID}") { __typename id ... on Case { caseNumber findings { id } } } }`, 0],
    ['a name of JavaScript', `{ case(id: "${ID}") { __proto__: id constructor: id toString: outcome } }`, 0],
    ['nothing but its type', '{ __typename }', 1],
  ])('to %s', async (_, query, plans) => {
    const { status } = await expectSame({ query });
    expect([status, planned()]).toEqual([200, 2 * plans]);
  });

  test.each([
    ['no value', {}],
    ['null', { id: null }],
    ['a value of another type', { id: { x: 1 } }],
    ['a number', { id: 3 }],
    ['the id of another node', { id: 'Finding:CM16-0000001#1' }],
    ['an id that is too long', { id: 'x'.repeat(10_000) }],
    ['values that nobody asked for', { id: ID, other: 1 }],
    ['a list', { id: [ID] }],
  ])('to %s of a variable, after one that is answered', async (_, variables) => {
    await bothWays({ query: NESTED, variables: { id: ID } });
    for (const accept of ['*/*', 'application/json', 'application/graphql-response+json']) {
      await expectSame({ query: NESTED, variables }, { accept });
    }
  });

  test('to what costs too much with other values, and what may be asked', async () => {
    const query =
      'query ($n: Int!) { cases(first: $n) { nodes { findings { item { cases(first: 100) { nodes { id } } } } } } }';
    expect(await expectSame({ query, variables: { n: 2 } })).toMatchObject({
      status: 200,
      headers: { 'x-query-cost': '1022' },
    });
    expect(await expectSame({ query, variables: { n: 3 } })).toMatchObject({
      headers: { 'x-query-cost': '1533' },
    });
    expect(await expectSame({ query, variables: { n: 100 } })).toMatchObject({ status: 400 });
    expect(await expectSame({ query, variables: { n: 101 } })).toMatchObject({ status: 400 });
  });

  test('to documents of several operations', async () => {
    const query = 'query A { case(id: "nowhere") { id } } query B { cases(first: 1) { nodes { id } } }';
    for (const operationName of ['A', 'B', 'C', '', null, 3, undefined])
      await expectSame({ query, operationName });
  });

  test.each([
    { query: '{ __typename }', variables: '{}' },
    { query: '{ __typename }', variables: null, operationName: null },
    { query: '{ __typename }', extensions: {} },
    { query: '{ __typename }', extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } } },
    { query: '{ __typename }', documentId: 'GuidelineTree' },
    { query: '{ nothing }' },
    { query: '{' },
    { query: 'mutation { removeCase(id: "nowhere") { __typename } }' },
    { query: ['{ __typename }'] },
    [{ query: '{ __typename }' }],
    {},
  ])('to %j', async (body) => {
    await post({ query: '{ __typename }' }, {}, '/graphql');
    await expectSame(body);
  });

  test.each([
    { accept: 'application/json' },
    { accept: 'application/graphql-response+json' },
    { accept: 'application/graphql-response+json, application/json;q=0.9' },
    { accept: 'text/html' },
    { accept: 'image/png' },
    { 'accept-encoding': 'gzip' },
    { 'accept-encoding': 'br' },
    { 'accept-encoding': 'identity' },
    { 'accept-encoding': 'br;q=0.5, gzip' },
    { 'content-type': 'application/json; charset=utf-8' },
    { 'content-type': 'application/json; charset=latin1' },
    { 'content-type': 'text/plain' },
    { authorization: 'Bearer nobody' },
    { origin: 'https://elsewhere.example' },
  ])('with the headers %j', async (headers) => {
    await expectSame({ query: NESTED, variables: { id: ID } }, headers);
    await expectSame({ query: '{ case(id: "nowhere") { id } }' }, headers);
  });

  test('to requests at random', async () => {
    const schema = createSchema();
    await fc.assert(
      fc.asyncProperty(operations(schema, []), async (operation) => {
        await expectSame(operation);
      }),
      { seed: 7, numRuns: 100 },
    );
    expect(planned()).toBeGreaterThan(10);
  }, 400_000);
});
