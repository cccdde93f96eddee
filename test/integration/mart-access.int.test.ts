import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { runCommand, startCommand, waitForOutput } from '../support/cli.js';
import { emptyGraph } from '../support/graph.js';
import { writeDeterminations } from '../../src/graph/writer.js';
import { Random } from '../../src/generate/random.js';
import { obtainPostgres, stopPostgres } from '../../src/postgres/server.js';
import { TestMart } from '../support/mart.js';
import { randomLetter } from '../support/random-letters.js';

/** In the order of the graph, which is not that of a dictionary. */
const IDS = ['CM16-0000001', 'SM16-0000001', 'sha256:0123'];

let mart: TestMart;

beforeAll(async () => {
  mart = await TestMart.start();
  const letters = IDS.map((id, i) => randomLetter(new Random(i), id, i));
  await writeDeterminations(await emptyGraph(), letters);
});

afterAll(() => mart.stop());

/** The first row of what is asked over a connection with these options. */
async function asked(options: pg.ClientConfig, text: string): Promise<unknown> {
  const client = new pg.Client(options);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows[0];
  } finally {
    await client.end();
  }
}

const ENCRYPTED = 'SELECT ssl, version FROM pg_stat_ssl WHERE pid = pg_backend_pid()';

test('with a certificate of its own making, clients that are given it are sure whom they talk to', async () => {
  expect(await asked({ connectionString: mart.readerUrl }, ENCRYPTED)).toEqual({ ssl: false, version: null });
  await stopPostgres(mart.dataDir);
  const { address, folder } = await obtainPostgres(mart.dataDir, { tls: 'own' });
  const connectionString = mart.readerUrl.replace(/@[^/]+/, `@${address.host}:${address.port}`);
  const ca = readFileSync(join(folder, 'own.crt'), 'utf8');
  expect(await asked({ connectionString, ssl: { ca } }, ENCRYPTED)).toEqual({
    ssl: true,
    version: expect.stringMatching(/^TLSv1\.[23]$/),
  });
  await expect(asked({ connectionString, ssl: true }, ENCRYPTED)).rejects.toThrow('self-signed certificate');
  // Who starts it again has the same one: clients go on trusting it.
  await stopPostgres(mart.dataDir);
  await obtainPostgres(mart.dataDir, { tls: 'own' });
  expect(readFileSync(join(folder, 'own.crt'), 'utf8')).toBe(ca);
});

test('a certificate without its key is refused', async () => {
  const { code, stderr } = await runCommand(['bi', 'start', '--tls-cert', 'server.crt']);
  expect(code).toBe(1);
  expect(stderr).toContain('BAD_SETTING');
});

describe('a PostgreSQL of the user’s own, as a role that may not make roles', () => {
  const own = (database: string) =>
    mart.access.administrator.replace(/\/\/[^@]+@/, '//owner:secret@').replace(/[^/]+$/, database);

  async function administrate(...statements: readonly string[]): Promise<void> {
    const database = await mart.open(mart.access.administrator);
    for (const statement of statements) await database.runScript(statement);
    await database.close();
  }

  beforeAll(() =>
    administrate(
      'DROP OWNED BY imr_reader',
      'DROP ROLE imr_reader',
      `CREATE ROLE owner LOGIN NOCREATEROLE PASSWORD 'secret'`,
      // As many servers have it: not the order of ids that the graph has.
      `CREATE DATABASE analysts OWNER owner TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'en-US' LOCALE 'C'`,
    ),
  );

  test('is refused while there is no reader, and nothing is left behind', async () => {
    const { code, stderr } = await runCommand(['bi', 'start'], { BI_DATABASE_URL: own('analysts') });
    expect(code).toBe(1);
    expect(stderr).toContain('MART_REFUSED');
    expect(stderr).not.toContain('secret');
    const schema = `SELECT to_regnamespace('imr') AS schema`;
    expect(await asked({ connectionString: own('analysts') }, schema)).toEqual({ schema: null });
  });

  test('holds the mart, which the reader of another making may read; both sides count alike', async () => {
    await administrate(`CREATE ROLE imr_reader LOGIN PASSWORD 'reading'`);
    const env = { BI_DATABASE_URL: own('analysts') };
    const bi = startCommand(['bi', 'start'], env);
    await waitForOutput(bi, /password +\(`imr bi password` makes another\)/);
    const reader = own('analysts').replace('owner:secret', 'imr_reader:reading');
    const cases = 'SELECT array_agg(case_id ORDER BY case_id) AS ids FROM imr.dim_case';
    expect(await asked({ connectionString: reader }, cases)).toEqual({ ids: IDS });
    expect(await runCommand(['bi', 'check'], env)).toMatchObject({
      code: 0,
      stdout: 'mart and graph count alike\n',
    });
    bi.process.kill('SIGTERM');
    await bi.ended;
  });
});
