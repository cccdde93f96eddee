import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Neo4jError } from 'neo4j-driver';
import { ImrError, messageOf } from '../common/errors.js';
import { sha256 } from '../common/hash.js';
import type { GraphClient, Run } from './client.js';
import { cypherFolder } from './statements.js';
import { moveVersion } from './version.js';

/** A migration as the database has it on record. */
interface AppliedMigration {
  readonly version: number;
  readonly checksum: string;
}

interface Migration {
  readonly version: number;
  readonly name: string;
  readonly checksum: string;
  readonly statements: readonly string[];
}

/** Every migration of this version of the project, oldest first. */
export function listMigrations(folder = join(cypherFolder, 'migrations')): Migration[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.cypher'))
    .sort()
    .map((file) => readMigration(folder, file));
}

function readMigration(folder: string, file: string): Migration {
  const text = readFileSync(join(folder, file), 'utf8');
  const code = text.replace(/^\s*\/\/.*$/gm, '');
  return {
    version: Number.parseInt(file, 10),
    name: file.replace(/\.cypher$/, ''),
    checksum: sha256(text),
    statements: code
      .split(';')
      .map((part) => part.trim())
      .filter(Boolean),
  };
}

/**
 * Brings the database to the newest version; does nothing when it is there already. Each statement is idempotent, so
 * an interrupted migration is simply run again.
 * @throws {ImrError} MIGRATION_FAILED when a statement fails or an applied migration was changed afterwards; SCHEMA_TOO_NEW
 */
export async function migrate(client: GraphClient, migrations = listMigrations()): Promise<void> {
  const missing = await pendingMigrations(client, migrations);
  for (const migration of missing) {
    try {
      for (const text of migration.statements) await apply(client, migration.name, text);
    } catch (error) {
      if (error instanceof ImrError) throw error;
      throw new ImrError('MIGRATION_FAILED', `Migration ${migration.name}: ${messageOf(error)}`, {
        cause: error,
      });
    }
    const { version, name, checksum } = migration;
    await client.write('record-migration', async (run) => {
      await run('write/record-migration', { version, name, checksum });
      // With the last one, since the node of the version needs its constraint.
      if (migration === missing.at(-1)) await moveVersion(run, null);
    });
  }
}

/** Runs one statement of a migration. */
async function apply(client: GraphClient, label: string, text: string): Promise<void> {
  try {
    await client.runScript(label, text);
  } catch (error) {
    const name = CREATES_CONSTRAINT.exec(text)?.[1];
    if (name === undefined || !isNameTaken(error)) throw error;
    // A Neo4j that was killed while it made a constraint keeps the index of it, and then refuses the constraint.
    await client.write('drop-index', (run) => run('write/drop-index', { name }));
    await client.runScript(label, text);
  }
}

/**
 * Begins all indexes of the migrations in one transaction, so that the engine builds them in one pass over the data, beside
 * whatever comes next: the migrations, for which these indexes are then there already.
 */
export async function beginIndexes(client: GraphClient): Promise<void> {
  const statements = listMigrations().flatMap((migration) => migration.statements);
  await client.runScript('indexes', ...statements.filter((text) => CREATES_INDEX.test(text)));
}

const CREATES_INDEX = /^CREATE (?:FULLTEXT )?INDEX\b/;
const CREATES_CONSTRAINT = /^CREATE CONSTRAINT (\w+)/;

/** Whether an index has the name that a constraint is to have. */
function isNameTaken(error: unknown): boolean {
  return error instanceof Neo4jError && error.code.endsWith('.IndexWithNameAlreadyExists');
}

/** Whether every migration has been applied. */
export async function isMigrated(client: GraphClient): Promise<boolean> {
  return (await pendingMigrations(client)).length === 0;
}

/**
 * Those that the database has not seen yet, oldest first.
 * @throws {ImrError} SCHEMA_TOO_NEW; MIGRATION_FAILED when an applied one was changed afterwards
 */
export async function pendingMigrations(
  client: GraphClient,
  migrations = listMigrations(),
): Promise<Migration[]> {
  const rows = await client.read<AppliedMigration>('read/applied-migrations');
  refuseUnknown(rows, migrations);
  const applied = new Map(rows.map((row) => [row.version, row.checksum]));
  const changed = migrations.find(({ version, checksum }) => (applied.get(version) ?? checksum) !== checksum);
  if (changed) {
    throw new ImrError(
      'MIGRATION_FAILED',
      `Migration ${changed.name} was changed after it had been applied.`,
    );
  }
  return migrations.filter(({ version }) => !applied.has(version));
}

/** Number of the last migration that the database has seen; 0 when it has seen none. */
export async function appliedSchema(client: GraphClient): Promise<number> {
  const rows = await client.read<AppliedMigration>('read/applied-migrations');
  return rows.at(-1)?.version ?? 0;
}

let own: readonly Migration[] | undefined;

/** Number of the last migration that this version of the project knows. */
export function newestSchema(): number {
  return (own ??= listMigrations()).at(-1)?.version ?? 0;
}

/**
 * Refuses a graph whose schema is newer than this program, which would neither read it rightly nor write what it has to hold: at the
 * start of every command, and in every transaction that writes, since another version may migrate while this one runs.
 * @throws {ImrError} SCHEMA_TOO_NEW
 */
export async function refuseNewerSchema(run: Run): Promise<void> {
  refuseUnknown(await run<AppliedMigration>('read/applied-migrations'), (own ??= listMigrations()));
}

function refuseUnknown(applied: readonly AppliedMigration[], migrations: readonly Migration[]): void {
  const known = new Set(migrations.map(({ version }) => version));
  const unknown = applied.find(({ version }) => !known.has(version));
  if (unknown === undefined) return;
  throw new ImrError(
    'SCHEMA_TOO_NEW',
    `The graph has migration ${unknown.version}, and this version of the project knows ${migrations.at(-1)?.version ?? 0} as the last: ` +
      'a newer version has migrated it. Use that one, or restore a backup made before.',
  );
}
