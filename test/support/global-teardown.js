import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { stopEngine } from '../../dist/engine/engine.js';

/** Stops what worker-engine.ts started. */
export default async function stopEngines() {
  const folder = process.env.IMR_TEST_ENGINES;
  if (folder === undefined) return;
  await Promise.all(readdirSync(folder).map((worker) => stopEngine(join(folder, worker))));
  rmSync(folder, { recursive: true, force: true });
}
