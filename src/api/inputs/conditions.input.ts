import { ArrayMaxSize, ArrayNotEmpty, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, Float, InputType, Int } from 'type-graphql';
import {
  SURE_ENOUGH,
  type AppliedCriterionFilter as CriterionConditions,
  type CaseConditions,
  type CitationFilter as CitationConditions,
  type Range,
  type ReviewerConditions,
  type TextFilter as Words,
} from '../../query/filter/filters.js';
import { CriterionKind, CriterionStatus } from '../enums/criterion-enums.js';
import { CaseOutcome, Priority, Sex } from '../enums/enums.js';
import { AnyOfField, NamesField, RolesField } from './fields.js';
import { IdsField } from './keys.js';
import { LONGEST_NAME, MOST_VALUES } from './limits.js';
import { NotAfter } from './validators.js';

@InputType({ description: 'A range of days.' })
export class DateRange implements Range<string> {
  @NotAfter('to')
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The first day, inclusive.' })
  from?: string | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The last day, inclusive.' })
  to?: string | null;
}

/** More than any age, and than the items of any letter. */
const MOST = 200;

/** An optional whole number. */
function NumberField(description: string): PropertyDecorator {
  return (target, key) => {
    Min(0)(target, key);
    Max(MOST)(target, key);
    Field(() => Int, { nullable: true, description })(target, key);
  };
}

@InputType({ description: 'A range of whole numbers.' })
export class IntRange implements Range<number> {
  @NotAfter('to')
  @NumberField(`The lowest, inclusive; 0 to ${MOST}.`)
  from?: number | null;

  @NumberField(`The highest, inclusive; 0 to ${MOST}.`)
  to?: number | null;
}

@InputType({ description: 'What a text holds.' })
export class TextFilter implements Words {
  @ArrayNotEmpty()
  @ArrayMaxSize(MOST_VALUES)
  @MaxLength(LONGEST_NAME, { each: true })
  @Field(() => [String], {
    description: 'These letters, in upper or lower case, also as a part of a word. Any of those given.',
  })
  contains!: string[];
}

@InputType({ description: 'Citations of which at least one is as all of this says.' })
export class CitationFilter implements CitationConditions {
  @IdsField('Guideline', 'Guidelines, by id or path: what is cited is one of them, or below one.')
  guideline?: CitationConditions['guideline'];

  @NamesField('Names of sources, to the letter: `ODG`.')
  source?: CitationConditions['source'];

  @ValidateNested()
  @Field(() => TextFilter, {
    nullable: true,
    description: 'What the name of the guideline holds, or that of one above it.',
  })
  name?: TextFilter | null;

  @RolesField('Who cites; left out: anyone.')
  role?: CitationConditions['role'];

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it is named only to say that it is silent on the request; left out: it is not.',
  })
  silent?: boolean | null;
}

@InputType({
  description: 'What the rationale says of criteria, of which at least one is as all of this says.',
})
export class AppliedCriterionFilter implements CriterionConditions {
  @AnyOfField(() => CriterionKind, 'The kind.')
  kind?: CriterionConditions['kind'];

  @AnyOfField(() => CriterionStatus, 'Whether it is met.')
  status?: CriterionConditions['status'];

  @Field(() => Boolean, { nullable: true, description: 'Whether it is given as a reason for the decision.' })
  decisive?: boolean | null;

  @Min(0)
  @Max(1)
  @Field(() => Float, {
    nullable: true,
    description: `The least confidence, from 0 to 1; left out: ${SURE_ENOUGH}.`,
  })
  minConfidence?: number | null;

  @IdsField('Guideline', 'Guidelines, by id or path: what is relied on for it is one of them, or below one.')
  guideline?: CriterionConditions['guideline'];
}

/** What is asked of a reviewer profile. */
@InputType()
export abstract class ReviewerConditionsInput implements ReviewerConditions {
  @NamesField('A specialty of the reviewer, to the letter: `Orthopedic Surgery`.')
  specialty?: ReviewerConditions['specialty'];

  @NamesField('A state in which the reviewer is licensed, as a USPS code: `CA`.')
  licensureState?: ReviewerConditions['licensureState'];
}

/** What is asked of a letter. */
@InputType()
export abstract class CaseConditionsInput extends ReviewerConditionsInput implements CaseConditions {
  @AnyOfField(() => CaseOutcome, 'The outcome of the whole case.')
  outcome?: CaseConditions['outcome'];

  @AnyOfField(() => Priority, 'The priority that the letter prints.')
  priority?: CaseConditions['priority'];

  @ValidateNested()
  @Field(() => DateRange, {
    nullable: true,
    description: 'When the case was decided; cases without that date do not pass.',
  })
  decisionDate?: DateRange | null;

  @AnyOfField(() => Sex, 'The sex of the employee, as the letter states it.')
  sex?: CaseConditions['sex'];

  @ValidateNested()
  @Field(() => IntRange, {
    nullable: true,
    description: 'The age of the employee in years; letters that state none do not pass.',
  })
  age?: IntRange | null;

  @ValidateNested()
  @Field(() => IntRange, { nullable: true, description: 'How many items the letter decides.' })
  itemsInLetter?: IntRange | null;

  @ValidateNested()
  @Field(() => TextFilter, { nullable: true, description: 'What the clinical case summary holds.' })
  clinicalSummary?: TextFilter | null;
}
