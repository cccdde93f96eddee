import { rmSync } from 'node:fs';
import { MartDatabase } from '../../src/mart/database.js';
import { MART_TABLES } from '../../src/mart/definition.js';
import { createReader, READER } from '../../src/mart/reader.js';
import { defineMart } from '../../src/mart/state.js';
import { managedAccess, type Access } from '../../src/postgres/access.js';
import { obtainPostgres, stopPostgres, type Postgres } from '../../src/postgres/server.js';
import { temporaryFolder } from './settings.js';

/** A PostgreSQL of a test file, with a mart that holds nothing yet. */
export class TestMart {
  private constructor(
    readonly dataDir: string,
    readonly postgres: Postgres,
    readonly access: Access,
    /** Of the reader, with its password. */
    readonly readerUrl: string,
  ) {}

  private readonly opened: MartDatabase[] = [];

  static async start(): Promise<TestMart> {
    const dataDir = temporaryFolder('mart');
    const postgres = await obtainPostgres(dataDir);
    const access = await managedAccess(postgres);
    const administration = await MartDatabase.open(access.administrator);
    const password = await createReader(administration);
    await administration.close();
    const { host, pathname } = new URL(access.loader);
    const mart = new TestMart(
      dataDir,
      postgres,
      access,
      `postgres://${READER}:${password}@${host}${pathname}`,
    );
    await defineMart(await mart.open());
    return mart;
  }

  /** A connection, as the loader unless told otherwise. */
  async open(url = this.access.loader): Promise<MartDatabase> {
    const database = await MartDatabase.open(url);
    this.opened.push(database);
    return database;
  }

  /** Ends it, and takes its files away. */
  async stop(): Promise<void> {
    for (const database of this.opened) await database.close();
    await stopPostgres(this.dataDir);
    rmSync(this.postgres.folder, { recursive: true });
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}

type Row = Readonly<Record<string, unknown>>;

/**
 * All that a mart holds, by table: rows in a fixed order, in which other rows are named by their ids instead of by keys, that
 * two marts of one graph do not have in common.
 */
export async function martContents(database: MartDatabase): Promise<Record<string, readonly string[]>> {
  const idOf = new Map<string, unknown>();
  const contents: Record<string, readonly string[]> = {};
  for (const { name, columns, key, unique } of MART_TABLES) {
    const rows = await database.runText<Row>(`SELECT * FROM imr.${name}`);
    for (const row of rows) idOf.set(`${name} ${JSON.stringify(row[key[0] ?? ''])}`, row[unique[0] ?? '']);
    const told = rows.map((row) =>
      Object.entries(columns)
        .filter(([column]) => column !== 'revision' && !(key.includes(column) && unique.length > 0))
        .map(([column, { references }]) => {
          const value = row[column];
          const isKey = references !== undefined && column.endsWith('_key') && value !== null;
          return [column, isKey ? idOf.get(`${references} ${JSON.stringify(value)}`) : value];
        }),
    );
    contents[name] = told.map((row) => JSON.stringify(Object.fromEntries(row))).sort();
  }
  return contents;
}
