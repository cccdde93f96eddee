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
  // These engines live for minutes at most, which is too short for what Java would win by compiling thoroughly.
  process.env.JDK_JAVA_OPTIONS ??= '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC';
  await prepareEngine(join(folder, '1'), { onProgress: showDownload() });
}
