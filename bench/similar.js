// @ts-check
/**
 * How well similar findings are found in the graph that the settings name: each of its findings is asked for in turn, its own letter
 * being left out. `node bench/similar.js` after `npm run build:server`; docs/api.md tells what is counted.
 */
import { readSettings } from '../dist/common/settings.js';
import { openDatabase } from '../dist/engine/database.js';
import { GraphClient } from '../dist/graph/client.js';
import { findingPage, findingsById } from '../dist/query/findings.js';
import { findingSeed } from '../dist/query/similar/seed.js';
import { similarFindings } from '../dist/query/similar/similar.js';

/** How many of the nearest are asked how they were decided. */
const NEAREST = 10;

const share = (/** @type {number} */ part, /** @type {number} */ whole) =>
  `${part} of ${whole} (${whole === 0 ? '-' : ((100 * part) / whole).toFixed(0)} %)`;

const database = await openDatabase(readSettings());
const client = new GraphClient(database);
try {
  report(await compared());
} finally {
  await client.close();
  await database.close();
}

/** Each finding with all that are similar to it. */
async function compared() {
  const all = [];
  for (let after, more = true; more;) {
    /** @type {{ nodes: readonly string[], hasNextPage: boolean }} */
    const page = await findingPage(client, {}, { first: 100, after });
    const decisions = new Map(
      (await findingsById(client, page.nodes)).map(
        (/** @type {{ id: string, decision: string }} */ { id, decision }) => [id, decision],
      ),
    );
    for (const id of page.nodes) {
      const seed = await findingSeed(client, id, 'finding');
      const question = { filter: {}, overturnedFirst: false };
      const turn = { path: 'finding', inTurn: async (/** @type {() => any} */ work) => work() };
      all.push({ id, decision: decisions.get(id), ...(await similarFindings(client, seed, question, turn)) });
    }
    [after, more] = [page.nodes.at(-1), page.hasNextPage];
  }
  return all;
}

/** @param {Awaited<ReturnType<typeof compared>>} all */
function report(all) {
  const itemOf = new Map(all.map(({ id, seed }) => [id, seed.items[0]?.itemId]));
  const caseOf = new Map(all.map(({ id, seed }) => [id, seed.caseId]));
  const twins = (/** @type {string} */ id) =>
    all.filter((other) => itemOf.get(other.id) === itemOf.get(id) && caseOf.get(other.id) !== caseOf.get(id));
  const withTwin = all.filter(({ id }) => twins(id).length > 0);
  const first = withTwin.filter(
    ({ id, findings: [nearest] }) => itemOf.get(nearest?.id ?? '') === itemOf.get(id),
  );
  const chance = withTwin.reduce((sum, { id }) => {
    const others = all.filter((other) => caseOf.get(other.id) !== caseOf.get(id)).length;
    return sum + twins(id).length / others;
  }, 0);
  console.log(`findings: ${all.length}`);
  console.log(`nearest has the same item, where another letter has: ${share(first.length, withTwin.length)}`);
  console.log(`  by chance: ${((100 * chance) / withTwin.length).toFixed(0)} %`);
  for (const decision of ['UPHELD', 'OVERTURNED']) {
    const own = all.filter((one) => one.decision === decision);
    const nearest = own.flatMap(({ findings }) => findings.slice(0, NEAREST));
    const overturned = nearest.filter((one) => one.decision === 'OVERTURNED').length;
    console.log(
      `overturned among the ${NEAREST} nearest to ${decision}: ${share(overturned, nearest.length)}`,
    );
  }
  const base = all.filter(({ decision }) => decision === 'OVERTURNED').length;
  console.log(`  among all: ${share(base, all.length)}`);
}
