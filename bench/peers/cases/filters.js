// @ts-check
/** Random filters of findings: one description of each condition, and what it is to each contestant. */
import { oneOf, someOf, wholeNumber } from '../random.js';

/**
 * What passes, by the names of CONDITIONS; what is not there lets all pass.
 * @typedef {Record<string, any>} Conditions
 */

/** @typedef {import('../random.js').Random} Random */
/** @typedef {import('../world.js').World} World */

/**
 * `imr`: the field of our filter, which takes the value as it is; statements of cypher/ take it as a parameter of the condition's name.
 * @typedef {{ draw: (random: Random, world: World) => any, imr: string, of: 'finding' | 'item' | 'case' | 'reviewer',
 *   where: (value: any) => Record<string, any> }} Condition
 * `where`: of which node @neo4j/graphql asks it, and how.
 */

/** @type {Readonly<Record<string, Condition>>} */
const CONDITIONS = {
  regions: { draw: upTo(5, 'regions'), imr: 'bodyRegion', of: 'item', where: holdsAnyOf('bodyRegions') },
  modalities: {
    draw: upTo(5, 'modalities'),
    imr: 'modality',
    of: 'item',
    where: (names) => ({ modality: { in: names } }),
  },
  specialties: {
    draw: upTo(3, 'specialties'),
    imr: 'specialty',
    of: 'reviewer',
    where: holdsAnyOf('specialties'),
  },
  states: {
    draw: upTo(2, 'states'),
    imr: 'licensureState',
    of: 'reviewer',
    where: holdsAnyOf('licensureStates'),
  },
  days: { draw: days, imr: 'decisionDate', of: 'case', where: within('decisionDate') },
  decision: {
    draw: (random) => oneOf(random, ['UPHELD', 'OVERTURNED']),
    imr: 'decision',
    of: 'finding',
    where: (decision) => ({ decision: { eq: decision } }),
  },
  sex: {
    draw: (random) => oneOf(random, ['FEMALE', 'MALE']),
    imr: 'sex',
    of: 'case',
    where: (sex) => ({ employeeSex: { eq: sex } }),
  },
  ages: {
    draw: (random) => ({ from: wholeNumber(random, 18, 45), to: wholeNumber(random, 46, 80) }),
    imr: 'age',
    of: 'case',
    where: within('employeeAge'),
  },
  citation: {
    draw: (random, { pick }) => ({
      guideline: pick(random, 'topics'),
      role: oneOf(random, ['CLAIMS_ADMINISTRATOR', 'EXPERT_REVIEWER', 'RATIONALE']),
    }),
    imr: 'citations',
    of: 'finding',
    where: ({ guideline, role }) => ({
      guidelinesConnection: {
        some: { edge: { role: { eq: role }, silent: { eq: false } }, node: { id: { eq: guideline } } },
      },
    }),
  },
  criterion: {
    draw: (random, { pick }) => ({
      kind: pick(random, 'criterionKinds'),
      status: oneOf(random, ['MET', 'NOT_MET']),
      minConfidence: 0.5,
    }),
    imr: 'criteria',
    of: 'finding',
    where: ({ kind, status, minConfidence }) => ({
      criteriaConnection: {
        some: {
          edge: { status: { eq: status }, confidence: { gte: minConfidence } },
          node: { kind: { eq: kind } },
        },
      },
    }),
  },
};

/**
 * One to three conditions of any kind.
 * @param {Random} random
 * @param {World} world
 * @returns {Conditions}
 */
export function anyConditions(random, world) {
  const names = someOf(random, Object.keys(CONDITIONS), wholeNumber(random, 1, 3)).map(String);
  return Object.fromEntries(names.map((name) => [name, CONDITIONS[name]?.draw(random, world)]));
}

/**
 * A range to the day, as ISO dates.
 * @param {Random} random
 */
export function days(random) {
  const day = (/** @type {number} */ from, /** @type {number} */ to) =>
    [wholeNumber(random, from, to), wholeNumber(random, 1, 12), wholeNumber(random, 1, 28)]
      .map((part) => String(part).padStart(2, '0'))
      .join('-');
  return { from: day(2013, 2017), to: day(2018, 2025) };
}

/** Dimensions that there are tallies of: the condition, and how many names a filter has at most. A reviewer has several specialties. */
const TALLIED = /** @type {const} */ ([
  ['region', 'regions', 5],
  ['service', 'modalities', 5],
  ['specialty', 'specialties', 1],
]);

/**
 * Conditions that tallies by one dimension have, with the keys and years that are theirs.
 * @param {Random} random
 * @param {World} world
 */
export function talliedConditions(random, { values }) {
  const [dimension, condition, most] = oneOf(random, TALLIED);
  const names = someOf(random, values[condition] ?? [], wholeNumber(random, 1, most)).map(String);
  const years = oneOf(random, [
    undefined,
    [wholeNumber(random, 2013, 2017), wholeNumber(random, 2018, 2025)],
  ]);
  return {
    conditions: {
      [condition]: names,
      ...(years && { days: { from: `${years[0]}-01-01`, to: `${years[1]}-12-31` } }),
    },
    keys: names.map((name) => `${dimension} ${name}`),
    from: years?.[0] ?? 0,
    to: years?.[1] ?? 9999,
  };
}

/**
 * As our API takes it.
 * @param {Conditions} conditions
 */
export function imrFilter(conditions) {
  return Object.fromEntries(
    Object.entries(conditions).map(([name, value]) => [CONDITIONS[name]?.imr, value]),
  );
}

/**
 * As the statements of cypher/ take it: what is not asked is null.
 * @param {Conditions} conditions
 */
export function cypherParameters(conditions) {
  return Object.fromEntries(Object.keys(CONDITIONS).map((name) => [name, conditions[name] ?? null]));
}

/**
 * As @neo4j/graphql takes it (FindingWhere).
 * @param {Conditions} conditions
 */
export function neo4jWhere(conditions) {
  const of = (/** @type {Condition['of']} */ node) =>
    Object.entries(conditions).flatMap(([name, value]) => {
      const condition = CONDITIONS[name];
      return condition?.of === node ? [condition.where(value)] : [];
    });
  const letter = [...of('case'), ...some('reviewer', of('reviewer'))];
  return together([...of('finding'), ...some('item', of('item')), ...some('case', letter)]);
}

/**
 * @param {string} relation
 * @param {readonly any[]} wheres
 */
function some(relation, wheres) {
  return wheres.length === 0 ? [] : [{ [relation]: { some: together(wheres) } }];
}

/** @param {readonly any[]} wheres */
function together(wheres) {
  return wheres.length > 1 ? { AND: wheres } : wheres[0];
}

/**
 * @param {number} most
 * @param {string} of the world's values
 * @returns {Condition['draw']}
 */
function upTo(most, of) {
  return (random, { values }) => someOf(random, values[of] ?? [], wholeNumber(random, 1, most));
}

/**
 * A list that shall hold any of some values is an OR.
 * @param {string} field
 */
function holdsAnyOf(field) {
  return (/** @type {string[]} */ names) => ({ OR: names.map((name) => ({ [field]: { includes: name } })) });
}

/** @param {string} field */
function within(field) {
  return (/** @type {{ from: unknown, to: unknown }} */ { from, to }) => ({
    [field]: { gte: from, lte: to },
  });
}
