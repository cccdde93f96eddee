import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { GraphClient } from '../../src/graph/client.js';
import { writeDeterminations } from '../../src/graph/writer.js';
import { startApi, WRITER } from '../support/api.js';
import { determination, SMALL_CORPUS } from '../support/determinations.js';
import { emptyGraph, runCypher, settleVersion } from '../support/graph.js';

const CASES = `{ cases(first: 1) { nodes { caseNumber } } }`;
const VERSION = 'read/graph-version';

const statements: string[] = [];
let client: GraphClient;
let url: string;

beforeAll(async () => {
  client = await emptyGraph({ onStatement: (name) => statements.push(name) });
  await writeDeterminations(client, SMALL_CORPUS);
  const api = await startApi(client);
  // Until then the server looks at migrations and indexes.
  await fetch(`${api.url}/readyz`);
  url = `${api.url}/graphql`;
});

beforeEach(async () => {
  await settleVersion();
  statements.length = 0;
});

interface Asked {
  readonly query?: string;
  readonly variables?: object;
  readonly headers?: Record<string, string>;
  readonly method?: string;
}

/** Asks by GET; `documentId` is given as the query's text. */
async function ask({ query = CASES, variables = {}, headers = {}, method = 'GET' }: Asked = {}) {
  const parameters = new URLSearchParams({ query, variables: JSON.stringify(variables) });
  const answer = await fetch(`${url}?${parameters.toString()}`, {
    method,
    headers: { 'apollo-require-preflight': 'true', ...headers },
  });
  const text = await answer.text();
  const header = (name: string) => answer.headers.get(name);
  return {
    status: answer.status,
    tag: header('etag') ?? '',
    control: header('cache-control'),
    vary: header('vary'),
    text,
  };
}

const again = (tag: string, asked: Asked = {}) =>
  ask({ ...asked, headers: { ...asked.headers, 'if-none-match': tag } });

describe('an answer to GET', () => {
  test('may be kept, and is to be asked for each time', async () => {
    const { status, tag, control, vary } = await ask();
    expect([status, control]).toEqual([200, 'no-cache']);
    expect(tag).toMatch(/^W\/"[0-9a-f]{32}"$/);
    expect(vary?.toLowerCase().split(', ').sort()).toEqual(['accept', 'accept-encoding']);
    expect((await ask()).tag).toBe(tag);
  });

  test.each(['%', '"0", %', '%, W/"0"'])('is told to hold still by If-None-Match: %s', async (pattern) => {
    const { tag } = await ask();
    statements.length = 0;
    const answer = await again(pattern.replace('%', tag));
    expect(answer).toEqual({ status: 304, tag, control: 'no-cache', vary: expect.any(String), text: '' });
    expect(statements).toEqual([VERSION]);
  });

  test.each(['W/"0"', '0', '', '"'])('is given to If-None-Match: %p', async (tag) => {
    expect(await again(tag)).toMatchObject({ status: 200, text: expect.stringContaining('CM16-0000001') });
  });

  test('has another tag after a change, the same after the same letters again', async () => {
    const { tag } = await ask();
    await writeDeterminations(client, SMALL_CORPUS);
    expect(await again(tag)).toMatchObject({ status: 304, tag });
    await writeDeterminations(client, [determination('CM15-0000001')]);
    await settleVersion();
    const changed = await again(tag);
    expect(changed).toMatchObject({ status: 200, text: expect.stringContaining('CM15-0000001') });
    expect(changed.tag).toMatch(/^W\//);
    expect(changed.tag).not.toBe(tag);
  });

  test('is not to be stored in the seconds after a change, nor while the graph has no version', async () => {
    const { tag } = await ask();
    await runCypher('MATCH (v:GraphVersion) SET v.movedAt = datetime()');
    expect(await again(tag)).toMatchObject({ status: 200, tag: '', control: 'no-store' });
    await settleVersion();
    await runCypher('MATCH (v:GraphVersion) SET v:Hidden REMOVE v:GraphVersion');
    expect(await again(tag)).toMatchObject({ status: 200, tag: '', control: 'no-store' });
    await runCypher('MATCH (v:Hidden) SET v:GraphVersion REMOVE v:Hidden');
    expect(await again(tag)).toMatchObject({ status: 304, tag });
  });

  test('has a tag of its own for each question, its variables, and each form', async () => {
    const query = 'query ($n: Int) { cases(first: $n) { nodes { caseNumber } } }';
    const asked: Asked[] = [
      {},
      { query },
      { query, variables: { n: 1 } },
      { query, variables: { n: 2 } },
      { headers: { accept: 'application/graphql-response+json' } },
    ];
    const tags = await Promise.all(asked.map(async (each) => (await ask(each)).tag));
    expect(new Set(tags).size).toBe(asked.length);
  });

  test('to one who shows a token is for no proxy', async () => {
    const headers = WRITER;
    const { tag, control } = await ask({ headers });
    expect(control).toBe('private, no-cache');
    expect(await again(tag, { headers })).toMatchObject({ status: 304, control: 'private, no-cache' });
  });

  test('by the id of a trusted document is kept as well', async () => {
    const address = `${url}?documentId=GuidelineTree`;
    const tag = (await fetch(address)).headers.get('etag') ?? '';
    statements.length = 0;
    const answer = await fetch(address, { headers: { 'if-none-match': tag } });
    expect([answer.status, answer.headers.get('etag'), statements]).toEqual([304, tag, [VERSION]]);
  });

  test('is compressed for those who accept it, under one tag', async () => {
    const query = '{ guidelines { nodes { id name level source resolution } } }';
    const plain = await ask({ query, headers: { 'accept-encoding': 'identity' } });
    const small = await ask({ query, headers: { 'accept-encoding': 'br' } });
    expect([small.tag, small.text]).toEqual([plain.tag, plain.text]);
  });

  test('has its head told alone by HEAD', async () => {
    const { tag } = await ask();
    expect(await ask({ method: 'HEAD' })).toMatchObject({ status: 200, tag, control: 'no-cache', text: '' });
    expect(await again(tag, { method: 'HEAD' })).toMatchObject({ status: 304, tag, text: '' });
  });
});

describe('not to be stored is', () => {
  test.each<[string, Asked]>([
    ['a document that is wrong', { query: '{ nothing }' }],
    ['an argument that is wrong', { query: '{ cases(first: 0) { nodes { id } } }' }],
    [
      'an answer in part',
      { query: '{ a: cases(first: 1) { nodes { id } } b: reviewers(first: 0) { nodes { id } } }' },
    ],
    ['a mutation', { query: 'mutation { removeCase(id: "CM16-0000001") { __typename } }' }],
  ])('%s', async (_, asked) => {
    const { tag, control, text } = await ask(asked);
    expect([tag, control, text]).toEqual(['', 'no-store', expect.stringContaining('"errors"')]);
  });

  test.each<[string, string, string]>([
    ['an answer to POST', JSON.stringify({ query: CASES }), '"data"'],
    ['a body that is no JSON', '{', '"errors"'],
    ['an id that is none', JSON.stringify({ documentId: 'Nothing' }), '"errors"'],
  ])('%s', async (_, body, part) => {
    const headers = { 'content-type': 'application/json', 'if-none-match': (await ask()).tag };
    statements.length = 0;
    const answer = await fetch(url, { method: 'POST', headers, body });
    expect([answer.headers.get('cache-control'), answer.headers.get('etag')]).toEqual(['no-store', null]);
    expect(await answer.text()).toContain(part);
    expect(statements).not.toContain(VERSION);
  });
});
