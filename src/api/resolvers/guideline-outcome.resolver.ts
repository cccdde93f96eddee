import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { guidelineOutcomes, type GuidelineOutcome as OutcomeRow } from '../../query/guideline-outcomes.js';
import { loadOne, toConnection, type Loaded } from '../connections.js';
import type { Context } from '../context.js';
import { GuidelineOutcomesArgs } from '../inputs/lists.args.js';
import { openFilter } from '../inputs/open-filter.js';
import type { Connection } from '../types/connection.type.js';
import { Guideline, GuidelineOutcome, GuidelineOutcomeConnection } from '../types/guideline.type.js';

@Resolver(() => GuidelineOutcome)
export class GuidelineOutcomeResolver {
  @Query(() => GuidelineOutcomeConnection, {
    description:
      'For each guideline of a level: how many findings cite it or anything below it, and how they were decided. Guidelines that no such finding cites are left out.',
  })
  async guidelineOutcomes(
    @Args(() => GuidelineOutcomesArgs) args: GuidelineOutcomesArgs,
    @Ctx() { client }: Context,
  ): Promise<Connection<GuidelineOutcome>> {
    const filter = await openFilter(client, args.filter);
    const page = await guidelineOutcomes(client, filter, args.orderBy, args.page());
    return toConnection(page);
  }

  @FieldResolver(() => Guideline, { description: 'The guideline that is cited.' })
  guideline(@Root() { guidelineId }: OutcomeRow, @Ctx() { loaders }: Context): Loaded<Guideline> {
    return loadOne(guidelineId, loaders.guidelines);
  }
}
