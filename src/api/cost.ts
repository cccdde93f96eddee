import type { ApolloServerPlugin } from '@apollo/server';
import {
  getNamedType,
  getNullableType,
  getVariableValues,
  GraphQLError,
  isLeafType,
  isListType,
} from 'graphql';
// Its ES module brings a second copy of graphql, which refuses the schema.
import {
  getComplexity,
  type ComplexityEstimator,
  type ComplexityEstimatorArgs,
} from 'graphql-query-complexity/cjs';
import { LONGEST_LETTER, LONGEST_PAGE } from './inputs/limits.js';

/** Most nodes that one answer may hold. */
const MOST_NODES = 50_000;

/** Reckoned length of a list without pages, say the findings of a case. */
const UNPAGED_LENGTH = 5;

/** Characters of a text to be read that count as one node: they take about as long. */
const CHARACTERS_PER_NODE = 10;

/** What a connection tells of a page as a whole: it does not grow with the page. */
const PAGE_FIELDS = ['pageInfo', 'facets'];

/** The lists of a page, whose length the connection's `first` tells. */
const PAGED_LISTS = ['nodes', 'edges'];

/** Tells Apollo the HTTP status. */
const BAD_REQUEST = { http: { status: 400 } };

/** What a field may cost: its nodes, and what reading a text takes. */
const costOf: ComplexityEstimator = (options) => countNodes(options) + reading(options.args.text);

function reading(text: unknown): number {
  return typeof text === 'string'
    ? Math.ceil(Math.min(text.length, LONGEST_LETTER) / CHARACTERS_PER_NODE)
    : 0;
}

/** Nodes that a field may add to the answer: those of its page, or one, each with all that is asked of it. */
const countNodes = ({ field, args, childComplexity }: ComplexityEstimatorArgs): number => {
  if (isLeafType(getNamedType(field.type)) || PAGE_FIELDS.includes(field.name)) return 0;
  const isList = isListType(getNullableType(field.type)) && !PAGED_LISTS.includes(field.name);
  // Lengths out of bounds are refused by the field, which names the argument; here they must not make room for others.
  const length = typeof args.first === 'number' ? clamp(args.first, 1, LONGEST_PAGE) : undefined;
  // The nodes of a connection count themselves.
  if (length !== undefined) return length * (isList ? 1 + childComplexity : childComplexity);
  return (isList ? UNPAGED_LENGTH : 1) * (1 + childComplexity);
};

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}

/**
 * Refuses operations whose lists within lists multiply to more nodes than one answer may hold. A rule of validation could
 * not: it does not see the variables, and is not asked again for a document that is known already.
 */
export const limitCost: ApolloServerPlugin = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ schema, document, operation, operationName, request: { variables = {} } }) => {
        const { errors } = getVariableValues(schema, operation?.variableDefinitions ?? [], variables);
        // Unacceptable variables are left to the execution, which names them all.
        if (errors !== undefined) return Promise.resolve();
        const nodes = reckon({
          schema,
          query: document,
          variables,
          ...(operationName !== null && { operationName }),
          estimators: [costOf],
        });
        if (nodes > MOST_NODES) throw tooCostly(nodes);
        return Promise.resolve();
      },
    }),
};

/** As `getComplexity`; an argument that is not acceptable is the client's mistake, and so a bad request. */
function reckon(options: Parameters<typeof getComplexity>[0]): number {
  try {
    return getComplexity(options);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw new GraphQLError(error.message, { nodes: error.nodes ?? null, extensions: BAD_REQUEST });
  }
}

function tooCostly(nodes: number): GraphQLError {
  const message =
    `The answer may hold ${nodes} nodes, and at most ${MOST_NODES} are given: ` +
    'ask for shorter pages (`first`), fewer lists within lists, or fewer texts at once.';
  return new GraphQLError(message, { extensions: { code: 'QUERY_TOO_COSTLY', ...BAD_REQUEST } });
}
