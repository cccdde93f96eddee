/**
 * The least that a server over this graph can be: node:http, one statement of cypher/ per request, its rows as JSON. A request is
 * POST { statement, parameters }. Prints `ready URL` when it answers.
 */
import { createServer } from 'node:http';
import { openDriver, rowsOf } from '../database.js';
import { statements } from '../statements.js';

const driver = openDriver({ uri: process.env.NEO4J_URI ?? '', password: process.env.NEO4J_PASSWORD ?? '' });
await driver.verifyConnectivity();

const server = createServer((request, response) => {
  const parts = [];
  request.on('data', (part) => parts.push(part));
  request.on('end', () => {
    const { statement, parameters } = JSON.parse(Buffer.concat(parts).toString());
    rowsOf(driver, statements[statement], parameters)
      .then((rows) => send(response, 200, { data: rows }))
      .catch((error) => send(response, 500, { errors: [String(error)] }));
  });
});

function send(response, status, value) {
  const body = Buffer.from(JSON.stringify(value));
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': body.length });
  response.end(body);
}

server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`ready http://127.0.0.1:${server.address().port}/\n`);
});
