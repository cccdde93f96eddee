// @ts-check
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import getPort from 'get-port';
import { filesFolder, otherAccount } from '../../dist/postgres/account.js';
import { stopPostgres } from '../../dist/postgres/server.js';
import { atEnd, run, start } from './processes.js';

const IMR = new URL('../../bin/imr.js', import.meta.url).pathname;

/** Seconds to start the engine and to fill the mart. */
const START = 600;

/**
 * @typedef {object} Mart
 * @property {string} host with its port
 * @property {string} password of the reader
 */

/**
 * A mart of generated letters, with an engine and a PostgreSQL of its own.
 * @param {string} folder
 * @param {{ letters: string, seed: string }} corpus
 * @returns {Promise<Mart>}
 */
export async function startMart(folder, { letters, seed }) {
  const dataDir = join(folder, 'data');
  const env = { ...process.env, IMR_DATA_DIR: dataDir };
  // Never a database that somebody uses.
  delete env.NEO4J_URI;
  delete env.BI_DATABASE_URL;
  console.log(`graph: ${letters} generated letters`);
  await run(process.execPath, [IMR, 'load', '--bulk', '--generate', letters, '--seed', seed], env);
  console.log('mart');
  const port = String(await getPort({ host: '127.0.0.1' }));
  // Registered first, this comes after the mart has ended by itself.
  atEnd(async () => {
    await stopPostgres(dataDir);
    rmSync(filesFolder(dataDir, otherAccount()), { recursive: true, force: true });
  });
  const told = await start(process.execPath, [IMR, 'bi', 'start', '--port', port], {
    env,
    ready: /^password +\S+/m,
    seconds: START,
  });
  const password = /^password +(\S+)/m.exec(told)?.[1];
  if (password === undefined) throw new Error('The mart told no password.');
  return { host: `127.0.0.1:${port}`, password };
}
