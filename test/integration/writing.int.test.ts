import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { projectFolder } from '../../src/common/project.js';
import type { GraphClient } from '../../src/graph/client.js';
import { ingest } from '../../src/ingest/ingest.js';
import { startApi, WRITER, type TestApi } from '../support/api.js';
import { folderOf } from '../support/folder.js';
import { dumpGraph, emptyGraph, runCypher } from '../support/graph.js';
import { letter2014, letter2016 } from '../support/letters.js';
import { pageOf, pdfOf } from '../support/pdf.js';
import { formWith, INGEST, OTHER, sendForm, writerOf } from '../support/writing.js';
import { zipOf } from '../support/zip.js';

let client: GraphClient;
let api: TestApi;
const { ingestText, remove, reparse, upload } = writerOf(() => api);

beforeAll(async () => {
  client = await emptyGraph();
  api = await startApi(client);
});

beforeEach(async () => {
  await emptyGraph();
});

/** Without the names of files, which differ between a text and a file. */
async function dumpApartFromPaths(): Promise<string> {
  return JSON.stringify(await dumpGraph()).replaceAll(/\\"(documentPath|path)\\":\\".*?\\"/g, '');
}

describe('ingestLetter', () => {
  test.each([
    ['text', letter2016()],
    ['text of a letter without a number', letter2014()],
    ['a page of HTML', `<!doctype html><html><body><pre>${letter2016()}</pre></body></html>`],
  ])('gives the graph that the command gives: %s', async (_, text) => {
    await ingest(client, [folderOf({ 'letter.txt': text })]);
    const expected = await dumpApartFromPaths();
    await emptyGraph();
    expect(await ingestText(text)).toMatchObject({ outcome: 'INGESTED', case: { findings: [{}] } });
    expect(await dumpApartFromPaths()).toEqual(expected);
  });

  test('changes nothing the second time, and tells what a corrected letter changes', async () => {
    await ingestText(OTHER);
    const before = await dumpGraph();
    const nothing = { findings: 0, documents: 0, items: 0, reviewers: 0, guidelines: 0 };
    expect(await ingestText(OTHER)).toMatchObject({ outcome: 'UNCHANGED', findings: 2, removed: nothing });
    expect(await dumpGraph()).toEqual(before);
    expect(await ingestText(letter2016({ caseNumber: 'CM16-0999902' }))).toMatchObject({
      outcome: 'UPDATED',
      removed: { findings: 2, documents: 0, items: 1, reviewers: 1 },
      case: { id: expect.stringContaining('CM16-0999902'), findings: [{ decision: 'UPHELD' }] },
    });
  });

  test.each([
    ['a PDF', 'a.pdf', pdfOf([pageOf(letter2016().split('\n'))])],
    ['text', 'ä letter.txt', letter2016()],
    ['HTML', 'a.html', `<html><body><pre>${letter2016()}</pre></body></html>`],
  ])('takes a file: %s', async (_, name, bytes) => {
    await ingest(client, [folderOf({ [name]: bytes })]);
    const expected = await dumpApartFromPaths();
    await emptyGraph();
    const { status, body } = await upload(bytes, name);
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { data: { ingestLetter: { outcome: 'INGESTED' } } },
    });
    expect(await dumpApartFromPaths()).toEqual(expected);
    expect(await runCypher('MATCH (d:Document) RETURN d.path AS path')).toEqual([{ path: name }]);
  });

  test('takes a .docx', async () => {
    const paragraphs = letter2016()
      .split('\n')
      .map(
        (line) => `<w:p><w:r><w:t xml:space="preserve">${line.replaceAll('&', '&amp;')}</w:t></w:r></w:p>`,
      );
    const bytes = zipOf({
      '[Content_Types].xml': '<Types/>',
      'word/document.xml': `<w:document><w:body>${paragraphs.join('')}</w:body></w:document>`,
    });
    expect((await upload(bytes, 'a.docx')).body).toMatchObject({
      data: { ingestLetter: { outcome: 'INGESTED' } },
    });
  });

  test.each([
    ['something else', 'x.txt', 'A letter to a friend.', 'UNKNOWN_TEMPLATE'],
    ['an archive', 'x.zip', zipOf({ 'a.txt': letter2016() }), 'UNSUPPORTED_MEDIA_TYPE'],
    ['an archive by another name', 'x.txt', zipOf({ 'a.txt': letter2016() }), 'UNSUPPORTED_MEDIA_TYPE'],
    ['a form that is not read', 'x.rtf', '{\\rtf1 a letter}', 'UNSUPPORTED_MEDIA_TYPE'],
    ['a cut PDF', 'x.pdf', pdfOf([pageOf(letter2016().split('\n'))]).subarray(0, 700), 'DAMAGED_PDF'],
    ['nothing', 'x.txt', '', 'EMPTY_FILE'],
    ['two letters', 'x.txt', `${letter2016()}\n\f${OTHER}`, 'SEVERAL_LETTERS'],
    ['a file that is too large', 'x.pdf', Buffer.alloc(10_000_001, '%PDF-1.4 '), 'FILE_TOO_LARGE'],
  ])('refuses %s with a code, and keeps nothing of it', async (_, name, bytes, code) => {
    const { body } = await upload(bytes, name);
    expect(body).toEqual({
      data: { ingestLetter: { __typename: 'LetterRefusal', code, message: expect.any(String) } },
    });
    expect((await dumpGraph()).nodes).toEqual([]);
  });

  test.each([
    ['neither text nor file', {}, 'input'],
    ['a text that is too long', { text: 'x'.repeat(200_001) }, 'input.text'],
    ['text in the place of a file', { upload: 'a.txt' }, 'input.upload'],
  ])('an input of %s is refused by its path', async (_, input, path) => {
    const { body } = await api.ask(INGEST, { input }, WRITER);
    expect(body.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path }] });
    expect(JSON.stringify(body)).not.toContain('xxxx');
  });

  test('a file beside a text is refused, and what arrives of it is let go', async () => {
    const form = formWith(Buffer.alloc(9_000_000), 'a.txt', { text: letter2016() });
    const { body } = await sendForm(api, form);
    expect(body.errors?.[0]?.extensions).toMatchObject({ fields: [{ path: 'input' }] });
  });

  test.each([
    ['no map', { operations: '{}' }],
    [
      'a path that is none',
      { operations: '{"query":"{ __typename }"}', map: '{"file":["variables.Quincunx.b"]}' },
    ],
    ['no JSON', { operations: 'Quincunx', map: '{}' }],
  ])('a multipart request with %s is a bad one', async (_, fields) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    const { status, body } = await sendForm(api, form);
    expect({ status, body }).toMatchObject({
      status: 400,
      body: { errors: [{ extensions: { code: 'BAD_REQUEST' } }] },
    });
    expect(JSON.stringify(body)).not.toContain('Quincunx');
  });

  test('a file that is announced, but does not come, is an input error', async () => {
    const form = formWith('', 'a.txt');
    form.delete('file');
    const { body } = await sendForm(api, form);
    expect(body.errors?.[0]?.extensions).toMatchObject({ fields: [{ path: 'input.upload' }] });
  });

  test('several letters in one request cost by their length', async () => {
    const fields = Array.from({ length: 3 }, (_, i) => `l${i}: ingestLetter(input: $input) { __typename }`);
    const query = `mutation ($input: IngestLetterInput!) { ${fields.join(' ')} }`;
    const long = await api.ask(query, { input: { text: 'x'.repeat(200_000) } }, WRITER);
    expect(long.body.errors?.[0]?.extensions?.code).toBe('QUERY_TOO_COSTLY');
    const answer = await api.data<Record<string, object>>(query, { input: { text: OTHER } }, WRITER);
    expect(Object.keys(answer)).toEqual(['l0', 'l1', 'l2']);
  });
});

