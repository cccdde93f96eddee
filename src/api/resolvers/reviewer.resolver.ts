import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { ReviewerNode } from '../../graph/identity.js';
import { reviewerPage } from '../../query/reviewers.js';
import { loadConnection } from '../connections.js';
import type { Context } from '../context.js';
import { ReviewerIdArgs } from '../inputs/ids.args.js';
import { ReviewersArgs } from '../inputs/lists.args.js';
import { PageArgs } from '../inputs/page.args.js';
import { openFilter } from '../inputs/open-filter.js';
import { Case, CaseConnection } from '../types/case.type.js';
import type { Connection } from '../types/connection.type.js';
import { Reviewer, ReviewerConnection } from '../types/reviewer.type.js';

@Resolver(() => Reviewer)
export class ReviewerResolver {
  @Query(() => Reviewer, {
    nullable: true,
    description: 'The reviewer profile of an id; null when there is none.',
  })
  reviewer(
    @Args(() => ReviewerIdArgs) { id }: ReviewerIdArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Reviewer | null> {
    return loaders.reviewers.load(id);
  }

  @Query(() => ReviewerConnection, { description: 'Reviewer profiles, by id unless asked otherwise.' })
  async reviewers(
    @Args(() => ReviewersArgs) args: ReviewersArgs,
    @Ctx() { client, loaders }: Context,
  ): Promise<Connection<Reviewer>> {
    const filter = await openFilter(client, args.filter);
    return loadConnection(await reviewerPage(client, filter, args.orderBy, args.page()), loaders.reviewers);
  }

  @FieldResolver(() => CaseConnection, {
    description: 'The cases that reviewers of this profile decided, by id.',
  })
  async cases(
    @Root() { id }: ReviewerNode,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<Case>> {
    return loadConnection(await loaders.casesOfReviewer(args.page()).load(id), loaders.cases);
  }
}
