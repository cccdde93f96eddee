import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import pg from 'pg';
import { Random } from '../../src/generate/random.js';
import type { GraphClient } from '../../src/graph/client.js';
import { removeCase } from '../../src/graph/removal.js';
import { writeDeterminations } from '../../src/graph/writer.js';
import { checkMart } from '../../src/mart/check.js';
import type { MartDatabase } from '../../src/mart/database.js';
import { MART_TABLES } from '../../src/mart/definition.js';
import { MartLoader } from '../../src/mart/loader.js';
import { defineMart, martState } from '../../src/mart/state.js';
import { citationAgreement } from '../../src/query/citation-agreement.js';
import { emptyGraph } from '../support/graph.js';
import { martContents, TestMart } from '../support/mart.js';
import { randomLetter } from '../support/random-letters.js';
import { readSamples } from '../support/recount.js';

let graph: GraphClient;
let mart: TestMart;

beforeAll(async () => {
  mart = await TestMart.start();
});

afterAll(() => mart.stop());

beforeEach(async () => {
  graph = await emptyGraph();
});

const numberOf = (i: number) => `CM16-000000${i}`;

/** A loader of its own connection, with the connection: when that is closed, another may load. */
async function openLoader(): Promise<{ database: MartDatabase; loader: MartLoader }> {
  const database = await mart.open();
  return { database, loader: await MartLoader.open(graph, database) };
}

async function rows<Row extends pg.QueryResultRow>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

describe('a mart that follows the graph', () => {
  test('holds what one holds that is made anew, whatever was written, corrected and removed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const random = new Random(seed);
        const { database, loader } = await openLoader();
        await loader.build();
        for (let step = 0; step < 8; step++) {
          const id = numberOf(random.below(5));
          if (random.chance(0.3)) await removeCase(graph, id);
          else await writeDeterminations(graph, [randomLetter(random, id, seed + step)]);
          if (random.chance(0.6)) await loader.catchUp();
        }
        await loader.catchUp();
        expect(await checkMart(graph, database)).toEqual({ differences: [], isMoving: false });
        const followed = await martContents(database);
        await loader.build();
        expect(followed).toEqual(await martContents(database));
        await database.close();
      }),
      { numRuns: 4 },
    );
  });

  test('takes one loader at a time', async () => {
    const { database } = await openLoader();
    await expect(openLoader()).rejects.toMatchObject({ code: 'MART_BUSY' });
    await database.close();
    await (await openLoader()).database.close();
  });

  test('is made anew when the graph has another history, and names what differs until then', async () => {
    const random = new Random(1);
    await writeDeterminations(graph, [randomLetter(random, numberOf(1), 1)]);
    const { database, loader } = await openLoader();
    await loader.build();
    await emptyGraph();
    await writeDeterminations(graph, [randomLetter(random, numberOf(2), 2)]);
    const { differences, isMoving } = await checkMart(graph, database);
    expect(differences).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^case CM16-0000001: graph has none; mart \d/),
        expect.stringMatching(/^case CM16-0000002: graph \d.*; mart has none$/),
      ]),
    );
    expect(isMoving).toBe(true);
    expect(await loader.catchUp()).toBe('built');
    expect(await checkMart(graph, database)).toEqual({ differences: [], isMoving: false });
    expect(await loader.catchUp()).toBe('unchanged');
    await database.close();
  });

  test('names a tally that is not what the facts count', async () => {
    await writeDeterminations(graph, await readSamples());
    const { database, loader } = await openLoader();
    await loader.build();
    await database.runScript(
      `UPDATE imr.tally_guideline SET upheld = upheld + 7
       WHERE role = 'ANY' AND guideline_key = (SELECT guideline_key FROM imr.dim_guideline WHERE guideline_id = 'ODG')`,
    );
    const { differences } = await checkMart(graph, database);
    expect(differences.length).toBeGreaterThan(0);
    for (const difference of differences)
      expect(difference).toMatch(/^tally of ODG, ANY, \d+: kept \d+\/\d+; counted/);
    await loader.build();
    await database.close();
  });
});

describe('a loader that is killed', () => {
  test.each([1, 3, 6, 12, 20])('leaves the old state or the new one, after %i statements', async (left) => {
    const random = new Random(left);
    const letters = (serial: number) => [0, 1, 2].map((i) => randomLetter(random, numberOf(i), serial + i));
    await writeDeterminations(graph, letters(10));
    const first = await openLoader();
    await first.loader.build();
    const before = await martContents(first.database);
    await writeDeterminations(graph, letters(20));
    await removeCase(graph, numberOf(1));
    killAfter(first.database, left, mart.access.administrator);
    const outcome = await first.loader.catchUp().catch(() => 'killed');
    await first.database.close();
    const { database, loader } = await openLoader();
    // A kill may come a moment later than asked for: then all was done.
    if (outcome === 'killed') expect(await martContents(database)).toEqual(before);
    expect(await loader.catchUp()).toBe(outcome === 'killed' ? 'followed' : 'unchanged');
    expect(await checkMart(graph, database)).toEqual({ differences: [], isMoving: false });
    await database.close();
  });
});

