// @ts-check
/**
 * Other questions about many findings. @neo4j/graphql cannot group: who knows the values can ask for a count of each under a name of
 * its own, which is what it is measured by. Questions that it has no form for at all are measured alone.
 */
import { anyConditions, imrFilter } from './filters.js';

const outcomesQuery = `query ($by: [Dimension!]!, $filter: FindingFilter!) {
  outcomes(groupBy: $by, filter: $filter, first: 100) { nodes { values { value } findings upheld } }
}`;

/** @typedef {{ name: string, where: Record<string, any> }} Value of a dimension */

/** @type {Record<string, () => Value[]>} */
const VALUES = {
  SEX: () =>
    ['FEMALE', 'MALE'].map((name) => ({ name, where: { case: { some: { employeeSex: { eq: name } } } } })),
  YEAR: () =>
    Array.from({ length: 13 }, (_, i) => String(2013 + i)).map((name) => ({
      name,
      where: { case: { some: { decisionDate: { gte: `${name}-01-01`, lte: `${name}-12-31` } } } },
    })),
};

/**
 * @param {readonly string[]} by dimensions
 * @param {string} state
 */
function aliased(by, state) {
  const all = { case: { some: { reviewer: { some: { licensureStates: { includes: state } } } } } };
  const groups = by.reduce(
    (/** @type {Value[][]} */ groups, dimension) =>
      groups.flatMap((group) => (VALUES[dimension]?.() ?? []).map((value) => [...group, value])),
    [[]],
  );
  const upheld = { decision: { eq: 'UPHELD' } };
  const wheres = groups.flatMap((group) => {
    const conditions = [all, ...group.map(({ where }) => where)];
    return [{ AND: conditions }, { AND: [...conditions, upheld] }];
  });
  const fields = wheres.map(
    (_, i) => `a${i}: findingsConnection(where: $w${i}) { aggregate { count { nodes } } }`,
  );
  return {
    names: groups.map((group) => group.map(({ name }) => name)),
    query: `query (${wheres.map((_, i) => `$w${i}: FindingWhere!`).join(', ')}) { ${fields.join(' ')} }`,
    variables: Object.fromEntries(wheres.map((where, i) => [`w${i}`, where])),
  };
}

/** @param {{ names: string[], findings: number, upheld: number }[]} rows */
function ranked(rows) {
  const told = rows
    .filter(({ findings }) => findings > 0)
    .map((row) => ({ ...row, key: row.names.join(' | ') }));
  return told
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ key, findings, upheld }) => ({ key, findings, upheld }));
}

/** @type {import('./case.js').Case[]} */
const grouped = [['SEX'], ['YEAR'], ['YEAR', 'SEX']].map((by) => ({
  name: `outcomes-${by.join('-').toLowerCase()}`,
  title: `outcomes by ${by.join(' and ').toLowerCase()}, of reviewers of a state`,
  clients: [16],
  draw: (/** @type {any} */ random, /** @type {any} */ world) => ({ state: world.pick(random, 'states') }),
  ask: {
    imr: (/** @type {any} */ { state }) => ({
      query: outcomesQuery,
      variables: { by, filter: { licensureState: state } },
    }),
    neo4jGraphql: (/** @type {any} */ { state }) => {
      const { query, variables } = aliased(by, state);
      return { query, variables };
    },
    bare: (/** @type {any} */ { state }) => ({ statement: 'outcomes', parameters: { by, state } }),
  },
  answer: {
    imr: (/** @type {any} */ data) =>
      ranked(
        data.outcomes.nodes.map((/** @type {any} */ { values, ...counts }) => ({
          names: values.map((/** @type {any} */ { value }) => value.toUpperCase()),
          ...counts,
        })),
      ),
    neo4jGraphql: (/** @type {any} */ data, /** @type {any} */ { state }) =>
      ranked(
        aliased(by, state).names.map((/** @type {string[]} */ names, /** @type {number} */ i) => ({
          names: names.map((name) => name.toUpperCase()),
          findings: data[`a${2 * i}`].aggregate.count.nodes,
          upheld: data[`a${2 * i + 1}`].aggregate.count.nodes,
        })),
      ),
    bare: (/** @type {any} */ rows) =>
      ranked(
        rows.map((/** @type {any} */ { values, ...counts }) => ({
          names: values.map((/** @type {string} */ name) => name.toUpperCase()),
          ...counts,
        })),
      ),
  },
}));

/** @type {[name: string, field: string][]} */
const ALONE = [
  [
    'criterion-outcomes',
    'criterionOutcomes(filter: $filter) { nodes { kind notMet { findings upheld } met { findings upheld } } }',
  ],
  ['lift', 'lift(filter: $filter) { nodes { guideline { id } findings upheld } }'],
  ['guideline-pairs', 'guidelinePairs(filter: $filter) { nodes { findings upheld } }'],
  ['days-to-decision', 'daysToDecision(filter: $filter, groupBy: YEAR) { nodes { median } }'],
  ['citation-agreement', 'citationAgreement(filter: $filter) { agreement findings upheld }'],
];

/** @type {import('./case.js').Case[]} */
const alone = ALONE.map(([name, field]) => {
  const type = name === 'criterion-outcomes' ? 'CriterionOutcomeFilter' : 'FindingFilter';
  return {
    name,
    title: `\`${field.split('(')[0]}\`, filters of any kind, each new`,
    clients: [16],
    draw: anyConditions,
    ask: {
      imr: (conditions) => ({
        query: `query ($filter: ${type}!) { ${field} }`,
        variables: { filter: imrFilter(conditions) },
      }),
    },
    answer: { imr: (data) => data },
    note: '@neo4j/graphql has no form for it.',
  };
});

export const analyticsCases = [...grouped, ...alone];
