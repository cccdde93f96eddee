import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { runCommand, startCommand, waitForOutput, type RunningCommand } from '../support/cli.js';
import { folderOf } from '../support/folder.js';
import { docxOf } from '../support/forms.js';
import { emptyGraph } from '../support/graph.js';
import { ITEM, letter2016 } from '../support/letters.js';
import { formWith, INGEST, REMOVE, REPARSE } from '../support/writing.js';
import { zipOf } from '../support/zip.js';

/** What is nobody's business but that of who sends it; each has its own word, so that a leak tells where it comes from. */
const MARKS = {
  letter: 'zyxoletter',
  search: 'zyxosearch',
  variable: 'zyxovariable',
  document: 'zyxodocument',
  file: 'zyxofile',
  address: 'zyxoaddress',
  header: 'zyxoheader',
};

const TOKEN = 'a-token-of-the-tests';
const NUMBER = 'CM16-0999901';

/** A letter with the mark at every place that is read; the heading makes an item of its own. */
const LETTER = letter2016({
  summary: `Ms. ${MARKS.letter} is a 44 year old female who was hurt on 10-14-2016.`,
  items: [
    {
      ...ITEM,
      heading: `${MARKS.letter} unit`,
      reviewerGuideline: `Decision based on Non-MTUS Citation Journal of ${MARKS.letter}.`,
      rationale: `There is no ${MARKS.letter}. The request is not medically necessary.`,
    },
  ],
});
const NO_LETTER = `${MARKS.letter} ${MARKS.letter}`;

let server: RunningCommand;
let url: string;

beforeAll(async () => {
  await emptyGraph();
  server = startCommand(['serve'], { LOG_LEVEL: 'trace', PORT: '0', WRITE_TOKEN: TOKEN, COLUMNS: 'on' });
  [, url = ''] = await waitForOutput(server, /ready (\S+)\/graphql\n/);
});

afterAll(async () => {
  server.process.kill('SIGTERM');
  await server.ended;
});

const WRITING = { authorization: `Bearer ${TOKEN}` };

async function send(path: string, init: RequestInit): Promise<{ status: number; body: string }> {
  const response = await fetch(url + path, init);
  return { status: response.status, body: await response.text() };
}

