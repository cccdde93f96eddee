import { Max, Min, ValidateNested } from 'class-validator';
import { ArgsType, Field, InputType, Int } from 'type-graphql';
import type { GuidelineLevel as Level } from '../../graph/identity.js';
import type { Dimension as DimensionName } from '../../query/dimensions.js';
import type { LiftOrder as Order } from '../../query/lift.js';
import { GuidelineLevel, SortDirection } from '../enums/enums.js';
import { Dimension, LiftOrderField } from '../enums/outcome-enums.js';
import { FindingFilter } from './filters.input.js';
import { PageArgs } from './page.args.js';
import { IsCitable } from './validators.js';

/** Left out, guidelines that fewer findings cite are not tested: nothing could be seen in them. */
export const FEW = 5;

/** More findings than there ever were. */
export const MOST_FINDINGS = 10_000_000;

@ArgsType()
export class CitationAgreementArgs {
  @ValidateNested()
  @Field(() => FindingFilter, { defaultValue: {}, description: 'Which findings count; left out: all.' })
  filter!: FindingFilter;

  @IsCitable()
  @Field(() => GuidelineLevel, {
    defaultValue: GuidelineLevel.SOURCE,
    description:
      'The level of the guidelines that are compared, SOURCE, CHAPTER or TOPIC; what cites a guideline below one cites it too, what cites only one above cites none.',
  })
  level!: Level;
}

@ArgsType()
export class DaysToDecisionArgs extends PageArgs {
  @ValidateNested()
  @Field(() => FindingFilter, {
    defaultValue: {},
    description: 'Which items count; letters with such an item do. Left out: all.',
  })
  filter!: FindingFilter;

  @Field(() => Dimension, { nullable: true, description: 'What to count by; left out: the base alone.' })
  groupBy?: DimensionName | null;
}

@InputType({ description: 'How lifts are put in order; equals by the id of the guideline.' })
export class LiftOrder implements Order {
  @Field(() => LiftOrderField, { defaultValue: LiftOrderField.Q_VALUE, description: 'What to compare.' })
  field!: Order['field'];

  @Field(() => SortDirection, { defaultValue: SortDirection.ASC, description: 'Which end comes first.' })
  direction!: Order['direction'];
}

@ArgsType()
export class LiftArgs extends PageArgs {
  @ValidateNested()
  @Field(() => FindingFilter, { defaultValue: {}, description: 'Which findings count; left out: all.' })
  filter!: FindingFilter;

  @IsCitable()
  @Field(() => GuidelineLevel, {
    defaultValue: GuidelineLevel.CHAPTER,
    description:
      'The level of the guidelines, SOURCE, CHAPTER or TOPIC; what cites a guideline below one counts for it.',
  })
  level!: Level;

  @Min(1)
  @Max(MOST_FINDINGS)
  @Field(() => Int, {
    defaultValue: FEW,
    description: 'Guidelines that fewer findings cite are left out, and not tested; at least 1.',
  })
  minFindings!: number;

  @Field(() => LiftOrder, {
    defaultValue: { field: LiftOrderField.Q_VALUE, direction: SortDirection.ASC },
    description: 'The order; left out: what is least likely chance first.',
  })
  orderBy!: LiftOrder;
}
