/** Operations at random out of a schema: any field, with any arguments, a few levels deep. */
import fc from 'fast-check';
import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isLeafType,
  isListType,
  isRequiredArgument,
  type GraphQLField,
  type GraphQLNamedOutputType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { valueOf } from './random-values.js';

/** An operation with its variables: values go as JSON, which can say more than a document. */
export interface Operation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** A selection, and the variables that it uses. */
interface Part {
  readonly text: string;
  readonly variables: readonly Variable[];
}

interface Variable {
  readonly name: string;
  readonly type: string;
  readonly value: unknown;
}

type Field = GraphQLField<unknown, unknown>;

const DEEPEST = 6;
const MOST_FIELDS = 4;

/** Queries of one to three fields of the schema. */
export function operations(schema: GraphQLSchema, cursors: readonly string[]): fc.Arbitrary<Operation> {
  const query = schema.getQueryType();
  if (!query) throw new Error('The schema has no queries.');
  return selection(schema, query, cursors, 0).map((part) => toOperation(part));
}

function toOperation({ text, variables }: Part): Operation {
  const declared = variables.map(({ name, type }) => `$${name}: ${type}`).join(', ');
  return {
    query: `query${declared === '' ? '' : ` (${declared})`} ${text}`,
    variables: Object.fromEntries(variables.map(({ name, value }) => [name, value])),
  };
}

/** Some fields of a type, in braces. */
function selection(
  schema: GraphQLSchema,
  type: GraphQLNamedOutputType,
  cursors: readonly string[],
  depth: number,
): fc.Arbitrary<Part> {
  if (isAbstractType(type)) {
    return fc.constantFrom(...schema.getPossibleTypes(type)).chain((one) =>
      selection(schema, one, cursors, depth + 1).map(({ text, variables }) => ({
        text: `{ __typename ... on ${one.name} ${text} }`,
        variables,
      })),
    );
  }
  const fields = Object.values((type as GraphQLObjectType).getFields());
  const reachable = depth < DEEPEST ? fields : fields.filter((field) => isLeafType(getNamedType(field.type)));
  if (reachable.length === 0) return fc.constant({ text: '{ __typename }', variables: [] });
  return fc
    .uniqueArray(fc.constantFrom(...preferred(reachable)), {
      minLength: 1,
      maxLength: depth === 0 ? 1 : MOST_FIELDS,
      selector: ({ name }) => name,
    })
    .chain((chosen) => fc.tuple(...chosen.map((field) => fieldOf(schema, field, cursors, depth))))
    .map((parts) => ({
      text: `{ ${parts.map(({ text }) => text).join(' ')} }`,
      variables: parts.flatMap(({ variables }) => variables),
    }));
}

/** What leads on to nodes counts for several fields: a page is nothing without them. */
const preferred = (fields: readonly Field[]): readonly Field[] =>
  fields.flatMap((field) => (/^(nodes|edges|node)$/.test(field.name) ? [field, field, field] : [field]));

/** A field with its arguments as variables, under a name of its own: fields of one name may differ in arguments. */
function fieldOf(
  schema: GraphQLSchema,
  field: Field,
  cursors: readonly string[],
  depth: number,
): fc.Arbitrary<Part> {
  const values = fc.tuple(...field.args.map((argument) => valueOf(argument.type, argument.name, cursors)));
  const type = getNamedType(field.type);
  const isList = isListType(getNullableType(field.type));
  const below: fc.Arbitrary<Part> = isLeafType(type)
    ? fc.constant({ text: '', variables: [] })
    : selection(schema, type, cursors, depth + (isList ? 2 : 1));
  return fc.tuple(values, below, fc.nat()).map(([given, part, key]) => {
    const used = field.args.flatMap((argument, i) => {
      const value = given[i];
      if (value === undefined && !isRequiredArgument(argument)) return [];
      const name = `${argument.name}_${depth}_${key}`;
      return [{ argument: argument.name, name, type: String(argument.type), value: value ?? null }];
    });
    const args = used.map(({ argument, name }) => `${argument}: $${name}`).join(', ');
    return {
      text: `${field.name}${args === '' ? '' : `(${args})`} ${part.text}`.trim(),
      variables: [...used, ...part.variables],
    };
  });
}
