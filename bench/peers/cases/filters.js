// @ts-check
/** Random filters of findings, and what they are to each contestant. */
import { oneOf, someOf, wholeNumber } from '../random.js';

/**
 * What passes, of all who answer; what is not there lets all pass. Days are ISO dates.
 * @typedef {{ regions?: string[], modalities?: string[], specialties?: string[], states?: string[], from?: string, to?: string,
 *   decision?: string, sex?: string, youngest?: number, oldest?: number }} Conditions
 */

/** @typedef {import('../random.js').Random} Random */
/** @typedef {import('../world.js').World} World */

/** @type {readonly ((random: Random, world: World) => Conditions)[]} */
const KINDS = [
  (random, { values }) => ({ regions: someOf(random, values['regions'] ?? [], wholeNumber(random, 1, 5)) }),
  (random, { values }) => ({
    modalities: someOf(random, values['modalities'] ?? [], wholeNumber(random, 1, 5)),
  }),
  (random, { values }) => ({
    specialties: someOf(random, values['specialties'] ?? [], wholeNumber(random, 1, 3)),
  }),
  (random, { values }) => ({ states: someOf(random, values['states'] ?? [], wholeNumber(random, 1, 2)) }),
  (random) => days(random),
  (random) => ({ decision: oneOf(random, ['UPHELD', 'OVERTURNED']) }),
  (random) => ({ sex: oneOf(random, ['FEMALE', 'MALE']) }),
  (random) => ({ youngest: wholeNumber(random, 18, 45), oldest: wholeNumber(random, 46, 80) }),
];

/**
 * One to three conditions of any kind.
 * @param {Random} random
 * @param {World} world
 * @returns {Conditions}
 */
export function anyConditions(random, world) {
  const kinds = someOf(random, KINDS, wholeNumber(random, 1, 3));
  return Object.assign({}, ...kinds.map((kind) => kind?.(random, world)));
}

/**
 * A range to the day.
 * @param {Random} random
 */
export function days(random) {
  const day = (/** @type {number} */ from, /** @type {number} */ to) =>
    [wholeNumber(random, from, to), wholeNumber(random, 1, 12), wholeNumber(random, 1, 28)]
      .map((part) => String(part).padStart(2, '0'))
      .join('-');
  return { from: day(2013, 2017), to: day(2018, 2025) };
}

/**
 * Conditions that tallies by one dimension have, with the keys and years that are theirs.
 * @param {Random} random
 * @param {World} world
 */
export function talliedConditions(random, { values }) {
  const of = (/** @type {string} */ name, /** @type {number} */ most) =>
    someOf(random, values[name] ?? [], wholeNumber(random, 1, most)).map(String);
  const years = oneOf(random, [
    undefined,
    [wholeNumber(random, 2013, 2017), wholeNumber(random, 2018, 2025)],
  ]);
  const dimension = oneOf(random, ['region', 'service', 'specialty']);
  const names = of(
    { region: 'regions', service: 'modalities', specialty: 'specialties' }[dimension] ?? '',
    dimension === 'specialty' ? 1 : 5,
  );
  const field = { region: 'regions', service: 'modalities', specialty: 'specialties' }[dimension] ?? '';
  return {
    conditions: { [field]: names, ...(years && { from: `${years[0]}-01-01`, to: `${years[1]}-12-31` }) },
    keys: names.map((name) => `${dimension} ${name}`),
    from: years?.[0] ?? 0,
    to: years?.[1] ?? 9999,
  };
}

/**
 * As our API takes it.
 * @param {Conditions} conditions
 */
export function imrFilter({
  regions,
  modalities,
  specialties,
  states,
  from,
  to,
  decision,
  sex,
  youngest,
  oldest,
}) {
  return {
    bodyRegion: regions,
    modality: modalities,
    specialty: specialties,
    licensureState: states,
    decision,
    sex,
    ...(from && { decisionDate: { from, to } }),
    ...(youngest && { age: { from: youngest, to: oldest } }),
  };
}

/**
 * As the statements of cypher/ take it.
 * @param {Conditions} conditions
 */
export function cypherParameters(conditions) {
  const names = [
    'regions',
    'modalities',
    'specialties',
    'states',
    'from',
    'to',
    'decision',
    'sex',
    'youngest',
    'oldest',
  ];
  return Object.fromEntries(names.map((name) => [name, /** @type {any} */ (conditions)[name] ?? null]));
}

/**
 * As @neo4j/graphql takes it (FindingWhere). A list that shall hold any of some values is an OR.
 * @param {Conditions} conditions
 */
export function neo4jWhere({
  regions,
  modalities,
  specialties,
  states,
  from,
  to,
  decision,
  sex,
  youngest,
  oldest,
}) {
  const holds = (/** @type {string} */ field, /** @type {string[] | undefined} */ names) =>
    names && { OR: names.map((name) => ({ [field]: { includes: name } })) };
  const reviewer = together([holds('specialties', specialties), holds('licensureStates', states)]);
  const item = together([holds('bodyRegions', regions), modalities && { modality: { in: modalities } }]);
  const letter = together([
    from && { decisionDate: { gte: from, lte: to } },
    sex && { employeeSex: { eq: sex } },
    youngest && { employeeAge: { gte: youngest, lte: oldest } },
    reviewer && { reviewer: { some: reviewer } },
  ]);
  return together([
    decision && { decision: { eq: decision } },
    item && { item: { some: item } },
    letter && { case: { some: letter } },
  ]);
}

/** @param {readonly any[]} conditions some of which are not there */
function together(conditions) {
  const there = conditions.filter(Boolean);
  return there.length > 1 ? { AND: there } : there[0];
}
