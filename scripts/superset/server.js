// @ts-check
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import getPort from 'get-port';
import { run, start } from './processes.js';

const REQUIREMENTS = new URL('../../bi/superset/requirements.txt', import.meta.url).pathname;
const CONFIG = new URL('./superset_config.py', import.meta.url).pathname;

const START = 120;

/**
 * @typedef {object} Superset
 * @property {string} url
 * @property {string} user
 * @property {string} password
 */

/**
 * Installs Superset, unless it is there.
 * @param {string} venv folder
 */
export async function installSuperset(venv) {
  console.log('superset: install');
  if (!existsSync(join(venv, 'bin/pip'))) await run('python3', ['-m', 'venv', venv]);
  await run(join(venv, 'bin/pip'), ['install', '--quiet', '--disable-pip-version-check', '-r', REQUIREMENTS]);
}

/**
 * A Superset that knows nothing yet, with an administrator.
 * @param {string} folder of its own database
 * @param {string} venv
 * @returns {Promise<Superset>}
 */
export async function startSuperset(folder, venv) {
  console.log('superset: start');
  const command = join(venv, 'bin/superset');
  const env = {
    ...process.env,
    FLASK_APP: 'superset.app:create_app()',
    SUPERSET_CONFIG_PATH: CONFIG,
    SUPERSET_HOME: folder,
    SUPERSET_SECRET_KEY: randomBytes(32).toString('hex'),
  };
  const [user, password] = ['admin', randomBytes(12).toString('hex')];
  await run(command, ['db', 'upgrade'], env);
  await run(
    command,
    ['fab', 'create-admin', '--username', user, '--password', password].concat([
      '--firstname',
      'IMR',
      '--lastname',
      'Graph',
      '--email',
      'admin@example.org',
    ]),
    env,
  );
  await run(command, ['init'], env);
  const port = String(await getPort({ host: '127.0.0.1' }));
  await start(command, ['run', '--host', '127.0.0.1', '--port', port, '--with-threads'], {
    env,
    ready: /Running on/,
    seconds: START,
  });
  return { url: `http://127.0.0.1:${port}`, user, password };
}
