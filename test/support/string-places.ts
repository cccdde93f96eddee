/** Every place of a schema's queries that takes a text, with a request that puts one there. */
import {
  getNamedType,
  getNullableType,
  GraphQLEnumType,
  GraphQLInputObjectType,
  isLeafType,
  isListType,
  isRequiredArgument,
  isRequiredInputField,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedOutputType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

export interface StringPlace {
  /** `findings.filter.specialty`. */
  readonly path: string;
  /** A request with a text in this place, and the least that is needed elsewhere. */
  readonly request: (words: string) => {
    readonly query: string;
    readonly variables: Record<string, unknown>;
  };
}

/** Levels of input objects within each other; filters within filters hold what they themselves hold. */
const DEEPEST = 3;
const TEXTS = new Set(['String', 'ID']);

/** The places of the query fields of a schema. */
export function stringPlaces(schema: GraphQLSchema): readonly StringPlace[] {
  return Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap((field) =>
    field.args.flatMap((argument) =>
      placesIn(argument.type, 0).map(({ path, put }) => ({
        path: [field.name, argument.name, ...path].join('.'),
        request: (words: string) => requestOf(field, { [argument.name]: put(words) }),
      })),
    ),
  );
}

interface Place {
  readonly path: readonly string[];
  /** The value of the argument with the text in it. */
  readonly put: (words: string) => unknown;
}

function placesIn(type: GraphQLInputType, depth: number): Place[] {
  const bare = getNullableType(type);
  if (isListType(bare)) {
    return placesIn(bare.ofType, depth).map(({ path, put }) => ({
      path,
      put: (words) => [put(words)],
    }));
  }
  if (bare instanceof GraphQLInputObjectType) {
    if (depth >= DEEPEST) return [];
    const least = leastOf(bare);
    return Object.values(bare.getFields())
      .filter(({ name }) => !['and', 'or', 'not'].includes(name))
      .flatMap(({ name, type: inner }) =>
        placesIn(inner, depth + 1).map(({ path, put }) => ({
          path: [name, ...path],
          put: (words: string) => ({ ...least, [name]: put(words) }),
        })),
      );
  }
  return TEXTS.has(getNamedType(bare).name) ? [{ path: [], put: (words) => words }] : [];
}

function leastOf(type: GraphQLInputObjectType): Record<string, unknown> {
  const required = Object.values(type.getFields()).filter(isRequiredInputField);
  return Object.fromEntries(required.map((field) => [field.name, leastValue(field.type)]));
}

function leastValue(type: GraphQLInputType): unknown {
  const bare = getNullableType(type);
  if (isListType(bare)) return [leastValue(bare.ofType)];
  if (bare instanceof GraphQLInputObjectType) return leastOf(bare);
  if (bare instanceof GraphQLEnumType) return bare.getValues()[0]?.name;
  return TEXTS.has(getNamedType(bare).name) ? 'MRI of the knee' : 1;
}

function requestOf(field: GraphQLField<unknown, unknown>, given: Record<string, unknown>) {
  const required = field.args.filter(isRequiredArgument);
  const variables = {
    ...Object.fromEntries(required.map(({ name, type }) => [name, leastValue(type)])),
    ...given,
  };
  const used = field.args.filter(({ name }) => name in variables);
  const declared = used.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const args = used.map(({ name }) => `${name}: $${name}`).join(', ');
  return {
    query: `query (${declared}) { ${field.name}(${args}) ${leaves(getNamedType(field.type), 0)} }`,
    variables,
  };
}

/** The plain fields of a type, and those of the nodes of a page. */
function leaves(type: GraphQLNamedOutputType, depth: number): string {
  if (isLeafType(type)) return '';
  if (!('getFields' in type)) return '{ __typename }';
  const fields = Object.values((type as GraphQLObjectType).getFields());
  const plain = fields.filter(
    ({ type: inner, args, name }) =>
      !args.some(isRequiredArgument) &&
      (isLeafType(getNamedType(inner)) || (name === 'nodes' && depth === 0)),
  );
  const selected = plain.map((field) =>
    `${field.name} ${leaves(getNamedType(field.type), depth + 1)}`.trim(),
  );
  return `{ ${['__typename', ...selected].join(' ')} }`;
}
