import { copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { projectFolder } from '../../src/common/project.js';
import { openDatabase, type Database } from '../../src/engine/database.js';
import { stopEngine } from '../../src/engine/engine.js';
import { importDatabase } from '../../src/engine/import-tool.js';
import { generateLetter } from '../../src/generate/generate.js';
import { ingest } from '../../src/ingest/ingest.js';
import { bulkLoad, type LoadOptions, type LoadSummary } from '../../src/load/load.js';
import type { Corpus } from '../../src/load/reading.js';
import { readLoadState, type Stage } from '../../src/load/state.js';
import { startCommand } from '../support/cli.js';
import { folderOf } from '../support/folder.js';
import { contentsOf } from '../support/graph-contents.js';
import { emptyGraph, runCypher } from '../support/graph.js';
import { ITEM, letter2014, letter2016 } from '../support/letters.js';
import { privateLetter, tokensOf, type PrivateLetter } from '../support/private-data.js';
import { embeddedSettings, temporaryFolder } from '../support/settings.js';
import { zipOf } from '../support/zip.js';

// Several starts of Java in one test, on a machine that may be busy.
jest.setTimeout(900_000);

const dataDir = temporaryFolder('load');

const load = (corpus: Corpus, options?: LoadOptions) => bulkLoad(embeddedSettings(dataDir), corpus, options);

/** Does something with the graph of the data directory. */
async function withGraph<Result>(work: (database: Database) => Promise<Result>): Promise<Result> {
  const database = await openDatabase(embeddedSettings(dataDir));
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

async function caseIds(database: Database): Promise<string[]> {
  const rows = await runCypher<{ id: string }>('MATCH (c:Case) RETURN c.id AS id ORDER BY id', {}, database);
  return rows.map(({ id }) => id);
}

const UNUSUAL = {
  ...ITEM,
  heading: 'Lumbar "traction" unit, type \\A;B',
  reviewerGuideline: 'Decision based on MTUS Eye 2004.',
};

const quoting = (...criteria: readonly string[]) => ({
  ...ITEM,
  heading: 'Physical therapy for the lumbar spine',
  rationale: `The guideline lists criteria: ${criteria.map((text, i) => `${i + 1}) ${text}`).join('; ')}. None is documented.`,
});

/** Letters that are corrected near and far, come twice, in several forms, or are none. Names make the order. */
function corpus(): string {
  const files: Record<string, string | Uint8Array> = {
    '000-first.txt': letter2016({ items: [UNUSUAL, ITEM], specialties: 'Neurology' }),
    '001-same-words.txt': `${letter2016({ items: [UNUSUAL, ITEM], specialties: 'Neurology' })}\n\n`,
    '002-near-wrong.txt': letter2016({ caseNumber: 'CM16-0999902', items: [UNUSUAL] }),
    '003-near-right.txt': letter2016({ caseNumber: 'CM16-0999902' }),
    '004-twice.txt': letter2014(),
    '005-twice-again.txt': letter2014(),
    '006-empty.txt': '',
    '007-other.txt': 'Dear Sir or Madam,\nthank you for your order of twelve chairs.\n',
    '008-binary.txt': Buffer.from([0, 1, 2, 3, 0, 255, 254, 0, 9]),
    '009-quoting.txt': letter2016({
      caseNumber: 'CM16-0999903',
      items: [quoting('Failure of conservative care for 6 weeks', 'Objective findings on examination')],
    }),
    '010-quoting-alike.txt': letter2016({
      caseNumber: 'CM16-0999904',
      items: [quoting('Conservative treatment for 6 weeks failed', 'Objective findings on exam')],
    }),
    '990-archive.zip': zipOf({
      'in/a.txt': letter2016({ caseNumber: 'CM16-0999905' }),
      'in/b.txt': letter2016({ caseNumber: 'CM16-0999901' }),
    }),
    '991-quoting-corrected.txt': letter2016({ caseNumber: 'CM16-0999903', items: [UNUSUAL, ITEM] }),
    '992-first-corrected-again.txt': letter2016({ items: [{ ...ITEM, decision: 'Overturned' }] }),
  };
  for (let number = 1; number <= 320; number++) {
    const { name, text } = generateLetter(number, { seed: 7, noise: 1 });
    files[`generated/${name}.txt`] = text;
  }
  const folder = folderOf(files);
  const samples = join(projectFolder, 'samples');
  mkdirSync(join(folder, 'samples'));
  for (const name of readdirSync(samples)) copyFileSync(join(samples, name), join(folder, 'samples', name));
  return folder;
}

// One load for all tests, and one look at its graph: each start of an engine takes seconds.
const folder = corpus();
let loaded: LoadSummary;
let graph: { contents: Awaited<ReturnType<typeof contentsOf>>; ids: string[]; loadBeside: unknown };

/** The most memory of each phase's Java process. */
const peaks = new Map<string, number>();

beforeAll(async () => {
  const onMemory: LoadOptions['onMemory'] = (phase, peak) => peaks.set(phase, peak);
  loaded = await load({ paths: [folder] }, { partSize: 150, onMemory });
  graph = await withGraph(async (database) => ({
    contents: await contentsOf(database),
    ids: await caseIds(database),
    loadBeside: await load({ paths: [folder] }).catch((error: unknown) => error),
  }));
});

afterAll(async () => {
  await stopEngine(dataDir);
  rmSync(dataDir, { recursive: true, force: true });
});

test('a bulk load gives the graph that an ingest of the same letters gives', async () => {
  // As long as `imr ingest` gives a batch.
  const ingested = await ingest(await emptyGraph({ timeout: 120_000 }), [folder]);
  const expected = await contentsOf();

  const { outcomes, quarantined } = loaded;
  expect({ ...outcomes, quarantined: quarantined.map(({ path }) => path) }).toEqual({
    ingested: ingested.ingested,
    updated: ingested.updated,
    unchanged: ingested.unchanged,
    quarantined: ingested.quarantined.map(({ path }) => path),
  });
  expect(outcomes.updated).toBeGreaterThan(2);
  const { contents } = graph;
  expect(contents.nodes?.length).toBeGreaterThan(1_000);
  for (const what of ['nodes', 'relationships', 'constraints', 'indexes'] as const)
    expect(contents[what]).toEqual(expected[what]);
  expect(readdirSync(join(dataDir, 'load'))).toEqual([]);
  expect([...peaks.keys()]).toEqual(process.platform === 'linux' ? ['importing', 'indexing'] : []);
  expect(Math.min(...peaks.values())).toBeGreaterThan(50_000_000);
});

test('the database of another machine, or one that is in use, is refused', async () => {
  const settings = { ...embeddedSettings(dataDir), neo4jUri: 'bolt://127.0.0.1:1' };
  await expect(bulkLoad(settings, { paths: [folder] })).rejects.toMatchObject({ code: 'BAD_SETTING' });
  expect(graph.loadBeside).toMatchObject({ code: 'ENGINE_RUNNING' });
});

/** Starts `imr load --bulk --replace` with REDACT=on, and kills it as soon as it has come so far; without a stage it runs to its end. */
async function loadByCommand(path: string, killedAfter?: Stage): Promise<number | null> {
  const { process, ended } = startCommand(['load', '--bulk', '--replace', path], {
    IMR_DATA_DIR: dataDir,
    NEO4J_URI: '',
    REDACT: 'on',
  });
  let isOver = false as boolean;
  void ended.then(() => (isOver = true));
  while (!isOver && killedAfter !== undefined) {
    if (readLoadState(join(dataDir, 'load'))?.stage === killedAfter) process.kill('SIGKILL');
    await sleep(20);
  }
  return ended;
}

test('the old graph stays until the new one is whole, whenever the load is killed; the next run goes on, private data covered', async () => {
  const isOf2016 = ({ text }: PrivateLetter) => text.includes('CM16-0999901');
  const [{ text, who }] = fc.sample(privateLetter.filter(isOf2016), { seed: 5, numRuns: 1 }) as [
    PrivateLetter,
  ];
  const next = folderOf({
    'a.txt': text.replace('CM16-0999901', 'CM16-0999902'),
    'b.txt': letter2016({ caseNumber: 'CM16-0999903' }),
  });
  await expect(load({ paths: [next] })).rejects.toMatchObject({ code: 'GRAPH_NOT_EMPTY' });

  expect(await loadByCommand(next, 'read')).toBeNull();
  expect(await loadByCommand(next, 'imported')).toBeNull();
  expect(await withGraph(caseIds)).toEqual(graph.ids);

  expect(await loadByCommand(next)).toBe(0);
  const [ids, contents] = await withGraph(async (database) => [
    await caseIds(database),
    JSON.stringify(await contentsOf(database)).toLowerCase(),
  ]);
  expect(ids).toEqual(['CM16-0999902', 'CM16-0999903']);
  expect(tokensOf(who).filter((token) => contents.includes(token.toLowerCase()))).toEqual([]);
  expect(readdirSync(join(dataDir, 'load'))).toEqual([]);
});

test('a graph of a newer version is not replaced', async () => {
  const one = folderOf({ 'a.txt': letter2016() });
  await withGraph(async (database) => runCypher('CREATE (:Migration {version: 901})', {}, database));
  await expect(load({ paths: [one] }, { replace: true })).rejects.toMatchObject({ code: 'SCHEMA_TOO_NEW' });
  expect(await withGraph(caseIds)).toEqual(['CM16-0999902', 'CM16-0999903']);
});

test('what the import tool says last is told when it fails', async () => {
  const files = folderOf({ 'header.csv': 'id:ID(Case),ordinal:long\n', 'rows.csv': '"a",many\n' });
  const groups = [{ kind: 'Case', isNode: true, files: ['header.csv', 'rows.csv'] }];
  const options = { listDelimiter: 'U+001F', heap: '256m', offHeap: '256m' };
  await expect(importDatabase(dataDir, files, groups, options)).rejects.toMatchObject({
    code: 'IMPORT_FAILED',
    message: expect.stringMatching(/import tool ended with \d+:\n[^]*\S/) as unknown as string,
  });
});
