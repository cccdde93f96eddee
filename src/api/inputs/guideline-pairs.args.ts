import { Max, Min, ValidateNested } from 'class-validator';
import { ArgsType, Field, InputType, Int } from 'type-graphql';
import type { GuidelineLevel as Level } from '../../graph/identity.js';
import type { CitationRole as Role } from '../../normalise/determination.js';
import type { GuidelinePairOrder as Order } from '../../query/guideline-pairs.js';
import { CitationRole, GuidelineLevel, SortDirection } from '../enums/enums.js';
import { GuidelinePairOrderField } from '../enums/outcome-enums.js';
import { FEW, MOST_FINDINGS } from './analytics.args.js';
import { FindingFilter } from './filters.input.js';
import { PageArgs } from './page.args.js';
import { IsCitable } from './validators.js';

@InputType({ description: 'How pairs of guidelines are put in order; equals by their ids.' })
export class GuidelinePairOrder implements Order {
  @Field(() => GuidelinePairOrderField, {
    defaultValue: GuidelinePairOrderField.FINDINGS,
    description: 'What to compare.',
  })
  field!: Order['field'];

  @Field(() => SortDirection, { defaultValue: SortDirection.DESC, description: 'Which end comes first.' })
  direction!: Order['direction'];
}

@ArgsType()
export class GuidelinePairsArgs extends PageArgs {
  @IsCitable()
  @Field(() => GuidelineLevel, {
    defaultValue: GuidelineLevel.CHAPTER,
    description:
      'The level of the guidelines: what cites a guideline below one cites it too, what cites only one above cites none.',
  })
  level!: Level;

  @Field(() => CitationRole, {
    defaultValue: CitationRole.EXPERT_REVIEWER,
    description: 'Who cites `guideline`.',
  })
  role!: Role;

  @Field(() => CitationRole, {
    nullable: true,
    description:
      'Who cites `withGuideline`; left out: the same as `role`. Of one role each pair is there once, the lesser id first, and none with itself; of two also what both cite.',
  })
  withRole?: Role | null;

  @IsCitable()
  @Field(() => GuidelineLevel, {
    nullable: true,
    description: 'The level of `withGuideline`; left out: the same as `level`.',
  })
  withLevel?: Level | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'Leaves out of each finding the guidelines that both roles cite: what `withRole` cites in place of what `role` cites. Needs two roles, and one level.',
  })
  inPlace!: boolean;

  @ValidateNested()
  @Field(() => FindingFilter, { defaultValue: {}, description: 'Which findings count; left out: all.' })
  filter!: FindingFilter;

  @Min(1)
  @Max(MOST_FINDINGS)
  @Field(() => Int, {
    defaultValue: FEW,
    description: 'Pairs that fewer findings cite are left out, and not tested.',
  })
  minFindings!: number;

  @Field(() => GuidelinePairOrder, {
    defaultValue: { field: GuidelinePairOrderField.FINDINGS, direction: SortDirection.DESC },
    description: 'The order; left out: what most findings cite together first.',
  })
  orderBy!: GuidelinePairOrder;
}
