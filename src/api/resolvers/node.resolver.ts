import { Args, Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { NodeArgs, NodesArgs } from '../inputs/ids.args.js';
import { nodeOf } from '../nodes.js';
import { Node } from '../types/node.type.js';

@Resolver()
export class NodeResolver {
  @Query(() => Node, {
    nullable: true,
    description: 'The node of a global id, of whatever type; null when there is none.',
  })
  node(@Args(() => NodeArgs) { id }: NodeArgs, @Ctx() { loaders }: Context): Promise<Node | null> {
    return nodeOf(id, loaders, 'id');
  }

  @Query(() => [Node], {
    nullable: 'items',
    description: 'The nodes of global ids, in the order of the ids; null where there is none.',
  })
  nodes(@Args(() => NodesArgs) { ids }: NodesArgs, @Ctx() { loaders }: Context): Promise<(Node | null)[]> {
    return Promise.all(ids.map((id, i) => nodeOf(id, loaders, `ids.${i}`)));
  }
}
