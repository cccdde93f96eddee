import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { citationAgreement } from '../../query/citation-agreement.js';
import { daysToDecision } from '../../query/days-to-decision.js';
import { guidelineLift, type GuidelineLift as LiftRow } from '../../query/lift.js';
import { loadOne, toConnection, type Loaded } from '../connections.js';
import type { Context } from '../context.js';
import { CitationAgreementArgs, DaysToDecisionArgs, LiftArgs } from '../inputs/analytics.args.js';
import { openFilter } from '../inputs/open-filter.js';
import {
  CitationAgreementOutcome,
  DecisionTimeConnection,
  GuidelineLift,
  GuidelineLiftConnection,
} from '../types/analytics.type.js';
import { Guideline } from '../types/guideline.type.js';

@Resolver()
export class CitationAgreementResolver {
  @Query(() => [CitationAgreementOutcome], {
    description:
      "Whether the claims administrator and the expert reviewer's guideline line cite the same guidelines, and how that was decided. One row for each way to compare, in a fixed order; every finding that passes the filter counts for one of them.",
  })
  async citationAgreement(
    @Args(() => CitationAgreementArgs) { filter, level }: CitationAgreementArgs,
    @Ctx() { client }: Context,
  ): Promise<CitationAgreementOutcome[]> {
    return citationAgreement(client, await openFilter(client, filter), level);
  }
}

@Resolver()
export class DecisionTimeResolver {
  @Query(() => DecisionTimeConnection, {
    description:
      'How many days letters took from assignment to decision, by a dimension, in the order of its values. A letter counts once for each value that its items have.',
  })
  async daysToDecision(
    @Args(() => DaysToDecisionArgs) args: DaysToDecisionArgs,
    @Ctx() { client }: Context,
  ): Promise<DecisionTimeConnection> {
    const filter = await openFilter(client, args.filter);
    const page = await daysToDecision(client, filter, args.groupBy, args.page());
    return { ...toConnection(page), base: page.base };
  }
}

@Resolver(() => GuidelineLift)
export class GuidelineLiftResolver {
  @Query(() => GuidelineLiftConnection, {
    description:
      'For each guideline of a level that enough findings cite: how its uphold rate compares with that of all findings, and whether chance would explain it.',
  })
  async lift(
    @Args(() => LiftArgs) args: LiftArgs,
    @Ctx() { client }: Context,
  ): Promise<GuidelineLiftConnection> {
    const { level, minFindings, orderBy } = args;
    const filter = await openFilter(client, args.filter);
    const page = await guidelineLift(client, { level, filter, minFindings }, orderBy, args.page());
    return { ...toConnection(page), base: page.base };
  }

  @FieldResolver(() => Guideline, { description: 'The guideline that the expert reviewer cites.' })
  guideline(@Root() { guidelineId }: LiftRow, @Ctx() { loaders }: Context): Loaded<Guideline> {
    return loadOne(guidelineId, loaders.guidelines);
  }
}
