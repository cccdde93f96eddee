import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from '../../dist/common/settings.js';
import { openDatabase } from '../../dist/engine/database.js';

/**
 * One embedded engine, on data of its own, for all integration tests of a run; they find it in the environment. Jest loads
 * this file by itself, without the transformation that the tests get, so it is JavaScript and uses what is built.
 */
export default async function startSharedEngine() {
  const dataDir = mkdtempSync(join(tmpdir(), 'imr-test-'));
  const database = await openDatabase(readSettings({ IMR_DATA_DIR: dataDir }));
  globalThis.imrSharedEngine = { database, dataDir };
  process.env.NEO4J_URI = database.uri;
  process.env.NEO4J_USER = database.user;
  process.env.NEO4J_PASSWORD = database.password;
  process.env.NEO4J_DATABASE = database.database;
}
