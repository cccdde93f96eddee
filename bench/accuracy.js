// @ts-check
/**
 * Scores the parser, compares it with the baseline and, with --base, with another version. See bench/README.md.
 * Exit codes: 0 nothing lost, 1 a loss that is not accepted, or failure.
 */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { judgeLosses, readAccepted } from './accuracy/accepted.js';
import {
  baselineOf,
  compareWithBaseline,
  GENERATED,
  readBaseline,
  writeBaseline,
} from './accuracy/baseline.js';
import { compareVersions } from './accuracy/compare.js';
import { byFrequency, coverage, unresolved } from './accuracy/coverage.js';
import { generate, loadGenerator, writeCases } from './accuracy/generated.js';
import { casesIn, PROJECT, PUBLISHED } from './accuracy/letters.js';
import { parseWith } from './accuracy/parser.js';
import { changeLine, columns, coverageTable, scoreTable } from './accuracy/print.js';
import { readingsOf, scoreLetters } from './accuracy/score.js';
import { tally } from './accuracy/tally.js';
import { withRevision } from './revision.js';

/** @typedef {import('./accuracy/compare.js').Change} Change */

const MOST_PRINTED = 50;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    base: { type: 'string' },
    output: { type: 'string' },
    letters: { type: 'string', default: String(GENERATED.letters) },
    seed: { type: 'string', default: String(GENERATED.seed) },
    verbose: { type: 'boolean', default: false },
    'accept-baseline': { type: 'boolean', default: false },
  },
});
const recipe = { letters: Number(options.letters), seed: Number(options.seed) };

const folder = mkdtempSync(join(tmpdir(), 'imr-accuracy-'));
try {
  process.exitCode = (await bench()) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Whether nothing was lost. */
async function bench() {
  const cases = [
    ...published(),
    ...casesIn('samples', join(PROJECT, 'samples')),
    ...(await generated()),
    ...positionals.flatMap((path) => casesIn(path, resolve(path))),
  ];
  const paths = [...cases.map(({ path }) => path), ...positionals.map((path) => resolve(path))];
  const outcome = await parseWith(PROJECT, paths);
  const letters = scoreLetters(cases, outcome);
  report(letters, outcome);
  if (options['accept-baseline']) acceptBaseline(letters);
  const passed = checkBaseline(letters);
  if (options.base === undefined) return passed;
  const before = await withRevision(PROJECT, options.base, (root) => parseWith(root, paths));
  const changes = compareVersions(
    readingsOf(scoreLetters(cases, before), cases, before),
    readingsOf(letters, cases, outcome),
  );
  return judgeChanges(`Against ${options.base}`, changes, letters) && passed;
}

function published() {
  if (!existsSync(PUBLISHED)) {
    console.log(`Published letters: skipped, there are none in ${PUBLISHED} (set IMR_LETTERS_DIR).\n`);
    return [];
  }
  return [...casesIn('published', PUBLISHED), ...casesIn('published-pdf', PUBLISHED, ['.pdf'])];
}

async function generated() {
  if (recipe.letters === 0) return [];
  const cases = generate(await loadGenerator(PROJECT), recipe, folder);
  writeCases(cases, folder);
  return cases;
}

/**
 * @param {readonly import('./accuracy/score.js').ScoredLetter[]} letters
 * @param {import('./accuracy/parser.js').Outcome} outcome
 */
function report(letters, { rejections }) {
  // The PDFs are the published letters once more.
  const once = letters.filter(({ set }) => set !== 'published-pdf');
  const read = once.flatMap(({ parsed }) => (parsed ? [{ era: parsed.template, parsed }] : []));
  console.log(scoreTable(tally(letters)));
  const refused = byFrequency([...rejections.values()]).map((one) => one.join(' '));
  console.log(`\nLetters that are not read: ${refused.join(', ') || 'none'}`);
  console.log(`\nEvery field\n${coverageTable(coverage(read))}`);
  const unknown = unresolved(read.map(({ parsed }) => parsed));
  console.log(`\nCitations that the catalogue does not know: ${unknown.length} kinds`);
  if (unknown.length > 0) console.log(columns(unknown.slice(0, 20).map(([name, count]) => [count, name])));
  if (!options.verbose) return;
  for (const { id, facts } of letters)
    for (const { verdict, group, fact } of facts)
      if (verdict !== 'RIGHT') console.log(`${verdict.padEnd(6)} ${id} ${group}: ${fact}`);
}

/** @param {readonly import('./accuracy/score.js').ScoredLetter[]} letters */
function ofBaseline(letters) {
  const asUsual = Number(options.letters) === GENERATED.letters && Number(options.seed) === GENERATED.seed;
  return letters.filter(({ set }) => set === 'samples' || (set === 'generated' && asUsual));
}

/** @param {readonly import('./accuracy/score.js').ScoredLetter[]} letters */
function acceptBaseline(letters) {
  writeBaseline(baselineOf(ofBaseline(letters)));
  console.log('\nThe baseline is written anew: look at its difference before you commit it.');
}

/** @param {readonly import('./accuracy/score.js').ScoredLetter[]} letters */
function checkBaseline(letters) {
  const own = ofBaseline(letters);
  return judgeChanges('Against the baseline', compareWithBaseline(readBaseline(), own), own);
}

/**
 * Prints changes, and says whether all losses are accepted ones.
 * @param {string} title
 * @param {readonly Change[]} changes
 * @param {readonly { id: string }[]} letters
 */
function judgeChanges(title, changes, letters) {
  const count = (/** @type {Change['kind']} */ kind) =>
    changes.filter((change) => change.kind === kind).length;
  const { failing, stale } = judgeLosses(changes, readAccepted(), new Set(letters.map(({ id }) => id)));
  const [gains, losses, differences] = [count('GAIN'), count('LOSS'), count('DIFFERENCE')];
  console.log(
    `\n${title}: ${gains} gains, ${losses} losses (net ${gains - losses}; ${losses - failing.length} accepted), ` +
      `${differences} changes without a truth`,
  );
  const order = ['LOSS', 'GAIN', 'DIFFERENCE'];
  const sorted = [...changes].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  for (const change of sorted.slice(0, MOST_PRINTED)) console.log(changeLine(change));
  if (sorted.length > MOST_PRINTED) console.log(`… and ${sorted.length - MOST_PRINTED} more (--output FILE)`);
  for (const { document, group, fact } of stale)
    console.log(`Stale in accepted-losses.json, nothing is lost: ${document} ${group}: ${fact}`);
  if (options.output && title !== 'Against the baseline')
    writeFileSync(options.output, sorted.map((change) => `${JSON.stringify(change)}\n`).join(''));
  return failing.length === 0;
}
