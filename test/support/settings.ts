import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings, type Settings } from '../../src/common/settings.js';

/** Settings of an embedded engine on a data directory, whatever the environment says. */
export function embeddedSettings(dataDir: string): Settings {
  return readSettings({ IMR_DATA_DIR: dataDir, LOG_LEVEL: 'silent' });
}

export function temporaryFolder(purpose: string): string {
  return mkdtempSync(join(tmpdir(), `imr-${purpose}-`));
}
