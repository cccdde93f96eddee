import { connect, createServer as createTcpServer, type AddressInfo, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { serverAudits } from 'graphql-http';
import { readTrustedDocuments } from '../../src/api/trusted-documents.js';
import { GraphClient } from '../../src/graph/client.js';
import { writeDeterminations } from '../../src/graph/writer.js';
import { startApi, type TestApi } from '../support/api.js';
import { runCommand } from '../support/cli.js';
import { SMALL_CORPUS } from '../support/determinations.js';
import { emptyGraph, openClient, runCypher, testConnection } from '../support/graph.js';

let api: TestApi;

beforeAll(async () => {
  const client = await emptyGraph();
  await writeDeterminations(client, SMALL_CORPUS);
  api = await startApi(client);
});

describe('GraphQL over HTTP', () => {
  test('the audits find no error and no warning', async () => {
    const audits = serverAudits({ url: `${api.url}/graphql` });
    const findings: string[] = [];
    for (const audit of audits) {
      const { status, name } = await audit.fn();
      if (status !== 'ok') findings.push(`${status}: ${name}`);
    }
    expect(audits.length).toBeGreaterThan(50);
    // What a server may do or not.
    expect(findings).toMatchInlineSnapshot(`
      [
        "notice: MAY accept application/x-www-form-urlencoded formatted GET requests",
        "notice: MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/graphql-response+json",
        "notice: MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/json",
      ]
    `);
  });

  test.each([
    ['application/json', 200],
    ['application/graphql-response+json', 400],
    ['application/graphql-response+json, application/json;q=0.9', 400],
    ['*/*', 400],
  ])('a document that is refused, to a client that accepts %s', async (accept, status) => {
    const answer = await post('{"query":"{ nothing }"}', { accept });
    const body = JSON.stringify(await answer.json());
    expect([answer.status, body]).toEqual([status, expect.stringContaining('GRAPHQL_VALIDATION_FAILED')]);
  });

  test('answers are compressed for those who accept it, if they are long', async () => {
    const long = '{"query":"{ __schema { types { name description } } }"}';
    const encodings = ['br', 'gzip', 'br;q=0.5, gzip', 'identity'].map(async (accepted) => {
      const { headers } = await post(long, { 'accept-encoding': accepted });
      return [headers.get('content-encoding'), headers.get('vary')?.toLowerCase()];
    });
    expect(await Promise.all(encodings)).toEqual([
      ['br', 'accept-encoding'],
      ['gzip', 'accept-encoding'],
      ['gzip', 'accept-encoding'],
      [null, 'accept-encoding'],
    ]);
    const short = await post('{"query":"{ __typename }"}', { 'accept-encoding': 'br' });
    expect(short.headers.get('content-encoding')).toBeNull();
  });

  test('OPTIONS tells the methods, HEAD the head alone, and no other method is known', async () => {
    const allowed = 'GET, HEAD, POST, OPTIONS';
    const options = await fetch(`${api.url}/graphql`, { method: 'OPTIONS' });
    expect([options.status, options.headers.get('allow'), await options.text()]).toEqual([204, allowed, '']);
    expect(options.headers.get('access-control-allow-origin')).toBeNull();
    const head = await fetch(`${api.url}/graphql?documentId=GuidelineTree`, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-type'), await head.text()]).toEqual([
      200,
      'application/json; charset=utf-8',
      '',
    ]);
    const put = await fetch(`${api.url}/graphql`, { method: 'PUT' });
    expect([put.status, put.headers.get('allow'), await put.json()]).toMatchObject([
      405,
      allowed,
      { errors: [{ extensions: { code: 'BAD_REQUEST' } }] },
    ]);
  });

  test('GET answers queries', async () => {
    const response = await fetch(`${api.url}/graphql?query={__typename}`, {
      headers: { 'apollo-require-preflight': 'true' },
    });
    expect([response.status, await response.json()]).toEqual([200, { data: { __typename: 'Query' } }]);
  });

  test('a request that a foreign page could send by itself is refused', async () => {
    const response = await fetch(`${api.url}/graphql`, { method: 'POST', body: '{"query":"{__typename}"}' });
    expect(response.status).toBe(400);
  });

  test.each([
    ['not JSON', '{"query":', 400, 'BAD_REQUEST'],
    ['not an object', '3', 400, 'BAD_REQUEST'],
    ['too long', JSON.stringify({ query: ' '.repeat(2_000_000) }), 413, 'BAD_REQUEST'],
    ['too long when inflated', gzipSync(' '.repeat(2_000_000)), 413, 'BAD_REQUEST'],
    ['not what its encoding says', Buffer.from([0x1f, 0x8b, 1, 2, 3]), 400, 'BAD_REQUEST'],
  ])('a body that is %s', async (_, body, status, code) => {
    const encoding = typeof body === 'string' ? 'identity' : 'gzip';
    const response = await post(body, { 'content-encoding': encoding });
    const text = await response.text();
    expect([response.status, JSON.parse(text)]).toMatchObject([
      status,
      { errors: [{ extensions: { code } }] },
    ]);
    expect(text).not.toMatch(/node_modules|\bat .*:\d+:\d+/);
  });

  test('a path that is none is told in JSON', async () => {
    const response = await fetch(`${api.url}/nowhere`);
    expect([response.status, await response.json()]).toMatchObject([
      404,
      { errors: [{ extensions: { code: 'NOT_FOUND' } }] },
    ]);
  });

  test('the schema can be introspected', async () => {
    const { body } = await api.ask('{ __schema { queryType { fields { name } } } }');
    expect(body.errors).toBeUndefined();
    expect(JSON.stringify(body.data)).toContain('guidelineOutcomes');
  });
});

