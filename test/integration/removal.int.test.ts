import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Follower } from '../../src/columns/follower.js';
import { saveSnapshot } from '../../src/columns/snapshot.js';
import { sha256 } from '../../src/common/hash.js';
import { ingest } from '../../src/ingest/ingest.js';
import { MartLoader } from '../../src/mart/loader.js';
import { startApi, WRITER } from '../support/api.js';
import { folderOf } from '../support/folder.js';
import { emptyGraph, openClient, runCypher } from '../support/graph.js';
import { ITEM, letter2016 } from '../support/letters.js';
import { martContents, TestMart } from '../support/mart.js';
import { REMOVE } from '../support/writing.js';

/** A word that the letter has wherever a word of it may go: nothing else has it. */
const MARK = 'zyxomarker';
const NUMBER = 'CM16-0777777';

const LETTER = letter2016({
  caseNumber: NUMBER,
  specialties: `Neurology, ${MARK} Medicine`,
  summary: `The injured worker is a 44 year old female with ${MARK} after 10-14-2016.`,
  items: [
    {
      heading: `${MARK} unit with ${MARK} cover`,
      decision: 'Upheld',
      claimsAdministratorGuideline: `Decision based on Non-MTUS Citation Journal of ${MARK}.`,
      reviewerGuideline: `Decision based on Non-MTUS Citation Handbook of ${MARK}, Pain.`,
      rationale: `The guideline lists criteria: 1) failure of ${MARK}; 2) ${MARK} on examination. There are no red flags such as ${MARK}. The request is not medically necessary.`,
    },
    ITEM,
  ],
});
const OTHER = letter2016({ caseNumber: 'CM16-0888888' });

let mart: TestMart;

beforeAll(async () => {
  mart = await TestMart.start();
});

afterAll(() => mart.stop());

/** All of the graph: every property of every node and relationship. */
async function everything(without: readonly string[] = []): Promise<string> {
  const nodes = await runCypher(
    'MATCH (n) WHERE none(label IN labels(n) WHERE label IN $without) RETURN labels(n), n {.*} AS properties',
    { without },
  );
  const edges = await runCypher('MATCH ()-[r]->() RETURN type(r), r {.*} AS properties');
  return JSON.stringify([nodes, edges]);
}

const SEARCH = `query ($text: String!, $number: String!) {
  searchFindings(query: $text, first: 5) { totalCount nodes { label rationale } }
  case(caseNumber: $number) { clinicalSummary findings { label } }
}`;

test('a case that is removed leaves no trace', async () => {
  const graph = await emptyGraph();
  const folder = folderOf({ 'a.txt': '', 'b.txt': OTHER });
  const path = join(folder, 'a.txt');
  const traces = (text: string) =>
    [MARK, NUMBER, sha256(Buffer.from(LETTER)), path].filter((trace) =>
      text.toLowerCase().includes(trace.toLowerCase()),
    );
  const follower = new Follower(openClient());
  const database = await mart.open();
  const loader = await MartLoader.open(graph, database);
  const api = await startApi(graph);
  const ask = () => api.ask(SEARCH, { text: MARK, number: NUMBER });
  const metrics = async () => (await fetch(`${api.url}/metrics`)).text();

  // The file was none at first, and so was set aside.
  await ingest(graph, [folder]);
  writeFileSync(path, LETTER);
  await ingest(graph, [folder]);
  await follower.build();
  await loader.build();
  const before = await ask();
  expect(traces(await everything())).toHaveLength(4);
  expect(JSON.stringify(before.body)).toContain(MARK);
  expect(traces(JSON.stringify(await martContents(database)))).toEqual([MARK, NUMBER]);

  await api.data(REMOVE, { id: NUMBER }, WRITER);

  // The log of changes keeps which case it was: who follows the graph is told by it.
  expect(traces(await everything(['Change']))).toEqual([]);
  expect(traces(await everything())).toEqual([NUMBER]);
  expect(JSON.stringify((await ask()).body)).toBe(
    JSON.stringify({ data: { searchFindings: { totalCount: 0, nodes: [] }, case: null } }),
  );
  await loader.catchUp();
  expect(traces(JSON.stringify(await martContents(database)))).toEqual([]);

  await follower.current();
  await follower.forget();
  const { store, version } = follower;
  if (store === undefined || version === undefined) throw new Error('There are no columns.');
  const file = join(folder, 'columns.snapshot');
  await saveSnapshot(file, { store, version });
  expect(traces(readFileSync(file, 'latin1'))).toEqual([]);
  expect(store.size).toEqual({ cases: 1, findings: 1 });

  // The log tells who removed which case, and nothing else of it.
  expect(traces(api.logged.join('\n'))).toEqual([NUMBER]);
  expect(traces(await metrics())).toEqual([]);
});
