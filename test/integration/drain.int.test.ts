import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { startCommand, waitForOutput } from '../support/cli.js';
import { emptyGraph } from '../support/graph.js';

test('a request that is under way at SIGTERM is answered; no other is taken; then the process ends', async () => {
  await emptyGraph();
  const service = startCommand(['serve'], { PORT: '0' });
  const [, port = ''] = await waitForOutput(service, /^ready http:\/\/127\.0\.0\.1:(\d+)\/graphql\n/m);
  const body = JSON.stringify({ query: '{ __typename }' });
  const headers = {
    'content-type': 'application/json',
    'content-length': body.length,
    expect: '100-continue',
  };
  const request = httpRequest({ host: '127.0.0.1', port, path: '/graphql', method: 'POST', headers });
  request.flushHeaders();
  // The server has seen the head, and waits for the body.
  await once(request, 'continue');
  service.process.kill('SIGTERM');
  while (await accepts(Number(port))) await sleep(20);
  request.end(body);
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  expect([response.statusCode, await textOf(response)]).toEqual([200, '{"data":{"__typename":"Query"}}\n']);
  expect(await service.ended).toBe(143);
});

async function textOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

/** Whether anybody listens. */
function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => {
      resolve(false);
    });
  });
}
