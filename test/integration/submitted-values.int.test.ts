import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  getNullableType,
  isCompositeType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isRequiredArgument,
  isRequiredInputField,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
} from 'graphql';
import { createSchema } from '../../src/api/schema.js';
import { startApi, type TestApi } from '../support/api.js';
import { emptyGraph } from '../support/graph.js';

/** What a client submits, and nobody else is to see: no error and no line of the log may hold it. */
const SECRET = 'Xanthippe';

const queries = Object.values(createSchema().getQueryType()?.getFields() ?? {});

let api: TestApi;

beforeAll(async () => {
  api = await startApi(await emptyGraph());
});

/** Sends a request; returns its errors, which must not hold the secret. */
async function errorsOf(path: string, request: RequestInit): Promise<string> {
  const response = await fetch(`${api.url}${path}`, request);
  const body = (await response.json()) as { errors?: unknown };
  return JSON.stringify(body.errors ?? null);
}

const post = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: typeof body === 'string' ? body : JSON.stringify(body),
});

/** An acceptable value of a type. */
function some(type: GraphQLInputType): unknown {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return [some(nullable.ofType)];
  if (isEnumType(nullable)) return nullable.getValues()[0]?.name;
  if (isInputObjectType(nullable)) {
    const required = Object.values(nullable.getFields()).filter(isRequiredInputField);
    return Object.fromEntries(required.map((field) => [field.name, some(field.type)]));
  }
  return { Int: 1, Float: 0.5, Boolean: true, LocalDate: '2016-01-01' }[nullable.name] ?? 'MRI of the knee';
}

/** Values that hold the secret, which no type takes but a few that take texts. */
const PLAIN = [
  SECRET,
  [SECRET],
  [[{ a: SECRET }]],
  { [SECRET]: SECRET },
  { [`${SECRET} says`]: 1 },
  `${SECRET} `.repeat(900),
];

/** The inputs whose inside was tried: it is the same wherever one of them is an argument. */
const tried = new Set<string>();

/** Values for an argument; of an input that was one before, at its top alone. */
function secretsFor({ type }: GraphQLArgument): unknown[] {
  const named = getNamedType(type);
  if (isInputObjectType(named) && tried.has(named.name)) return PLAIN;
  tried.add(named.name);
  return secrets(type);
}

/**
 * Values that hold the secret: right and wrong for the type, at its top and at each place within it; within an input object that
 * encloses itself, as filters do, at each place once.
 */
function secrets(type: GraphQLInputType, within: readonly string[] = []): unknown[] {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return [...PLAIN, ...secrets(nullable.ofType, within).map((value) => [value])];
  if (!isInputObjectType(nullable) || within.includes(nullable.name)) {
    return within.length === 0 ? PLAIN : PLAIN.slice(0, 1);
  }
  const fields = Object.values(nullable.getFields());
  return [
    ...PLAIN,
    ...fields.flatMap((field) =>
      secrets(field.type, [...within, nullable.name]).map((value) => ({
        ...(some(type) as object),
        [field.name]: value,
      })),
    ),
  ];
}

/** A request for one field, with the value for one argument and acceptable ones for those that must be there. */
function requestFor(
  field: GraphQLField<unknown, unknown>,
  argument: GraphQLArgument,
  value: unknown,
): object {
  const others = field.args.filter((other) => other !== argument && isRequiredArgument(other));
  const given = [argument, ...others];
  const selection = isCompositeType(getNamedType(field.type)) ? '{ __typename }' : '';
  return {
    query: `query (${given.map(({ name, type }) => `$${name}: ${String(type)}`).join(' ')}) {
      ${field.name}(${given.map(({ name }) => `${name}: $${name}`).join(' ')}) ${selection} }`,
    variables: {
      ...Object.fromEntries(others.map(({ name, type }) => [name, some(type)])),
      [argument.name]: value,
    },
  };
}

describe('what is submitted as a variable stays between client and answer', () => {
  test.each(
    queries.flatMap((field) =>
      field.args.map((argument) => ({ field, argument, at: `${field.name}(${argument.name})` })),
    ),
  )('$at', async ({ field, argument }) => {
    // Names that are asked for are no secret: which field of an input there is not must be told.
    const isTold = (value: unknown) => JSON.stringify(value).includes(`"${SECRET}":`);
    await Promise.all(
      secretsFor(argument).map(async (value) => {
        const told = await errorsOf('/graphql', post(requestFor(field, argument, value)));
        if (!isTold(value)) expect([value, told.includes(SECRET) ? told : '']).toEqual([value, '']);
      }),
    );
  });
});

describe('what is submitted otherwise, too', () => {
  const inAddress = (parameters: Record<string, string>) =>
    `/graphql?${new URLSearchParams(parameters).toString()}`;
  const get = { headers: { 'apollo-require-preflight': 'true' } };

  test.each<[string, string, RequestInit]>([
    ['a document that is none', '/graphql', post({ query: `${SECRET} wrote:` })],
    ['a text in a document that is none', '/graphql', post({ query: `{ cases "${SECRET}" }` })],
    ['a literal', '/graphql', post({ query: `{ cases(first: "${SECRET}") { nodes { id } } }` })],
    [
      'a literal of an enum',
      '/graphql',
      post({ query: `{ cases(filter: { outcome: "${SECRET}" }) { nodes { id } } }` }),
    ],
    [
      'a literal with a variable',
      '/graphql',
      post({ query: `query ($a: String) { case(id: ["${SECRET}", $a]) { id } }` }),
    ],
    ['a cursor', '/graphql', post({ query: `{ cases(after: "${SECRET}") { nodes { id } } }` })],
    [
      'the name of an operation',
      '/graphql',
      post({ query: 'query A { __typename }', operationName: SECRET }),
    ],
    ['variables that are none', '/graphql', post({ query: '{ __typename }', variables: SECRET })],
    ['a document of another type', '/graphql', post({ query: { a: SECRET } })],
    ['extensions', '/graphql', post({ query: '{ __typename }', extensions: SECRET })],
    [
      'a persisted query',
      '/graphql',
      post({ extensions: { persistedQuery: { version: 1, sha256Hash: SECRET } } }),
    ],
    ['a batch', '/graphql', post([{ query: `{ cases(after: "${SECRET}") { nodes { id } } }` }])],
    ['a body that is no JSON', '/graphql', post(`{"query": ${SECRET}}`)],
    ['a body that is a text', '/graphql', post(`"${SECRET}"`)],
    ['a body that ends too early', '/graphql', post(`{"query": "${SECRET}`)],
    ['a body that is too long', '/graphql', post({ query: SECRET.repeat(200_000) })],
    ['a charset', '/graphql', post('{}', { 'content-type': `application/json; charset=${SECRET}` })],
    ['an encoding', '/graphql', post('{}', { 'content-encoding': SECRET })],
    ['a media type', '/graphql', post('{}', { 'content-type': `text/${SECRET}` })],
    ['a document in the address', inAddress({ query: SECRET }), get],
    ['variables in the address', inAddress({ query: '{ __typename }', variables: SECRET }), get],
    ['extensions in the address', inAddress({ query: '{ __typename }', extensions: SECRET }), get],
    ['a path', `/${SECRET}`, {}],
  ])('%s', async (_, path, request) => {
    const told = await errorsOf(path, request);
    expect(told).toMatch(/^\[\{"message":"[^"]+/);
    expect(told).not.toContain(SECRET);
    expect(told).not.toMatch(/node_modules|MATCH \(|bolt:/);
  });
});

test('the log holds nothing of it', () => {
  expect(api.logged.filter((line) => line.includes(SECRET))).toEqual([]);
});
