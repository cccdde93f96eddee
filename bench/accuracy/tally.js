// @ts-check

/**
 * @typedef {import('./facts.js').Judged} Judged
 * @typedef {{ expected: number, found: number, right: number }} Counts
 * @typedef {{ set: string, era: string, group: string, counts: Counts }} Row
 *
 * A scored letter.
 * @typedef {{ id: string, set: string, era: string, facts: readonly Judged[] }} Scored
 */

/** The group of rows that sum up all groups of an era. */
const ALL = 'all';

/**
 * Counts by set, era and field group, with a row for all groups at the end of each era.
 * @param {readonly Scored[]} letters
 * @returns {Row[]} in the order in which groups come in letters, eras sorted
 */
export function tally(letters) {
  /** @type {Map<string, Row>} */
  const rows = new Map();
  const add = (
    /** @type {Scored} */ { set, era },
    /** @type {string} */ group,
    /** @type {Counts} */ one,
  ) => {
    const key = [set, era, group].join('\t');
    const row = rows.get(key) ?? { set, era, group, counts: noCounts() };
    rows.set(key, { ...row, counts: sum(row.counts, one) });
  };
  for (const letter of letters) for (const fact of letter.facts) add(letter, fact.group, countsOf([fact]));
  const byGroup = [...rows.values()];
  for (const { set, era, counts } of byGroup) add({ id: '', set, era, facts: [] }, ALL, counts);
  const order = groupOrder(byGroup);
  return [...rows.values()].sort(
    (a, b) => compare(a.set, b.set) || compare(a.era, b.era) || order(a.group) - order(b.group),
  );
}

/**
 * @param {readonly Judged[]} facts
 * @returns {Counts}
 */
export function countsOf(facts) {
  const counts = noCounts();
  for (const { verdict } of facts) {
    if (verdict !== 'EXTRA') counts.expected++;
    if (verdict !== 'MISSED') counts.found++;
    if (verdict === 'RIGHT') counts.right++;
  }
  return counts;
}

/**
 * @param {Counts} a
 * @param {Counts} b
 */
function sum(a, b) {
  return { expected: a.expected + b.expected, found: a.found + b.found, right: a.right + b.right };
}

function noCounts() {
  return { expected: 0, found: 0, right: 0 };
}

/** @param {readonly Row[]} rows */
function groupOrder(rows) {
  const groups = [...new Set(rows.map(({ group }) => group)), ALL];
  return (/** @type {string} */ group) => groups.indexOf(group);
}

/**
 * @param {string} a
 * @param {string} b
 */
function compare(a, b) {
  return a < b ? -1 : Number(a > b);
}
