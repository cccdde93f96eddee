// @ts-check
/** For each topic of the ODG: how many findings cite it in the guideline line, and how many of them were upheld. */
import { anyConditions, cypherParameters, imrFilter, neo4jWhere, talliedConditions } from './filters.js';

const imrQuery = `query ($filter: GuidelineOutcomeFilter!) {
  guidelineOutcomes(filter: $filter, first: 100) { nodes { guideline { id } findings upheld } }
}`;
const neo4jQuery = `query ($findings: GuidelineFindingsConnectionWhere!, $upheld: GuidelineFindingsConnectionWhere!) {
  guidelines(where: { level: { eq: "TOPIC" }, source: { eq: "ODG" } }) {
    id
    findings: findingsConnection(where: $findings) { aggregate { count { nodes } } }
    upheld: findingsConnection(where: $upheld) { aggregate { count { nodes } } }
  }
}`;
const talliesQuery = `query ($keys: [String!]!, $from: Int!, $to: Int!) {
  guidelineTallies(keys: $keys, from: $from, to: $to) { id findings upheld }
}`;

const edge = { role: { eq: 'EXPERT_REVIEWER' }, silent: { eq: false } };

/** @param {import('./filters.js').Conditions} conditions */
function askNeo4jGraphql(conditions) {
  const node = neo4jWhere(conditions);
  const upheld = { decision: { eq: 'UPHELD' } };
  return {
    query: neo4jQuery,
    variables: {
      findings: { edge, ...(node && { node }) },
      upheld: { edge, node: node ? { AND: [node, upheld] } : upheld },
    },
  };
}

/** @param {import('./filters.js').Conditions} conditions */
function askOurs(conditions) {
  return {
    query: imrQuery,
    variables: { filter: { level: 'TOPIC', source: 'ODG', ...imrFilter(conditions) } },
  };
}

/** @param {import('./filters.js').Conditions} conditions */
function askCypher(conditions) {
  return { statement: 'guideline-outcomes-filtered', parameters: cypherParameters(conditions) };
}

/** What all say: the 100 that are most often upheld, which is the longest page of ours. */
const answer = {
  imr: (/** @type {any} */ data) =>
    ranked(
      data.guidelineOutcomes.nodes.map((/** @type {any} */ { guideline, ...counts }) => ({
        id: guideline.id.replace(/^Guideline:/, ''),
        ...counts,
      })),
    ),
  neo4jGraphql: (/** @type {any} */ data) =>
    ranked(
      data.guidelines.map((/** @type {any} */ { id, findings, upheld }) => ({
        id,
        findings: findings.aggregate.count.nodes,
        upheld: upheld.aggregate.count.nodes,
      })),
    ),
  tallies: (/** @type {any} */ data) => ranked(data.guidelineTallies),
  bare: (/** @type {any} */ rows) => ranked(rows),
  driver: (/** @type {any} */ rows) => ranked(rows),
};

/** @param {{ id: string, findings: number, upheld: number }[]} rows */
function ranked(rows) {
  const counted = rows.filter(({ findings }) => findings > 0);
  return counted.sort((a, b) => b.upheld - a.upheld || (a.id < b.id ? -1 : 1)).slice(0, 100);
}

const byTallies = { driver: 'driver in process, our tallies' };

/** @type {import('./case.js').Case[]} */
export const guidelineCases = [
  {
    name: 'guidelines-all',
    title: 'topics of the ODG by outcome, no filter',
    clients: [16],
    pool: 1,
    titles: byTallies,
    draw: () => ({ keys: ['none'], from: 0, to: 9999 }),
    ask: {
      imr: () => askOurs({}),
      neo4jGraphql: () => askNeo4jGraphql({}),
      tallies: (tally) => ({ query: talliesQuery, variables: tally }),
      bare: () => ({ statement: 'guideline-outcomes', parameters: {} }),
      driver: (tally) => ({ statement: 'guideline-tallies', parameters: tally }),
    },
    answer,
  },
  {
    name: 'guidelines-tallied',
    title: 'topics of the ODG by outcome, filters that the tallies have, each new',
    clients: [16],
    titles: byTallies,
    draw: talliedConditions,
    ask: {
      imr: ({ conditions }) => askOurs(conditions),
      neo4jGraphql: ({ conditions }) => askNeo4jGraphql(conditions),
      tallies: ({ keys, from, to }) => ({ query: talliesQuery, variables: { keys, from, to } }),
      bare: ({ conditions }) => askCypher(conditions),
      driver: ({ keys, from, to }) => ({ statement: 'guideline-tallies', parameters: { keys, from, to } }),
    },
    answer,
  },
  ...[undefined, 50].map((pool) => ({
    name: pool ? 'guidelines-pool' : 'guidelines-any',
    title: pool
      ? `topics of the ODG by outcome, ${pool} filters of any kind, again and again`
      : 'topics of the ODG by outcome, filters of any kind, each new',
    clients: [16],
    pool,
    draw: (/** @type {any} */ random, /** @type {any} */ world) => anyConditions(random, world),
    ask: { imr: askOurs, neo4jGraphql: askNeo4jGraphql, bare: askCypher },
    answer,
    note: 'The tallies do not have such filters.',
  })),
];
