import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { projectFolder } from '../../src/common/project.js';
import type { GraphClient } from '../../src/graph/client.js';
import { writeDeterminations } from '../../src/graph/writer.js';
import { MART_TABLES } from '../../src/mart/definition.js';
import { MartLoader } from '../../src/mart/loader.js';
import { run } from '../support/clients.js';
import { SMALL_CORPUS } from '../support/determinations.js';
import { folderOf } from '../support/folder.js';
import { emptyGraph, runCypher, testConnection } from '../support/graph.js';
import { jdbcClient, type Ask, type Asked } from '../support/jdbc.js';
import { TestMart } from '../support/mart.js';
import { readSamples } from '../support/recount.js';

let graph: GraphClient;
let mart: TestMart;
let reader: URL;

const VIEWS = readdirSync(join(projectFolder, 'sql', 'views')).map((file) => file.replace('.sql', ''));

beforeAll(async () => {
  mart = await TestMart.start();
  reader = new URL(mart.readerUrl);
  graph = await emptyGraph();
  await writeDeterminations(graph, [...(await readSamples()), ...SMALL_CORPUS]);
  await (await MartLoader.open(graph, await mart.open())).build();
});

afterAll(() => mart.stop());

describe('psql', () => {
  test('shows what each table and column is for', async () => {
    const { code, stdout } = await run('psql', [
      mart.readerUrl,
      '--expanded',
      '--command',
      '\\d+ fact_finding',
    ]);
    expect(code).toBe(0);
    expect(stdout).toContain('UPHELD: the denial stands. OVERTURNED: the treatment is approved.');
    expect(stdout).toContain('FOREIGN KEY (item_key) REFERENCES dim_item(item_key)');
  });
});

describe('SQLAlchemy over psycopg', () => {
  test('finds all tables with their keys, types and comments', async () => {
    const script = join(projectFolder, 'test', 'clients', 'python', 'introspect.py');
    const { stdout, stderr } = await run('/usr/bin/python3', [script, mart.readerUrl]);
    expect(stderr).toBe('');
    const { tables, views, answer } = JSON.parse(stdout) as {
      tables: Record<string, Record<string, unknown>>;
      views: string[];
      answer: { rate: number; findings: number };
    };
    expect(views).toEqual(VIEWS.toSorted());
    expect(Object.keys(tables).sort()).toEqual([...MART_TABLES.map(({ name }) => name), 'mart_state'].sort());
    for (const { name, description, columns, key } of MART_TABLES) {
      expect(tables[name]).toMatchObject({ comment: description, primaryKey: key });
      expect(Object.keys(tables[name]?.columns ?? {})).toEqual(Object.keys(columns));
      const told = Object.entries(columns).flatMap(([column, { references }]) =>
        references === undefined ? [] : [[column, references]],
      );
      expect(tables[name]?.foreignKeys).toEqual(
        told.sort().map(([column, other]) => [column, other, expect.any(String)]),
      );
    }
    const [totals] = await graph.read<{ findings: number; upheld: number }>('read/totals');
    expect(answer.findings).toBe(totals?.findings);
    expect(answer.rate).toBeCloseTo((totals?.upheld ?? 0) / (totals?.findings ?? 1), 9);
  });
});

describe('psqlODBC', () => {
  test('answers a question of a view', async () => {
    const { hostname, port, username, password } = reader;
    const dsn = `DRIVER={PostgreSQL Unicode};Server=${hostname};Port=${port};Database=imr;Uid=${username};Pwd=${password};SSLmode=prefer`;
    const question = folderOf({
      'question.sql': 'SELECT outcome, count(*) FROM dim_case GROUP BY outcome ORDER BY outcome\n',
    });
    const { stdout } = await run('bash', [
      '-c',
      `isql -b -d, -k "$0" < "$1"`,
      dsn,
      join(question, 'question.sql'),
    ]);
    const expected = await runCypher<{ outcome: string; cases: number }>(
      'MATCH (c:Case) RETURN c.outcome AS outcome, count(*) AS cases ORDER BY outcome',
    );
    expect(stdout.trim().split('\n')).toEqual(expected.map(({ outcome, cases }) => `${outcome},${cases}`));
  });
});

describe('JDBC', () => {
  let ask: Ask;

  beforeAll(async () => {
    ask = await jdbcClient();
  });

  test.each(VIEWS)('%s is in Cypher what it is in SQL', async (view) => {
    const { uri, user, password } = testConnection();
    const sql = join(folderOf({ [`${view}.sql`]: `SELECT * FROM imr.${view}` }), `${view}.sql`);
    const [inSql] = await ask(`jdbc:postgresql://${reader.host}/imr`, reader.username, reader.password, [
      sql,
    ]);
    const cypher = join(projectFolder, 'cypher', 'bi', `${view}.cypher`);
    const address = `jdbc:neo4j://${new URL(uri).host}?timeout=20000`;
    const [inCypher] = await ask(address, user, password, [cypher]);
    expect(inCypher?.rows.length).toBeGreaterThan(0);
    const columns = inCypher?.columns ?? [];
    expect(rowsOf(inCypher, columns)).toEqual(rowsOf(inSql, columns));
    // Whatever the view has beyond that is a bound of its rate.
    expect(
      inSql?.columns
        .filter((column) => !columns.includes(column))
        .every((column) => /_(low|high)$/.test(column)),
    ).toBe(true);
  });
});

/** The rows of an answer as texts, in an order of their own. */
function rowsOf(asked: Asked | undefined, columns: readonly string[]): string[] {
  const places = columns.map((column) => asked?.columns.indexOf(column) ?? -1);
  const told = (value: unknown) => (typeof value === 'number' ? Math.round(value * 1e9) / 1e9 : value);
  return (asked?.rows ?? []).map((row) => JSON.stringify(places.map((place) => told(row[place])))).sort();
}
