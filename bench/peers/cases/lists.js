// @ts-check
/** Lists with filters and orders, relations, single nodes and counts: what both APIs offer, asked for the same fields. */
import { oneOf, someOf } from '../random.js';
import { days } from './filters.js';

/**
 * @typedef {{ imr: Record<string, any>, neo4j: Record<string, any> }} Variables of both
 * @typedef {(random: import('../random.js').Random, world: import('../world.js').World) => Variables} Draw
 */

/** @type {[name: string, title: string, imr: string, neo4j: string, draw: Draw][]} */
const LISTS = [
  [
    'cases-by-outcome',
    'cases of an outcome and dates, by id',
    'query ($f: CaseFilter!) { cases(filter: $f, first: 20) { nodes { id outcome decisionDate } } }',
    'query ($w: CaseWhere!) { cases(where: $w, sort: [{ id: ASC }], limit: 20) { id outcome decisionDate } }',
    (random) => {
      const [outcome, { from, to }] = [
        oneOf(random, ['UPHOLD', 'OVERTURN', 'PARTIAL_OVERTURN']),
        days(random),
      ];
      return {
        imr: { f: { outcome, decisionDate: { from, to } } },
        neo4j: { w: { outcome: { eq: outcome }, decisionDate: { gte: from, lte: to } } },
      };
    },
  ],
  [
    'cases-latest',
    'cases of an outcome, the latest decided first',
    `query ($f: CaseFilter!) {
      cases(filter: $f, orderBy: { field: DECISION_DATE, direction: DESC }, first: 20) { nodes { id outcome decisionDate } }
    }`,
    `query ($w: CaseWhere!) {
      cases(where: $w, sort: [{ decisionDate: DESC }, { id: ASC }], limit: 20) { id outcome decisionDate }
    }`,
    (random) => {
      const outcome = oneOf(random, ['UPHOLD', 'OVERTURN', 'PARTIAL_OVERTURN']);
      // Neo4j has those without a date first, so they are left out.
      return {
        imr: { f: { outcome, decisionDate: { from: '2013-01-01' } } },
        neo4j: { w: { outcome: { eq: outcome }, decisionDate: { gte: '2013-01-01' } } },
      };
    },
  ],
  [
    'cases-by-finding',
    'cases with an overturned finding on a service',
    'query ($f: CaseFilter!) { cases(filter: $f, first: 20) { nodes { id outcome } } }',
    'query ($w: CaseWhere!) { cases(where: $w, sort: [{ id: ASC }], limit: 20) { id outcome } }',
    (random, { pick }) => {
      const modality = pick(random, 'modalities');
      const finding = { decision: { eq: 'OVERTURNED' }, item: { some: { modality: { eq: modality } } } };
      return {
        imr: { f: { findings: { modality, decision: 'OVERTURNED' } } },
        neo4j: { w: { findings: { some: finding } } },
      };
    },
  ],
  [
    'cases-by-reviewer',
    'cases by specialty and state of the reviewer',
    'query ($f: CaseFilter!) { cases(filter: $f, first: 20) { nodes { id outcome } } }',
    'query ($w: CaseWhere!) { cases(where: $w, sort: [{ id: ASC }], limit: 20) { id outcome } }',
    (random, { pick }) => {
      const [specialty, licensureState] = [pick(random, 'specialties'), pick(random, 'states')];
      const reviewer = {
        specialties: { includes: specialty },
        licensureStates: { includes: licensureState },
      };
      return { imr: { f: { specialty, licensureState } }, neo4j: { w: { reviewer: { some: reviewer } } } };
    },
  ],
  [
    'findings-filtered',
    'findings on services, of one decision and year',
    'query ($f: FindingFilter!) { findings(filter: $f, first: 20) { nodes { id label decision } } }',
    'query ($w: FindingWhere!) { findings(where: $w, sort: [{ id: ASC }], limit: 20) { id label decision } }',
    (random, { values }) => {
      const modality = someOf(random, values['modalities'] ?? [], 3);
      const [decision, { from, to }] = [oneOf(random, ['UPHELD', 'OVERTURNED']), days(random)];
      return {
        imr: { f: { modality, decision, decisionDate: { from, to } } },
        neo4j: {
          w: {
            decision: { eq: decision },
            item: { some: { modality: { in: modality } } },
            case: { some: { decisionDate: { gte: from, lte: to } } },
          },
        },
      };
    },
  ],
  [
    'findings-by-label',
    'findings on a body region, by label',
    `query ($f: FindingFilter!) {
      findings(filter: $f, orderBy: { field: LABEL }, first: 20) { nodes { id label } }
    }`,
    'query ($w: FindingWhere!) { findings(where: $w, sort: [{ label: ASC }, { id: ASC }], limit: 20) { id label } }',
    (random, { pick }) => {
      const bodyRegion = pick(random, 'regions');
      return {
        imr: { f: { bodyRegion } },
        neo4j: { w: { item: { some: { bodyRegions: { includes: bodyRegion } } } } },
      };
    },
  ],
  [
    'findings-label-contains',
    'findings whose label holds letters, in any case',
    'query ($f: FindingFilter!) { findings(filter: $f, first: 20) { nodes { id label } } }',
    'query ($w: FindingWhere!) { findings(where: $w, sort: [{ id: ASC }], limit: 20) { id label } }',
    (random, { pick }) => {
      const contains = pick(random, 'modalities').slice(0, 7);
      return {
        imr: { f: { label: { contains } } },
        neo4j: { w: { label: { caseInsensitive: { contains } } } },
      };
    },
  ],
  [
    'findings-citing',
    'findings whose reviewer cites a topic',
    'query ($f: FindingFilter!) { findings(filter: $f, first: 20) { nodes { id label } } }',
    'query ($w: FindingWhere!) { findings(where: $w, sort: [{ id: ASC }], limit: 20) { id label } }',
    (random, { pick }) => {
      const guideline = pick(random, 'topics');
      const cites = {
        edge: { role: { eq: 'EXPERT_REVIEWER' }, silent: { eq: false } },
        node: { id: { eq: guideline } },
      };
      return {
        imr: { f: { citations: { guideline, role: 'EXPERT_REVIEWER' } } },
        neo4j: { w: { guidelinesConnection: { some: cites } } },
      };
    },
  ],
  [
    'one-finding',
    'one finding with its item and citations',
    'query ($id: ID!) { finding(id: $id) { id label decision item { name } citations { role } } }',
    `query ($id: ID!) {
      findings(where: { id: { eq: $id } }) {
        id label decision item { name } guidelinesConnection { edges { properties { role } } }
      }
    }`,
    (random, { pick }) => same('id', `${pick(random, 'caseIds')}#1`),
  ],
  [
    'items-by-name',
    'items of a service, by name',
    'query ($f: ItemFilter!) { items(filter: $f, orderBy: { field: NAME }, first: 20) { nodes { id name } } }',
    'query ($w: ItemWhere!) { items(where: $w, sort: [{ name: ASC }, { id: ASC }], limit: 20) { id name } }',
    (random, { pick }) => {
      const modality = pick(random, 'modalities');
      return { imr: { f: { modality } }, neo4j: { w: { modality: { eq: modality } } } };
    },
  ],
  [
    'findings-of-item',
    'findings of one item',
    'query ($id: ID!) { item(id: $id) { findings(first: 20) { nodes { id label } } } }',
    `query ($id: ID!) {
      items(where: { id: { eq: $id } }) { findings(sort: [{ id: ASC }], limit: 20) { id label } }
    }`,
    (random, { pick }) => same('id', pick(random, 'itemIds')),
  ],
  [
    'cases-of-reviewer',
    'cases of one reviewer profile',
    'query ($id: ID!) { reviewer(id: $id) { cases(first: 20) { nodes { id outcome } } } }',
    'query ($id: ID!) { reviewers(where: { id: { eq: $id } }) { cases(sort: [{ id: ASC }], limit: 20) { id outcome } } }',
    (random, { pick }) => same('id', pick(random, 'reviewerIds')),
  ],
  [
    'topics',
    'the topics of the ODG',
    `{ guidelines(filter: { level: TOPIC, source: "ODG" }, first: 100) { nodes { id name } } }`,
    '{ guidelines(where: { level: { eq: "TOPIC" }, source: { eq: "ODG" } }, sort: [{ id: ASC }], limit: 100) { id name } }',
    () => ({ imr: {}, neo4j: {} }),
  ],
  [
    'case-count',
    'how many cases of an outcome',
    'query ($f: CaseFilter!) { cases(filter: $f) { totalCount } }',
    'query ($w: CaseWhere!) { casesConnection(where: $w) { aggregate { count { nodes } } } }',
    (random) => {
      const outcome = oneOf(random, ['UPHOLD', 'OVERTURN', 'PARTIAL_OVERTURN']);
      return { imr: { f: { outcome } }, neo4j: { w: { outcome: { eq: outcome } } } };
    },
  ],
  [
    'finding-count',
    'how many findings on a service by reviewers of a state',
    'query ($f: FindingFilter!) { findings(filter: $f) { totalCount } }',
    'query ($w: FindingWhere!) { findingsConnection(where: $w) { aggregate { count { nodes } } } }',
    (random, { pick }) => {
      const [modality, licensureState] = [pick(random, 'modalities'), pick(random, 'states')];
      const reviewer = { licensureStates: { includes: licensureState } };
      return {
        imr: { f: { modality, licensureState } },
        neo4j: {
          w: {
            item: { some: { modality: { eq: modality } } },
            case: { some: { reviewer: { some: reviewer } } },
          },
        },
      };
    },
  ],
  [
    'all-counts',
    'how many cases and findings there are',
    '{ cases { totalCount } findings { totalCount } }',
    '{ casesConnection { aggregate { count { nodes } } } findingsConnection { aggregate { count { nodes } } } }',
    () => ({ imr: {}, neo4j: {} }),
  ],
];

