// @ts-check
/** What was aimed at, at a million cases on two cores: as ratios in one interleaved run, or as milliseconds. */

/**
 * @typedef {{ case: string, clients: number, says: string, of: 'rate' | 'p99' | 'p50', over?: string, least?: number, most?: number }} Target
 * With `over`: how many times as fast as that contestant; else milliseconds.
 */

/** @type {readonly Target[]} */
export const TARGETS = [
  {
    case: 'nested-case',
    clients: 16,
    of: 'rate',
    over: 'neo4jGraphql',
    least: 8,
    says: 'one case: times the rate of @neo4j/graphql',
  },
  {
    case: 'nested-case',
    clients: 64,
    of: 'rate',
    over: 'neo4jGraphql',
    least: 12,
    says: 'one case: times the rate of @neo4j/graphql',
  },
  {
    case: 'nested-case',
    clients: 16,
    of: 'p99',
    over: 'neo4jGraphql',
    least: 4,
    says: 'one case: p99 of @neo4j/graphql, times ours',
  },
  {
    case: 'nested-case',
    clients: 64,
    of: 'p99',
    over: 'neo4jGraphql',
    least: 4,
    says: 'one case: p99 of @neo4j/graphql, times ours',
  },
  {
    case: 'case-list',
    clients: 16,
    of: 'rate',
    over: 'neo4jGraphql',
    least: 5,
    says: 'list of 50: times the rate of @neo4j/graphql',
  },
  { case: 'guidelines-any', clients: 16, of: 'p50', most: 20, says: 'guidelines, any filter: p50 in ms' },
  { case: 'guidelines-any', clients: 16, of: 'p99', most: 50, says: 'guidelines, any filter: p99 in ms' },
  {
    case: 'guidelines-any',
    clients: 16,
    of: 'rate',
    over: 'neo4jGraphql',
    least: 500,
    says: 'guidelines, any filter: times the rate of @neo4j/graphql',
  },
  {
    case: 'guidelines-all',
    clients: 16,
    of: 'rate',
    over: 'neo4jGraphql',
    least: 500,
    says: 'guidelines, no filter: times the rate of @neo4j/graphql',
  },
  {
    case: 'guidelines-tallied',
    clients: 16,
    of: 'rate',
    over: 'tallies',
    least: 1.5,
    says: 'guidelines: times the rate of @neo4j/graphql with our tallies',
  },
  { case: 'search-1', clients: 8, of: 'p99', most: 50, says: 'search, one word: p99 in ms' },
  { case: 'search-2', clients: 8, of: 'p99', most: 50, says: 'search, two words: p99 in ms' },
];

/**
 * How far a target is reached; undefined where it was not measured.
 * @param {Target} target
 * @param {any[]} cases of a result
 * @returns {{ value: number, met: boolean } | undefined}
 */
export function reached(target, cases) {
  const one = cases.find(({ name, clients }) => name === target.case && clients === target.clients);
  const ours = one?.measured.imr;
  if (!ours || ours.failed) return undefined;
  const of = (/** @type {any} */ figures) =>
    target.of === 'rate' ? figures.rate.median : figures[target.of];
  if (target.over === undefined) return { value: of(ours), met: of(ours) <= (target.most ?? 0) };
  const theirs = one.measured[target.over];
  if (!theirs || theirs.failed) return undefined;
  const value = target.of === 'rate' ? of(ours) / of(theirs) : of(theirs) / of(ours);
  return { value, met: value >= (target.least ?? 0) };
}
