import { ValidateNested } from 'class-validator';
import { ArgsType, Field, InputType } from 'type-graphql';
import type { Dimension as DimensionName } from '../../query/dimensions.js';
import type { OutcomeOrder as Order } from '../../query/outcomes.js';
import { SortDirection } from '../enums/enums.js';
import { Dimension, OutcomeOrderField } from '../enums/outcome-enums.js';
import { FindingFilter } from './filters.input.js';
import { PageArgs } from './page.args.js';
import { AreDimensions } from './validators.js';

@InputType({ description: 'How outcomes are put in order; equals by their values.' })
export class OutcomeOrder implements Order {
  @Field(() => OutcomeOrderField, {
    defaultValue: OutcomeOrderField.FINDINGS,
    description: 'What to compare.',
  })
  field!: Order['field'];

  @Field(() => SortDirection, { defaultValue: SortDirection.DESC, description: 'Which end comes first.' })
  direction!: Order['direction'];
}

@ArgsType()
export class OutcomesArgs extends PageArgs {
  @ValidateNested()
  @Field(() => FindingFilter, { defaultValue: {}, description: 'Which findings count; left out: all.' })
  filter!: FindingFilter;

  @AreDimensions()
  @Field(() => [Dimension], {
    description:
      'What to count by: one dimension, or two crossed; at most one level of guidelines, and one period.',
  })
  groupBy!: DimensionName[];

  @Field(() => OutcomeOrder, {
    defaultValue: { field: OutcomeOrderField.FINDINGS, direction: SortDirection.DESC },
    description: 'The order; left out: most findings first.',
  })
  orderBy!: OutcomeOrder;
}
