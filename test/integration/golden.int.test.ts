import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { writeLetters } from '../../src/generate/write.js';
import { ingest } from '../../src/ingest/ingest.js';
import { startApi, type TestApi } from '../support/api.js';
import { expectGolden, GOLDEN_LETTERS, stableResult, stableStatements } from '../support/golden.js';
import { unsettleVersion } from '../support/graph.js';
import { recordingGraph, type RecordingClient } from '../support/recording-client.js';
import { samples } from '../support/recount.js';

/**
 * What the documented questions answer about a fixed corpus, and which statements they run. A folder of test/golden is one
 * asking of the operation that it is named after (after a dot, a further one); `variables.json` is written by hand, the rest by
 * `UPDATE_SNAPSHOTS=1`, and read by a person. known-golden.test.ts counts some of the answers anew from the letters.
 */
const goldens = readdirSync('test/golden');
const documentOf = (name: string) => readFileSync(`schema/operations/${name}.graphql`, 'utf8');
/** What these answer depends on rarities of words in the indexes, and so on what these held before; they are tried by themselves. */
const UNSTEADY = ['SimilarFindings', 'SimilarToText'];
/** Those that only ask; what changes the graph is tried where its answer can be followed up. */
const operations = readdirSync('schema/operations')
  .map((file) => file.replace('.graphql', ''))
  .filter((name) => /^query /m.test(documentOf(name)) && !UNSTEADY.includes(name));
const operationOf = (golden: string) => golden.replace(/\..*/, '');

const folder = mkdtempSync(join(tmpdir(), 'imr-golden-'));
let client: RecordingClient;
let api: TestApi;

beforeAll(async () => {
  client = await recordingGraph();
  await writeLetters(folder, GOLDEN_LETTERS.letters, GOLDEN_LETTERS);
  const { quarantined } = await ingest(client, [samples, folder]);
  expect(quarantined).toEqual([]);
  // Which statements run does not depend on the time.
  await unsettleVersion();
  api = await startApi(client);
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('every golden folder is of an operation', () => {
  expect(goldens.filter((golden) => !operations.includes(operationOf(golden)))).toEqual([]);
});

describe.each([...new Set([...operations, ...goldens])])('%s', (name) => {
  const at = (file: string) => join('test/golden', name, file);
  let answer: string;
  let statements: string;

  beforeAll(async () => {
    const variables = existsSync(at('variables.json')) ? readFileSync(at('variables.json'), 'utf8') : '{}';
    client.take();
    answer = stableResult(await api.data(documentOf(operationOf(name)), JSON.parse(variables) as object));
    statements = stableStatements(client.take());
  });

  test('answers as before', () => {
    expectGolden(at('result.json'), 'result', answer);
  });

  test('runs the same statements', () => {
    expectGolden(at('statements.txt'), 'statements', statements);
  });
});
