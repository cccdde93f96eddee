import { HeaderMap, type ApolloServerPlugin } from '@apollo/server';
import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import {
  GraphQLError,
  Kind,
  type ASTVisitor,
  type ListValueNode,
  type ObjectValueNode,
  type ValidationContext,
} from 'graphql';
// Its ES module brings a second copy of graphql, which refuses the schema.
import {
  getComplexity,
  type ComplexityEstimator,
  type ComplexityEstimatorArgs,
} from 'graphql-query-complexity/cjs';
import { ERROR_CODES } from '../../common/errors.js';
import { REFUSAL_STATUS } from '../http/access.js';
import type { Context } from '../context.js';
import { MOST_COST, nodesOf, onceOf } from './cost.js';
import { VALUE_LIMITS } from '../inputs/input-problems.js';
import { refuseArguments, variableProblems } from './variables.js';

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

/** Refuses values in the document that hold more than variables may. */
function maxValuesRule(context: ValidationContext): ASTVisitor {
  let depth = 0;
  const leave = () => {
    depth--;
  };
  const enter = (node: ObjectValueNode | ListValueNode) => {
    depth++;
    const { list, depth: deepest } = VALUE_LIMITS;
    if (node.kind === Kind.LIST && node.values.length > list) {
      context.reportError(new GraphQLError(`must not hold more than ${list} entries`, { nodes: node }));
    } else if (depth === deepest + 1) {
      context.reportError(new GraphQLError(`is more than ${deepest} levels deep`, { nodes: node }));
    }
  };
  return { ObjectValue: { enter, leave }, ListValue: { enter, leave } };
}

/** Refuse documents beyond a limit. */
export const documentRules = [
  maxValuesRule,
  maxDepthRule({ n: LIMITS.depth, ...REPORTED }),
  maxAliasesRule({ n: LIMITS.aliases, ...REPORTED }),
  maxDirectivesRule({ n: LIMITS.directives, ...REPORTED }),
];

/** Tells Apollo the HTTP status. */
const BAD_REQUEST = { http: { status: 400 } };

/**
 * Refuses operations whose variables are not acceptable, or that cost too much, and tells what the others cost. A rule of
 * validation could not: it does not see the variables, and is not asked again for a document that is known already.
 */
export const limitOperation: ApolloServerPlugin<Context> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: async (resolved) => {
        const { schema, document, operation, operationName, request, response, contextValue } = resolved;
        const { variables = {} } = request;
        const problems = operation ? variableProblems({ schema, document, operation, variables }) : [];
        if (problems.length > 0) throw refuseArguments(problems);
        const cost = reckon({
          schema,
          query: document,
          variables,
          ...(operationName !== null && { operationName }),
        });
        if (cost > MOST_COST) throw tooCostly(cost);
        response.http.headers.set('x-query-cost', String(cost));
        const wait = await contextValue.charge(cost);
        if (wait !== undefined) throw rateLimited(wait);
      },
    }),
};

type Options = Omit<Parameters<typeof getComplexity>[0], 'estimators'>;

/** What an operation costs: nodes multiply from list to list, what is taken once does not. */
export function reckon(options: Options): number {
  return sum(options, countNodes) + sum(options, countOnce);
}

const countNodes: ComplexityEstimator = ({ type, field, args, childComplexity }: ComplexityEstimatorArgs) =>
  nodesOf({ type, field }, args, childComplexity);

const countOnce: ComplexityEstimator = ({ type, field, args, childComplexity }: ComplexityEstimatorArgs) =>
  onceOf({ type, field }, args) + childComplexity;

/** What `getComplexity` says of a document that asks for more than 10,000 fields, fragments spread out. */
const TOO_MANY_NODES = 'Query exceeds the maximum allowed number of nodes.';

/** As `getComplexity`; an argument that is not acceptable is the client's mistake, and so a bad request. */
function sum(options: Options, estimator: ComplexityEstimator): number {
  try {
    return getComplexity({ ...options, estimators: [estimator] });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    // Fragments that spread each other again and again: it does not count on.
    if (error.message === TOO_MANY_NODES) throw tooCostly(Infinity);
    throw new GraphQLError(error.message, { nodes: error.nodes ?? null, extensions: BAD_REQUEST });
  }
}

/** @param wait in seconds */
function rateLimited(wait: number): GraphQLError {
  return new GraphQLError(ERROR_CODES.RATE_LIMITED, {
    extensions: {
      code: 'RATE_LIMITED',
      retryAfter: wait,
      http: { status: REFUSAL_STATUS.RATE_LIMITED, headers: new HeaderMap([['retry-after', String(wait)]]) },
    },
  });
}

function tooCostly(cost: number): GraphQLError {
  const most = Number.isFinite(cost) ? String(cost) : 'more than can be reckoned';
  const message =
    `The operation may cost ${most}, and at most ${MOST_COST} is given: ` +
    'ask for shorter pages (`first`), fewer lists within lists, or fewer counts and texts at once.';
  return new GraphQLError(message, {
    extensions: {
      code: 'QUERY_TOO_COSTLY',
      ...(Number.isFinite(cost) && { cost }),
      limit: MOST_COST,
      ...BAD_REQUEST,
    },
  });
}
