// @ts-check
/** Words in full-text indexes, and a page deep in a list. */
import { someOf } from '../random.js';

const fields = 'id label';
const imrQuery = `query ($q: String!) {
  searchFindings(query: $q, in: [LABEL, RATIONALE], first: 20) { nodes { ${fields} } }
}`;
const imrWhole = `query ($q: String!) {
  searchFindings(query: $q, first: 20) {
    totalCount
    edges { score highlights { field excerpt ranges { start end } } node { ${fields} case { caseNumber } } }
  }
}`;
const neo4jQuery = `query ($q: String!) { searchFindings(phrase: $q, first: 20) { edges { score node { ${fields} } } } }`;

/** @type {import('./case.js').Case[]} */
export const searchCases = [
  ...[1, 2].map((words) => ({
    name: `search-${words}`,
    title: `search for ${words === 1 ? 'a word' : 'two words'} in label and rationale, first page`,
    clients: [8],
    draw: (/** @type {any} */ random, /** @type {any} */ { values }) => ({
      words: someOf(random, values['words'], words),
    }),
    ask: {
      imr: (/** @type {any} */ { words }) => ({ query: imrQuery, variables: { q: words.join(' ') } }),
      neo4jGraphql: (/** @type {any} */ { words }) => ({
        query: neo4jQuery,
        variables: { q: words.join(' AND ') },
      }),
    },
    // Ours ranks labels first, so only whether there is a page is the same.
    answer: {
      imr: (/** @type {any} */ data) => data.searchFindings.nodes.length > 0,
      neo4jGraphql: (/** @type {any} */ data) => data.searchFindings.edges.length > 0,
    },
    note: 'Ranked otherwise: of the answers only whether there are any is compared.',
  })),
  {
    name: 'search-whole',
    title: 'search for two words in all texts, with scores, highlights and count',
    clients: [8],
    draw: (random, { values }) => ({ words: someOf(random, values['words'] ?? [], 2) }),
    ask: { imr: ({ words }) => ({ query: imrWhole, variables: { q: words.join(' ') } }) },
    answer: { imr: (data) => data },
    note: '@neo4j/graphql has no highlights, and searches one index at a time.',
  },
  {
    name: 'deep-page',
    title: 'a page of 20 cases, up to 100,000 deep',
    clients: [16],
    pool: 100,
    draw: (random, { pick, cursorOf }) => {
      const { offset, id } = pick(random, 'depths');
      return { offset, cursor: cursorOf(id) };
    },
    ask: {
      imr: ({ cursor }) => ({
        query: 'query ($after: String!) { cases(first: 20, after: $after) { nodes { id outcome } } }',
        variables: { after: cursor },
      }),
      neo4jGraphql: ({ offset }) => ({
        query: 'query ($o: Int!) { cases(offset: $o, limit: 20, sort: [{ id: ASC }]) { id outcome } }',
        variables: { o: offset },
      }),
    },
    answer: {
      imr: (data) =>
        data.cases.nodes.map((/** @type {any} */ { id, outcome }) => [id.replace(/^Case:/, ''), outcome]),
      neo4jGraphql: (data) => data.cases.map((/** @type {any} */ { id, outcome }) => [id, outcome]),
    },
    note: '@neo4j/graphql pages by number (its cursors hold one); ours by key.',
  },
];
