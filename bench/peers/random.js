// @ts-check
/**
 * Numbers from 0 to 1 that a seed decides (mulberry32).
 * @param {number} seed
 */
export function randomOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** @typedef {() => number} Random */

/**
 * @template T
 * @param {Random} random
 * @param {readonly T[]} values
 * @returns {T}
 */
export function oneOf(random, values) {
  return /** @type {T} */ (values[Math.floor(random() * values.length)]);
}

/**
 * So many different values, or all there are.
 * @template T
 * @param {Random} random
 * @param {readonly T[]} values
 * @param {number} count
 */
export function someOf(random, values, count) {
  const left = [...values];
  return Array.from(
    { length: Math.min(count, left.length) },
    () => left.splice(Math.floor(random() * left.length), 1)[0],
  );
}

/**
 * @param {Random} random
 * @param {number} from
 * @param {number} to included
 */
export function wholeNumber(random, from, to) {
  return from + Math.floor(random() * (to - from + 1));
}
