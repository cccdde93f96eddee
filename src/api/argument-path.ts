import {
  Kind,
  parse,
  visit,
  type ArgumentNode,
  type GraphQLError,
  type Location,
  type ObjectFieldNode,
  type VariableNode,
} from 'graphql';

/** The kinds of node that graphql-js blames when an argument does not fit its type. */
const ARGUMENT_KINDS = new Set<string>([
  Kind.ARGUMENT,
  Kind.OBJECT_FIELD,
  Kind.VARIABLE,
  Kind.INT,
  Kind.FLOAT,
  Kind.STRING,
  Kind.BOOLEAN,
  Kind.NULL,
  Kind.ENUM,
  Kind.LIST,
  Kind.OBJECT,
]);

/**
 * Which argument an error of GraphQL's own is about (`filter.decisionDate.from`), be it written in the document or given
 * as a variable; undefined when it is not about an argument.
 */
export function argumentPath(error: GraphQLError): string | undefined {
  const node = error.nodes?.[0];
  if (node?.loc === undefined) return undefined;
  if (node.kind === Kind.VARIABLE_DEFINITION) return variablePath(error, node.variable, node.loc);
  return ARGUMENT_KINDS.has(node.kind) ? literalPath(node.loc) : undefined;
}

/** The path of what first uses the variable, then the place within its value, which graphql-js tells in its message only; undefined when nothing uses it. */
function variablePath(
  { message }: GraphQLError,
  { name }: VariableNode,
  definition: Location,
): string | undefined {
  const [, place = ''] = /^Variable "\$\w+" got invalid value .* at "\w+([^"]*)"; /s.exec(message) ?? [];
  const [, unknown] = /; Field "(\w+)" is not defined by type /.exec(message) ?? [];
  let used: Location | undefined;
  visit(parse(definition.source), {
    VariableDefinition: () => false,
    Variable: (variable) => {
      if (variable.name.value === name.value) used ??= variable.loc;
    },
  });
  const path = used && literalPath(used);
  if (path === undefined) return undefined;
  return `${path}${place}${unknown === undefined ? '' : `.${unknown}`}`;
}

/** The names of the argument and of the fields that enclose a place of the document, outermost first. */
function literalPath(place: Location): string | undefined {
  const names: string[] = [];
  const collect = (argument: ArgumentNode | ObjectFieldNode): void => {
    const { start, end } = argument.loc ?? { start: Infinity, end: 0 };
    if (start <= place.start && place.end <= end) names.push(argument.name.value);
  };
  visit(parse(place.source), { Argument: collect, ObjectField: collect });
  return names.length > 0 ? names.join('.') : undefined;
}