/** @type {import('./case.js').Case[]} */
export const listCases = LISTS.map(([name, title, imr, neo4j, draw]) => ({
  name,
  title,
  clients: [16],
  draw,
  ask: {
    imr: (both) => ({ query: imr, variables: both.imr }),
    neo4jGraphql: (both) => ({ query: neo4j, variables: both.neo4j }),
  },
  answer:
    name === 'findings-by-label'
      ? { imr: howMany, neo4jGraphql: howMany }
      : { imr: plain, neo4jGraphql: plain },
  ...(name === 'findings-by-label' && {
    note: 'Ours has labels in order whatever their case: of the answers only the length of the page is compared.',
  }),
}));

/**
 * @param {string} name
 * @param {string} value
 */
function same(name, value) {
  return { imr: { [name]: value }, neo4j: { [name]: value } };
}

/** @param {any} data */
function howMany({ findings }) {
  return (findings.nodes ?? findings).length;
}

/**
 * What both say, as lists of values in one order: without names of connections, and without the type that our ids begin with.
 * @param {any} value
 * @returns {any}
 */
function plain(value) {
  if (typeof value === 'string') return value.replace(/^(Case|Finding|Item|Guideline|Reviewer):/, '');
  if (Array.isArray(value)) {
    const inner = value.map(plain);
    if (inner.length === 1) return inner[0];
    // Of citations only the roles are asked, and in no order.
    return inner.every((one) => typeof one === 'string') ? inner.sort() : inner;
  }
  if (value === null || typeof value !== 'object') return value;
  const inner = Object.values(value).map(plain);
  return inner.length === 1 ? inner[0] : inner;
}
