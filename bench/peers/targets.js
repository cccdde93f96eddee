// @ts-check
/** What was aimed at, at a million cases on two cores: as ratios in one interleaved run, or as plain figures. One entry for each aim. */

/**
 * @typedef {{ says: string, clients?: number, least?: number, most?: number, value: (result: any) => number | undefined }} Target
 * `value` of what was measured at one size (of INGEST: by `npm run bench:ingest`); undefined when it was not.
 */

/** @type {readonly Target[]} */
export const TARGETS = [
  quicker('nested-case', 16, 'neo4jGraphql', 8, 'one case: times the rate of @neo4j/graphql'),
  quicker('nested-case', 64, 'neo4jGraphql', 12, 'one case: times the rate of @neo4j/graphql'),
  sooner('nested-case', 16, 4, 'one case: p99 of @neo4j/graphql, times ours'),
  sooner('nested-case', 64, 4, 'one case: p99 of @neo4j/graphql, times ours'),
  quicker('case-list', 16, 'neo4jGraphql', 5, 'list of 50 nested: times the rate of @neo4j/graphql'),
  within('guidelines-any', 16, 'p50', 20, 'guidelines, any filter: p50 in ms'),
  within('guidelines-any', 16, 'p99', 50, 'guidelines, any filter: p99 in ms'),
  quicker(
    'guidelines-any',
    16,
    'neo4jGraphql',
    500,
    'guidelines, any filter: times the rate of @neo4j/graphql',
  ),
  quicker(
    'guidelines-all',
    16,
    'neo4jGraphql',
    500,
    'guidelines, no filter: times the rate of @neo4j/graphql',
  ),
  quicker(
    'guidelines-tallied',
    16,
    'tallies',
    1.5,
    'guidelines: times the rate of @neo4j/graphql with our tallies',
  ),
  quicker(
    'guidelines-all',
    16,
    'tallies',
    1.5,
    'guidelines, no filter: times the rate of @neo4j/graphql with our tallies',
  ),
  {
    says: 'questions on which @neo4j/graphql is quicker (median rate)',
    most: 0,
    value: ({ cases }) =>
      cases.some(hasPeer)
        ? cases.filter((/** @type {any} */ one) => (ratioOf(one) ?? 1) < 1).length
        : undefined,
  },
  within('search-1', 8, 'p99', 50, 'search, one word, first page: p99 in ms'),
  within('search-2', 8, 'p99', 50, 'search, two words, first page: p99 in ms'),
  within('search-whole', 8, 'p99', 50, 'search with highlights and count, first page: p99 in ms'),
  {
    says: 'bulk: from letters as text to a graph that is served, in minutes',
    most: 15,
    value: ({ loaded, starts }) => {
      const served = Object.entries(starts ?? {}).find(
        ([name]) => name.startsWith('cold') && name.endsWith(': ready'),
      );
      return loaded.seconds && (loaded.seconds + (served?.[1].median ?? 0)) / 60;
    },
  },
];

/**
 * Of what `npm run bench:ingest` left; and of a size, where the import tool was timed at it.
 * @type {readonly (Target & { atSize?: (result: any, live: any) => number | undefined })[]}
 */
export const INGEST = [
  {
    says: 'ingest into a live graph: share of the rate of plain CREATE',
    least: 1 / 2,
    value: ({ ofBare }) => ofBare?.median,
  },
  {
    says: 'ingest into a live graph: share of the rate of the import tool',
    least: 1 / 3,
    value: ({ ofImported }) => ofImported?.median,
    atSize: ({ letters, loaded }, live) =>
      live.whole.lettersPerSecond.median / (letters / Number(phaseOf(loaded, 'importing'))),
  },
];

/**
 * Seconds of a phase of a load, as its report tells; undefined when it does not.
 * @param {{ report?: string }} loaded
 * @param {string} phase
 */
export function phaseOf({ report = '' }, phase) {
  return new RegExp(`${phase} ([\\d.]+) s`).exec(report)?.[1];
}

/**
 * How far a target is reached; undefined where it was not measured.
 * @param {Target} target
 * @param {any} result
 */
export function reached({ value, least, most }, result) {
  const figure = value(result);
  if (figure === undefined || Number.isNaN(figure)) return undefined;
  return { value: figure, met: least === undefined ? figure <= (most ?? 0) : figure >= least };
}

/**
 * Our median rate, divided by that of @neo4j/graphql; undefined unless both answered.
 * @param {any} one of a result's cases
 * @returns {number | undefined}
 */
export function ratioOf({ measured: { imr, neo4jGraphql } }) {
  return imr?.rate && neo4jGraphql?.rate ? imr.rate.median / neo4jGraphql.rate.median : undefined;
}

/** @param {any} one */
function hasPeer(one) {
  return ratioOf(one) !== undefined;
}

/**
 * @param {string} name of a case
 * @param {number} clients
 * @param {string} contestant
 */
function figuresOf(name, clients, contestant) {
  return (/** @type {any} */ { cases }) => {
    const one = cases.find((/** @type {any} */ each) => each.name === name && each.clients === clients);
    const figures = one?.measured[contestant];
    return figures?.rate && figures;
  };
}

/**
 * @param {string} name
 * @param {number} clients
 * @param {string} over
 * @param {number} least
 * @param {string} says
 * @returns {Target}
 */
function quicker(name, clients, over, least, says) {
  const [ours, theirs] = [figuresOf(name, clients, 'imr'), figuresOf(name, clients, over)];
  return { says, clients, least, value: (of) => ours(of)?.rate.median / theirs(of)?.rate.median };
}

/**
 * @param {string} name
 * @param {number} clients
 * @param {number} least
 * @param {string} says
 * @returns {Target}
 */
function sooner(name, clients, least, says) {
  const [ours, theirs] = [figuresOf(name, clients, 'imr'), figuresOf(name, clients, 'neo4jGraphql')];
  return { says, clients, least, value: (of) => theirs(of)?.p99 / ours(of)?.p99 };
}

/**
 * @param {string} name
 * @param {number} clients
 * @param {'p50' | 'p99'} quantile
 * @param {number} most
 * @param {string} says
 * @returns {Target}
 */
function within(name, clients, quantile, most, says) {
  const ours = figuresOf(name, clients, 'imr');
  return { says, clients, most, value: (of) => ours(of)?.[quantile] };
}
