// @ts-check
/** What questions are asked about: names and ids that the graph holds, read once, and sampled by a seed. */
import { rowsOf } from './database.js';
import { oneOf, randomOf } from './random.js';

/** Places in the order of ids from which cases are taken, and how many from each. */
const PLACES = 2_000;
const FROM_EACH = 10;

/**
 * @typedef {{ values: Record<string, readonly any[]>, cursorOf: (id: string) => string,
 *   pick: (random: import('./random.js').Random, of: string) => any }} World
 */

const NAMES = {
  regions: 'MATCH (i:Item) UNWIND i.bodyRegions AS value RETURN DISTINCT value ORDER BY value',
  modalities:
    'MATCH (i:Item) WHERE i.modality IS NOT NULL RETURN DISTINCT i.modality AS value ORDER BY value',
  categories:
    'MATCH (i:Item) WHERE i.category IS NOT NULL RETURN DISTINCT i.category AS value ORDER BY value',
  specialties: 'MATCH (r:Reviewer) UNWIND r.specialties AS value RETURN DISTINCT value ORDER BY value',
  states: 'MATCH (r:Reviewer) UNWIND r.licensureStates AS value RETURN DISTINCT value ORDER BY value',
  criterionKinds:
    "MATCH (g:Guideline {level: 'CRITERION'}) WHERE g.kind IS NOT NULL RETURN DISTINCT g.kind AS value ORDER BY value",
  topics: "MATCH (g:Guideline {level: 'TOPIC', source: 'ODG'}) RETURN g.id AS value ORDER BY value",
  itemIds: 'MATCH (i:Item) RETURN i.id AS value ORDER BY value LIMIT 5000',
  reviewerIds: 'MATCH (r:Reviewer) RETURN r.id AS value ORDER BY value LIMIT 5000',
};

/** Seeks in the index of ids: a sample that takes no look at all cases. */
const SAMPLE = `UNWIND $places AS place
  CALL (place) { MATCH (c:Case) WHERE c.id >= place RETURN c ORDER BY c.id LIMIT ${FROM_EACH} }
  RETURN DISTINCT c.id AS id, c.caseNumber AS caseNumber`;

/**
 * @param {import('neo4j-driver').Driver} driver
 * @param {number} seed
 * @param {string} cursor of our API that stands behind `id` in the order of ids
 * @param {string} id
 * @returns {Promise<World>}
 */
export async function readWorld(driver, seed, cursor, id) {
  /** @type {Record<string, readonly any[]>} */
  const values = {};
  for (const [name, statement] of Object.entries(NAMES))
    values[name] = (await rowsOf(driver, statement)).map(({ value }) => value);
  const random = randomOf(seed);
  const cases = await rowsOf(driver, SAMPLE, {
    places: Array.from({ length: PLACES }, () => placeOf(random)),
  });
  values['words'] = await wordsOf(driver);
  values['depths'] = await depthsOf(driver, random);
  values['caseIds'] = cases.map((one) => one['id']);
  values['caseNumbers'] = cases.map((one) => one['caseNumber']).filter(Boolean);
  const plain = Buffer.from(cursor, 'base64url').toString();
  if (!plain.includes(id))
    throw new Error('A cursor does not hold the id of its case: the benchmark cannot make others.');
  return {
    values,
    cursorOf: (other) => Buffer.from(plain.replace(id, () => other)).toString('base64url'),
    pick: (from, of) => oneOf(from, values[of] ?? []),
  };
}

/** Words of labels, of five letters and more. @param {import('neo4j-driver').Driver} driver */
async function wordsOf(driver) {
  const labels = await rowsOf(driver, 'MATCH (f:Finding) RETURN f.label AS label LIMIT 3000');
  const words = labels.flatMap(({ label }) => label.toLowerCase().match(/\b[a-z]{5,}\b/g) ?? []);
  return [...new Set(words)].sort();
}

/**
 * Places deep in the order of ids: how many cases are before them, and the id of the last of those.
 * @param {import('neo4j-driver').Driver} driver
 * @param {import('./random.js').Random} random
 */
async function depthsOf(driver, random) {
  const [count] = await rowsOf(driver, 'MATCH (c:Case) RETURN count(*) AS cases');
  const deepest = Math.min(100_000, (count?.['cases'] ?? 0) - 20);
  const offsets = Array.from({ length: 20 }, () => 1 + Math.floor((0.5 + random() / 2) * (deepest - 1)));
  const statement = 'MATCH (c:Case) WITH c.id AS id ORDER BY id SKIP toInteger($skip) LIMIT 1 RETURN id';
  return Promise.all(
    offsets.map(async (offset) => ({
      offset,
      id: (await rowsOf(driver, statement, { skip: offset - 1 }))[0]?.['id'],
    })),
  );
}

/** Case ids begin so; some are hashes. @param {import('./random.js').Random} random */
function placeOf(random) {
  const digits = (/** @type {number} */ count) =>
    String(Math.floor(random() * 10 ** count)).padStart(count, '0');
  const year = 13 + Math.floor(random() * 13);
  return oneOf(random, [
    `CM${year}-${digits(7)}`,
    `CM${year}-${digits(7)}`,
    `IMR 13-${digits(6)}`,
    `sha256:${Math.floor(random() * 2 ** 32)
      .toString(16)
      .padStart(8, '0')}`,
  ]);
}
