import { setTimeout } from 'node:timers/promises';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { GraphClient } from '../../src/graph/client.js';
import { startApi } from '../support/api.js';
import { openClient, runCypher } from '../support/graph.js';

/** A statement that takes minutes, by its place below cypher/. */
const SLOW = '../test/support/slow';

const ran: string[] = [];

beforeEach(() => {
  ran.length = 0;
});

/** A client to which every question of a request takes minutes. */
function slowClient(): GraphClient {
  const client = openClient({ onStatement: (name) => ran.push(name) });
  client.within = (scope) => {
    const view = GraphClient.prototype.within.call(client, scope);
    view.read = () => GraphClient.prototype.read.call(view, SLOW) as Promise<never>;
    return view;
  };
  return client;
}

/** Waits until so many slow statements run on the server. */
async function untilRunning(wanted: number): Promise<void> {
  for (let i = 0; i < 100; i++) {
    const [row] = await runCypher<{ n: number }>(
      'SHOW TRANSACTIONS YIELD metaData WHERE metaData.statement = $slow RETURN count(*) AS n',
      { slow: SLOW },
    );
    if (row?.n === wanted) return;
    await setTimeout(50);
  }
  throw new Error(`There are never ${wanted} slow statements.`);
}

describe('a client that hangs up', () => {
  test('ends its statements on the server; no other is begun, and nothing has failed here', async () => {
    const api = await startApi(slowClient());
    const controller = new AbortController();
    const request = fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query: '{ case(id: "a") { id } cases { nodes { id } } items { nodes { id } } }',
      }),
      signal: controller.signal,
    });
    await untilRunning(3);
    controller.abort();
    await expect(request).rejects.toMatchObject({ name: 'AbortError' });
    await untilRunning(0);
    expect(ran).not.toContain(SLOW);
    const [line, ...others] = api.logged.map((text) => JSON.parse(text) as object);
    expect([line, others]).toMatchObject([{ level: 40, code: 'QUERY_CANCELLED' }, []]);
  });
});

describe('the time of a request', () => {
  test('is shared by its statements, which end with it', async () => {
    const api = await startApi(slowClient(), { queryTimeout: 1 });
    const { status, body } = await api.ask('{ case(id: "a") { id } cases { nodes { id } } }');
    const tooLong = { message: 'The answer took too long.', extensions: { code: 'QUERY_TIMEOUT' } };
    expect([status, body.errors]).toMatchObject([504, [tooLong, tooLong]]);
    await untilRunning(0);
  });

  test('is known to the database too', async () => {
    const { signal } = new AbortController();
    const view = openClient().within({ signal, endsAt: performance.now() + 100 });
    await expect(view.read(SLOW)).rejects.toMatchObject({ code: 'QUERY_TIMEOUT' });
    await untilRunning(0);
  });

  test('when it is over, nothing is begun', async () => {
    const reason = new Error('over');
    const scope = { signal: AbortSignal.abort(reason), endsAt: performance.now() };
    const view = openClient({ onStatement: (name) => ran.push(name) }).within(scope);
    await expect(view.read('read/applied-migrations')).rejects.toBe(reason);
    await expect(view.write('nothing', () => Promise.resolve(1))).rejects.toBe(reason);
    expect(ran).toEqual([]);
  });

  test('does not concern what is asked for outside of requests', async () => {
    const client = openClient();
    client.within({ signal: AbortSignal.abort(), endsAt: 0 });
    await expect(client.read('read/applied-migrations')).resolves.toBeInstanceOf(Array);
  });
});
