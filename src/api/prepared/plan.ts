import {
  getArgumentValues,
  GraphQLError,
  isAbstractType,
  Kind,
  OperationTypeNode,
  typeFromAST,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type NamedTypeNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import {
  allOf,
  completionOf,
  settling,
  waitFor,
  whenThere,
  type Asking,
  type Completion,
  type Waiting,
} from './completion.js';
import { variablesIn } from './variables-in.js';

/** Most fields of a plan: it is kept. */
const MOST_FIELDS = 1_000;

/** No resolver of this API looks at the place that it is asked from; `plan.test.ts` holds them to it. */
const NOWHERE = undefined as unknown as GraphQLResolveInfo;

/** A field of the answer. */
interface Step {
  readonly key: string;
  readonly tell: (source: unknown, asking: Asking) => unknown;
}

/**
 * Lays out how an operation is executed, once for all askings: which fields of which type there are, under which names, how their
 * values are told. Executing that takes a quarter of what graphql-js takes, which finds all of it out anew for each node: docs/api.md
 * has the figures. The plan gives the data, or throws where there is any error: then graphql-js tells it.
 * @returns undefined for what is left to graphql-js: other operations than queries, directives, introspection, interfaces
 */
export function planOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): Completion | undefined {
  const query = schema.getQueryType();
  if (operation.operation !== OperationTypeNode.QUERY || query === null || query === undefined)
    return undefined;
  try {
    return new Planner(schema, document).objectOf(query, [operation.selectionSet]);
  } catch (error) {
    if (error instanceof Unplanned || error instanceof GraphQLError) return undefined;
    throw error;
  }
}

/** The operation holds something that plans do not know. */
class Unplanned extends Error {}

class Planner {
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  private fields = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
  ) {
    this.fragments = new Map(
      document.definitions.flatMap((definition) =>
        definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
      ),
    );
  }

  objectOf(type: GraphQLObjectType, selections: readonly SelectionSetNode[]): Completion {
    const nodes = new Map<string, FieldNode[]>();
    for (const selection of selections) this.collect(type, selection, nodes, new Set());
    const steps = [...nodes].map(([key, same]) => this.stepOf(type, key, same));
    return (source, asking) => {
      const told: Record<string, unknown> = {};
      const waiting: Waiting = [];
      settling(waiting, () => {
        for (const { key, tell } of steps) {
          told[key] = tell(source, asking);
          waitFor(waiting, told[key], (later) => (told[key] = later));
        }
      });
      return allOf(waiting, told);
    };
  }

  /** Puts the fields of a selection by the names that they have in the answer. */
  private collect(
    type: GraphQLObjectType,
    { selections }: SelectionSetNode,
    nodes: Map<string, FieldNode[]>,
    spread: Set<string>,
  ): void {
    for (const node of selections) {
      if (node.directives !== undefined && node.directives.length > 0) throw new Unplanned();
      if (node.kind === Kind.FIELD) {
        const key = node.alias?.value ?? node.name.value;
        nodes.set(key, [...(nodes.get(key) ?? []), node]);
        continue;
      }
      if (node.kind === Kind.FRAGMENT_SPREAD) {
        if (spread.has(node.name.value)) continue;
        spread.add(node.name.value);
      }
      const fragment = node.kind === Kind.FRAGMENT_SPREAD ? this.fragments.get(node.name.value) : node;
      if (fragment === undefined || fragment.directives?.length) throw new Unplanned();
      if (this.isOf(type, fragment.typeCondition)) this.collect(type, fragment.selectionSet, nodes, spread);
    }
  }

  private isOf(type: GraphQLObjectType, condition: NamedTypeNode | undefined): boolean {
    const wanted = condition && typeFromAST(this.schema, condition);
    if (wanted === undefined || wanted === type) return true;
    return isAbstractType(wanted) && this.schema.isSubType(wanted, type);
  }

  private stepOf(type: GraphQLObjectType, key: string, nodes: readonly FieldNode[]): Step {
    this.fields++;
    const [node] = nodes;
    // Objects of JavaScript give that name a meaning of its own.
    if (this.fields > MOST_FIELDS || node === undefined || key === '__proto__') throw new Unplanned();
    if (node.name.value === '__typename') return { key, tell: () => type.name };
    const field = type.getFields()[node.name.value];
    if (field === undefined) throw new Unplanned();
    const selections = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    const complete = completionOf(field.type, (object) => this.objectOf(object, selections));
    if (complete === undefined) throw new Unplanned();
    return { key, tell: tellerOf(field, node, complete) };
  }
}

function tellerOf(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  complete: Completion,
): Step['tell'] {
  const { name, resolve } = field;
  if (resolve === undefined) {
    return (source, asking) => {
      const value = (source as Record<string, unknown>)[name];
      if (typeof value !== 'function') return complete(value, asking);
      const found: unknown = (source as Record<string, () => unknown>)[name]?.();
      return whenThere(found, (there) => complete(there, asking));
    };
  }
  const argumentsOf = argumentsFor(field, node);
  return (source, asking) => {
    const value: unknown = resolve(source, argumentsOf(asking), asking.context, NOWHERE);
    return whenThere(value, (there) => complete(there, asking));
  };
}

/** What a field is asked with: worked out once where no variable has a part in it. */
function argumentsFor(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
): (asking: Asking) => Record<string, unknown> {
  if ((node.arguments ?? []).some((argument) => variablesIn(argument).size > 0)) {
    return ({ variables }) => getArgumentValues(field, node, variables);
  }
  const fixed = getArgumentValues(field, node);
  return () => fixed;
}
