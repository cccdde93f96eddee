import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { readTrustedDocuments } from '../../src/api/trusted-documents.js';
import { writeDeterminations } from '../../src/graph/writer.js';
import { startApi } from '../support/api.js';
import { runCommand } from '../support/cli.js';
import { SMALL_CORPUS } from '../support/determinations.js';
import { folderOf } from '../support/folder.js';
import { emptyGraph } from '../support/graph.js';

const documents = readTrustedDocuments();
const [{ name, id, text } = { name: '', id: '', text: '' }] = documents;
const hash = id.replace('sha256:', '');
const OTHER_TEXT = '{ __typename }';
const OTHER_HASH = createHash('sha256').update(OTHER_TEXT).digest('hex');

/** One server answers all documents, one the trusted ones only. */
const urls = { all: '', only: '' };

beforeAll(async () => {
  const client = await emptyGraph();
  await writeDeterminations(client, SMALL_CORPUS);
  urls.all = `${(await startApi(client)).url}/graphql`;
  urls.only = `${(await startApi(client, { trustedDocumentsOnly: true })).url}/graphql`;
});

type Server = keyof typeof urls;

async function post(server: Server, body: object): Promise<{ status: number; body: unknown }> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(urls[server], { method: 'POST', headers, body: JSON.stringify(body) });
  return { status: answer.status, body: await answer.json() };
}

async function get(
  server: Server,
  parameters: Record<string, string> | URLSearchParams,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: unknown }> {
  const answer = await fetch(`${urls[server]}?${new URLSearchParams(parameters).toString()}`, { headers });
  return { status: answer.status, body: await answer.json() };
}

const persisted = (sha256Hash: unknown) => ({ persistedQuery: { version: 1, sha256Hash } });
const refused = (status: number, code: string) => ({ status, body: { errors: [{ extensions: { code } }] } });

test('ids are the hashes of the files, names those of their operations', () => {
  for (const document of documents) {
    const file = readFileSync(`schema/operations/${document.name}.graphql`);
    expect(document.id).toBe(`sha256:${createHash('sha256').update(file).digest('hex')}`);
    expect(document.text).toMatch(new RegExp(`^(query|mutation) ${document.name}\\b`, 'm'));
  }
});

describe('imr operations', () => {
  const ids = Object.fromEntries(documents.map((document) => [document.name, document.id]));

  test('prints the id of each', async () => {
    const { code, stdout } = await runCommand(['operations']);
    expect([code, JSON.parse(stdout)]).toEqual([0, ids]);
  });

  test('writes them to a file', async () => {
    const file = join(folderOf({}), 'ids.json');
    expect(await runCommand(['operations', '--out', file])).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(ids);
  });
});

describe('an operation of the repository', () => {
  test.each(documents)('$name gives by its id what its text gives', async (document) => {
    const byText = await post('all', { query: document.text });
    expect(await post('only', { documentId: document.id })).toEqual(byText);
  });

  test.each<[string, object]>([
    ['its name', { documentId: name }],
    ["the hash of Apollo's clients", { extensions: persisted(hash) }],
    ['its text', { query: text }],
    ['id and text', { documentId: id, query: text }],
    ['id and hash', { documentId: id, extensions: persisted(hash) }],
    ['id, and nulls', { documentId: id, query: null, extensions: null }],
  ])('is answered by %s, also where no other is', async (_, body) => {
    const expected = await post('all', { query: text });
    expect(expected.status).toBe(200);
    expect(await post('all', body)).toEqual(expected);
    expect(await post('only', body)).toEqual(expected);
  });

  test('is answered by an address, with variables, without further headers', async () => {
    const variables = { service: 'Physical therapy', bodyRegion: 'Shoulder' };
    const checklist = documents.find((each) => each.name === 'RequestChecklist');
    const expected = await post('all', { query: checklist?.text, variables });
    for (const documentId of ['RequestChecklist', checklist?.id ?? '']) {
      const parameters = { documentId, variables: JSON.stringify(variables) };
      expect(await get('only', parameters)).toEqual(expected);
    }
    expect(JSON.stringify(expected.body)).toContain('Physical therapy');
  });

  test("is answered by an address as Apollo's clients write it", async () => {
    const extensions = JSON.stringify({ ...persisted(hash), clientLibrary: {} });
    expect(await get('only', { extensions })).toEqual(await post('all', { query: text }));
  });

  test('that changes the graph is not carried out by an address', async () => {
    for (const { id: documentId } of documents.filter((document) => /^mutation/m.test(document.text))) {
      expect(await get('all', { documentId })).toMatchObject(refused(405, 'BAD_REQUEST'));
    }
  });
});

