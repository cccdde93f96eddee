import { ArrayMaxSize, ArrayNotEmpty, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { ArgsType, Field, Float, InputType, Int } from 'type-graphql';
import type { CriterionStatus as Status } from '../../normalise/criteria/kinds.js';
import { SURE_ENOUGH } from '../../query/filter/filters.js';
import {
  criterionKinds,
  type CriterionFilter,
  type CriterionGrouping as Grouping,
} from '../../query/criterion-filter.js';
import type { AppliedCriteriaFilter } from '../../query/criteria.js';
import type { EvidenceArguments } from '../../query/criterion-evidence.js';
import type { CriterionOutcomeOrder as Order } from '../../query/criterion-outcomes.js';
import type { PlannedRequest } from '../../query/request-checklist.js';
import {
  CriterionGrouping,
  CriterionKind,
  CriterionOutcomeOrderField,
  CriterionStatus,
} from '../enums/criterion-enums.js';
import { Decision, GuidelineLevel, SortDirection } from '../enums/enums.js';
import { NameField } from './fields.js';
import { FindingFilter } from './filters.input.js';
import { IdField } from './keys.js';
import { LONGEST_NAME, LONGEST_PAGE } from './limits.js';
import { PageArgs } from './page.args.js';
import { IsCitable, IsGrouping } from './validators.js';

/** A confidence, 0 to 1. */
function ConfidenceField(description: string, defaultValue?: number): PropertyDecorator {
  return (target, key) => {
    Min(0)(target, key);
    Max(1)(target, key);
    Field(() => Float, { nullable: defaultValue === undefined, defaultValue, description })(target, key);
  };
}

const CONFIDENCE = `Statements that are read with less confidence, from 0 to 1, do not count; left out: ${SURE_ENOUGH}.`;

@InputType({
  description:
    'Narrows the findings and the statements that count; all conditions must hold. What is left out lets all pass, but for unsure statements.',
})
export class CriterionOutcomeFilter extends FindingFilter implements CriterionFilter {
  @NameField('Name of the source of the guideline that is relied on for the criterion: `ODG`.')
  source?: string | null;

  @IdField(
    'Guideline',
    'Id of a source, chapter or topic: it, or one below it, is relied on for the criterion.',
    { nullable: true },
  )
  guideline?: string | null;

  @ArrayNotEmpty()
  @ArrayMaxSize(criterionKinds.length)
  @Field(() => [CriterionKind], { nullable: true, description: 'Which kinds of criteria; left out: all.' })
  kinds?: CriterionFilter['kinds'];

  @ConfidenceField(CONFIDENCE, SURE_ENOUGH)
  minConfidence!: number;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether only statements count that are given as a reason for the decision.',
  })
  decisiveOnly!: boolean;
}

@InputType({ description: 'How criterion outcomes are put in order; equals by kind and group.' })
export class CriterionOutcomeOrder implements Order {
  @Field(() => CriterionOutcomeOrderField, {
    defaultValue: CriterionOutcomeOrderField.NOT_MET_UPHELD,
    description: 'What to compare.',
  })
  field!: Order['field'];

  @Field(() => SortDirection, { defaultValue: SortDirection.DESC, description: 'Which end comes first.' })
  direction!: Order['direction'];
}

@ArgsType()
export class CriterionOutcomesArgs extends PageArgs {
  @ValidateNested()
  @Field(() => CriterionOutcomeFilter, {
    // GraphQL does not look into a default for further ones: all are spelt out.
    defaultValue: { minConfidence: SURE_ENOUGH, decisiveOnly: false },
    description: 'Which findings and statements count; left out: all statements that are sure enough.',
  })
  filter!: CriterionOutcomeFilter;

  @IsGrouping()
  @Field(() => [CriterionGrouping], {
    defaultValue: [],
    description:
      'What to give the counts by, beside the kind: at most one level of guidelines, and one period.',
  })
  groupBy!: Grouping[];

  @Field(() => CriterionOutcomeOrder, {
    defaultValue: { field: CriterionOutcomeOrderField.NOT_MET_UPHELD, direction: SortDirection.DESC },
    description: 'The order; left out: first what is not met in most findings whose denial stands.',
  })
  orderBy!: CriterionOutcomeOrder;
}

@ArgsType()
export class EvidenceArgs extends PageArgs implements EvidenceArguments {
  @Field(() => CriterionStatus, { description: 'The statements that it is met, or those that it is not.' })
  status!: Status;

  @Field(() => Decision, { nullable: true, description: 'Only of findings that were decided so.' })
  decision?: EvidenceArguments['decision'];
}

@ArgsType()
export class FirstArgs {
  @Min(1)
  @Max(LONGEST_PAGE)
  @Field(() => Int, { defaultValue: 10, description: `How many to return at most, 1 to ${LONGEST_PAGE}.` })
  first!: number;
}

/** Most examples of one status. */
const MOST_EXAMPLES = 10;

@ArgsType()
export class ExamplesArgs {
  @Field(() => CriterionStatus, { description: 'Examples of what is met, or of what is not.' })
  status!: Status;

  @Min(1)
  @Max(MOST_EXAMPLES)
  @Field(() => Int, { defaultValue: 3, description: `How many at most, 1 to ${MOST_EXAMPLES}.` })
  first!: number;
}

@ArgsType()
export class ChecklistGuidelinesArgs extends FirstArgs {
  @IsCitable()
  @Field(() => GuidelineLevel, {
    defaultValue: GuidelineLevel.CHAPTER,
    description:
      'The level of the guidelines, SOURCE, CHAPTER or TOPIC; what cites a guideline below one counts for it.',
  })
  level!: 'SOURCE' | 'CHAPTER' | 'TOPIC';
}

@ArgsType()
export class AppliedCriteriaArgs implements AppliedCriteriaFilter {
  @Field(() => CriterionStatus, { nullable: true, description: 'Only of this status.' })
  status?: Status | null;

  @Field(() => CriterionKind, { nullable: true, description: 'Only of this kind.' })
  kind?: AppliedCriteriaFilter['kind'];

  @ConfidenceField('Only what is read with this confidence at least, from 0 to 1; left out: all.')
  minConfidence?: number | null;
}

@ArgsType()
export class AppliedCriteriaOfGuidelineArgs extends PageArgs implements AppliedCriteriaFilter {
  @Field(() => CriterionStatus, { nullable: true, description: 'Only of this status.' })
  status?: Status | null;

  @Field(() => CriterionKind, { nullable: true, description: 'Only of this kind.' })
  kind?: AppliedCriteriaFilter['kind'];

  @ConfidenceField('Only what is read with this confidence at least, from 0 to 1; left out: all.')
  minConfidence?: number | null;
}

@ArgsType()
export class RequestChecklistArgs implements PlannedRequest {
  @MaxLength(LONGEST_NAME)
  @Field(() => String, {
    description:
      'The service in your own words, body region included or not: `MRI of the neck`. Read as the label of an item is read.',
  })
  service!: string;

  @NameField('The body region in your own words, unless the service tells it: `neck`.')
  bodyRegion?: string | null;

  @NameField(
    'Words of the diagnosis, at most 10: only findings count whose rationale or clinical case summary holds each of them, as long as there are any.',
  )
  diagnosis?: string | null;

  @ConfidenceField(CONFIDENCE, SURE_ENOUGH)
  minConfidence!: number;
}
