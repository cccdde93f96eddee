import { Field, ObjectType, type ClassType } from 'type-graphql';

@ObjectType({ description: 'Where a page of a list ends.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more nodes follow this page.' })
  hasNextPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Opaque: given as `after`, it asks for the next page. Null when this page is empty.',
  })
  endCursor!: string | null;
}

/** One page of a list of nodes. */
export interface Connection<Node> {
  nodes: Node[];
  pageInfo: PageInfo;
}

/** The class that a connection type of these nodes extends. */
export function connectionOf<Node extends object>(nodeClass: ClassType<Node>) {
  @ObjectType()
  abstract class ConnectionOf {
    @Field(() => [nodeClass], { description: 'The nodes of this page, in order.' })
    nodes!: Node[];

    @Field(() => PageInfo, { description: 'Where this page ends.' })
    pageInfo!: PageInfo;
  }
  return ConnectionOf;
}
