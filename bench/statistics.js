// @ts-check

import { wilsonInterval } from '../dist/query/wilson.js';

/**
 * The 95 % Wilson interval of a share. Unlike the usual interval it stays within 0 and 1 and is honest for few cases.
 * @param {number} hits
 * @param {number} total
 * @returns {{ low: number, high: number } | null} null when nothing was counted
 */
export function wilson(hits, total) {
  if (total === 0) return null;
  const { low, high } = wilsonInterval(hits, total);
  // Rounding would leave a bound a hair off 0 or 1.
  return { low: hits === 0 ? 0 : low, high: hits === total ? 1 : high };
}

/**
 * @param {readonly number[]} values at least one
 * @returns {{ min: number, median: number, max: number }}
 */
export function spread(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (/** @type {number} */ index) => sorted[index] ?? NaN;
  const middle = (sorted.length - 1) / 2;
  return {
    min: at(0),
    median: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2,
    max: at(sorted.length - 1),
  };
}

/**
 * Precision, recall and their harmonic mean.
 * @param {{ expected: number, found: number, right: number }} counts
 */
export function scores({ expected, found, right }) {
  return {
    precision: found === 0 ? null : right / found,
    recall: expected === 0 ? null : right / expected,
    f1: expected + found === 0 ? 1 : (2 * right) / (expected + found),
  };
}
