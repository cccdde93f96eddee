import { afterAll } from '@jest/globals';
import neo4j from 'neo4j-driver';
import { GraphClient, type Connection, type GraphClientOptions } from '../../src/graph/client.js';
import { migrate } from '../../src/graph/migrations.js';
import { fromCypher } from '../../src/graph/values.js';

const opened: { close: () => Promise<void> }[] = [];

afterAll(async () => {
  for (const resource of opened.splice(0)) await resource.close();
});

/** Where the engine of this worker answers (worker-engine.ts starts it). */
export function testConnection(): Connection {
  const { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password } = process.env;
  if (!uri || !user || !password) throw new Error('No test engine: run through jest, which starts one.');
  return { uri, user, password, database: 'neo4j' };
}

/** A client of the test engine; it is closed after the file's last test. */
export function openClient(options?: GraphClientOptions): GraphClient {
  const client = new GraphClient(testConnection(), options);
  opened.push(client);
  return client;
}

/** A client of the test engine, migrated and without any data. */
export async function emptyGraph(options?: GraphClientOptions): Promise<GraphClient> {
  const client = openClient(options);
  await migrate(client);
  await runCypher('MATCH (n) WHERE NOT n:Migration DETACH DELETE n');
  return client;
}

/** Runs a statement that only tests need. Never against anything but the test engine, or one that a test started. */
export async function runCypher<Row>(
  text: string,
  parameters: Record<string, unknown> = {},
  connection: Pick<Connection, 'uri' | 'user' | 'password'> = testConnection(),
): Promise<Row[]> {
  const { uri, user, password } = connection;
  if (!/\/\/(127\.0\.0\.1|localhost)\b/.test(uri))
    throw new Error(`${uri} is not a test engine on this machine.`);
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { disableLosslessIntegers: true });
  try {
    const { records } = await driver.executeQuery(text, parameters);
    return records.map((record) => fromCypher(record.toObject()) as Row);
  } finally {
    await driver.close();
  }
}

/** As if the last change of the graph were long ago, so that its version is told. */
export async function settleVersion(): Promise<void> {
  await runCypher("MATCH (v:GraphVersion) SET v.movedAt = datetime() - duration('PT1H')");
}

/** From now on the version of the graph is not settled, however long it takes: nothing that was read is kept. */
export async function unsettleVersion(): Promise<void> {
  await runCypher('MATCH (v:GraphVersion) SET v.movedAt = datetime() + duration({hours: 1})');
}

/** Everything the graph holds but its version and the times of reading, in a fixed order: equal graphs give equal dumps. */
export async function dumpGraph(): Promise<{ nodes: unknown[]; relationships: unknown[] }> {
  const nodes = await runCypher(
    `MATCH (n) WHERE NOT n:Migration|GraphVersion|Change
     RETURN labels(n) AS labels, n {.*, readAt: null, quarantinedAt: null} AS properties`,
  );
  const relationships = await runCypher(
    `MATCH (a)-[r]->(b)
     RETURN coalesce(a.id, a.sha256) AS start, type(r) AS type, properties(r) AS properties, coalesce(b.id, b.sha256) AS end`,
  );
  const sorted = (rows: unknown[]) => rows.map((row) => JSON.stringify(row, sortKeys)).sort();
  return { nodes: sorted(nodes), relationships: sorted(relationships) };
}

function sortKeys(_: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
