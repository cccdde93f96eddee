import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { GraphClient } from '../../src/graph/client.js';
import { migrate } from '../../src/graph/migrations.js';
import { removeCase } from '../../src/graph/removal.js';
import { releaseDocuments, writeDeterminations, writeQuarantine } from '../../src/graph/writer.js';
import { startApi, WRITER } from '../support/api.js';
import { runCommand } from '../support/cli.js';
import { SMALL_CORPUS } from '../support/determinations.js';
import { folderOf } from '../support/folder.js';
import { contentsOf } from '../support/graph-contents.js';
import { emptyGraph, runCypher } from '../support/graph.js';
import { letter2016 } from '../support/letters.js';

let client: GraphClient;
let before: unknown;

/** Everything, and how often it was changed. */
const state = async () => [
  await contentsOf(),
  await runCypher('MATCH (v:GraphVersion) RETURN v.revision AS revision'),
];

beforeAll(async () => {
  client = await emptyGraph();
  await writeDeterminations(client, SMALL_CORPUS.slice(1));
  await runCypher("CREATE (:Migration {version: 901, name: '901-of-the-future', checksum: 'another'})");
  before = await state();
});

afterAll(async () => {
  await runCypher('MATCH (m:Migration {version: 901}) DELETE m');
});

const rejection = { path: '/a.txt', sha256: 'a', error: { code: 'EMPTY_FILE', message: 'empty' } } as never;

test.each([
  ['migrating', () => migrate(client)],
  ['writing letters', () => writeDeterminations(client, SMALL_CORPUS)],
  ['removing a case', () => removeCase(client, 'CM16-0000002')],
  ['keeping a file aside', () => writeQuarantine(client, [rejection])],
  ['letting go of one', () => releaseDocuments(client, ['/a.txt'])],
])('%s is refused in a graph of a newer version, and changes nothing', async (_, work) => {
  await expect(work()).rejects.toMatchObject({
    code: 'SCHEMA_TOO_NEW',
    message: expect.stringContaining('migration 901') as unknown,
  });
  expect(await state()).toEqual(before);
});

test.each([
  [['ingest', 'LETTERS']],
  [['remove', 'CM16-0000002']],
  [['serve']],
  [['start']],
  [['verify']],
  [['bi', 'start']],
  [['export', '--format', 'csv', '--out', 'OUT']],
])('imr %j says so at its start, and changes nothing', async (args: string[]) => {
  const folder = folderOf({ 'a.txt': letter2016() });
  const given = args.map((arg) => arg.replace('LETTERS', folder).replace('OUT', `${folder}/out`));
  const { code, stdout, stderr } = await runCommand(given, { PORT: '0' });
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/^imr: SCHEMA_TOO_NEW: The graph has migration 901, .+\n$/);
  expect(await state()).toEqual(before);
});

test('a server under which the graph was migrated is not ready, and refuses to write', async () => {
  const api = await startApi(client);
  const response = await fetch(`${api.url}/readyz`);
  expect([response.status, await response.json()]).toMatchObject([503, { code: 'SCHEMA_TOO_NEW' }]);
  const mutation = 'mutation ($text: String!) { ingestLetter(input: { text: $text }) { __typename } }';
  const answer = await api.ask(mutation, { text: letter2016() }, WRITER);
  expect(answer).toMatchObject({
    status: 503,
    body: { errors: [{ extensions: { code: 'SCHEMA_TOO_NEW' } }] },
  });
  expect(await state()).toEqual(before);
});
