import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// Each worker of Jest has an engine of its own, which its first integration test starts and the following ones share; they find
// it in the environment. It ends with the worker, or by global-teardown.js.
const { IMR_TEST_ENGINES: folder = '', JEST_WORKER_ID: worker = '' } = process.env;
const dataDir = join(folder, worker);
const connection = join(dataDir, 'connection.json');
if (!existsSync(connection)) writeFileSync(connection, JSON.stringify(await startEngine()));
Object.assign(process.env, JSON.parse(readFileSync(connection, 'utf8')));

async function startEngine(): Promise<Record<string, string>> {
  const { addresses } = await import('../../src/engine/database.js');
  const { obtainEngine } = await import('../../src/engine/engine.js');
  const { readPassword } = await import('../../src/engine/home.js');
  const { DATABASE, USER } = await import('../../src/engine/server.js');
  const { ports } = await obtainEngine(dataDir);
  return {
    NEO4J_URI: addresses(ports).uri,
    NEO4J_USER: USER,
    NEO4J_PASSWORD: readPassword(dataDir),
    NEO4J_DATABASE: DATABASE,
  };
}
