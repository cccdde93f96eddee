// @ts-check
import { Classifier } from '../dist/normalise/criteria/classifier.js';
import { train } from './model.js';

/** @typedef {import('../bench/criteria/read.js').Rationale} Rationale */

const FOLDS = 5;
/** Rationales that were written one after the other are often alike: as many stay together. */
const BLOCK = 10;

/**
 * Each rationale with a classifier that was trained on others.
 * @param {readonly Rationale[]} rationales
 */
export function crossValidated(rationales) {
  return inFolds(rationales, (i) => Math.floor(i / BLOCK));
}

/**
 * The same for rationales of letters: trained on those of other letters, and on further ones.
 * @param {readonly Rationale[]} rationales
 * @param {readonly string[]} letters of each the letter
 * @param {readonly Rationale[]} further
 */
export function crossValidatedByLetter(rationales, letters, further) {
  const names = [...new Set(letters)];
  return inFolds(rationales, (i) => names.indexOf(letters[i] ?? ''), further);
}

/**
 * @param {readonly Rationale[]} rationales
 * @param {(index: number) => number} groupOf those of one group are in one fold
 * @param {readonly Rationale[]} further
 */
function inFolds(rationales, groupOf, further = []) {
  const isIn = (/** @type {number} */ fold) => (/** @type {unknown} */ _, /** @type {number} */ i) =>
    groupOf(i) % FOLDS === fold;
  const folds = Array.from({ length: FOLDS }, (_, fold) => {
    const others = rationales.filter((one, i) => !isIn(fold)(one, i));
    return new Classifier(train([...further, ...others]));
  });
  return rationales.map((rationale, i) => ({
    rationale,
    classifier: /** @type {Classifier} */ (folds[groupOf(i) % FOLDS]),
  }));
}