describe('removeCase', () => {
  test('leaves the graph as it was before the case came', async () => {
    await ingestText(letter2016());
    const before = await dumpGraph();
    await ingestText(OTHER);
    expect(await remove('CM16-0999902')).toEqual({
      removeCase: {
        caseId: expect.stringContaining('CM16-0999902'),
        removed: { findings: 2, documents: 1, items: 1, reviewers: 1, guidelines: expect.any(Number) },
      },
    });
    expect(await dumpGraph()).toEqual(before);
    expect(await remove('CM16-0999901')).toMatchObject({ removeCase: { removed: { findings: 1 } } });
    expect((await dumpGraph()).nodes).toEqual([]);
  });

  test('is null for a case that is not there, and makes none', async () => {
    expect(await remove('CM16-0000000')).toEqual({ removeCase: null });
    expect((await dumpGraph()).nodes).toEqual([]);
  });

  test('what the request asks for afterwards is read anew', async () => {
    const query = `mutation ($id: ID!, $input: IngestLetterInput!) {
      first: ingestLetter(input: $input) { ... on WrittenCase { case { findings { id } } } }
      removeCase(id: $id) { caseId }
      second: ingestLetter(input: $input) { ... on WrittenCase { outcome case { findings { id } } } } }`;
    const variables = { id: 'CM16-0999902', input: { text: OTHER } };
    const answer = await api.data<{ second: { case: { findings: object[] } } }>(query, variables, WRITER);
    expect(answer.second).toMatchObject({ outcome: 'INGESTED', case: { findings: [{}, {}] } });
  });
});

