import { copyFileSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { projectFolder } from '../../src/common/project.js';
import type { GraphClient } from '../../src/graph/client.js';
import { readTotals } from '../../src/graph/totals.js';
import { ingest } from '../../src/ingest/ingest.js';
import { folderOf } from '../support/folder.js';
import { dumpGraph, emptyGraph, openClient, runCypher } from '../support/graph.js';
import { ITEM, LETTER, letter2014, letter2016 } from '../support/letters.js';
import { pageOf, pdfOf } from '../support/pdf.js';
import { LETTERS_FOLDER, testWithRealLetters } from '../support/real-letters.js';
import { zipOf } from '../support/zip.js';

const samples = join(projectFolder, 'samples');

let client: GraphClient;

beforeEach(async () => {
  client = await emptyGraph();
});

type Dump = Awaited<ReturnType<typeof dumpGraph>>;

/** A quoted criterion bears the words of the letter that came first: the one thing that the order of letters tells. */
function apartFromWordings({ nodes, relationships }: Dump): Dump {
  const rows = nodes.map((node) => JSON.parse(String(node)) as { properties: Record<string, unknown> });
  return {
    relationships,
    nodes: rows.map((row) =>
      row.properties.level === 'CRITERION' && typeof row.properties.text === 'string'
        ? { ...row, properties: { ...row.properties, name: '', text: '' } }
        : row,
    ),
  };
}

describe('a folder of letters', () => {
  test('goes in once; a second ingest changes nothing', async () => {
    const letters = readdirSync(samples).filter((name) => /\.(txt|pdf)$/.test(name)).length;
    expect(await ingest(client, [samples])).toMatchObject({ files: letters, updated: 0, quarantined: [] });
    const before = await dumpGraph();
    expect(before.nodes.length).toBeGreaterThan(letters);
    expect(await ingest(client, [samples])).toMatchObject({ ingested: 0, updated: 0, unchanged: letters });
    expect(await dumpGraph()).toEqual(before);
  });

  test('gives the same graph in any order and batch size', async () => {
    await ingest(client, [samples], { batchSize: 100 });
    const before = apartFromWordings(await dumpGraph());
    await emptyGraph();
    const backwards = readdirSync(samples)
      .filter((name) => /\.(txt|pdf)$/.test(name))
      .reverse()
      .map((name) => join(samples, name));
    await ingest(client, backwards, { batchSize: 3 });
    expect(apartFromWordings(await dumpGraph())).toEqual(before);
  });

  test('two forms of one letter are one case with two documents', async () => {
    const text = letter2016();
    const folder = folderOf({ 'a.txt': text, 'b.pdf': pdfOf([pageOf(text.split('\n'))]) });
    expect(await ingest(client, [folder])).toMatchObject({ ingested: 1, unchanged: 1, updated: 0 });
    expect(await ingest(client, [folder])).toMatchObject({ ingested: 0, unchanged: 2, updated: 0 });
    const [row] = await runCypher<{ documents: number }>(
      'MATCH (:Case)-[:READ_FROM]->(d) RETURN count(d) AS documents',
    );
    expect(row?.documents).toBe(2);
  });

  test('a letter without a case number is known by its text', async () => {
    const folder = folderOf({ 'a.txt': letter2014(), 'b.txt': `${letter2014()}\n\n` });
    expect(await ingest(client, [folder])).toMatchObject({ ingested: 1, unchanged: 1 });
    expect(await readTotals(client)).toMatchObject({ cases: 1 });
  });
});

describe('a corrected letter', () => {
  const wrong = {
    ...ITEM,
    heading: 'Lumbar traction unit',
    reviewerGuideline: 'Decision based on MTUS Eye 2004.',
  };

  test('replaces what its case held, and shared nodes that it alone had held go', async () => {
    const folder = folderOf({ 'a.txt': letter2016({ items: [wrong, ITEM], specialties: 'Neurology' }) });
    await ingest(client, [folder]);
    writeFileSync(join(folder, 'a.txt'), letter2016());
    expect(await ingest(client, [folder])).toMatchObject({ ingested: 0, updated: 1 });
    const corrected = await dumpGraph();
    await emptyGraph();
    await ingest(client, [folder]);
    const alone = await dumpGraph();
    const withoutDocuments = (nodes: unknown[]) =>
      nodes.filter((node) => !String(node).includes('"Document"'));
    expect(withoutDocuments(corrected.nodes)).toEqual(withoutDocuments(alone.nodes));
  });

  test('leaves the cases of other letters alone', async () => {
    const folder = folderOf({
      'a.txt': letter2016(),
      'b.txt': letter2016({ caseNumber: 'CM16-0999902', items: [wrong] }),
    });
    await ingest(client, [folder]);
    writeFileSync(join(folder, 'a.txt'), letter2016({ items: [{ ...ITEM, decision: 'Overturned' }] }));
    await ingest(client, [folder]);
    expect(await readTotals(client)).toEqual({ cases: 2, findings: 2, upheld: 1, overturned: 1 });
  });
});

describe('quarantine', () => {
  const broken = {
    'binary.txt': Buffer.from([0, 1, 2, 3, 0, 255, 254, 0, 9]),
    'cut.pdf': pdfOf([pageOf(letter2016().split('\n'))]).subarray(0, 700),
    'empty.txt': '',
    'other.txt': 'Dear Sir or Madam,\nthank you for your order of twelve chairs.\n',
  };

  test('keeps aside by name and code what cannot be used; the others go in', async () => {
    const folder = folderOf({ ...broken, 'letter.txt': letter2016() });
    const missing = join(folder, 'missing.txt');
    const summary = await ingest(client, [folder, missing]);
    expect(summary).toMatchObject({ files: 6, ingested: 1 });
    const codes = await runCypher<{ path: string; code: string }>(
      'MATCH (q:QuarantinedDocument) RETURN q.path AS path, q.code AS code ORDER BY path',
    );
    expect(codes).toEqual([
      { path: join(folder, 'binary.txt'), code: 'BINARY_FILE' },
      { path: join(folder, 'cut.pdf'), code: 'DAMAGED_PDF' },
      { path: join(folder, 'empty.txt'), code: 'EMPTY_FILE' },
      { path: missing, code: 'NOT_FOUND' },
      { path: join(folder, 'other.txt'), code: 'UNKNOWN_TEMPLATE' },
    ]);
    expect(summary.quarantined.map(({ error }) => error.code).sort()).toEqual(
      codes.map(({ code }) => code).sort(),
    );
  });

  test('lets go of a file that has been put right', async () => {
    const folder = folderOf({ 'a.txt': '' });
    await ingest(client, [folder]);
    writeFileSync(join(folder, 'a.txt'), letter2016());
    await ingest(client, [folder]);
    expect(await runCypher('MATCH (q:QuarantinedDocument) RETURN q.path AS path')).toEqual([]);
  });

  test('lets go of a file that was replaced by one that is known', async () => {
    const folder = folderOf({ 'a.txt': '', 'b.txt': letter2016() });
    await ingest(client, [folder]);
    copyFileSync(join(folder, 'b.txt'), join(folder, 'a.txt'));
    expect(await ingest(client, [folder])).toMatchObject({ unchanged: 2 });
    expect(await runCypher('MATCH (q:QuarantinedDocument) RETURN q.path AS path')).toEqual([]);
  });
});

describe('an ingest that is stopped', () => {
  const letters = folderFields(7);

  test('ends after the batch under way, and goes on from there', async () => {
    const folder = folderOf(letters);
    const controller = new AbortController();
    const stopped = await ingest(client, [folder], {
      batchSize: 3,
      signal: controller.signal,
      onProgress: (done) => {
        if (done === 3) controller.abort();
      },
    });
    expect(stopped).toMatchObject({ files: 3, ingested: 3, interrupted: true });
    expect(await ingest(client, [folder])).toMatchObject({ ingested: 4, unchanged: 3, interrupted: false });
  });

  test.each(['write/guidelines', 'write/cases', 'write/documents'])(
    'in the midst of a batch, at %s, leaves nothing of the batch behind',
    async (where) => {
      const failing = openClient({
        onStatement: (name) => {
          if (name === where) throw new Error('the power went out');
        },
      });
      await expect(ingest(failing, [folderOf(letters)])).rejects.toThrow('the power went out');
      expect((await dumpGraph()).nodes).toEqual([]);
    },
  );

  test('two ingests at once write each case once', async () => {
    const folder = folderOf(letters);
    const both = await Promise.all([
      ingest(client, [folder], { batchSize: 2 }),
      ingest(openClient(), [folder], { batchSize: 3 }),
    ]);
    expect(both[0].ingested + both[1].ingested).toBe(7);
    expect(await readTotals(client)).toMatchObject({ cases: 7, findings: 7 });
  });
});

describe('an archive', () => {
  const members = Object.entries(folderFields(7));
  const archive = zipOf(Object.fromEntries([...members, ['7.doc', 'x']]));

  test('gives the same relationships as its files; its members are known by name and hash', async () => {
    const path = join(folderOf({ 'letters.zip': archive }), 'letters.zip');
    expect(await ingest(client, [path])).toMatchObject({ files: 8, ingested: 7 });
    const { relationships } = await dumpGraph();
    expect(relationships.length).toBeGreaterThan(7 * 5);
    const paths = await runCypher('MATCH (q:QuarantinedDocument) RETURN q.path AS path, q.code AS code');
    expect(paths).toEqual([{ path: `${path}!/7.doc`, code: 'UNSUPPORTED_MEDIA_TYPE' }]);
    await emptyGraph();
    await ingest(client, [folderOf(Object.fromEntries(members))]);
    expect((await dumpGraph()).relationships).toEqual(relationships);
  });

  test('that was stopped goes on where it was, and letters that are known are unchanged wherever they lie', async () => {
    const path = join(folderOf({ 'letters.zip': archive }), 'letters.zip');
    const controller = new AbortController();
    const progress: [number, number][] = [];
    const stopped = await ingest(client, [path], {
      batchSize: 3,
      signal: controller.signal,
      onProgress: (done, total) => {
        progress.push([done, total]);
        if (done === 3) controller.abort();
      },
    });
    expect(stopped).toMatchObject({ files: 3, ingested: 3, interrupted: true });
    expect(progress).toEqual([
      [0, 8],
      [3, 8],
    ]);
    expect(await ingest(client, [path])).toMatchObject({ ingested: 4, unchanged: 3, interrupted: false });
    const folder = folderOf(Object.fromEntries(members));
    expect(await ingest(client, [folder])).toMatchObject({ ingested: 0, updated: 0, unchanged: 7 });
  });
});

describe('the published letters', () => {
  testWithRealLetters('give 108 cases and 248 findings, and change nothing the second time', async () => {
    const first = await ingest(client, [LETTERS_FOLDER]);
    expect(first).toMatchObject({ ingested: 108, updated: 0, unchanged: 103, quarantined: [] });
    expect(await readTotals(client)).toEqual({ cases: 108, findings: 248, upheld: 227, overturned: 21 });
    const before = await dumpGraph();
    expect(await ingest(client, [LETTERS_FOLDER])).toMatchObject({ ingested: 0, updated: 0, unchanged: 211 });
    expect(await dumpGraph()).toEqual(before);
  });

  testWithRealLetters('give the outcomes of the known answers', async () => {
    await ingest(client, [join(LETTERS_FOLDER, '2016')]);
    const known = JSON.parse(readFileSync(join(LETTERS_FOLDER, 'known-answers-2016.json'), 'utf8')) as {
      caseOutcome: Record<string, number>;
    };
    const rows = await runCypher<{ outcome: string; cases: number }>(
      'MATCH (c:Case) RETURN c.outcome AS outcome, count(c) AS cases',
    );
    expect(Object.fromEntries(rows.map(({ outcome, cases }) => [outcome, cases]))).toEqual(known.caseOutcome);
  });
});

function folderFields(letters: number): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: letters }, (_, i) => [
      `${i}.txt`,
      letter2016({ ...LETTER, caseNumber: `CM16-099990${i}` }),
    ]),
  );
}
