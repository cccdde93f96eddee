// @ts-check
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isRejection } from '../../dist/documents/document.js';
import { readDocument } from '../../dist/documents/read.js';
import { normalise } from '../../dist/normalise/normalise.js';
import { parseLetter } from '../../dist/parse/parse-letter.js';
import { PROJECT, PUBLISHED } from '../accuracy/letters.js';
import { crossValidated } from '../../training/cross-validate.js';
import { readWith } from '../../training/readings.js';
import { indexOfFinding, placed, readingOf } from './cases.js';

/**
 * @typedef {import('./cases.js').Finding} Finding
 * @typedef {import('./cases.js').Label} Label
 * @typedef {import('./cases.js').LabelledFinding} LabelledFinding
 * @typedef {import('./score.js').Case} Case
 *
 * @typedef {object} Rationale an invented rationale with its labels
 * @property {string} item
 * @property {'UPHELD' | 'OVERTURNED'} decision
 * @property {string} rationale
 * @property {readonly Label[]} applied
 */

const RATIONALES = join(PROJECT, 'training/rationales');
const TRUTH = '.expected.json';

/**
 * @template T
 * @param {string} path a file of JSON lines
 * @returns {T[]}
 */
export function readLines(path) {
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.flatMap((line, i) => {
    if (line.trim() === '') return [];
    try {
      return [JSON.parse(line)];
    } catch (error) {
      throw new Error(`${path}:${i + 1} is no JSON: ${String(error)}`, { cause: error });
    }
  });
}

/**
 * The labels of the published letters: of each finding that has the key `appliedCriteria`, also when it is empty.
 * @returns {LabelledFinding[]}
 */
export function publishedLabels() {
  if (!existsSync(PUBLISHED)) return [];
  return truthFiles().flatMap((path) => {
    /** @type {{ label: string, appliedCriteria?: readonly Label[] }[]} */
    const findings = JSON.parse(readFileSync(path, 'utf8')).findings;
    return findings.flatMap(({ label, appliedCriteria }) =>
      appliedCriteria ? [{ case: basename(path, TRUTH), finding: label, applied: appliedCriteria }] : [],
    );
  });
}

/** @returns {string[]} */
function truthFiles() {
  const names = readdirSync(PUBLISHED, { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith(TRUTH))
    .sort()
    .map((name) => join(PUBLISHED, name));
}

/**
 * Published letters as they are read, with the labels of their findings.
 * @param {readonly LabelledFinding[]} labels
 * @returns {Promise<(Case & Pick<Finding, 'label' | 'decision'>)[]>}
 */
export async function letterCases(labels) {
  /** @type {Map<string, readonly Finding[]>} */
  const letters = new Map();
  for (const name of new Set(labels.map((label) => label.case))) letters.set(name, await readLetter(name));
  return labels.map((label) => {
    const findings = letters.get(label.case) ?? [];
    const index = indexOfFinding(findings, label.finding);
    const finding = findings[index];
    if (!finding) throw new Error(`${label.case} has no finding ${label.finding}.`);
    const rationale = finding.rationale ?? '';
    return {
      letter: label.case,
      finding: `${label.case} ${index}: ${finding.label}`,
      label: finding.label,
      decision: finding.decision,
      rationale,
      truth: placed(label.applied, rationale),
      found: readingOf(finding),
    };
  });
}

/**
 * @param {string} name
 * @returns {Promise<readonly Finding[]>}
 */
async function readLetter(name) {
  const names = readdirSync(PUBLISHED, { recursive: true, encoding: 'utf8' });
  const file = ['.txt', '.pdf', '.html', '.docx']
    .map((form) => names.find((one) => basename(one) === name + form))
    .find((one) => one !== undefined);
  if (file === undefined) throw new Error(`There is no letter ${name} in ${PUBLISHED}.`);
  const document = await readDocument(join(PUBLISHED, file));
  if (isRejection(document)) throw document.error;
  return normalise(parseLetter(document)).findings;
}

/** @returns {Rationale[]} the invented rationales, files in the order of their names */
export function inventedRationales() {
  if (!existsSync(RATIONALES)) return [];
  const names = readdirSync(RATIONALES).filter((name) => name.endsWith('.jsonl'));
  return names.sort().flatMap((name) => /** @type {Rationale[]} */ (readLines(join(RATIONALES, name))));
}

/**
 * The invented rationales, each read with a classifier that was trained on others: the project's own has seen them all.
 * @returns {Case[]}
 */
export function inventedCases() {
  const rationales = inventedRationales();
  return crossValidated(rationales).map(({ rationale: one, classifier }, i) => ({
    letter: String(i),
    finding: `rationale ${i + 1}: ${one.item}`,
    label: one.item,
    decision: one.decision,
    rationale: one.rationale,
    truth: placed(one.applied, one.rationale),
    found: readWith(one, classifier),
  }));
}
