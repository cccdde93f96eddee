import {
  Kind,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type ASTNode,
  type GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  getNamedType,
} from 'graphql';
import { didYouMean, expectation, type FieldProblem } from './input-problems.js';

/** Values that are written in the document. */
const LITERALS = new Set<string>([
  Kind.INT,
  Kind.FLOAT,
  Kind.STRING,
  Kind.BOOLEAN,
  Kind.ENUM,
  Kind.LIST,
  Kind.OBJECT,
]);

/** The other kinds of node that graphql-js blames when an argument does not fit its type. */
const OF_ARGUMENTS = new Set<string>([Kind.ARGUMENT, Kind.OBJECT_FIELD, Kind.VARIABLE, Kind.NULL]);

/** What graphql-js and our own rules say of a literal without repeating it. */
const WITHOUT_VALUES = /^(?:OneOf |Field "[\w.]+" must be non-null|must not hold more than |is more than )/;

/**
 * What an error of GraphQL's own says about an argument that is written in the document; undefined when it is about
 * something else. Names of the document are repeated; values are not, for they may be what nobody else is to see.
 */
export function argumentProblem(error: GraphQLError, schema: GraphQLSchema): FieldProblem | undefined {
  // Of a variable in the wrong place its definition is told first.
  const node = error.nodes?.find(({ kind }) => kind !== Kind.VARIABLE_DEFINITION);
  if (node?.loc === undefined) return undefined;
  const isLiteral = LITERALS.has(node.kind);
  if (!isLiteral && !OF_ARGUMENTS.has(node.kind)) return undefined;
  const place = placeOf(node, schema);
  if (place === undefined) return undefined;
  const { path, type } = place;
  const [, missing] = /^Field "\w+\.(\w+)" of required type "/.exec(error.message) ?? [];
  if (missing !== undefined) return { path: `${path}.${missing}`, message: 'must be given' };
  if (!isLiteral || WITHOUT_VALUES.test(error.message)) return { path, message: error.message };
  if (!type) return { path, message: 'is not acceptable' };
  return { path, message: `${expectation(type)}${nearName(node, type)}` };
}

function nearName(node: ASTNode, type: GraphQLInputType): string {
  const named = getNamedType(type);
  return node.kind === Kind.ENUM && isEnumType(named) ? didYouMean(node.value, named.getValues()) : '';
}

interface Place {
  readonly path: string;
  readonly type: GraphQLInputType | undefined;
}

/** Where a node of a document stands, and what is expected there. */
function placeOf({ kind, loc }: ASTNode, schema: GraphQLSchema): Place | undefined {
  if (loc === undefined) return undefined;
  const types = new TypeInfo(schema);
  let place: Place | undefined;
  visit(
    parse(loc.source),
    visitWithTypeInfo(types, {
      enter: (node, _key, parent, _path, ancestors) => {
        if (node.kind !== kind || node.loc?.start !== loc.start) return;
        const path = pathOf([...ancestors, ...(parent === undefined ? [] : [parent]), node]);
        if (path !== undefined) place = { path, type: types.getInputType() ?? undefined };
      },
    }),
  );
  return place;
}

/** The names of the argument and of the fields on the way to a place, outermost first; undefined when there is no argument. */
export function pathOf(way: readonly (ASTNode | readonly ASTNode[])[]): string | undefined {
  const names = way.flatMap((node) => {
    if (!('kind' in node)) return [];
    if (node.kind === Kind.VARIABLE_DEFINITION) return [`$${node.variable.name.value}`];
    return node.kind === Kind.ARGUMENT || node.kind === Kind.OBJECT_FIELD ? [node.name.value] : [];
  });
  return names.length > 0 ? names.join('.') : undefined;
}
