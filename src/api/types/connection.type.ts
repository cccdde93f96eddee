import { Field, Int, ObjectType, type ClassType } from 'type-graphql';

@ObjectType({ description: 'Where a page of a list stands.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more nodes follow this page.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether a page came before this one: `after` was given.' })
  hasPreviousPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'The cursor of the first node of this page; null when it is empty.',
  })
  startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Opaque: given as `after`, it asks for the next page. Null when this page is empty.',
  })
  endCursor!: string | null;
}

/** A node of a page, with the cursor that stands behind it. */
export interface Edge<Node> {
  readonly cursor: string;
  readonly node: Node;
}

/** A value, or how to find it when it is asked for: GraphQL calls functions that it finds in the place of values. */
export type Lazy<Value> = Value | (() => Promise<Value>);

/** One page of a list of nodes. */
export interface Connection<Node> {
  readonly edges: Lazy<Edge<Node>[]>;
  readonly nodes: Lazy<Node[]>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Lazy<number>;
}

/** The class that the type of an edge to such a node extends. */
export function edgeOf<Node extends object>(nodeClass: ClassType<Node>) {
  @ObjectType()
  abstract class EdgeOf implements Edge<Node> {
    @Field(() => String, { description: 'Opaque: given as `after`, it asks for what follows.' })
    cursor!: string;

    @Field(() => nodeClass, { description: 'The node.' })
    node!: Node;
  }
  return EdgeOf;
}

/**
 * The class that a connection type of these nodes extends.
 * @param edgeClass when edges tell more than the node, a type that extends that of {@link edgeOf}
 */
export function connectionOf<Node extends object>(
  nodeClass: ClassType<Node>,
  edgeClass: ClassType<Edge<Node>> = plainEdgeOf(nodeClass),
) {
  @ObjectType()
  abstract class ConnectionOf implements Connection<Node> {
    @Field(() => [edgeClass], { description: 'The nodes of this page with their cursors, in order.' })
    edges!: Lazy<Edge<Node>[]>;

    @Field(() => [nodeClass], { description: 'The nodes of this page, in order.' })
    nodes!: Lazy<Node[]>;

    @Field(() => PageInfo, { description: 'Where this page stands in the list.' })
    pageInfo!: PageInfo;

    @Field(() => Int, {
      description: 'How many nodes there are on all pages; counted only when it is asked for.',
    })
    totalCount!: Lazy<number>;
  }
  return ConnectionOf;
}

const plainEdges = new Map<unknown, unknown>();

/** `CaseEdge` for `Case`: one type, however many connections have such nodes. */
function plainEdgeOf<Node extends object>(nodeClass: ClassType<Node>): ClassType<Edge<Node>> {
  const known = plainEdges.get(nodeClass) as ClassType<Edge<Node>> | undefined;
  if (known !== undefined) return known;
  @ObjectType(`${nodeClass.name}Edge`, { description: 'A node of a page, with its cursor.' })
  class PlainEdge extends edgeOf(nodeClass) {}
  plainEdges.set(nodeClass, PlainEdge);
  return PlainEdge;
}
