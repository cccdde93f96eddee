import type { ApolloServerPlugin } from '@apollo/server';
import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import { getVariableValues, GraphQLError, type ValidationContext } from 'graphql';
// Its ES module brings a second copy of graphql, which refuses the schema.
import {
  getComplexity,
  type ComplexityEstimator,
  type ComplexityEstimatorArgs,
} from 'graphql-query-complexity/cjs';
import { MOST_COST, nodesOf, onceOf } from './cost.js';

/** What one document may hold at most. */
export const LIMITS = { depth: 12, aliases: 30, directives: 20, tokens: 2_000 };

/** Refuses a document beyond a limit as any invalid one; by themselves the rules throw, which looks like a failure here. */
const REPORTED = {
  propagateOnRejection: false,
  onReject: [
    (context: ValidationContext | null, { message }: GraphQLError) => {
      context?.reportError(new GraphQLError(message.replace('Syntax Error: ', '')));
    },
  ],
};

/** Refuse documents beyond a limit. */
export const documentRules = [
  maxDepthRule({ n: LIMITS.depth, ...REPORTED }),
  maxAliasesRule({ n: LIMITS.aliases, ...REPORTED }),
  maxDirectivesRule({ n: LIMITS.directives, ...REPORTED }),
];

/** Tells Apollo the HTTP status. */
const BAD_REQUEST = { http: { status: 400 } };

/**
 * Refuses operations that cost too much, and tells what the others cost. A rule of validation could not: it does not see
 * the variables, and is not asked again for a document that is known already.
 */
export const limitCost: ApolloServerPlugin = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ schema, document, operation, operationName, request, response }) => {
        const { variables = {} } = request;
        const { errors } = getVariableValues(schema, operation?.variableDefinitions ?? [], variables);
        // Unacceptable variables are left to the execution, which names them all.
        if (errors !== undefined) return Promise.resolve();
        const cost = reckon({
          schema,
          query: document,
          variables,
          ...(operationName !== null && { operationName }),
        });
        if (cost > MOST_COST) throw tooCostly(cost);
        response.http.headers.set('x-query-cost', String(cost));
        return Promise.resolve();
      },
    }),
};

type Options = Omit<Parameters<typeof getComplexity>[0], 'estimators'>;

/** What an operation costs: nodes multiply from list to list, what is taken once does not. */
function reckon(options: Options): number {
  return sum(options, countNodes) + sum(options, countOnce);
}

const countNodes: ComplexityEstimator = ({ type, field, args, childComplexity }: ComplexityEstimatorArgs) =>
  nodesOf({ type, field }, args, childComplexity);

const countOnce: ComplexityEstimator = ({ type, field, childComplexity }: ComplexityEstimatorArgs) =>
  onceOf({ type, field }) + childComplexity;

/** As `getComplexity`; an argument that is not acceptable is the client's mistake, and so a bad request. */
function sum(options: Options, estimator: ComplexityEstimator): number {
  try {
    return getComplexity({ ...options, estimators: [estimator] });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw new GraphQLError(error.message, { nodes: error.nodes ?? null, extensions: BAD_REQUEST });
  }
}

function tooCostly(cost: number): GraphQLError {
  const message =
    `The operation may cost ${cost}, and at most ${MOST_COST} is given: ` +
    'ask for shorter pages (`first`), fewer lists within lists, or fewer counts and texts at once.';
  return new GraphQLError(message, {
    extensions: { code: 'QUERY_TOO_COSTLY', cost, limit: MOST_COST, ...BAD_REQUEST },
  });
}
