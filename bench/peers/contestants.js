// @ts-check
/**
 * Who is asked: our server, @neo4j/graphql (its own form, and our tallies through @cypher), a bare HTTP server, and the driver within
 * this process. All over one database.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Connection, postOf } from './client.js';
import { IMR, openDriver, rowsOf } from './database.js';
import { startServer } from './processes.js';
import { statements } from './statements.js';

/**
 * One who asks, one question at a time.
 * @typedef {{ ask: (prepared: any) => Promise<any>, close: () => void }} Asker
 *
 * @typedef {{ name: string, title: string, pid: number, startMs?: number | undefined, server: string,
 *   prepare: (question: any) => any, open: () => Promise<Asker>, read: (told: any) => any,
 *   stop: () => Promise<void> }} Contestant
 * `prepare` is done before a block where questions are repeated; `read` makes values of what was told, outside of blocks.
 */

export const TITLES = {
  imr: '`imr serve`',
  neo4jGraphql: '@neo4j/graphql',
  tallies: '@neo4j/graphql, our tallies by @cypher',
  bare: 'bare HTTP, one statement',
  driver: 'driver in process',
};

const serverFile = (/** @type {string} */ name) =>
  fileURLToPath(new URL(`servers/${name}.js`, import.meta.url));

/** Whether the peers' own packages are installed. */
export function peersInstalled() {
  return existsSync(new URL('node_modules/@neo4j/graphql', import.meta.url));
}

/** @param {NodeJS.ProcessEnv} environment of engineEnvironment */
export async function startOurs(environment) {
  const server = await startServer([IMR, 'serve'], {
    ...environment,
    PORT: '0',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'warn',
  });
  return overHttp('imr', server);
}

/**
 * @param {import('./database.js').Database} database
 * @returns {Promise<Contestant[]>} their own form, and our tallies through @cypher
 */
export async function startNeo4jGraphql({ uri, password }) {
  const server = await startServer([serverFile('neo4j-graphql')], {
    NEO4J_URI: uri,
    NEO4J_PASSWORD: password,
  });
  return [
    overHttp('neo4jGraphql', server),
    { ...overHttp('tallies', server), stop: () => Promise.resolve() },
  ];
}

/** @param {import('./database.js').Database} database */
export async function startBare({ uri, password }) {
  return overHttp(
    'bare',
    await startServer([serverFile('bare-http')], { NEO4J_URI: uri, NEO4J_PASSWORD: password }),
  );
}

/**
 * @param {import('./database.js').Database} database
 * @returns {Contestant}
 */
export function inProcess(database) {
  const driver = openDriver(database);
  return {
    name: 'driver',
    title: TITLES.driver,
    pid: process.pid,
    server: 'driver',
    prepare: (question) => question,
    open: () =>
      Promise.resolve({
        ask: ({ statement, parameters }) =>
          rowsOf(driver, /** @type {string} */ (statements[statement]), parameters),
        close: () => {},
      }),
    read: (rows) => rows,
    stop: () => driver.close(),
  };
}

/**
 * @param {keyof typeof TITLES} name
 * @param {Pick<import("./processes.js").Server, "pid" | "url" | "port" | "stop"> & { startMs?: number }} server
 * @returns {Contestant}
 */
export function overHttp(name, server) {
  const path = new URL(server.url).pathname;
  return {
    name,
    title: TITLES[name],
    pid: server.pid,
    startMs: server.startMs,
    server: server.url,
    prepare: (question) => postOf(server.port, path, question),
    open: async () => {
      const connection = await Connection.open(server.port);
      return {
        ask: async (request) => accepted(await connection.send(request)),
        close: () => connection.close(),
      };
    },
    read: (body) => JSON.parse(body.toString()).data,
    stop: server.stop,
  };
}

/** An answer with errors would be a quick one. GraphQL servers tell errors first or after the data; these tell them first. */
const ERRORS = Buffer.from('{"errors"');

/** @param {import('./client.js').Answer} answer */
function accepted({ status, body }) {
  if (status !== 200 || body.subarray(0, ERRORS.length).equals(ERRORS))
    throw new Error(`${status} ${body.toString().slice(0, 300)}`);
  return body;
}
