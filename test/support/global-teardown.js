import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { stopEngine } from '../../dist/engine/engine.js';

/** Stops what global-setup.js started. */
export default async function stopEngines() {
  const folder = process.env.IMR_TEST_ENGINES;
  if (folder === undefined) return;
  await globalThis.stopStartingEngines?.();
  const workers = readdirSync(folder).filter((name) => /^\d+$/.test(name));
  await Promise.all(workers.map((worker) => stopEngine(join(folder, worker))));
  rmSync(folder, { recursive: true, force: true });
}
