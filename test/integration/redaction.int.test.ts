import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Follower } from '../../src/columns/follower.js';
import { saveSnapshot } from '../../src/columns/snapshot.js';
import { TextReader } from '../../src/corpus/text-reader.js';
import type { GraphClient } from '../../src/graph/client.js';
import { ingest } from '../../src/ingest/ingest.js';
import { ingestLetter, reparseCase } from '../../src/ingest/letter.js';
import { MartLoader } from '../../src/mart/loader.js';
import { runCommand, startCommand, waitForOutput } from '../support/cli.js';
import { folderOf } from '../support/folder.js';
import { docxOf, htmlOf } from '../support/forms.js';
import { contentsOf } from '../support/graph-contents.js';
import { emptyGraph, openClient, runCypher } from '../support/graph.js';
import { letter2016 } from '../support/letters.js';
import { martContents, TestMart } from '../support/mart.js';
import { privateLetter, tokensOf, type PrivateLetter } from '../support/private-data.js';
import { zipOf } from '../support/zip.js';

let graph: GraphClient;

beforeEach(async () => {
  graph = await emptyGraph();
});

const REDACTED = { redact: true } as const;

/** What of some letters' private data is found in a text. */
function leaked(text: string, letters: readonly PrivateLetter[]): string[] {
  const folded = text.toLowerCase();
  return letters.flatMap(({ who }) => tokensOf(who)).filter((token) => folded.includes(token.toLowerCase()));
}

/** The same letters on every run: what varies with the seed has its own test. */
const SOME = fc.sample(privateLetter, { seed: 5, numRuns: 8 });

/** In every form that is read; and one that is no letter, and is set aside. */
function folderOfLetters(): string {
  const numbered = SOME.map(({ text }, i) => text.replace('CM16-0999901', `CM16-000001${i}`));
  const [a = '', b = '', c = '', d = '', ...others] = numbered;
  return folderOf({
    'a.txt': a,
    'b.html': htmlOf(b),
    'c.docx': docxOf(c),
    'd.zip': zipOf({ 'd.txt': d, 'in/e.zip': zipOf({ 'e.txt': others[0] ?? '' }) }),
    'others/f.txt': others[1] ?? '',
    'others/g.txt': others[2] ?? '',
    'none.txt': `Dear Ms. ${SOME[0]?.who.last}, call ${SOME[0]?.who.phone}.`,
    'half.txt': a.slice(0, Math.floor(a.length / 2)),
  });
}

describe('letters that are read with REDACT=on', () => {
  let mart: TestMart;

  beforeAll(async () => {
    mart = await TestMart.start();
  });

  afterAll(() => mart.stop());

  test('leave nothing private in the graph, its quarantine, the columns and their file, or the mart', async () => {
    const folder = folderOfLetters();
    const summary = await ingest(graph, [folder], REDACTED);
    expect(summary).toMatchObject({ ingested: 7, quarantined: { length: 2 } });
    expect(leaked(JSON.stringify(await contentsOf()), SOME)).toEqual([]);

    const follower = new Follower(openClient());
    await follower.build();
    const { store, version } = follower;
    if (store === undefined || version === undefined) throw new Error('There are no columns.');
    const file = join(folder, 'columns.snapshot');
    await saveSnapshot(file, { store, version });
    expect(leaked(readFileSync(file, 'latin1'), SOME)).toEqual([]);

    const database = await mart.open();
    await (await MartLoader.open(graph, database)).build();
    const contents = await martContents(database);
    expect(contents).toMatchObject({ dim_case: { length: 7 } });
    expect(leaked(JSON.stringify(contents), SOME)).toEqual([]);
  });

  test('are the same when they come again', async () => {
    const folder = folderOfLetters();
    await ingest(graph, [folder], REDACTED);
    const before = await contentsOf();
    expect(await ingest(graph, [folder], REDACTED)).toMatchObject({ unchanged: 7, ingested: 0, updated: 0 });
    expect(await contentsOf()).toEqual(before);
  });

  test('take the place of what was stored without', async () => {
    const folder = folderOfLetters();
    await ingest(graph, [folder]);
    expect(leaked(JSON.stringify(await contentsOf()), SOME)).not.toEqual([]);
    expect(await ingest(graph, [folder], REDACTED)).toMatchObject({ updated: 7 });
    expect(leaked(JSON.stringify(await contentsOf()), SOME)).toEqual([]);
  });
});

describe('one letter', () => {
  const reader = new TextReader({ workers: 1, ...REDACTED });
  const plain = new TextReader({ workers: 1 });
  const letter = letter2016({ summary: 'Ms. Roebling is a 44 year old female who was hurt on 10-14-2016.' });
  const warnings = () => runCypher<{ told: string[] }>('MATCH (c:Case) RETURN c.warnings AS told');

  afterAll(async () => {
    await reader.close();
    await plain.close();
  });

  test('says what was covered, also after it was read again', async () => {
    await ingestLetter(graph, reader, letter);
    expect(await warnings()).toEqual([{ told: ['REDACTED: Covered: 1 NAME.'] }]);
    await reparseCase(graph, reader, 'CM16-0999901');
    expect(await warnings()).toEqual([{ told: ['REDACTED: Covered: 1 NAME.'] }]);
  });

  test('that was stored without is covered when it is read again', async () => {
    await ingestLetter(graph, plain, letter);
    expect(JSON.stringify(await contentsOf())).toContain('Roebling');
    expect(await reparseCase(graph, reader, 'CM16-0999901')).toMatchObject({ outcome: 'updated' });
    expect(JSON.stringify(await contentsOf())).not.toContain('Roebling');
    expect(await warnings()).toEqual([{ told: ['REDACTED: Covered: 1 NAME.'] }]);
  });
});

describe('the commands', () => {
  const ENV = { REDACT: 'on', LOG_LEVEL: 'trace' };
  const [one = { text: '', who: undefined as never }] = SOME;

  test('imr parse and imr ingest cover what is private', async () => {
    const path = join(folderOf({ 'a.txt': one.text }), 'a.txt');
    const parsed = await runCommand(['parse', '--with-text', path], ENV);
    expect(parsed.stdout).toContain('+redacted');
    const ingested = await runCommand(['ingest', path], ENV);
    expect(ingested.stdout).toContain('1 ingested');
    const all = [parsed, ingested].map(({ stdout, stderr }) => stdout + stderr).join('\n');
    expect(leaked(all + JSON.stringify(await contentsOf()), [one])).toEqual([]);
  });

  test('imr serve covers what it is sent', async () => {
    const server = startCommand(['serve'], { ...ENV, PORT: '0', COLUMNS: 'off' });
    const [, url = ''] = await waitForOutput(server, /ready (\S+)\n/);
    try {
      const query = `query ($text: String!) {
        parseLetter(text: $text) { ... on ParsedLetter { parserVersion clinicalSummary warnings { message } findings { label rationale } } }
      }`;
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables: { text: one.text } }),
      });
      const answer = await response.text();
      expect(answer).toContain('+redacted');
      expect(leaked(answer, [one])).toEqual([]);
    } finally {
      server.process.kill('SIGTERM');
      await server.ended;
    }
    expect(leaked(server.written.stdout + server.written.stderr, [one])).toEqual([]);
  });
});
