import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { ItemNode } from '../../graph/identity.js';
import { itemPage } from '../../query/items.js';
import { loadConnection } from '../connections.js';
import type { Context } from '../context.js';
import { ItemIdArgs } from '../inputs/ids.args.js';
import { ItemsArgs } from '../inputs/lists.args.js';
import { PageArgs } from '../inputs/page.args.js';
import { openFilter } from '../inputs/open-filter.js';
import { Case, CaseConnection } from '../types/case.type.js';
import type { Connection } from '../types/connection.type.js';
import { Finding, FindingConnection } from '../types/finding.type.js';
import { Item, ItemConnection } from '../types/item.type.js';

@Resolver(() => Item)
export class ItemResolver {
  @Query(() => Item, { nullable: true, description: 'The item of an id; null when there is none.' })
  item(@Args(() => ItemIdArgs) { id }: ItemIdArgs, @Ctx() { loaders }: Context): Promise<Item | null> {
    return loaders.items.load(id);
  }

  @Query(() => ItemConnection, { description: 'Items, by id unless asked otherwise.' })
  async items(
    @Args(() => ItemsArgs) args: ItemsArgs,
    @Ctx() { client, loaders }: Context,
  ): Promise<Connection<Item>> {
    const filter = await openFilter(client, args.filter);
    return loadConnection(await itemPage(client, filter, args.orderBy, args.page()), loaders.items);
  }

  @FieldResolver(() => FindingConnection, { description: 'The decisions on it, by id.' })
  async findings(
    @Root() { id }: ItemNode,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<Finding>> {
    return loadConnection(await loaders.findingsOfItem(args.page()).load(id), loaders.findings);
  }

  @FieldResolver(() => CaseConnection, { description: 'The cases that dispute it, by id.' })
  async cases(
    @Root() { id }: ItemNode,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<Case>> {
    return loadConnection(await loaders.casesOfItem(args.page()).load(id), loaders.cases);
  }
}
