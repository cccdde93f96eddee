import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { isGuidelineDimension } from '../../query/dimensions.js';
import type { FindingFilter } from '../../query/filter/filters.js';
import { baseOutcome, outcomes } from '../../query/outcomes.js';
import { loadOne, toConnection } from '../connections.js';
import type { Context } from '../context.js';
import { OutcomesArgs } from '../inputs/outcomes.args.js';
import { openFilter } from '../inputs/open-filter.js';
import { FindingTally } from '../types/tally.type.js';
import { Guideline } from '../types/guideline.type.js';
import { DimensionValue, OutcomeConnection } from '../types/outcome.type.js';

/** The page, and the filter that the base is counted by when it is asked for. */
interface OutcomePage extends OutcomeConnection {
  readonly filter: FindingFilter;
}

@Resolver(() => OutcomeConnection)
export class OutcomeResolver {
  @Query(() => OutcomeConnection, {
    description:
      'How findings were decided, by one dimension or two crossed. Values that no finding has are left out; findings without a value count only for the `base`.',
  })
  async outcomes(
    @Args(() => OutcomesArgs) args: OutcomesArgs,
    @Ctx() { client }: Context,
  ): Promise<OutcomePage> {
    const { groupBy, orderBy } = args;
    const filter = await openFilter(client, args.filter);
    const page = await outcomes(client, filter, groupBy, orderBy, args.page());
    return { ...toConnection(page), filter };
  }

  @FieldResolver(() => FindingTally, {
    description: 'All findings that pass the filter, whether they have a value or not; each counts once.',
  })
  base(@Root() { filter }: OutcomePage, @Ctx() { client }: Context): Promise<FindingTally> {
    return baseOutcome(client, filter);
  }
}

@Resolver(() => DimensionValue)
export class DimensionValueResolver {
  @FieldResolver(() => Guideline, {
    nullable: true,
    description: 'The guideline that the value is the id of; null for other dimensions.',
  })
  async guideline(
    @Root() { dimension, value }: DimensionValue,
    @Ctx() { loaders }: Context,
  ): Promise<Guideline | null> {
    return isGuidelineDimension(dimension) ? loadOne(value, loaders.guidelines) : null;
  }
}
