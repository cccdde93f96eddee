// @ts-check
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from '../../dist/common/settings.js';
import { bulkLoad } from '../../dist/load/load.js';

/**
 * Loads generated letters in bulk, into a new graph that is thrown away.
 * @param {number} letters
 * @param {any} recipe
 * @returns {Promise<{ rate: number, indexed: number, counts: Readonly<Record<string, number>> }>} letters a second of Neo4j's import tool
 *   alone, and with the indexes; nodes and relationships by kind
 */
export async function importLetters(letters, recipe) {
  const dataDir = mkdtempSync(join(tmpdir(), 'imr-import-'));
  /** @type {Record<string, number>} */
  const began = {};
  try {
    const onPhase = (/** @type {string} */ phase) => (began[phase] = performance.now());
    const { counts } = await bulkLoad(
      readSettings({ IMR_DATA_DIR: dataDir }),
      { letters, recipe },
      { onPhase },
    );
    const rate = (/** @type {string} */ until) =>
      (1000 * letters) / ((began[until] ?? NaN) - (began['importing'] ?? NaN));
    return { rate: rate('indexing'), indexed: rate('replacing'), counts };
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}
