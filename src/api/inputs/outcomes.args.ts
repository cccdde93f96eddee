import { Max, Min, ValidateNested } from 'class-validator';
import { ArgsType, Field, InputType, Int } from 'type-graphql';
import type { Dimension as DimensionName } from '../../query/dimensions.js';
import type { OutcomeFilter as Conditions, OutcomeOrder as Order } from '../../query/outcomes.js';
import { Basis, Priority, Sex, SortDirection } from '../enums.js';
import { Dimension, OutcomeOrderField } from '../outcome-enums.js';
import { NameField } from './fields.js';
import { FindingFilter } from './filters.input.js';
import { PageArgs } from './page.args.js';
import { AreDimensions, NotAfter } from './validators.js';

/** Beyond any age that a letter could state. */
const OLDEST = 150;

/** An optional age. */
function AgeField(description: string): PropertyDecorator {
  return (target, key) => {
    Min(0)(target, key);
    Max(OLDEST)(target, key);
    Field(() => Int, { nullable: true, description })(target, key);
  };
}

@InputType({ description: 'A range of ages, in years.' })
export class AgeRange {
  @NotAfter('to')
  @AgeField('The lowest age, inclusive.')
  from?: number | null;

  @AgeField('The highest age, inclusive.')
  to?: number | null;
}

@InputType({
  description:
    'Narrows the findings that count; all conditions must hold. What is left out lets all pass. A guideline that is named only to say that it is silent is not cited.',
})
export class OutcomeFilter extends FindingFilter implements Conditions {
  @NameField('The generic name of the drug that the item asks for, to the letter: `Tramadol`.')
  drug?: string | null;

  @NameField("The drug's class, to the letter: `Opioids`.")
  drugClass?: string | null;

  @Field(() => Priority, { nullable: true, description: 'The priority that the letter prints.' })
  priority?: Conditions['priority'];

  @Field(() => Sex, { nullable: true, description: 'The sex of the employee, as the letter states it.' })
  sex?: Conditions['sex'];

  @ValidateNested()
  @Field(() => AgeRange, {
    nullable: true,
    description: 'The age of the employee; letters that state none do not pass.',
  })
  age?: AgeRange | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: a part of the original request was authorized. False: it was denied in full.',
  })
  modified?: boolean | null;

  @Field(() => Basis, { nullable: true, description: 'What the claims administrator based the denial on.' })
  claimsAdministratorBasis?: Conditions['claimsAdministratorBasis'];

  @Field(() => Basis, { nullable: true, description: 'What the expert reviewer based the decision on.' })
  expertReviewerBasis?: Conditions['expertReviewerBasis'];
}

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
  @Field(() => OutcomeFilter, { defaultValue: {}, description: 'Which findings count; left out: all.' })
  filter!: OutcomeFilter;

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
