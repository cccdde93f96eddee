import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareEngine } from '../../dist/engine/engine.js';
import { showDownload } from '../../dist/engine/progress.js';

/**
 * Makes ready what all engines of a run need, and a folder for those of Jest's workers (worker-engine.ts). Jest loads this file by
 * itself, without the transformation that the tests get, so it is JavaScript and uses what is built.
 */
export default async function prepareEngines() {
  const folder = mkdtempSync(join(tmpdir(), 'imr-test-'));
  process.env.IMR_TEST_ENGINES = folder;
  await prepareEngine(join(folder, '1'), { onProgress: showDownload() });
}
