import { MaxLength, ValidateNested } from 'class-validator';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, InputType } from 'type-graphql';
import type { CaseFilter as CaseConditions } from '../../query/cases.js';
import type { DateRange as Days, DecisionFilter } from '../../query/filter.js';
import type { GuidelineOutcomeFilter as GuidelineOutcomeConditions } from '../../query/guideline-outcomes.js';
import type { GuidelineFilter as GuidelineConditions } from '../../query/guidelines.js';
import type { ItemFilter as ItemConditions } from '../../query/items.js';
import type { ReviewerFilter as ReviewerConditions } from '../../query/reviewers.js';
import { CaseOutcome, CitationRole, Decision, GuidelineLevel, Resolution } from '../enums.js';
import { CriterionKind } from '../criterion-enums.js';
import { NameField, RolesField } from './fields.js';
import { LONGEST_ID } from './limits.js';
import { IsCitable, NotAfter } from './validators.js';

@InputType({ description: 'A range of days.' })
export class DateRange implements Days {
  @NotAfter('to')
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The first day, inclusive.' })
  from?: string | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The last day, inclusive.' })
  to?: string | null;
}

/** The conditions that cases, findings and statistics share. */
@InputType()
export abstract class DecisionFilterInput implements DecisionFilter {
  @Field(() => Decision, { nullable: true, description: 'How the finding was decided.' })
  decision?: DecisionFilter['decision'];

  @ValidateNested()
  @Field(() => DateRange, {
    nullable: true,
    description: 'When the case was decided; cases without that date do not pass.',
  })
  decisionDate?: DateRange | null;

  @NameField('A specialty of the reviewer, to the letter: `Orthopedic Surgery`.')
  specialty?: string | null;

  @NameField('A state in which the reviewer is licensed, as a USPS code: `CA`.')
  licensureState?: string | null;

  @NameField('A body region of the item, to the letter: `Shoulder`.')
  bodyRegion?: string | null;

  @NameField('The kind of service of the item, to the letter: `MRI`.')
  modality?: string | null;

  @NameField(
    'The treatment request category of the item, to the letter: `Diagnostic Testing > Imaging/Radiology`.',
  )
  category?: string | null;
}

/** As {@link DecisionFilterInput}, for questions about citations. */
@InputType()
abstract class CitingFilterInput extends DecisionFilterInput {
  @MaxLength(LONGEST_ID)
  @Field(() => ID, { nullable: true, description: 'Id of a guideline: it, or one below it, is cited.' })
  guideline?: string | null;
}

@InputType({ description: 'Narrows findings; all conditions must hold. What is left out lets all pass.' })
export class FindingFilter extends CitingFilterInput {
  @RolesField('Who cites the `guideline`, or without one any guideline at all; left out: anyone.')
  role?: DecisionFilter['role'];
}

@InputType({
  description:
    'Narrows cases; all conditions must hold, those on a finding for one and the same finding. What is left out lets all pass.',
})
export class CaseFilter extends FindingFilter implements CaseConditions {
  @Field(() => CaseOutcome, { nullable: true, description: 'The outcome of the whole case.' })
  outcome?: CaseConditions['outcome'];
}

@InputType({
  description:
    'Selects guidelines, and narrows the findings that count; all conditions must hold. What is left out lets all pass.',
})
export class GuidelineOutcomeFilter extends CitingFilterInput implements GuidelineOutcomeConditions {
  @IsCitable()
  @Field(() => GuidelineLevel, {
    defaultValue: GuidelineLevel.CHAPTER,
    description: 'The level of the guidelines; what cites a guideline below one counts for it.',
  })
  level!: GuidelineOutcomeConditions['level'];

  @NameField('Name of the source of the guidelines, for example `ODG`.')
  source?: string | null;

  @RolesField('Whose citations count; null: anyone’s.', [CitationRole.EXPERT_REVIEWER])
  role?: DecisionFilter['role'];
}

@InputType({ description: 'Narrows items; all conditions must hold. What is left out lets all pass.' })
export class ItemFilter implements ItemConditions {
  @NameField('A part of the name, in upper or lower case.')
  name?: string | null;

  @NameField('The kind of service, to the letter: `MRI`.')
  modality?: string | null;

  @NameField('A body region, to the letter: `Shoulder`.')
  bodyRegion?: string | null;

  @NameField('The treatment request category, to the letter.')
  category?: string | null;
}

@InputType({
  description: 'Narrows reviewer profiles; all conditions must hold. What is left out lets all pass.',
})
export class ReviewerFilter implements ReviewerConditions {
  @NameField('A specialty, to the letter: `Orthopedic Surgery`.')
  specialty?: string | null;

  @NameField('A state of licensure, as a USPS code: `CA`.')
  licensureState?: string | null;
}

@InputType({ description: 'Narrows guidelines; all conditions must hold. What is left out lets all pass.' })
export class GuidelineFilter implements GuidelineConditions {
  @Field(() => GuidelineLevel, { nullable: true, description: 'How far down the tree they stand.' })
  level?: GuidelineConditions['level'];

  @NameField('Name of the source, for example `ODG`.')
  source?: string | null;

  @NameField('A part of the name, in upper or lower case.')
  name?: string | null;

  @Field(() => CriterionKind, {
    nullable: true,
    description: 'Which condition they are; only criteria are of a kind.',
  })
  kind?: GuidelineConditions['kind'];

  @Field(() => Resolution, { nullable: true, description: 'What the catalogue makes of their names.' })
  resolution?: GuidelineConditions['resolution'];
}
