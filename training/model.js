// @ts-check
import { Buffer } from 'node:buffer';
import { examplesOf } from './examples.js';
import { learn } from './learn.js';

/**
 * @typedef {import('../src/normalise/criteria/classifier.js').ClassifierData} ClassifierData
 * @typedef {import('./examples.js').Example} Example
 */

/** Statements that apply a criterion are fewer than others, and matter more. */
const APPLIED_WEIGHT = 1.5;
/** Weights of kinds below this share of the greatest are left out. */
const LEAST_KIND_WEIGHT = 0.08;
const MOST = 127;

/**
 * Learns from rationales.
 * @param {readonly import('../bench/criteria/read.js').Rationale[]} rationales
 * @returns {ClassifierData}
 */
export function train(rationales) {
  const examples = rationales.flatMap(examplesOf);
  const kinds = [...new Set(examples.flatMap(({ criteria }) => criteria.map(({ kind }) => kind)))].sort();
  const applied = quantised(onlyRow(learn(appliedLessons(examples), 1)));
  const met = quantised(onlyRow(learn(metLessons(examples), 1)));
  const kind = quantisedRows(learn(kindLessons(examples, kinds), kinds.length));
  return {
    steps: { applied: applied.step, kind: kind.step, met: met.step },
    kinds,
    applied: base64(applied.weights),
    met: base64(met.weights),
    kind: kind.data,
  };
}

/** @param {readonly Example[]} examples */
function appliedLessons(examples) {
  return examples.map(({ criteria, features }) => ({
    features: features.applied,
    answers: [criteria.length > 0],
    weight: criteria.length > 0 ? APPLIED_WEIGHT : 1,
  }));
}

/** @param {readonly Example[]} examples */
function metLessons(examples) {
  return examples.flatMap(({ criteria, features }) => {
    const statuses = new Set(criteria.map(({ status }) => status));
    return statuses.size === 1 ? [{ features: features.met, answers: [statuses.has('MET')] }] : [];
  });
}

/**
 * @param {readonly Example[]} examples
 * @param {readonly string[]} kinds
 */
function kindLessons(examples, kinds) {
  const answers = (/** @type {readonly { kind: string }[]} */ given) =>
    kinds.map((kind) => given.some((one) => one.kind === kind));
  return examples
    .filter(({ criteria }) => criteria.length > 0)
    .flatMap(({ criteria, features, quotes }) => [
      { features: features.kind, answers: answers(criteria) },
      ...quotes.map((quote) => ({ features: quote.features, answers: answers(quote.criteria) })),
    ]);
}

/** @param {readonly Float64Array[]} rows */
function onlyRow(rows) {
  return /** @type {Float64Array} */ (rows[0]);
}

/** @param {Float64Array} row */
function quantised(row) {
  const step = row.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / MOST;
  return { step, weights: Int8Array.from(row, (weight) => Math.round(weight / step)) };
}

/** @param {readonly Float64Array[]} rows */
function quantisedRows(rows) {
  const most = Math.max(...rows.map((row) => row.reduce((a, b) => Math.max(a, Math.abs(b)), 0)));
  const step = most / MOST;
  /** @type {Record<'counts' | 'kinds' | 'weights', number[]>} */
  const data = { counts: [], kinds: [], weights: [] };
  for (let feature = 0; feature < (rows[0]?.length ?? 0); feature++) {
    const before = data.kinds.length;
    rows.forEach((row, kind) => {
      const weight = row[feature] ?? 0;
      if (Math.abs(weight) < LEAST_KIND_WEIGHT * most) return;
      data.kinds.push(kind);
      data.weights.push(Math.round(weight / step));
    });
    data.counts.push(data.kinds.length - before);
  }
  return {
    step,
    data: {
      counts: base64(Uint8Array.from(data.counts)),
      kinds: base64(Uint8Array.from(data.kinds)),
      weights: base64(Int8Array.from(data.weights)),
    },
  };
}

/** @param {Uint8Array | Int8Array} bytes */
function base64(bytes) {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64');
}
