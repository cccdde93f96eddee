// @ts-check
/** The one database that all contestants ask: an embedded engine in a data directory of its own. */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import neo4j from 'neo4j-driver';
import { PROJECT } from '../accuracy/letters.js';
import { runNode } from './processes.js';

export const IMR = join(PROJECT, 'bin', 'imr.js');

/** @typedef {{ data: string, uri: string, password: string, pid: number }} Database */

/**
 * What the engine is started with, whoever asks it.
 * @param {string} data
 * @param {{ heap: string, pagecache: string }} memory
 */
export function engineEnvironment(data, { heap, pagecache }) {
  return { IMR_DATA_DIR: data, IMR_ENGINE_HEAP: heap, IMR_ENGINE_PAGECACHE: pagecache, NEO4J_URI: undefined };
}

/**
 * Starts the engine unless it runs.
 * @param {string} data
 * @param {NodeJS.ProcessEnv} environment of engineEnvironment
 * @returns {Promise<Database & { seconds: number }>}
 */
export async function startDatabase(data, environment) {
  mkdirSync(data, { recursive: true });
  const { seconds } = await runNode([IMR, 'engine', 'start'], environment);
  return { ...readDatabase(data), seconds };
}

/** @param {NodeJS.ProcessEnv} environment of engineEnvironment */
export async function stopDatabase(environment) {
  await runNode([IMR, 'engine', 'stop'], environment);
}

/**
 * @param {string} data
 * @returns {Database}
 */
export function readDatabase(data) {
  const { ports, process } = JSON.parse(readFileSync(join(data, 'engine.json'), 'utf8'));
  const password = existsSync(join(data, 'password'))
    ? readFileSync(join(data, 'password'), 'utf8').trim()
    : '';
  return { data, uri: `bolt://127.0.0.1:${ports.bolt}`, password, pid: process.pid };
}

/** @param {{ uri: string, password: string }} database */
export function openDriver({ uri, password }) {
  return neo4j.driver(uri, neo4j.auth.basic('neo4j', password), {
    disableLosslessIntegers: true,
    telemetryDisabled: true,
  });
}

/**
 * Rows of one statement, sent as autocommit: without the driver's retries.
 * @param {import('neo4j-driver').Driver} driver
 * @param {string} statement
 * @param {Record<string, unknown>} [parameters]
 */
export async function rowsOf(driver, statement, parameters = {}) {
  const session = driver.session({ database: 'neo4j' });
  try {
    return (await session.run(statement, parameters)).records.map((record) => record.toObject());
  } finally {
    await session.close();
  }
}

/** Nothing of what is measured works so long on one statement, in milliseconds, unless its answer was given up. */
const GIVEN_UP = 20_000;

/**
 * Ends statements that go on for a client that waits no more: they would slow whoever is asked next.
 * @param {import('neo4j-driver').Driver} driver
 */
export async function endGivenUp(driver) {
  const running = await rowsOf(
    driver,
    `SHOW TRANSACTIONS YIELD transactionId, elapsedTime
     WHERE elapsedTime.milliseconds > ${GIVEN_UP} RETURN collect(transactionId) AS ids`,
  );
  const ids = running[0]?.['ids'] ?? [];
  if (ids.length > 0) await rowsOf(driver, 'TERMINATE TRANSACTIONS $ids', { ids });
}
