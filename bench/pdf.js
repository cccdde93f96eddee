// @ts-check
/** Measures how fast PDFs are read, one core, beside the extractor that the general reader uses. See bench/README.md. */
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { extractText, getDocumentProxy } from 'unpdf';
import { lettersAtHand } from './speed/folders.js';
import { machineLine } from './speed/machine.js';
import { inTurn, rateTable } from './speed/rounds.js';
import { spread } from './statistics.js';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '5' } },
});

const { readSimplePdf } = await import('../dist/documents/pdf/fast-reader.js');
const { readWithPdfJs } = await import('../dist/documents/pdf/general-reader.js');
const { layOut } = await import('../dist/documents/pdf/layout.js');
const { readDocument } = await import('../dist/documents/read.js');
const { parseLetter } = await import('../dist/parse/parse-letter.js');
const { normalise } = await import('../dist/normalise/normalise.js');

const MOST_PAGES = 500;
/** The fast tasks do the letters several times a round, so that each task has some time. */
const A_ROUND = 600;

const { from, paths } = positionals[0] ? lettersOf(positionals[0]) : lettersAtHand('.pdf');
const files = paths.map((path) => readFileSync(path));
const simple = files.filter((file) => Array.isArray(readSimplePdf(file, MOST_PAGES)));
const times = Math.ceil(A_ROUND / files.length);

/** @type {import('./speed/rounds.js').Task[]} */
const tasks = [
  task('unpdf alone', files, 1, alone),
  task('general reader', files, 1, async (file) => layOutAll(await readWithPdfJs(file, MOST_PAGES))),
  task('fast reader', simple, times, (file) => layOutAll(readSimplePdf(file, MOST_PAGES))),
  task('documents, parse and normalise', paths, times, whole),
];

console.log(machineLine());
console.log(
  `\nPDF, one core, ${from}: ${files.length}, of which ${simple.length} are read by the fast reader`,
);
const measured = await inTurn(tasks, Number(options.rounds));
console.log(rateTable(measured, { own: true }));
const [unpdf = NaN, , , all = NaN] = measured.map(({ rates }) => spread(rates).median);
console.log(
  `\nAll that is done to a letter, over unpdf alone: ${(all / unpdf).toFixed(2)} (at least 0.9 is wanted)`,
);

/** @param {string} folder */
function lettersOf(folder) {
  const names = readdirSync(folder).filter((name) => extname(name) === '.pdf');
  return { from: folder, paths: names.sort().map((name) => join(folder, name)) };
}

/**
 * @template T
 * @param {string} name
 * @param {readonly T[]} inputs
 * @param {number} times
 * @param {(input: T) => unknown} work
 */
function task(name, inputs, times, work) {
  return {
    name,
    unit: 'letters',
    run: async () => {
      for (let i = 0; i < times; i++) for (const input of inputs) await work(input);
      return times * inputs.length;
    },
  };
}

/** @param {Uint8Array} file */
async function alone(file) {
  const pdf = await getDocumentProxy(new Uint8Array(file), { verbosity: 0 });
  await extractText(pdf);
  await pdf.destroy();
}

/** @param {any} pages */
function layOutAll(pages) {
  return pages.map(layOut);
}

/** @param {string} path */
async function whole(path) {
  const document = await readDocument(path);
  if ('error' in document) throw document.error;
  return normalise(parseLetter(document));
}
