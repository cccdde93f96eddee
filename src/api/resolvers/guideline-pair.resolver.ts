import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { guidelinePairs, type GuidelinePair as PairRow } from '../../query/guideline-pairs.js';
import { loadOne, toConnection, type Loaded } from '../connections.js';
import type { Context } from '../context.js';
import { GuidelinePairsArgs } from '../inputs/guideline-pairs.args.js';
import { openFilter } from '../inputs/open-filter.js';
import { GuidelinePair, GuidelinePairConnection } from '../types/guideline-pair.type.js';
import { Guideline } from '../types/guideline.type.js';

@Resolver(() => GuidelinePair)
export class GuidelinePairResolver {
  @Query(() => GuidelinePairConnection, {
    description:
      'Which guidelines are cited together in one finding, by one party or the one by one party and the other by another: how much more often than by chance, and how the findings were decided.',
  })
  async guidelinePairs(
    @Args(() => GuidelinePairsArgs) args: GuidelinePairsArgs,
    @Ctx() { client }: Context,
  ): Promise<GuidelinePairConnection> {
    const { role, level, withRole, withLevel, inPlace, minFindings } = args;
    const filter = await openFilter(client, args.filter);
    const sides = { role, level, withRole: withRole ?? role, withLevel: withLevel ?? level };
    const question = { ...sides, inPlace, filter, minFindings };
    const page = await guidelinePairs(client, question, args.orderBy, args.page());
    return { ...toConnection(page), base: page.base };
  }

  @FieldResolver(() => Guideline, { description: 'The guideline that `role` cites.' })
  guideline(@Root() { guidelineId }: PairRow, @Ctx() { loaders }: Context): Loaded<Guideline> {
    return loadOne(guidelineId, loaders.guidelines);
  }

  @FieldResolver(() => Guideline, { description: 'The guideline that `withRole` cites.' })
  withGuideline(@Root() { withGuidelineId }: PairRow, @Ctx() { loaders }: Context): Loaded<Guideline> {
    return loadOne(withGuidelineId, loaders.guidelines);
  }
}