function post(body: string | Uint8Array, headers: Record<string, string>): Promise<Response> {
  return fetch(`${api.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
}

describe('what operators ask', () => {
  test('/healthz and /readyz', async () => {
    const health = await fetch(`${api.url}/healthz`);
    expect([health.status, await health.json()]).toEqual([200, { status: 'up' }]);
    const readiness = await fetch(`${api.url}/readyz`);
    expect([readiness.status, await readiness.json()]).toEqual([200, { status: 'ready' }]);
  });

  test('/metrics names operations only when they are trusted documents, whoever answers them', async () => {
    const [document] = readTrustedDocuments().filter(({ name }) => name === 'OutcomesByPriority');
    for (let times = 0; times < 4; times++) {
      await api.ask(document?.text ?? '');
      await api.ask(`query MadeUp${times} { __typename }`);
    }
    const text = await (await fetch(`${api.url}/metrics`)).text();
    const count = /operation_seconds_count\{operation="OutcomesByPriority",outcome="ok"\} (\d+)/.exec(
      text,
    )?.[1];
    expect(Number(count)).toBe(4);
    expect(text).not.toContain('MadeUp');
  });

  test('/metrics tells times of requests and operations, without a label that clients could make up', async () => {
    await fetch(`${api.url}/made-up/${Math.random()}`);
    await api.ask('{ __typename }');
    const text = await (await fetch(`${api.url}/metrics`)).text();
    expect(text).toMatch(/imr_http_request_seconds_count\{method="POST",route="\/graphql",status="200"\} \d/);
    expect(text).toMatch(/imr_http_request_seconds_count\{method="GET",route="other",status="404"\} \d/);
    expect(text).toMatch(/imr_graphql_operation_seconds_count\{operation="other",outcome="ok"\} \d/);
    expect(text).toMatch(/imr_graphql_operation_cost_count [1-9]/);
    expect(text).toContain('process_cpu_seconds_total');
    expect(text).not.toContain('made-up');
  });
});

describe('starting and stopping', () => {
  test('a port that is taken is named', async () => {
    await expect(startApi(openClient(), { port: api.port })).rejects.toMatchObject({
      code: 'PORT_IN_USE',
      message: expect.stringContaining(`127.0.0.1:${api.port}`),
    });
  });

  test('a command whose port is taken says so and ends', async () => {
    const { code, stderr } = await runCommand(['serve'], { PORT: String(api.port), COLUMNS: 'on' });
    expect(code).toBe(1);
    expect(stderr).toContain('PORT_IN_USE');
  });

  test('after closing, the port is free again', async () => {
    const first = await startApi(openClient());
    await first.ask('{ __typename }');
    await first.close();
    await expect(startApi(openClient(), { port: first.port })).resolves.toMatchObject({ port: first.port });
  });
});

describe('a database that is down', () => {
  test('is said so, and the service recovers without a restart once it is back', async () => {
    const engine = await startRelay();
    await engine.close();
    const client = new GraphClient({ ...testConnection(), uri: `bolt://127.0.0.1:${engine.port}` });
    const server = await startApi(client);
    try {
      const down = await server.ask('{ cases { nodes { id } } }');
      expect(down).toMatchObject({
        status: 503,
        body: {
          errors: [
            { message: 'The database cannot be reached.', extensions: { code: 'DATABASE_UNAVAILABLE' } },
          ],
        },
      });
      expect(JSON.stringify(down)).not.toContain(String(engine.port));
      expect(server.logged.join('')).toContain(String(engine.port));
      expect(await readiness(server)).toEqual([
        503,
        { status: 'unavailable', code: 'DATABASE_UNAVAILABLE', message: 'The database cannot be reached.' },
      ]);
      expect((await fetch(`${server.url}/healthz`)).status).toBe(200);

      const back = await startRelay(engine.port);
      await runCypher('MATCH (m:Migration) DELETE m');
      expect(await readiness(server)).toEqual([200, { status: 'ready' }]);
      expect(await runCypher('MATCH (m:Migration) RETURN count(m) > 0 AS migrated')).toEqual([
        { migrated: true },
      ]);
      const { status, body } = await server.ask('{ cases(first: 1) { nodes { id } } }');
      expect([status, body]).toEqual([200, { data: { cases: { nodes: [{ id: 'Case:CM16-0000001' }] } } }]);
      await back.close();
    } finally {
      await server.close();
      await client.close();
    }
  });

  test('one that hangs is not waited for without end', async () => {
    const engine = await startRelay();
    const client = new GraphClient(
      { ...testConnection(), uri: `bolt://127.0.0.1:${engine.port}` },
      { timeout: 100 },
    );
    const server = await startApi(client);
    try {
      expect(await readiness(server)).toEqual([200, { status: 'ready' }]);
      engine.silence();
      const [ready, answer] = await Promise.all([
        readiness(server),
        server.ask('{ cases { nodes { id } } }'),
      ]);
      expect(ready).toMatchObject([503, { code: 'DATABASE_UNAVAILABLE' }]);
      expect(answer).toMatchObject({
        status: 503,
        body: { errors: [{ extensions: { code: 'DATABASE_UNAVAILABLE' } }] },
      });
    } finally {
      await engine.close();
      await server.close();
      await client.close();
    }
  }, 30_000);

  async function readiness({ url }: TestApi): Promise<[number, unknown]> {
    const response = await fetch(`${url}/readyz`);
    return [response.status, await response.json()];
  }
});

interface Relay {
  readonly port: number;
  /** Lets nothing through any more, without a word to either side. */
  silence(): void;
  close(): Promise<void>;
}

/** A port of this machine that leads to the test engine until it is closed. */
async function startRelay(port = 0): Promise<Relay> {
  const { hostname, port: enginePort } = new URL(testConnection().uri);
  const sockets = new Set<Socket>();
  let silent = false;
  const relay = createTcpServer((incoming) => {
    const outgoing = connect(Number(enginePort), hostname);
    for (const socket of [incoming, outgoing]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
    }
    if (!silent) incoming.pipe(outgoing).pipe(incoming);
  });
  await new Promise<void>((resolve) => relay.listen(port, '127.0.0.1', resolve));
  return {
    port: (relay.address() as AddressInfo).port,
    silence: () => {
      silent = true;
      for (const socket of sockets) socket.unpipe();
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => relay.close(resolve));
    },
  };
}
