import { Args, Ctx, FieldResolver, Float, Int, Query, Resolver, Root } from 'type-graphql';
import { CRITERION_KINDS } from '../../normalise/criteria/kinds.js';
import { criterionOutcomes, type CriterionOutcome as OutcomeRow } from '../../query/criterion-outcomes.js';
import { loadOne, toConnection } from '../connections.js';
import type { Context } from '../context.js';
import { CriterionOutcomesArgs, EvidenceArgs, ExamplesArgs } from '../inputs/criteria.args.js';
import { openFilter } from '../inputs/open-filter.js';
import type { Connection } from '../types/connection.type.js';
import {
  AppliedCriterion,
  AppliedCriterionConnection,
  CriterionOutcome,
  CriterionOutcomeConnection,
} from '../types/criterion.type.js';
import { Guideline } from '../types/guideline.type.js';
import { FindingTally } from '../types/tally.type.js';

@Resolver(() => CriterionOutcome)
export class CriterionOutcomeResolver {
  @Query(() => CriterionOutcomeConnection, {
    description:
      'For each kind of criterion, and each group: in how many findings the reviewer says that it is not met, in how many that it is met, and how these were decided. Kinds and groups without such a finding are left out.',
  })
  async criterionOutcomes(
    @Args(() => CriterionOutcomesArgs) args: CriterionOutcomesArgs,
    @Ctx() { client }: Context,
  ): Promise<Connection<CriterionOutcome>> {
    const scope = await openFilter(client, args.filter);
    const question = { scope, groupBy: args.groupBy };
    const page = await criterionOutcomes(client, question, args.orderBy, args.page());
    return toConnection(page);
  }

  @FieldResolver(() => String, { description: 'What the kind asks for, in words.' })
  name(@Root() { kind }: OutcomeRow): string {
    return CRITERION_KINDS[kind];
  }

  @FieldResolver(() => Guideline, {
    nullable: true,
    description:
      'The guideline that is relied on, or is above that; null unless grouped by SOURCE, CHAPTER or TOPIC.',
  })
  async guideline(@Root() { group }: OutcomeRow, @Ctx() { loaders }: Context): Promise<Guideline | null> {
    return group.guidelineId === null ? null : loadOne(group.guidelineId, loaders.guidelines);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'A specialty of the reviewer; null unless grouped by SPECIALTY.',
  })
  specialty(@Root() { group }: OutcomeRow): string | null {
    return group.specialty;
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'The year of the decision; null unless grouped by YEAR or QUARTER.',
  })
  year(@Root() { group }: OutcomeRow): number | null {
    return group.year;
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'The quarter of the year, 1 to 4; null unless grouped by QUARTER.',
  })
  quarter(@Root() { group }: OutcomeRow): number | null {
    return group.quarter;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The kind of service; null unless grouped by MODALITY.',
  })
  modality(@Root() { group }: OutcomeRow): string | null {
    return group.modality;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'A body region of the item; null unless grouped by BODY_REGION.',
  })
  bodyRegion(@Root() { group }: OutcomeRow): string | null {
    return group.bodyRegion;
  }

  @FieldResolver(() => FindingTally, {
    description:
      'All findings of the group that pass the filter, whatever criteria they apply: those that `notMet` and `met` are a part of. With a guideline or source, those whose reviewer cites it or one below it.',
  })
  base(@Root() outcome: OutcomeRow, @Ctx() { loaders }: Context): Promise<FindingTally> {
    return loaders.baseOfOutcome(outcome).load(outcome);
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description: 'The part of the `base` in which it is not met, from 0 to 1; null when the base is empty.',
  })
  async notMetShare(@Root() outcome: OutcomeRow, @Ctx() { loaders }: Context): Promise<number | null> {
    const { findings } = await loaders.baseOfOutcome(outcome).load(outcome);
    return findings === 0 ? null : outcome.notMet.findings / findings;
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description: 'The part of the `base` in which it is met, from 0 to 1; null when the base is empty.',
  })
  async metShare(@Root() outcome: OutcomeRow, @Ctx() { loaders }: Context): Promise<number | null> {
    const { findings } = await loaders.baseOfOutcome(outcome).load(outcome);
    return findings === 0 ? null : outcome.met.findings / findings;
  }

  @FieldResolver(() => AppliedCriterionConnection, {
    description: 'The sentences behind the numbers, the surest first: one for each finding counted.',
  })
  async evidence(
    @Root() outcome: OutcomeRow,
    @Args(() => EvidenceArgs) args: EvidenceArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<AppliedCriterion>> {
    const { status, decision } = args;
    const loader = loaders.evidenceOfOutcome(outcome, { status, decision }, args.page());
    return toConnection(await loader.load(outcome));
  }

  @FieldResolver(() => [AppliedCriterion], {
    description:
      'A few of the sentences, no two in the same words: of what is met first from findings whose denial was set aside, of what is not met first from those whose denial stands; within these the surest first.',
  })
  async examples(
    @Root() outcome: OutcomeRow,
    @Args(() => ExamplesArgs) { status, first }: ExamplesArgs,
    @Ctx() { loaders }: Context,
  ): Promise<AppliedCriterion[]> {
    return [...(await loaders.examplesOfOutcome(outcome, status, first).load(outcome))];
  }
}
