import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import { Connection, postOf } from '../../../bench/peers/client.js';
import { page } from '../../../bench/peers/page.js';
import { INGEST, TARGETS } from '../../../bench/peers/targets.js';

const figures = (rate: number, p99: number) => ({
  clients: 16,
  answers: 10,
  rate: { min: rate, median: rate, max: rate },
  p50: p99 / 2,
  p99,
  slow: false,
  processor: { own: 1, database: 1 },
  rss: 1e6,
});
const result = {
  letters: 10_000,
  seed: 1,
  machine: 'a machine',
  memory: { heap: '1g', pagecache: '1g' },
  loaded: { letters: 10_000, seed: 1, by: 'imr load', report: 'reading 1.0 s, importing 2.0 s' },
  tallies: { cells: 1, seconds: 1 },
  versions: { imr: '1' },
  processes: {},
  cases: [
    {
      name: 'nested-case',
      title: 'one case',
      clients: 16,
      checked: {},
      measured: { imr: figures(800, 10), neo4jGraphql: figures(90, 100) },
    },
  ],
};

test('the page has a row for each aim, and says which sizes were not measured', () => {
  const told = page([result], undefined);
  for (const { says } of [...TARGETS, ...INGEST]) expect(told).toContain(`| ${says} |`);
  expect(told).toContain('Not measured: 100 k, 1 M, 2 M letters.');
  expect(told).toMatch(
    /\| one case: times the rate of @neo4j\/graphql \| 16 \| ≥ 8 \| 8\.89 met \| – \| – \| – \|/,
  );
  expect(told).toMatch(/\| one case: times the rate of @neo4j\/graphql \| 64 \| ≥ 12 \| – \|/);
});

test('a connection that the server has closed fails at once', async () => {
  const server = createServer((socket) => {
    socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const connection = await Connection.open(port);
  const closed = new Promise((resolve) => connection.socket.once('close', resolve));
  expect((await connection.send(postOf(port, '/', {}))).body.toString()).toBe('{}');
  await closed;
  await expect(connection.send(postOf(port, '/', {}))).rejects.toThrow('the server closed the connection');
  server.close();
});
