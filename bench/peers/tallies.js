// @ts-check
/**
 * Tallies in the graph: the alternative that the product does not use, for the contestant that does. They have a label of their own,
 * which nothing of ours reads.
 */
import { rowsOf } from './database.js';
import { statements } from './statements.js';

const YEARS = `MATCH (c:Case) WHERE c.decisionDate IS NOT NULL
  RETURN min(c.decisionDate).year AS first, max(c.decisionDate).year AS last`;

/**
 * Makes them anew unless they were finished.
 * @param {import('neo4j-driver').Driver} driver
 * @returns {Promise<{ seconds: number, cells: number }>}
 */
export async function makeTallies(driver) {
  const start = performance.now();
  const [done] = await rowsOf(
    driver,
    'MATCH (t:BenchTalliesMade) RETURN t.seconds AS seconds, t.cells AS cells',
  );
  if (done) return /** @type {any} */ (done);
  await rowsOf(driver, 'MATCH (t:BenchTally) CALL (t) { DELETE t } IN TRANSACTIONS OF 10000 ROWS');
  await rowsOf(driver, 'CREATE INDEX bench_tally IF NOT EXISTS FOR (t:BenchTally) ON (t.k, t.y)');
  const [years] = await rowsOf(driver, YEARS);
  for (const year of [0, ...range(years?.['first'] ?? 1, years?.['last'] ?? 0)])
    await rowsOf(driver, statements['make-tallies'] ?? '', { year });
  await rowsOf(driver, 'CALL db.awaitIndexes(600)');
  const [count] = await rowsOf(driver, 'MATCH (t:BenchTally) RETURN count(*) AS cells');
  const made = { seconds: (performance.now() - start) / 1000, cells: count?.['cells'] };
  await rowsOf(driver, 'CREATE (:BenchTalliesMade {seconds: $seconds, cells: $cells})', made);
  return made;
}

/**
 * @param {number} first
 * @param {number} last included
 */
function range(first, last) {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
}
