// @ts-check
/** One case, or fifty, with reviewer, findings, items and citations. */
import { inOrder } from './shapes.js';

const IMR_FIELDS = `id caseNumber outcome decisionDate priority
  reviewer { specialties licensureStates }
  findings { label decision rationale item { name modality } citations { role guideline { name source level } } }`;

const NEO4J_GRAPHQL_FIELDS = `id caseNumber outcome decisionDate priority
  reviewer { specialties licensureStates }
  findings {
    label decision rationale
    item { name modality }
    guidelinesConnection { edges { properties { role } node { name source level } } }
  }`;

const imrCase = `query ($caseNumber: String!) { case(caseNumber: $caseNumber) { ${IMR_FIELDS} } }`;
const imrList = `query ($after: String!) { cases(first: 50, after: $after) { nodes { ${IMR_FIELDS} } } }`;
const neo4jCase = `query ($caseNumber: String!) { cases(where: { caseNumber: { eq: $caseNumber } }) { ${NEO4J_GRAPHQL_FIELDS} } }`;
const neo4jList = `query ($after: ID!) {
  cases(where: { id: { gt: $after } }, sort: [{ id: ASC }], limit: 50) { ${NEO4J_GRAPHQL_FIELDS} }
}`;

/** @type {import('./case.js').Case[]} */
export const caseCases = [
  {
    name: 'nested-case',
    title: 'one case, nested',
    clients: [16, 64],
    pool: 20_000,
    draw: (random, { pick }) => ({ caseNumber: pick(random, 'caseNumbers') }),
    ask: {
      imr: (caseNumber) => ({ query: imrCase, variables: caseNumber }),
      neo4jGraphql: (caseNumber) => ({ query: neo4jCase, variables: caseNumber }),
      bare: (caseNumber) => ({ statement: 'nested-case', parameters: caseNumber }),
      driver: (caseNumber) => ({ statement: 'nested-case', parameters: caseNumber }),
    },
    answer: {
      imr: (data) => [fromImr(data.case)],
      neo4jGraphql: (data) => data.cases.map(fromNeo4jGraphql),
      bare: (rows) => rows.map(fromRow),
      driver: (rows) => rows.map(fromRow),
    },
  },
  {
    name: 'case-list',
    title: 'list of 50 cases, nested',
    clients: [16, 64],
    pool: 2_000,
    draw: (random, { pick, cursorOf }) => {
      const after = pick(random, 'caseIds');
      return { after, cursor: cursorOf(after) };
    },
    ask: {
      imr: ({ cursor }) => ({ query: imrList, variables: { after: cursor } }),
      neo4jGraphql: ({ after }) => ({ query: neo4jList, variables: { after } }),
      bare: ({ after }) => ({ statement: 'case-list', parameters: { after } }),
      driver: ({ after }) => ({ statement: 'case-list', parameters: { after } }),
    },
    answer: {
      imr: (data) => data.cases.nodes.map(fromImr),
      neo4jGraphql: (data) => data.cases.map(fromNeo4jGraphql),
      bare: (rows) => rows.map(fromRow),
      driver: (rows) => rows.map(fromRow),
    },
  },
];

/** @param {any} one as `imr serve` tells it */
function fromImr(one) {
  return {
    ...one,
    id: one.id.replace(/^Case:/, ''),
    priority: one.priority?.toUpperCase() ?? null,
    findings: inOrder(
      one.findings.map((/** @type {any} */ finding) => ({
        ...finding,
        citations: inOrder(finding.citations),
      })),
    ),
  };
}

/** @param {any} one as @neo4j/graphql tells it: relations are lists */
function fromNeo4jGraphql(one) {
  const findings = one.findings.map((/** @type {any} */ { guidelinesConnection, ...finding }) => ({
    ...finding,
    item: finding.item[0],
    citations: inOrder(
      guidelinesConnection.edges.map((/** @type {any} */ { properties, node }) => ({
        role: properties.role,
        guideline: node,
      })),
    ),
  }));
  return {
    ...one,
    priority: one.priority?.toUpperCase() ?? null,
    reviewer: one.reviewer[0],
    findings: inOrder(findings),
  };
}

/** @param {any} row of a statement of cypher/ */
function fromRow(row) {
  const findings = row.findings.map((/** @type {any} */ finding) => ({
    ...finding,
    citations: inOrder(finding.citations),
  }));
  return {
    ...row,
    priority: row.priority?.toUpperCase() ?? null,
    reviewer: row.reviewer[0],
    findings: inOrder(findings),
  };
}
