import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from '@jest/globals';
import type { GraphClient } from '../../src/graph/client.js';
import { isMigrated, listMigrations, migrate } from '../../src/graph/migrations.js';
import { cypherFolder } from '../../src/graph/statements.js';
import { folderOf } from '../support/folder.js';
import { emptyGraph, runCypher } from '../support/graph.js';

const applied = () =>
  runCypher('MATCH (m:Migration) RETURN m.version AS version, m.checksum AS checksum ORDER BY version');

let client: GraphClient;

beforeEach(async () => {
  client = await emptyGraph();
});

/** The project's migrations, and one more. */
function withOneMore(text: string): ReturnType<typeof listMigrations> {
  const folder = folderOf({});
  cpSync(join(cypherFolder, 'migrations'), folder, { recursive: true });
  writeFileSync(join(folder, '900-test.cypher'), text);
  return listMigrations(folder);
}

test('each migration is applied once, and recorded', async () => {
  const before = await applied();
  expect(before.length).toBe(listMigrations().length);
  await migrate(client);
  expect(await applied()).toEqual(before);
  expect(await isMigrated(client)).toBe(true);
});

test('a migration that fails is named and not recorded; put right, it is applied', async () => {
  const before = await applied();
  const broken = withOneMore(
    'CREATE INDEX test_only IF NOT EXISTS FOR (n:TestOnly) ON (n.x);\nTHIS IS NO CYPHER;\n',
  );
  await expect(migrate(client, broken)).rejects.toMatchObject({
    code: 'MIGRATION_FAILED',
    message: expect.stringContaining('900-test') as unknown,
  });
  expect(await applied()).toEqual(before);
  await migrate(client, withOneMore('CREATE INDEX test_only IF NOT EXISTS FOR (n:TestOnly) ON (n.x);\n'));
  expect((await applied()).length).toBe(before.length + 1);
  await runCypher('DROP INDEX test_only');
  await runCypher('MATCH (m:Migration {version: 900}) DELETE m');
});

test('the index that a constraint has left whose Neo4j was killed gives way to the constraint', async () => {
  const text = 'CREATE CONSTRAINT test_only IF NOT EXISTS FOR (n:TestOnly) REQUIRE n.x IS UNIQUE;\n';
  await runCypher('CREATE INDEX test_only FOR (n:TestOnly) ON (n.x)');
  await migrate(client, withOneMore(text));
  expect(await runCypher("SHOW CONSTRAINTS YIELD name, type WHERE name = 'test_only' RETURN type")).toEqual([
    { type: 'UNIQUENESS' },
  ]);
  await runCypher('DROP CONSTRAINT test_only');
  await runCypher('MATCH (m:Migration {version: 900}) DELETE m');
});

test('a migration that was changed after it was applied is refused', async () => {
  const folder = folderOf({});
  cpSync(join(cypherFolder, 'migrations'), folder, { recursive: true });
  const file = join(folder, '001-identities.cypher');
  writeFileSync(file, `${readFileSync(file, 'utf8')}\n// an afterthought\n`);
  await expect(migrate(client, listMigrations(folder))).rejects.toMatchObject({ code: 'MIGRATION_FAILED' });
});
