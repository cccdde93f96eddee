// @ts-check
/**
 * Tries the ready dashboard in a Superset of its own over a mart of generated letters, and keeps a picture of it. See docs/bi.md.
 * Exit codes: 0 every chart is filled, 1 one is not, or failure. `--pack` packs what users import, and does nothing else.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Api } from './superset/api.js';
import { startMart } from './superset/mart.js';
import { ARCHIVE, packed } from './superset/pack.js';
import { stopAll } from './superset/processes.js';
import { installSuperset, startSuperset } from './superset/server.js';
import { takePicture } from './superset/picture.js';

const { values: options } = parseArgs({
  options: {
    pack: { type: 'boolean', default: false },
    letters: { type: 'string', default: '6000' },
    seed: { type: 'string', default: '1' },
    /** Where Superset is installed, and left for the next time. */
    venv: { type: 'string' },
    picture: {
      type: 'string',
      default: new URL('../docs/images/superset-dashboard.png', import.meta.url).pathname,
    },
  },
});

writeFileSync(ARCHIVE, packed());
if (!options.pack) await tryDashboard();

async function tryDashboard() {
  const folder = mkdtempSync(join(tmpdir(), 'imr-superset-'));
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, () => void end(folder).then(() => process.exit(1)));
  try {
    const venv = resolve(options.venv ?? join(folder, 'venv'));
    await installSuperset(venv);
    const mart = await startMart(folder, options);
    const superset = await startSuperset(folder, venv);
    const api = await Api.login(superset);
    const charts = await api.importDashboard(packed(), mart);
    mkdirSync(resolve(options.picture, '..'), { recursive: true });
    const problems = await takePicture(superset, charts, options.picture);
    for (const problem of problems) console.error(problem);
    if (problems.length > 0) process.exitCode = 1;
    console.log(`${charts.size} charts, ${problems.length} problems; the picture is ${options.picture}`);
  } finally {
    await end(folder);
  }
}

/** @param {string} folder */
async function end(folder) {
  await stopAll();
  rmSync(folder, { recursive: true, force: true });
}
