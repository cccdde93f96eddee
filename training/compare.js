// @ts-check
/**
 * Compares rules, classifier and both together, on rationales that the classifier was not trained on, and counts how
 * often readings of each level of confidence are right. `--cases FILE` restricts the letters, as in bench:criteria.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { columns } from '../bench/accuracy/print.js';
import { placed } from '../bench/criteria/cases.js';
import { inventedRationales, letterCases, publishedLabels } from '../bench/criteria/read.js';
import { pairOf, scoreWithIntervals } from '../bench/criteria/score.js';
import { CLASSIFIER } from '../dist/normalise/criteria/classifier.js';
import { crossValidated, crossValidatedByLetter } from './cross-validate.js';
import { classifierAlone, readWith, rulesAlone } from './readings.js';

/**
 * @typedef {import('../bench/criteria/read.js').Rationale} Rationale
 * @typedef {import('../bench/criteria/score.js').Applied} Applied
 * @typedef {import('../dist/normalise/criteria/classifier.js').Classifier} Classifier
 */

/** The classifier alone counts from these probabilities on. */
const THRESHOLDS = [0.2, 0.25, 0.3, 0.4];
const LEVELS = [0, 0.03, 0.06, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

const { values: options } = parseArgs({ options: { cases: { type: 'string' } } });

const invented = inventedRationales();
compare(
  'Invented rationales, cross-validated',
  invented.map((_, i) => String(i)),
  crossValidated(invented),
);
const { rationales, letters } = await ofLetters();
if (letters.length > 0) {
  const trained = rationales.map((rationale) => ({ rationale, classifier: CLASSIFIER }));
  compare('Letters, trained on invented rationales', letters, trained);
  const title = 'Letters, trained on invented rationales and on other letters (for information)';
  compare(title, letters, crossValidatedByLetter(rationales, letters, invented));
}

async function ofLetters() {
  const wanted = options.cases && new Set(JSON.parse(readFileSync(options.cases, 'utf8')));
  const labels = publishedLabels().filter((label) => !wanted || wanted.has(label.case));
  const cases = await letterCases(labels);
  return {
    letters: cases.map(({ letter }) => letter),
    rationales: cases.map(({ label, decision, rationale }, i) => {
      return { item: label, decision, rationale, applied: labels[i]?.applied ?? [] };
    }),
  };
}

/**
 * @param {string} title
 * @param {readonly string[]} letters of each rationale
 * @param {readonly { rationale: Rationale, classifier: Classifier }[]} texts each with the classifier that reads it
 */
function compare(title, letters, texts) {
  const by = (/** @type {(text: Rationale, classifier: Classifier) => readonly Applied[]} */ read) =>
    texts.map(({ rationale: text, classifier }, i) => ({
      letter: letters[i] ?? '',
      finding: text.item,
      rationale: text.rationale,
      truth: placed(text.applied, text.rationale),
      found: read(text, classifier),
    }));
  const guesses = by(classifierAlone);
  const above = (/** @type {number} */ least) =>
    guesses.map((one) => ({ ...one, found: one.found.filter(({ confidence = 0 }) => confidence >= least) }));
  const rules = by(rulesAlone);
  console.log(`${title}: ${texts.length}\n`);
  console.log(
    columns([
      ['by', 'precision', 'recall', 'F1 (95 %)'],
      scoreRow('rules', rules),
      ...THRESHOLDS.map((least) => scoreRow(`classifier, ${least} and more`, above(least))),
      scoreRow('both, as the reader has it', by(readWith)),
    ]),
  );
  console.log(`\n${levels(rules, guesses)}\n`);
}

/**
 * @param {string} name
 * @param {readonly import('../bench/criteria/score.js').Case[]} cases
 */
function scoreRow(name, cases) {
  const { precision, recall, f1 } = scoreWithIntervals(cases);
  const [p, r, f, low, high] = [precision.value, recall.value, f1.value, f1.low, f1.high].map(
    (value) => value?.toFixed(3) ?? '-',
  );
  return [name, p ?? '', r ?? '', `${f} (${low}-${high})`];
}

/**
 * How often a pair of kind and status is right, by its probability and by whether the rules find it.
 * @param {readonly import('../bench/criteria/score.js').Case[]} rules
 * @param {readonly import('../bench/criteria/score.js').Case[]} guesses
 */
function levels(rules, guesses) {
  const rows = LEVELS.map((from) => ({ from, found: [0, 0], guessed: [0, 0] }));
  rules.forEach(({ truth, found }, i) => {
    const right = new Set(truth.map(pairOf));
    const byRules = new Set(found.map(pairOf));
    const likely = new Map(guesses[i]?.found.map((one) => [pairOf(one), one.confidence ?? 0]));
    for (const pair of new Set([...byRules, ...likely.keys()])) {
      const row = rows.findLast(({ from }) => (likely.get(pair) ?? 0) >= from);
      const cell = byRules.has(pair) ? row?.found : row?.guessed;
      if (!cell) continue;
      cell[0] = (cell[0] ?? 0) + (right.has(pair) ? 1 : 0);
      cell[1] = (cell[1] ?? 0) + 1;
    }
  });
  const share = ([right = 0, of = 0]) => (of === 0 ? '-' : `${(right / of).toFixed(2)} of ${of}`);
  return columns([
    ['probability', 'right where the rules find it', 'where they do not'],
    ...rows.map(({ from, found, guessed }) => [from.toFixed(2), share(found), share(guessed)]),
  ]);
}
