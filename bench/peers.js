// @ts-check
/** Measures the API beside others over the same graph. See bench/README.md. */
import { loadCorpus } from './peers/corpus.js';
import { engineEnvironment, startDatabase, stopDatabase } from './peers/database.js';
import { readOptions } from './peers/options.js';
import { writePage } from './peers/page.js';
import { measureAll } from './peers/run.js';

const options = readOptions();
const environment = engineEnvironment(options.data, options.memory);

if (options.parts.some((part) => part !== 'page')) await loadAndMeasure();
if (options.parts.includes('page') && !options.smoke) writePage();

async function loadAndMeasure() {
  try {
    const loaded = await loadCorpus(options, environment);
    const database = await startDatabase(options.data, environment);
    if (options.parts.includes('measure')) await measureAll(database, environment, loaded, options);
  } finally {
    await stopDatabase(environment);
  }
}
