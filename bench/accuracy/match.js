// @ts-check

/** @typedef {import('./facts.js').Judged} Judged */

/**
 * Both as bags of words: what is in both is right, once for each time.
 * @param {string} group
 * @param {readonly string[]} expected
 * @param {readonly string[]} found
 * @returns {Judged[]}
 */
export function match(group, expected, found) {
  const left = [...found];
  const judged = expected.map((fact) => {
    const place = left.indexOf(fact);
    if (place >= 0) left.splice(place, 1);
    return judgedAs(group, fact, place >= 0 ? 'RIGHT' : 'MISSED');
  });
  return [...judged, ...left.map((fact) => judgedAs(group, fact, 'EXTRA'))];
}

/**
 * @param {string} group
 * @param {string} fact
 * @param {Judged['verdict']} verdict
 * @returns {Judged}
 */
export function judgedAs(group, fact, verdict) {
  return { group, fact, verdict };
}