/** Ends the server's side of a connection in the midst of its statements, as when its process is killed. */
function killAfter({ client }: MartDatabase, statements: number, administrator: string): void {
  const query = client.query.bind(client) as (...parameters: unknown[]) => unknown;
  const { processID } = client as unknown as { processID: number };
  let left = statements;
  Object.assign(client, {
    query: (...parameters: unknown[]) => {
      if (left-- === 0) void rows(administrator, `SELECT pg_terminate_backend(${processID})`);
      return query(...parameters);
    },
  });
}

describe('readers', () => {
  test('read everything, and change nothing', async () => {
    const url = mart.readerUrl;
    for (const { name } of MART_TABLES) {
      expect(await rows(url, `SELECT count(*) FROM ${name}`)).toHaveLength(1);
    }
    for (const text of [
      'DELETE FROM imr.dim_case',
      'SET default_transaction_read_only = off; DELETE FROM imr.dim_case',
      'SET default_transaction_read_only = off; CREATE TABLE imr.mine (a int)',
      'SET default_transaction_read_only = off; CREATE TABLE public.mine (a int)',
      'SET default_transaction_read_only = off; CREATE TEMP TABLE mine (a int)',
      'CREATE ROLE other',
      'SET session_replication_role = replica',
      "SELECT pg_read_file('postgresql.conf')",
    ]) {
      await expect(rows(url, text)).rejects.toThrow(/read-only|permission denied/);
    }
  });

  test('that sit in an open transaction keep nobody waiting, and see their own state to its end', async () => {
    await writeDeterminations(graph, [randomLetter(new Random(1), numberOf(1), 1)]);
    const { database, loader } = await openLoader();
    await loader.build();
    const idle = new pg.Client({ connectionString: mart.readerUrl });
    await idle.connect();
    await idle.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
    const casesOf = async (client: pg.Client) =>
      (await client.query<{ case_id: string }>('SELECT case_id FROM dim_case')).rows.map(
        (row) => row.case_id,
      );
    expect(await casesOf(idle)).toEqual([numberOf(1)]);
    await writeDeterminations(graph, [randomLetter(new Random(2), numberOf(2), 2)]);
    expect(await loader.catchUp()).toBe('followed');
    await loader.build();
    expect(await casesOf(idle)).toEqual([numberOf(1)]);
    await idle.query('COMMIT');
    expect((await casesOf(idle)).sort()).toEqual([numberOf(1), numberOf(2)]);
    await idle.end();
    await database.close();
  });
});

describe('the definition', () => {
  test('is made once, and again when it is another', async () => {
    const database = await mart.open();
    expect(await defineMart(database)).toBe(false);
    await database.runScript(`UPDATE imr.mart_state SET definition = 'of another program'`);
    expect(await defineMart(database)).toBe(true);
    expect(await martState(database)).toMatchObject({ version: null, cases: null });
    await database.close();
  });

  test('that a newer version has made is not made anew; one that does not say by whom it was made, is', async () => {
    const database = await mart.open();
    const pretend = (program: string) =>
      database.runText(`UPDATE imr.mart_state SET definition = 'of another program', program = $1`, [
        program,
      ]);
    await pretend('99.0.0');
    await expect(defineMart(database)).rejects.toMatchObject({ code: 'SCHEMA_TOO_NEW' });
    expect(await martState(database)).toMatchObject({ definition: 'of another program', program: '99.0.0' });
    await database.runScript('ALTER TABLE imr.mart_state DROP COLUMN program');
    expect(await defineMart(database)).toBe(true);
    await database.close();
  });

  test('has a comment on every table, view, column and function', async () => {
    const silent = await rows<{ name: string }>(
      mart.access.loader,
      `SELECT c.relname || coalesce('.' || a.attname, '') AS name
       FROM pg_class AS c
       LEFT JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
       WHERE c.relnamespace = 'imr'::regnamespace AND c.relkind IN ('r', 'v')
         AND (col_description(c.oid, a.attnum) IS NULL OR obj_description(c.oid, 'pg_class') IS NULL)
       UNION ALL
       SELECT proname FROM pg_proc
       WHERE pronamespace = 'imr'::regnamespace AND obj_description(oid, 'pg_proc') IS NULL`,
    );
    expect(silent).toEqual([]);
  });
});

describe('views', () => {
  test('tell what the API tells', async () => {
    await writeDeterminations(graph, await readSamples());
    const { database, loader } = await openLoader();
    await loader.build();
    const url = mart.readerUrl;
    const agreement = await citationAgreement(graph, {}, 'SOURCE');
    const told = await rows<{ source_agreement: string }>(url, 'SELECT * FROM citation_agreement_outcomes');
    expect(told.length).toBeGreaterThan(2);
    for (const row of told) {
      const own = agreement.find((each) => each.agreement === row.source_agreement);
      expect(row).toMatchObject({
        findings: String(own?.findings),
        upheld: String(own?.upheld),
        overturned: String(own?.overturned),
        uphold_rate: own?.upholdRate,
        uphold_rate_low: expect.closeTo(own?.upholdRateInterval.low ?? -1, 6),
        uphold_rate_high: expect.closeTo(own?.upholdRateInterval.high ?? -1, 6),
      });
    }
    await database.close();
  });
});
