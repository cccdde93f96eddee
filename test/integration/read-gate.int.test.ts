import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import getPort from 'get-port';
import { reasonToRefuse } from '../../src/browser/refusals.js';
import type { TestApi } from '../support/api.js';
import type { GraphClient } from '../../src/graph/client.js';
import { BoltByHand, MESSAGES } from '../support/bolt.js';
import { startWithBrowser } from '../support/browser.js';
import { emptyGraph, runCypher, testConnection } from '../support/graph.js';

const { RUN, BEGIN, PULL, COMMIT, RESET, ROUTE } = MESSAGES;

let client: GraphClient;
let server: TestApi;
let guest: BoltByHand | undefined;

beforeAll(async () => {
  client = await emptyGraph();
  server = await startWithBrowser(client);
});

afterEach(() => {
  guest?.close();
});

const enter = async () => (guest = await BoltByHand.loggedOn(server.url));
const labels = () => runCypher("MATCH (n:Intruder) RETURN n UNION MATCH (n {x: 'intruder'}) RETURN n");

describe('who comes from a page of the server', () => {
  test('reads without a password', async () => {
    const bolt = await enter();
    expect(await bolt.say(RUN, 'UNWIND [1, 2] AS a RETURN "row " + $b AS b', { b: 'of mine' }, {})).toMatch(
      /^SUCCESS/,
    );
    expect(await bolt.say(PULL, { n: 10 })).toMatch(/^RECORD .*row of mine\nRECORD .*row of mine\nSUCCESS/s);
  });

  test('reads in transactions, and after a failure', async () => {
    const bolt = await enter();
    expect(await bolt.say(BEGIN, { mode: 'w' })).toMatch(/^SUCCESS/);
    expect(await bolt.say(RUN, 'RETURN 1', {}, {})).toMatch(/^SUCCESS/);
    expect(await bolt.say(PULL, { n: 10 })).toMatch(/^RECORD/);
    expect(await bolt.say(RUN, 'RETURN nothing', {}, {})).toMatch(/^FAILURE .*not defined/s);
    expect(await bolt.say(COMMIT)).toMatch(/^IGNORED/);
    expect(await bolt.say(RESET)).toMatch(/^SUCCESS/);
    expect(await bolt.say(RUN, 'RETURN 1', {}, {})).toMatch(/^SUCCESS/);
  });

  test.each([
    'CREATE (:Intruder)',
    "MATCH (n:Migration) SET n.x = 'intruder'",
    'UNWIND [1] AS i CALL (i) { CREATE (:Intruder) } IN TRANSACTIONS',
    'CREATE INDEX intruder FOR (n:Intruder) ON (n.x)',
    "CREATE USER intruder SET PASSWORD 'long enough'",
    "ALTER USER neo4j SET PASSWORD 'long enough'",
    'STOP DATABASE neo4j',
    "CALL db.createLabel('Intruder')",
  ])('does not write: %s', async (statement) => {
    const bolt = await enter();
    const terms = { mode: 'w', db: 'system', tx_timeout: 0 };
    expect(await bolt.say(RUN, statement, {}, terms)).toMatch(
      /^FAILURE .*Writing in read access mode not allowed/s,
    );
    await bolt.say(RESET);
    await bolt.say(BEGIN, terms);
    expect(await bolt.say(RUN, statement, {}, terms)).toMatch(/^FAILURE/);
    expect(await labels()).toEqual([]);
  });

  test.each([
    "TERMINATE TRANSACTIONS 'neo4j-transaction-1'",
    "LOAD CSV FROM 'http://127.0.0.1:1/' AS line RETURN line",
    "CALL dbms.killConnections(['bolt-1'])",
  ])('is told why this is not run: %s', async (statement) => {
    const bolt = await enter();
    expect(await bolt.say(RUN, statement, {}, {})).toMatch(
      /^FAILURE .*This is for reading; it does not offer /s,
    );
  });

  test('is sent away with what the gate does not know', async () => {
    const bolt = await enter();
    expect(await bolt.say(ROUTE, {}, [], {}).catch(String)).toContain('The connection has ended.');
    expect(server.logged.join('')).toContain('not let through the read gate');
    expect(server.logged.join('')).not.toContain(testConnection().password);
  });

  test('gets long answers whole', async () => {
    const bolt = await enter();
    await bolt.say(
      RUN,
      'UNWIND range(1, 20000) AS a RETURN a, "some words that take place" AS words',
      {},
      {},
    );
    const answer = await bolt.say(PULL, { n: -1 });
    expect(answer.match(/^RECORD /gm)).toHaveLength(20_000);
  });
});

test('each procedure that may do more than read this graph is refused, or known to do no harm', async () => {
  const HARMLESS =
    /^(?:db\.(?:await|index|info|labels|ping|propertyKeys|relationshipTypes|schema|stats)|tx\.|dbms\.(?:cluster\.routing|routing|components|info|list|queryJmx|showCurrentUser|upgradeStatus))/;
  const names = await runCypher<{ name: string }>(
    "SHOW PROCEDURES YIELD name, mode WHERE mode IN ['READ', 'DBMS'] RETURN name",
  );
  expect(names.length).toBeGreaterThan(30);
  const open = names.filter(
    ({ name }) => reasonToRefuse(`CALL ${name}()`) === undefined && !HARMLESS.test(name),
  );
  expect(open).toEqual([]);
});

describe('not let in is', () => {
  test.each([
    ['a page of another site', { origin: 'http://example.org' }, '/', 403],
    ['what is no page', {}, '/', 403],
    [
      'a name that leads here all of a sudden',
      { origin: 'http://example.org', host: 'example.org' },
      '/',
      403,
    ],
    ['who asks elsewhere', undefined, '/graphql', 404],
  ])('%s', async (_, headers, path, status) => {
    const told = await BoltByHand.connect(server.url, headers, path).then(() => 'let in', String);
    expect(told).toContain(`Unexpected server response: ${status}`);
  });
});

test('a server that closes does not wait for who is connected', async () => {
  const closing = await startWithBrowser(client);
  const bolt = await BoltByHand.loggedOn(closing.url);
  await closing.close();
  await bolt.ended;
});

test('who takes too long is ended, whatever time was asked for', async () => {
  const hasty = await startWithBrowser(client, { timeout: 0.5 });
  guest = await BoltByHand.loggedOn(hasty.url);
  const endless = 'UNWIND range(1, 1000000000000) AS a WITH a WHERE a < 0 RETURN a';
  await guest.say(RUN, endless, {}, { tx_timeout: 3_600_000 });
  expect(await guest.say(PULL, { n: 1 })).toMatch(/^FAILURE .*TransactionTimedOut/s);
});

test('without Neo4j connections end, and the server goes on', async () => {
  const port = await getPort({ host: '127.0.0.1' });
  const lonely = await startWithBrowser(client, { uri: `bolt://127.0.0.1:${port}` });
  const bolt = await BoltByHand.connect(lonely.url);
  await bolt.ended;
  expect((await fetch(`${lonely.url}/healthz`)).status).toBe(200);
});
