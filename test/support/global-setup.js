import { mkdtempSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clearInterval, setInterval } from 'node:timers';
import { addresses } from '../../dist/engine/database.js';
import { obtainEngine } from '../../dist/engine/engine.js';
import { readPassword } from '../../dist/engine/home.js';
import { showDownload } from '../../dist/engine/progress.js';
import { DATABASE, USER } from '../../dist/engine/server.js';

/** How often this process looks whether another worker wants an engine, in milliseconds. */
const EVERY = 100;

/**
 * Starts the engine of the first of Jest's workers, and from then on one for each that asks (worker-engine.ts). Jest loads this file
 * by itself, without the transformation that the tests get, so it is JavaScript and uses what is built.
 */
export default async function startEngines() {
  const folder = mkdtempSync(join(tmpdir(), 'imr-test-'));
  process.env.IMR_TEST_ENGINES = folder;
  process.env.JDK_JAVA_OPTIONS ??= '-XX:+UseSerialGC';
  await startEngine(folder, '1');
  const started = new Map();
  const start = (worker) => {
    if (!started.has(worker)) started.set(worker, startEngine(folder, worker));
  };
  const asking = setInterval(() => wanted(folder).forEach(start), EVERY);
  // For global-teardown.js.
  globalThis.stopStartingEngines = async () => {
    clearInterval(asking);
    await Promise.allSettled(started.values());
  };
}

/** The workers that have asked for an engine. */
function wanted(folder) {
  return readdirSync(folder).flatMap((name) => /^(\d+)\.wanted$/.exec(name)?.[1] ?? []);
}

/** Starts an engine and leaves word of where it answers; why it cannot, where it does not. */
async function startEngine(folder, worker) {
  const dataDir = join(folder, worker);
  const told = await obtainEngine(dataDir, { onProgress: showDownload() }).then(
    ({ ports }) => ({
      NEO4J_URI: addresses(ports).uri,
      NEO4J_USER: USER,
      NEO4J_PASSWORD: readPassword(dataDir),
      NEO4J_DATABASE: DATABASE,
    }),
    (error) => ({ failure: String(error) }),
  );
  if (worker === '1' && 'failure' in told) throw new Error(told.failure);
  const draft = join(folder, `${worker}.draft`);
  writeFileSync(draft, JSON.stringify(told));
  renameSync(draft, join(folder, `${worker}.json`));
}
