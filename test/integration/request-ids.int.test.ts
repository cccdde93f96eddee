import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, expect, test } from '@jest/globals';
import { GraphClient } from '../../src/graph/client.js';
import { writeDeterminations } from '../../src/graph/writer.js';
import { startApi, type TestApi } from '../support/api.js';
import { SMALL_CORPUS } from '../support/determinations.js';
import { emptyGraph, testConnection } from '../support/graph.js';

let api: TestApi;
let url: string;
let client: GraphClient;

beforeAll(async () => {
  client = await emptyGraph();
  await writeDeterminations(client, SMALL_CORPUS);
  api = await startApi(client, { logLevel: 'debug' });
  url = api.url;
});

function ask(body: object, headers: Record<string, string> = {}, at = url): Promise<Response> {
  return fetch(`${at}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}

/** What the log holds of a request, once it is answered: the client may have the answer a moment before. */
async function logged(
  id: string | null,
  { logged: lines }: TestApi = api,
): Promise<Record<string, unknown>[]> {
  for (;;) {
    const own = lines
      .map((line) => JSON.parse(line) as Record<string, unknown>)
      .filter(({ requestId }) => requestId === id);
    if (own.some(({ msg }) => msg === 'request')) return own;
    await sleep(10);
  }
}

const QUERY = '{ cases(first: 1) { nodes { id } } }';

test.each([
  '/',
  '/healthz',
  '/readyz',
  '/metrics',
  '/nowhere',
  '/graphql?documentId=GuidelineTree',
  '/graphql',
])('GET %s is answered under an id of its own, in one line of the log', async (path) => {
  const answers = [await fetch(url + path), await fetch(url + path)];
  const ids = answers.map(({ headers }) => headers.get('x-request-id'));
  expect(ids[0]).not.toBe(ids[1]);
  for (const [i, id] of ids.entries()) {
    expect(id).toMatch(/^[\w-]{8}\.[0-9a-z]+$/);
    const [line, ...more] = (await logged(id)).filter(({ msg }) => msg === 'request');
    expect(more).toEqual([]);
    expect(line).toMatchObject({ level: 20, method: 'GET', status: answers[i]?.status });
  }
});

test.each([
  ['abc-123.XYZ:4/5+6=_', true],
  ['x'.repeat(64), true],
  ['x'.repeat(65), false],
  ['two words', false],
  ['"quoted"', false],
  ['', false],
])('the id %j of a proxy is kept: %s, whoever answers', async (given, isKept) => {
  // The first time Apollo answers, later what is prepared.
  for (let times = 0; times < 3; times++) {
    const { headers } = await ask({ query: QUERY }, { 'x-request-id': given });
    expect(headers.get('x-request-id') === given).toBe(isKept);
  }
});

test('a line tells route, status, time and the name of a trusted document, and nothing that was asked', async () => {
  const query = 'query SecretName($first: Int) { cases(first: $first) { nodes { id } } } # SECRETS';
  await ask({ query, variables: { first: 1 }, operationName: 'SecretName' }, { 'x-request-id': 'secret-1' });
  await ask({ query: '{ secretField }' }, { 'x-request-id': 'secret-2' });
  await ask({ documentId: 'GuidelineTree' }, { 'x-request-id': 'trusted-1' });
  const told = { method: 'POST', route: '/graphql', milliseconds: expect.any(Number) };
  expect(await logged('secret-1')).toEqual([expect.objectContaining({ ...told, status: 200 })]);
  expect(await logged('secret-2')).toEqual([expect.objectContaining({ ...told, status: 400 })]);
  expect(await logged('trusted-1')).toEqual([
    expect.objectContaining({ ...told, operation: 'GuidelineTree' }),
  ]);
  expect(api.logged.join('')).not.toMatch(/secretName|secretField|SECRETS/i);
});

test('what fails here tells the id, under which the log holds the failure and the request', async () => {
  const gone = new GraphClient({ ...testConnection(), uri: 'bolt://127.0.0.1:1' });
  const failing = await startApi(gone, { logLevel: 'debug' });
  const at = failing.url;
  const response = await ask({ query: QUERY }, { 'x-request-id': 'failing-1' }, at);
  const { errors } = (await response.json()) as { errors: { extensions: object }[] };
  expect(errors[0]?.extensions).toEqual({ code: 'DATABASE_UNAVAILABLE', requestId: 'failing-1' });
  expect(response.headers.get('x-request-id')).toBe('failing-1');
  expect(await logged('failing-1', failing)).toEqual([
    expect.objectContaining({ level: 40, code: 'DATABASE_UNAVAILABLE', msg: 'request failed' }),
    expect.objectContaining({ level: 40, status: 503, msg: 'request' }),
  ]);
  const ready = await fetch(`${at}/readyz`, { headers: { 'x-request-id': 'probe-1' } });
  expect(ready.status).toBe(503);
  expect((await logged('probe-1', failing)).map(({ level, msg }) => [level, msg])).toEqual([
    [40, 'not ready'],
    [20, 'request'],
  ]);
  await gone.close();
});