describe('reparseCase', () => {
  const samples = join(projectFolder, 'samples');
  const ids = async () =>
    (await runCypher<{ id: string }>('MATCH (c:Case) RETURN c.id AS id ORDER BY id')).map(({ id }) => id);

  test('of all samples changes nothing', async () => {
    await ingest(client, [samples]);
    const before = await dumpGraph();
    for (const id of await ids())
      expect(await reparse(id)).toMatchObject({ reparseCase: { outcome: 'UNCHANGED' } });
    expect(await dumpGraph()).toEqual(before);
  }, 120_000);

  test('writes what the present parser reads where another version had read something else', async () => {
    await ingest(client, [folderOf({ 'letter.txt': OTHER })]);
    const before = await dumpGraph();
    await runCypher(
      `MATCH (c:Case)-[:HAS_FINDING]->(f) WHERE f.ordinal = 2
       SET c.parserVersion = '0.1', c.factsHash = 'another' DETACH DELETE f`,
    );
    expect(await reparse('CM16-0999902')).toMatchObject({
      reparseCase: {
        outcome: 'UPDATED',
        previousParserVersion: '0.1',
        findings: 2,
        removed: { findings: 1 },
      },
    });
    expect(await dumpGraph()).toEqual(before);
  });

  test('moves a case to the id that it has by the present parser, with its files', async () => {
    await ingest(client, [folderOf({ 'letter.txt': OTHER })]);
    const before = await dumpGraph();
    await runCypher(
      `MATCH (c:Case)-[:HAS_FINDING]->(f) SET c.id = 'sha256:old', c.parserVersion = '0.1', f.id = 'sha256:old#' + f.ordinal`,
    );
    expect(await reparse('sha256:old')).toMatchObject({
      reparseCase: { outcome: 'UPDATED', case: { id: expect.stringContaining('CM16-0999902') } },
    });
    expect(await dumpGraph()).toEqual(before);
  });

  test('leaves the case alone where its text cannot be read, and is null where there is none', async () => {
    await ingest(client, [folderOf({ 'letter.txt': OTHER })]);
    await runCypher(`MATCH (c:Case) SET c.text = 'A letter to a friend.'`);
    const before = await dumpGraph();
    expect(await reparse('CM16-0999902')).toMatchObject({ reparseCase: { code: 'UNKNOWN_TEMPLATE' } });
    expect(await dumpGraph()).toEqual(before);
    expect(await reparse('CM16-0000000')).toEqual({ reparseCase: null });
  });
});
