import { once } from 'node:events';
import type { Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { createHttpServer } from '../../../src/api/http/http-server.js';

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** Sends a request that never comes to its end; returns what the server says before it hangs up. */
async function sendUnfinished(request: string): Promise<string> {
  const server = createHttpServer(
    (message, response) => {
      message.resume().on('end', () => response.end('received'));
    },
    { patience: { headersTimeout: 100, requestTimeout: 200, connectionsCheckingInterval: 50 } },
  );
  servers.push(server);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  let answer = '';
  socket.on('data', (data) => (answer += data.toString()));
  socket.write(request);
  await once(socket, 'close');
  return answer;
}

test.each([
  ['head', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Type: appl'],
  ['body', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{"query":'],
])('a client that sends half of a %s is answered 408 and hung up on', async (_, request) => {
  expect(await sendUnfinished(request)).toMatch(/^HTTP\/1\.1 408 /);
});

test('patience has an end, and outlives the connections of load balancers', () => {
  const { headersTimeout, requestTimeout, keepAliveTimeout } = createHttpServer(() => undefined);
  expect({ headersTimeout, requestTimeout, keepAliveTimeout }).toEqual({
    headersTimeout: 10_000,
    requestTimeout: 60_000,
    keepAliveTimeout: 65_000,
  });
});
