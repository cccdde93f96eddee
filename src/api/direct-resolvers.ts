import { isObjectType, type GraphQLField, type GraphQLSchema } from 'graphql';
import { getMetadataStorage } from 'type-graphql';

type Metadata = ReturnType<typeof getMetadataStorage>['fieldResolvers'][number];
type Parameter = NonNullable<Metadata['params']>[number];
type Field = GraphQLField<unknown, unknown>;

/**
 * Lets the resolvers of fields be called at once, where no argument is given: type-graphql puts together for each call what a method is
 * given, and waits for it, which takes as long as all else about a node (docs/api.md has the figures).
 */
export function resolveDirectly(schema: GraphQLSchema): void {
  const storage = getMetadataStorage();
  for (const resolver of storage.fieldResolvers) {
    const name = storage.objectTypes.find(({ target }) => target === resolver.getObjectType?.())?.name;
    const type = name === undefined ? undefined : schema.getType(name);
    const field = isObjectType(type) ? type.getFields()[resolver.schemaName] : undefined;
    if (field !== undefined && isPlain(resolver)) field.resolve = directly(resolver, field.resolve);
  }
}

/** Whether there is nothing around the method, and it wants nothing but the node, its arguments and the context. */
function isPlain({ params, middlewares, roles }: Metadata): boolean {
  const isAlone = (middlewares ?? []).length === 0 && roles === undefined;
  return isAlone && (params ?? []).every((parameter) => kindOf(parameter) !== undefined);
}

function kindOf(parameter: Parameter): 'root' | 'args' | 'context' | undefined {
  const { kind } = parameter;
  if (kind === 'args') return kind;
  const isWhole = (kind === 'root' || kind === 'context') && parameter.propertyName === undefined;
  return isWhole ? kind : undefined;
}

function directly(
  { target, methodName, params = [] }: Metadata,
  otherwise: Field['resolve'],
): NonNullable<Field['resolve']> {
  const resolvers = new (target as new () => Record<string, (...given: unknown[]) => unknown>)();
  const inOrder = [...params].sort((a, b) => a.index - b.index);
  const kinds = inOrder.map(kindOf);
  const noArguments = inOrder.map((parameter) =>
    parameter.kind === 'args' ? withoutValues(parameter) : undefined,
  );
  return (root, args: Readonly<Record<string, unknown>>, context, info) => {
    for (const name in args) if (args[name] !== undefined) return otherwise?.(root, args, context, info);
    const given = kinds.map((kind, i) =>
      kind === 'root' ? root : kind === 'context' ? context : noArguments[i],
    );
    return resolvers[methodName]?.(...given);
  };
}

/** The arguments as their class has them when none is given; those that have defaults are always given by GraphQL. */
function withoutValues(parameter: Parameter & { readonly kind: 'args' }): object {
  return new (parameter.getType() as new () => object)();
}
