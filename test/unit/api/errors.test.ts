import { beforeAll, describe, expect, test } from '@jest/globals';
import { execute, GraphQLError, parse, validate, type GraphQLFormattedError } from 'graphql';
import { pino } from 'pino';
import { createErrorFormatter, noteErrors } from '../../../src/api/errors.js';
import { createSchema } from '../../../src/api/schema.js';
import { ImrError } from '../../../src/common/errors.js';

const schema = createSchema();

function formatter() {
  const lines: string[] = [];
  const format = createErrorFormatter(pino({}, { write: (line: string) => void lines.push(line) }), schema);
  return {
    format: (error: GraphQLError, requestId = 'one') => {
      note(error, requestId);
      return format(enriched(error), error);
    },
    lines,
  };
}

/** As Apollo tells the plugin of an error before it is formatted. */
function note(error: GraphQLError, id: string): void {
  hooks.didEncounterErrors({ errors: [error], contextValue: { request: { id } } });
}

let hooks: { didEncounterErrors: (of: object) => unknown };

beforeAll(async () => {
  hooks = (await noteErrors.requestDidStart?.({} as never)) as unknown as typeof hooks;
});

/** As Apollo hands errors over. */
function enriched(error: GraphQLError): GraphQLFormattedError {
  return { ...error.toJSON(), extensions: { code: 'INTERNAL_SERVER_ERROR', ...error.extensions } };
}

/** As graphql-js wraps what a resolver threw. */
const thrown = (originalError: Error) =>
  new GraphQLError(originalError.message, { path: ['cases'], originalError });

describe('arguments that do not fit their type', () => {
  test.each([
    ['{ cases(first: "x") { nodes { id } } }', 'first'],
    ['{ cases(frist: 3) { nodes { id } } }', 'frist'],
    ['{ cases(filter: { sauce: 1 }) { nodes { id } } }', 'filter.sauce'],
    ['{ cases(filter: { outcome: LOST }) { nodes { id } } }', 'filter.outcome'],
    ['{ cases(filter: { decisionDate: { to: "2016-02-30" } }) { nodes { id } } }', 'filter.decisionDate.to'],
    ['{ guidelineOutcomes(orderBy: { field: null }) { nodes { findings } } }', 'orderBy.field'],
    ['{ guidelineOutcomes(filter: { role: [RATIONALE, NOBODY] }) { nodes { findings } } }', 'filter.role'],
    ['query ($n: String) { cases(first: $n) { nodes { id } } }', 'first'],
  ])('%s names %s', (query, path) => {
    const { format, lines } = formatter();
    const [error] = validate(schema, parse(query));
    if (error === undefined) throw new Error('expected an error');
    expect(format(error).extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path }] });
    expect(lines).toEqual([]);
  });

  test.each([
    ['{ cases(first: "SECRET") { nodes { id } } }', 'must be a whole number of 32 bits'],
    ['query ($n: Int = "SECRET") { cases(first: $n) { nodes { id } } }', 'must be a whole number of 32 bits'],
    ['{ cases(filter: "SECRET") { nodes { id } } }', 'must be an object of type CaseFilter'],
    [
      '{ cases(filter: { decisionDate: { to: "SECRET" } }) { nodes { id } } }',
      'must be a day, as YYYY-MM-DD',
    ],
    [
      '{ cases(filter: { outcome: UPHELD }) { nodes { id } } }',
      'must be one of UPHOLD, OVERTURN, PARTIAL_OVERTURN, or a list of such; did you mean UPHOLD?',
    ],
    [
      '{ cases(filter: { outcome: "SECRET" }) { nodes { id } } }',
      'must be one of UPHOLD, OVERTURN, PARTIAL_OVERTURN, or a list of such',
    ],
    ['{ case(id: {a: "SECRET"}) { id } }', 'must be an id: a text'],
    ['{ case(id: ["SECRET"]) { id } }', 'must be an id: a text'],
    ['{ cases @include(if: "SECRET") { nodes { id } } }', 'must be true or false'],
  ])('%s: %s', (query, message) => {
    const { format } = formatter();
    const [error] = validate(schema, parse(query));
    if (error === undefined) throw new Error('expected an error');
    const told = format(error);
    expect(told.extensions).toMatchObject({ fields: [{ message }] });
    expect(JSON.stringify(told)).not.toContain('SECRET');
  });

  test.each(['{ cassettes }', 'query ($n: Int) { __typename }'])(
    '%s stays a fault of the document',
    (query) => {
      const { format } = formatter();
      const [error] = validate(schema, parse(query));
      if (error === undefined) throw new Error('expected an error');
      const formatted = { ...error.toJSON(), extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } };
      expect(format(Object.assign(error, { extensions: formatted.extensions }))).toEqual(formatted);
    },
  );
});

test('an expected failure shows its code, not its address, and is logged once however many fields it hit', () => {
  const { format, lines } = formatter();
  const failure = new ImrError('DATABASE_UNAVAILABLE', 'Neo4j at bolt://10.0.0.7:7687: refused');
  const answers = [format(thrown(failure)), format(thrown(failure))];
  expect(answers.map(({ extensions }) => extensions)).toEqual(
    Array(2).fill({ code: 'DATABASE_UNAVAILABLE', requestId: 'one' }),
  );
  expect(JSON.stringify(answers)).not.toContain('10.0.0.7');
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('10.0.0.7');
});

test('a failure that hits two requests is logged under the id of each', () => {
  const { format, lines } = formatter();
  const failure = new ImrError('DATABASE_UNAVAILABLE', 'refused');
  const ids = ['one', 'other', 'one'].map((id) => format(thrown(failure), id).extensions?.['requestId']);
  expect(ids).toEqual(['one', 'other', 'one']);
  expect(lines.map((line) => (JSON.parse(line) as { requestId: string }).requestId)).toEqual([
    'one',
    'other',
  ]);
});

test('an unexpected failure shows the id of the request alone, under which the log holds it', () => {
  const { format, lines } = formatter();
  const { message, extensions } = format(thrown(new Error('MATCH (secret) went wrong')), 'its-id');
  expect(extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR', requestId: 'its-id' });
  expect(message).not.toContain('secret');
  expect(lines[0]).toContain('"requestId":"its-id"');
  expect(lines[0]).toContain('secret');
});

test.each([
  'SECRET',
  '{ cases(first: 1SECRET) }',
  '{ cases("SECRET") }',
  '{ cases("""SECRET""") }',
  '{ a } SECRET',
  '{ cases(id: "\\uSECRET") }',
])('a document that is none is not repeated: %s', (query) => {
  const { format } = formatter();
  let error: unknown;
  try {
    parse(query);
  } catch (thrownError) {
    error = thrownError;
  }
  const syntax = error as GraphQLError;
  const { message } = format(Object.assign(syntax, { extensions: { code: 'GRAPHQL_PARSE_FAILED' } }));
  expect(message).toMatch(/^Syntax Error: /);
  expect(message).not.toContain('SECRET');
});

test.each(['subscription { news }', 'subscription { news { text } }'])(
  '%s is a bad request, not a failure here',
  async (query) => {
    const { format, lines } = formatter();
    const [error] = (await execute({ schema, document: parse(query) })).errors ?? [];
    if (error === undefined) throw new Error('expected an error');
    expect(format(error).extensions).toEqual({ code: 'BAD_REQUEST' });
    expect(lines).toEqual([]);
  },
);
