import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { writeDeterminations } from '../../src/graph/writer.js';
import { runCommand, startCommand, waitForOutput, type RunningCommand } from '../support/cli.js';
import { SMALL_CORPUS } from '../support/determinations.js';
import { emptyGraph } from '../support/graph.js';

interface SentSpan {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly status?: { readonly code?: number };
}

const received: SentSpan[] = [];
const bodies: string[] = [];
let collector: Server;
let service: RunningCommand;
let url: string;

beforeAll(async () => {
  collector = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      bodies.push(body);
      const sent = JSON.parse(body) as { resourceSpans: { scopeSpans: { spans: SentSpan[] }[] }[] };
      const scopes = sent.resourceSpans.flatMap(({ scopeSpans }) => scopeSpans);
      received.push(...scopes.flatMap(({ spans }) => spans));
      response.setHeader('content-type', 'application/json').end('{}');
    });
  });
  collector.listen(0, '127.0.0.1');
  await once(collector, 'listening');
  await writeDeterminations(await emptyGraph(), SMALL_CORPUS);
  service = startCommand(['serve'], {
    PORT: '0',
    COLUMNS: 'off',
    QUERY_TIMEOUT_SECONDS: '300',
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${(collector.address() as AddressInfo).port}`,
  });
  const [, found = ''] = await waitForOutput(service, /^ready (http:\/\/127\.0\.0\.1:\d+)\/graphql\n/m);
  url = found;
});

afterAll(async () => {
  service.process.kill('SIGTERM');
  await service.ended;
  await new Promise((resolve) => collector.close(resolve));
});

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

const PARENT = 'b7ad6b7169203331';
const traceIdOf = (number: number): string => String(number).padStart(32, 'a');

async function ask(body: object, traceId: string): Promise<unknown> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', traceparent: `00-${traceId}-${PARENT}-01` },
    body: JSON.stringify(body),
  });
  return response.json();
}

const spansOf = (traceId: string) => received.filter((span) => span.traceId === traceId);

test('the spans of a request lead from the caller through the operation to its statements, whoever answers', async () => {
  const secret = 'SearchedForInSecret';
  const asked = [1, 2, 3, 4].map(traceIdOf);
  for (const traceId of asked) {
    const answer = await ask(
      { documentId: 'SearchFindings', variables: { query: `${secret} or knee` } },
      traceId,
    );
    expect(answer).not.toHaveProperty('errors');
  }
  await ask({ query: `query ${secret} { cases(first: 1) { nodes { id } } }` }, traceIdOf(5));
  service.process.kill('SIGTERM');
  // What is left is sent before the process ends.
  expect(await service.ended).toBe(143);

  for (const traceId of asked) {
    const spans = spansOf(traceId);
    const [request, ...others] = spans.filter(({ parentSpanId }) => parentSpanId === PARENT);
    expect([request?.name, others]).toEqual(['POST /graphql', []]);
    const [operation] = spans.filter(({ parentSpanId }) => parentSpanId === request?.spanId);
    expect(operation?.name).toBe('operation SearchFindings');
    const statements = spans.filter(({ parentSpanId }) => parentSpanId === operation?.spanId);
    expect(statements.map(({ name }) => name)).toContain('read/search-page');
    expect(spans).toHaveLength(2 + statements.length);
    expect(new Set(spans.map(({ spanId }) => spanId)).size).toBe(spans.length);
  }
  expect(spansOf(traceIdOf(5)).map(({ name }) => name)).toEqual(
    expect.arrayContaining(['POST /graphql', 'operation', 'read/case-page']),
  );
  expect(bodies.join('')).not.toContain(secret);
  expect(bodies.join('')).not.toContain('MATCH');
  expect(bodies.join('')).toContain('"imr-graph"');
});

test('an address that is none is refused at the start', async () => {
  const { code, stderr } = await runCommand(['serve'], { PORT: '0', OTEL_EXPORTER_OTLP_ENDPOINT: 'nowhere' });
  expect(code).toBe(1);
  expect(stderr).toMatch(/^imr: BAD_SETTING: .*OTEL_EXPORTER_OTLP_ENDPOINT/);
});