describe('refused is', () => {
  test.each<[string, Server, object, number, string]>([
    ['an id that is none', 'all', { documentId: 'Nothing' }, 400, 'PERSISTED_QUERY_NOT_FOUND'],
    ['an id that is none', 'only', { documentId: 'Nothing' }, 400, 'PERSISTED_QUERY_NOT_FOUND'],
    ['a hash without its prefix', 'all', { documentId: hash }, 400, 'PERSISTED_QUERY_NOT_FOUND'],
    ['a hash of none', 'all', { extensions: persisted(OTHER_HASH) }, 400, 'PERSISTED_QUERY_NOT_SUPPORTED'],
    ['an id that is no string', 'all', { documentId: { $ne: 1 } }, 400, 'BAD_REQUEST'],
    ['a hash that is no string', 'only', { extensions: persisted(1) }, 400, 'BAD_REQUEST'],
    ['an id and another text', 'all', { documentId: id, query: OTHER_TEXT }, 400, 'BAD_REQUEST'],
    ['an id and another text', 'only', { documentId: id, query: OTHER_TEXT }, 400, 'BAD_REQUEST'],
    ['a name that is none, and a text', 'all', { documentId: 'Nothing', query: text }, 400, 'BAD_REQUEST'],
    [
      'the hash of another text',
      'all',
      { query: OTHER_TEXT, extensions: persisted(hash) },
      400,
      'BAD_REQUEST',
    ],
    [
      'an id and another hash',
      'all',
      { documentId: 'ParseLetter', extensions: persisted(hash) },
      400,
      'BAD_REQUEST',
    ],
    ['any other text', 'only', { query: OTHER_TEXT }, 403, 'DOCUMENT_NOT_TRUSTED'],
    ['a trusted text with more to it', 'only', { query: `${text} ` }, 403, 'DOCUMENT_NOT_TRUSTED'],
    ['introspection', 'only', { query: '{ __schema { types { name } } }' }, 403, 'DOCUMENT_NOT_TRUSTED'],
    ['what could not even be parsed', 'only', { query: '{{{{' }, 403, 'DOCUMENT_NOT_TRUSTED'],
    [
      'a text with its own hash',
      'only',
      { query: OTHER_TEXT, extensions: persisted(OTHER_HASH) },
      403,
      'DOCUMENT_NOT_TRUSTED',
    ],
    ['no document at all', 'only', { variables: {} }, 400, 'BAD_REQUEST'],
    ['many at once', 'only', [{ query: OTHER_TEXT }], 400, 'BAD_REQUEST'],
  ])('%s (%s)', async (_, server, body, status, code) => {
    expect(await post(server, body)).toMatchObject(refused(status, code));
  });

  test('a text by an address, where only trusted ones are answered', async () => {
    const headers = { 'apollo-require-preflight': 'true' };
    expect(await get('only', { query: OTHER_TEXT }, headers)).toMatchObject(
      refused(403, 'DOCUMENT_NOT_TRUSTED'),
    );
    expect(await get('all', { query: OTHER_TEXT }, headers)).toMatchObject({ status: 200 });
  });

  test('a parameter that is there twice: one might be judged, and the other answered', async () => {
    for (const parameter of ['query', 'documentId', 'extensions']) {
      const twice = new URLSearchParams([
        [parameter, text],
        [parameter, OTHER_TEXT],
      ]);
      expect(await get('only', twice)).toMatchObject(refused(400, 'BAD_REQUEST'));
    }
  });

  test('a text by an address that a foreign page could call, even one that is trusted', async () => {
    expect(await get('all', { query: text })).toMatchObject(refused(400, 'BAD_REQUEST'));
  });
});

test('a text with the hash that its client made of it is answered where all documents are', async () => {
  const body = { query: OTHER_TEXT, extensions: persisted(OTHER_HASH) };
  expect(await post('all', body)).toEqual({ status: 200, body: { data: { __typename: 'Query' } } });
});

test('limits hold for trusted documents too', async () => {
  const body = { documentId: 'SearchFindings', variables: { first: 101 } };
  expect(await post('only', body)).toMatchObject({
    body: { errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] },
  });
});

test('refusals come in the media type that the client asks for', async () => {
  const accept = 'application/graphql-response+json';
  const answer = await fetch(`${urls.only}?query={x}`, { headers: { accept } });
  expect(answer.headers.get('content-type')).toBe(`${accept}; charset=utf-8`);
});
