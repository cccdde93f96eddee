// @ts-check
import { SCALE } from '../dist/normalise/criteria/classifier.js';
import { FEATURE_BITS } from '../dist/normalise/criteria/features.js';
import { generator } from '../bench/criteria/score.js';

/*
 * Logistic regression by stochastic gradient descent with AdaGrad's steps: plain, and the same in every run.
 */

/** @typedef {{ features: Int32Array, answers: readonly boolean[], weight?: number }} Lesson an answer to each question */

const EPOCHS = 12;
/** The mean of the weights after so many of the last rounds is kept: the order of the lessons then matters little. */
const AVERAGED = 6;
const RATE = 0.3;
/** How much a weight is drawn towards nothing. */
const DECAY = 1e-4;
/** Without it the first step of every weight would be of one length, however little there is to learn from. */
const FIRST_SQUARE = 0.3;
const SEED = 7;
const FEATURES = 1 << FEATURE_BITS;

/**
 * Weights for each question, by which the logistic function of their sum over a lesson's features gives its answer.
 * @param {readonly Lesson[]} lessons
 * @param {number} questions
 * @returns {Float64Array[]}
 */
export function learn(lessons, questions) {
  const weights = Array.from({ length: questions }, () => new Float64Array(FEATURES));
  const squares = Array.from({ length: questions }, () => new Float64Array(FEATURES).fill(FIRST_SQUARE));
  const means = Array.from({ length: questions }, () => new Float64Array(FEATURES));
  const random = generator(SEED);
  const order = lessons.map((_, i) => i);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random);
    for (const i of order) study(/** @type {Lesson} */ (lessons[i]), weights, squares);
    if (epoch >= EPOCHS - AVERAGED) addShare(means, weights);
  }
  return means;
}

/**
 * @param {readonly Float64Array[]} means
 * @param {readonly Float64Array[]} weights
 */
function addShare(means, weights) {
  means.forEach((mean, i) => {
    const row = /** @type {Float64Array} */ (weights[i]);
    for (let feature = 0; feature < FEATURES; feature++) {
      mean[feature] = (mean[feature] ?? 0) + (row[feature] ?? 0) / AVERAGED;
    }
  });
}

/**
 * @param {Lesson} lesson
 * @param {readonly Float64Array[]} weights
 * @param {readonly Float64Array[]} squares
 */
function study({ features, answers, weight = 1 }, weights, squares) {
  const scale = SCALE / Math.sqrt(features.length);
  weights.forEach((row, i) => {
    const square = /** @type {Float64Array} */ (squares[i]);
    const given = 1 / (1 + Math.exp(-sumOf(row, features) * scale));
    const error = (given - (answers[i] ? 1 : 0)) * scale * weight;
    for (const feature of features) {
      const old = row[feature] ?? 0;
      const slope = error + DECAY * old;
      const sum = (square[feature] ?? 0) + slope * slope;
      square[feature] = sum;
      row[feature] = old - (RATE * slope) / Math.sqrt(sum);
    }
  });
}

/**
 * @param {Float64Array} row
 * @param {Int32Array} features
 */
function sumOf(row, features) {
  let sum = 0;
  for (const feature of features) sum += row[feature] ?? 0;
  return sum;
}

/**
 * @param {number[]} order
 * @param {() => number} random
 */
function shuffle(order, random) {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [/** @type {number} */ (order[j]), /** @type {number} */ (order[i])];
  }
}
