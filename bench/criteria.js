// @ts-check
/** Scores the criteria that the reader finds applied in rationales. See bench/criteria/README.md. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { inventedCases, letterCases, publishedLabels, readLines } from './criteria/read.js';
import { report, slipLines } from './criteria/report.js';
import { frequentKinds } from './criteria/score.js';

/**
 * @typedef {import('./criteria/cases.js').LabelledFinding} LabelledFinding
 * @typedef {import('./criteria/score.js').Case} Case
 */

/** How many of the kinds are also scored for themselves, together. */
const FREQUENT = 8;

const { values: options } = parseArgs({
  options: {
    cases: { type: 'string' },
    labels: { type: 'string' },
    agreement: { type: 'string' },
    only: { type: 'string' },
    verbose: { type: 'boolean', default: false },
  },
});

await bench();

async function bench() {
  const published = await letterCases(publishedLabels());
  const frequent = published.length > 0 ? frequentKinds(published, FREQUENT) : undefined;
  const wanted = chosen();
  const isWanted = (/** @type {{ letter: string }} */ { letter }) => wanted?.has(letter) ?? true;
  if (options.agreement)
    return print('Agreement', (await agreement(options.agreement)).filter(isWanted), frequent);
  if (options.only !== 'invented') print('Labelled letters', published.filter(isWanted), frequent);
  if (options.only !== 'letters') print('Invented rationales, cross-validated', inventedCases(), frequent);
  if (!options.labels) return;
  const labelled = await letterCases(readLines(options.labels));
  print(options.labels, labelled.filter(isWanted), frequent);
}

/** The cases to which --cases restricts the letters. */
function chosen() {
  return options.cases === undefined
    ? undefined
    : new Set(/** @type {string[]} */ (JSON.parse(readFileSync(options.cases, 'utf8'))));
}

/**
 * The findings that a file labels, as those of --labels (else of the published letters) and those of the file have them.
 * @param {string} file
 * @returns {Promise<Case[]>}
 */
async function agreement(file) {
  const first = await letterCases(options.labels ? readLines(options.labels) : publishedLabels());
  const second = new Map((await letterCases(readLines(file))).map((one) => [one.finding, one.truth]));
  return first.flatMap((one) => {
    const found = second.get(one.finding);
    return found ? [{ ...one, found }] : [];
  });
}

/**
 * @param {string} title
 * @param {readonly Case[]} cases
 * @param {readonly string[] | undefined} frequent
 */
function print(title, cases, frequent) {
  if (cases.length === 0) return console.log(`${title}: skipped, there are none.\n`);
  console.log(`${report(title, cases, frequent ?? frequentKinds(cases, FREQUENT))}\n`);
  if (options.verbose) console.log(`${slipLines(cases).join('\n')}\n`);
}
