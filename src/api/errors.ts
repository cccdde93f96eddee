import type { ApolloServerPlugin } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import type { ValidationError } from 'class-validator';
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import { ArgumentValidationError } from 'type-graphql';
import { ERROR_CODES, ImrError } from '../common/errors.js';
import type { Logger } from '../common/log.js';
import { InputError } from '../query/input-error.js';
import { argumentProblem } from './inputs/argument-problem.js';
import type { Context } from './context.js';
import { inOneMessage, type FieldProblem } from './inputs/input-problems.js';

type FormatError = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;

/** Which request an error is of, by the error that is formatted: what a resolver threw may be that of several requests. */
const requestIds = new WeakMap<object, string>();

/** Remembers which request errors are of; the formatter is not told. */
export const noteErrors: ApolloServerPlugin<Context> = {
  requestDidStart: () =>
    Promise.resolve({
      didEncounterErrors: ({ errors, contextValue }) => {
        for (const error of errors) requestIds.set(error, contextValue.request.id);
        return Promise.resolve();
      },
    }),
};

/**
 * Makes what clients see of an error. What they did wrong is named by field (BAD_USER_INPUT); of what went wrong here they
 * see a stable code, the id of their request, and no address, statement or stack; that goes into the log, under that id, once a request,
 * however many fields it hit. Nothing that was submitted is repeated but the names that a document holds.
 */
export function createErrorFormatter(log: Logger, schema: GraphQLSchema): FormatError {
  const logged = new WeakMap<object, Set<string>>();
  /** Logs an error unless it is logged already of this request. */
  const logOnce = (error: object, requestId: string): void => {
    const known = logged.get(error) ?? new Set();
    if (known.has(requestId)) return;
    logged.set(error, known.add(requestId));
    // An expected failure is told in one line, without a stack: it hits every request while the database is down.
    if (error instanceof ImrError)
      log.warn({ requestId, code: error.code, reason: error.message }, 'request failed');
    else log.error({ requestId, err: error }, 'request failed');
  };
  return (formatted, error) => {
    const problems = inputProblems(error, schema);
    if (problems.length > 0) return refusal(formatted, problems);
    const original = unwrapResolverError(error);
    const requestId = requestIds.get(Object(error) as object) ?? 'unknown';
    if (original instanceof ImrError) {
      logOnce(original, requestId);
      const { code } = original;
      return { ...formatted, message: ERROR_CODES[code], extensions: { code, requestId } };
    }
    if (formatted.extensions?.code !== 'INTERNAL_SERVER_ERROR') return withoutValues(formatted);
    if (isRefusal(error)) return { ...formatted, extensions: { code: 'BAD_REQUEST' } };
    logOnce(Object(original) as object, requestId);
    const extensions = { code: 'INTERNAL_SERVER_ERROR', requestId };
    return { ...formatted, message: wentWrong(requestId), extensions };
  };
}

/** What a client is told of a defect. */
export function wentWrong(requestId: string): string {
  return `Something went wrong here, not in the request; the log knows it as ${requestId}.`;
}

/** Whether GraphQL itself refused to execute the request, say a subscription where there are none: no field failed. */
function isRefusal(error: unknown): boolean {
  return error instanceof GraphQLError && error.originalError === undefined && error.path === undefined;
}

function refusal(formatted: GraphQLFormattedError, fields: readonly FieldProblem[]): GraphQLFormattedError {
  return { ...formatted, message: inOneMessage(fields), extensions: { code: 'BAD_USER_INPUT', fields } };
}

/** What the error says about arguments; nothing when it is about something else. */
function inputProblems(error: unknown, schema: GraphQLSchema): FieldProblem[] {
  const original = unwrapResolverError(error);
  if (original instanceof ArgumentValidationError) {
    return original.extensions.validationErrors.flatMap((problem) => fieldProblems(problem));
  }
  if (original instanceof InputError) return [{ path: original.path, message: original.reason }];
  const problem = error instanceof GraphQLError ? argumentProblem(error, schema) : undefined;
  return problem === undefined ? [] : [problem];
}

/** What GraphQL's own messages quote of a document that is none, or of a request; the place is told beside them. */
function withoutValues(formatted: GraphQLFormattedError): GraphQLFormattedError {
  const { message, extensions } = formatted;
  switch (extensions?.code) {
    case 'GRAPHQL_PARSE_FAILED':
      return { ...formatted, message: withoutTokens(message) };
    case 'OPERATION_RESOLUTION_FAILURE':
      return {
        ...formatted,
        message: 'The document holds no operation of that name, or several and none is named.',
      };
    default:
      return formatted;
  }
}

/** Says of what kind an unexpected token is, and of punctuation which. */
function withoutTokens(message: string): string {
  return message
    .replace(/\b(Name|Int|Float|String|BlockString|Comment) "[^]*"/, '$1')
    .replace(/(character|digit but got|sequence): [^]*$/, '$1');
}

/** Flattens what class-validator found: one entry per broken rule. Its messages begin with the name that the path ends in. */
function fieldProblems(problem: ValidationError, above = ''): FieldProblem[] {
  const path = `${above}${problem.property}`;
  const own = Object.values(problem.constraints ?? {}).map((message) => ({
    path,
    message: message.replace(`${problem.property} `, ''),
  }));
  return [...own, ...(problem.children ?? []).flatMap((child) => fieldProblems(child, `${path}.`))];
}

/** Why a body cannot be read, by the type of express's error; its message would repeat what the body holds. */
const UNREADABLE: Readonly<Record<string, string>> = {
  'entity.parse.failed': 'the body is no JSON object',
  'entity.too.large': 'the body is too long',
  'charset.unsupported': 'the charset of the body is not known here',
  'encoding.unsupported': 'the encoding of the body is not known here',
  'request.aborted': 'the body ends too early',
  'request.size.invalid': 'the body is not as long as its header says',
};

/** Says why a request cannot be read. */
export function describeUnreadable(type = ''): string {
  return `The request cannot be read: ${UNREADABLE[type] ?? 'it is not acceptable'}.`;
}
