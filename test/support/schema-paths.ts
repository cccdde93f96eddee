import {
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

/** One step from an object type to another. */
export interface Step {
  readonly field: GraphQLField<unknown, unknown>;
  /** `Case.findings`. */
  readonly coordinate: string;
  /** The object type that it leads to; where that is one of several, a fragment selects it. */
  readonly to: GraphQLObjectType;
  readonly isFragment: boolean;
  /** Whether the number of its nodes can be asked for. */
  readonly isPaged: boolean;
}

/** Arguments without which a field cannot be asked, by coordinate: so many nodes must be among what it answers. */
export type RequiredArguments = Readonly<Record<string, (nodes: number) => string>>;

/** The steps from an object type; those of introspection left out. */
export function stepsFrom(schema: GraphQLSchema, type: GraphQLObjectType): Step[] {
  return Object.values(type.getFields()).flatMap((field) => {
    const named = getNamedType(field.type);
    if (isLeafType(named)) return [];
    const coordinate = `${type.name}.${field.name}`;
    const isPaged = field.args.some(({ name }) => name === 'first');
    return objectTypes(schema, named).map((to) => ({
      field,
      coordinate,
      to,
      isFragment: isAbstractType(named),
      isPaged,
    }));
  });
}

function objectTypes(schema: GraphQLSchema, type: GraphQLNamedType): readonly GraphQLObjectType[] {
  if (isAbstractType(type)) return schema.getPossibleTypes(type);
  return isObjectType(type) ? [type] : [];
}

/**
 * The shortest way from the queries to each object type: one through a list of which any number of nodes can be asked for,
 * where there is one.
 */
export function pathsToTypes(schema: GraphQLSchema): ReadonlyMap<string, readonly Step[]> {
  const paths = new Map<string, readonly Step[]>();
  const query = schema.getQueryType();
  if (!query) throw new Error('The schema has no queries.');
  const roots = stepsFrom(schema, query);
  for (const beginnings of [roots.filter(({ isPaged }) => isPaged), roots]) {
    let reached: (readonly Step[])[] = beginnings.map((step) => [step]);
    while (reached.length > 0) {
      const isNew = reached.filter((path) => !paths.has(path.at(-1)?.to.name ?? ''));
      for (const path of isNew) {
        const name = path.at(-1)?.to.name ?? '';
        if (!paths.has(name)) paths.set(name, path);
      }
      reached = isNew.flatMap((path) =>
        stepsFrom(schema, (path.at(-1) as Step).to).map((step) => [...path, step]),
      );
    }
  }
  return paths;
}

/** A document that goes the way and selects this at its end; the first list on the way has so many nodes, others are short. */
export function documentOf(
  path: readonly Step[],
  selection: string,
  nodes: number,
  required: RequiredArguments,
): string {
  const list = path.findIndex(({ isPaged }) => isPaged);
  return path.reduceRight((inner, { field, coordinate, to, isFragment, isPaged }, i) => {
    const page = isPaged ? [`first: ${i === list ? nodes : 3}`] : [];
    const args = argumentsOf(field, coordinate, page, required, nodes);
    return `{ ${field.name}${args} ${isFragment ? `{ ... on ${to.name} ${inner} }` : inner} }`;
  }, `{ ${selection} }`);
}

/** What asks for a field and as little of its content as possible. */
export function leastOf(step: Step, required: RequiredArguments, schema: GraphQLSchema): string {
  const args = argumentsOf(step.field, step.coordinate, [], required, 2);
  const content = `{ __typename ${nodesWithin(schema, step.to)} }`;
  return `${step.field.name}${args} ${step.isFragment ? `{ ... on ${step.to.name} ${content} }` : content}`;
}

/** Connections read their nodes only when these are asked for. */
function nodesWithin(schema: GraphQLSchema, type: GraphQLObjectType): string {
  return stepsFrom(schema, type).some(({ field }) => field.name === 'nodes') ? 'nodes { __typename }' : '';
}

function argumentsOf(
  field: GraphQLField<unknown, unknown>,
  coordinate: string,
  given: readonly string[],
  required: RequiredArguments,
  nodes: number,
): string {
  const known = required[coordinate];
  if (known === undefined && field.args.some(isRequiredArgument)) {
    throw new Error(`${coordinate} cannot be asked without arguments: give some in the test.`);
  }
  const all = [...given, ...(known === undefined ? [] : [known(nodes)])];
  return all.length === 0 ? '' : `(${all.join(', ')})`;
}