const post = (body: unknown, headers: Record<string, string> = {}) =>
  send('/graphql', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'user-agent': MARKS.header,
      // Not one that is kept: of those the log tells.
      'x-request-id': `${MARKS.header} is no id`,
      ...headers,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

const upload = (bytes: Uint8Array | string, headers: Record<string, string> = WRITING) =>
  send('/graphql', {
    method: 'POST',
    headers: { 'apollo-require-preflight': 'yes', ...headers },
    body: formWith(bytes, `${MARKS.file}.docx`),
  });

function marksIn(text: string, but: readonly string[] = []): string[] {
  const folded = text.toLowerCase();
  return Object.values(MARKS).filter((mark) => !but.includes(mark) && folded.includes(mark));
}

const PARSE =
  'query ($text: String!) { parseLetter(text: $text) { __typename ... on LetterRefusal { message } } }';
const SEARCH = 'query ($query: String!) { searchFindings(query: $query) { totalCount } }';
const CASES = 'query ($filter: CaseFilter!) { cases(filter: $filter) { totalCount } }';
const CASE = 'query ($n: String) { case(caseNumber: $n) { caseNumber } }';

/** Requests of every kind, good and bad; what they answer may hold nothing that they sent. */
const REQUESTS: readonly (readonly [string, () => Promise<{ status: number; body: string }>])[] = [
  [
    'a letter that is kept',
    () => post({ query: INGEST, variables: { input: { text: NO_LETTER } } }, WRITING),
  ],
  ['a file that is none', () => upload(NO_LETTER)],
  ['a damaged file', () => upload(docxOf(LETTER).subarray(0, 400))],
  ['an archive', () => upload(zipOf({ [`${MARKS.file}.txt`]: LETTER }))],
  ['a file of somebody who may not', () => upload(LETTER, {})],
  ['a letter that is parsed', () => post({ query: PARSE, variables: { text: LETTER } })],
  ['a text that is no letter', () => post({ query: PARSE, variables: { text: NO_LETTER } })],
  ['half of a letter', () => post({ query: PARSE, variables: { text: LETTER.slice(0, 1900) } })],
  ['a search', () => post({ query: SEARCH, variables: { query: `"${MARKS.search} AND ((` } })],
  ['an endless search', () => post({ query: SEARCH, variables: { query: `${MARKS.search} `.repeat(2000) } })],
  [
    'a search with signs of a query language',
    () => post({ query: SEARCH, variables: { query: `label:${MARKS.search}~ +\\` } }),
  ],
  ['a case that is not there', () => post({ query: CASE, variables: { n: MARKS.variable } })],
  [
    'a variable of another type',
    () => post({ query: CASES, variables: { filter: { outcome: MARKS.variable } } }),
  ],
  [
    'a day that is none',
    () => post({ query: CASES, variables: { filter: { decisionDate: { from: MARKS.variable } } } }),
  ],
  ['a document that is none', () => post({ query: `{ cases(first: "${MARKS.document}" ` })],
  [
    'a literal of another type',
    () => post({ query: `{ cases(first: "${MARKS.document}") { totalCount } }` }),
  ],
  ['a body that is no JSON', () => post(`{"query": ${MARKS.document}`)],
  ['an operation of another name', () => post({ query: '{ __typename }', operationName: MARKS.document })],
  ['a hash that nobody knows', () => post({ documentId: MARKS.document })],
  ['an address that is none', () => send(`/${MARKS.address}?a=${MARKS.address}`, {})],
  [
    'a GET with it all',
    () =>
      send(
        `/graphql?query=${encodeURIComponent(SEARCH)}&variables=${encodeURIComponent(JSON.stringify({ query: MARKS.search }))}`,
        { headers: { 'apollo-require-preflight': 'yes' } },
      ),
  ],
  [
    'a token that is wrong',
    () =>
      post(
        { query: REMOVE, variables: { id: NUMBER } },
        { authorization: `Bearer ${MARKS.header}-0123456789` },
      ),
  ],
  [
    'a case to remove that is not there',
    () => post({ query: REMOVE, variables: { id: 'CM16-0000000' } }, WRITING),
  ],
  ['a method that is not known', () => send('/graphql', { method: 'PUT', body: MARKS.document })],
];

test.each(REQUESTS)('the answer to %s repeats nothing', async (_, request) => {
  const { status, body } = await request();
  expect(status).toBeLessThan(500);
  expect(marksIn(body)).toEqual([]);
});

test('a letter is written, read again and removed', async () => {
  const written = await post({ query: INGEST, variables: { input: { text: LETTER } } }, WRITING);
  expect(written.body).toContain(NUMBER);
  expect((await post({ query: SEARCH, variables: { query: MARKS.letter } })).body).toContain(
    '"totalCount":1',
  );
  expect((await post({ query: REPARSE, variables: { id: NUMBER } }, WRITING)).body).toContain('UNCHANGED');
  expect((await post({ query: REMOVE, variables: { id: NUMBER } }, WRITING)).status).toBe(200);
});

test('commands that read letters tell of files what they must, and nothing of letters', async () => {
  const folder = folderOf({
    [`${MARKS.file}.txt`]: LETTER,
    'none.txt': NO_LETTER,
    'half.txt': LETTER.slice(0, 1900),
    'bad.docx': docxOf(LETTER).subarray(0, 400),
  });
  const { stdout, stderr } = await runCommand(['ingest', folder], { LOG_LEVEL: 'trace' });
  expect(stdout).toContain('1 ingested');
  expect(marksIn(stdout + stderr)).toEqual([]);
  const parsed = await runCommand(['parse', join(folder, 'none.txt')], { LOG_LEVEL: 'trace' });
  expect(marksIn(parsed.stdout + parsed.stderr)).toEqual([]);
});

test('neither log nor metrics hold any of it', async () => {
  const metrics = await send('/metrics', {});
  expect(metrics.body).toContain('imr_');
  expect(marksIn(metrics.body)).toEqual([]);
  expect(server.written.stderr).toContain('mutation');
  expect(marksIn(server.written.stderr + server.written.stdout)).toEqual([]);
});
