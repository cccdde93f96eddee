import { ArrayMaxSize, ArrayNotEmpty, ValidateNested } from 'class-validator';
import { Field, InputType, type ClassType } from 'type-graphql';
import type {
  CaseFilter as CaseFilterShape,
  FindingFilter as FindingFilterShape,
  GuidelineFilter as GuidelineFilterShape,
  ItemConditions,
  ItemFilter as ItemFilterShape,
  ReviewerFilter as ReviewerFilterShape,
} from '../../query/filter/filters.js';
import type { GuidelineOutcomeFilter as GuidelineOutcomeFilterShape } from '../../query/guideline-outcomes.js';
import { CriterionKind } from '../enums/criterion-enums.js';
import { Basis, CitationRole, Decision, GuidelineLevel, Resolution } from '../enums/enums.js';
import {
  AppliedCriterionFilter,
  CaseConditionsInput,
  CitationFilter,
  ReviewerConditionsInput,
  TextFilter,
} from './conditions.input.js';
import { AnyOfField, NameField, NamesField, RolesField } from './fields.js';
import { IdField, IdsField } from './keys.js';
import { MOST_JOINED } from './limits.js';
import { IsCitable } from './validators.js';

const ALL_HOLD = 'All conditions must hold; what is left out lets all pass.';

/** `and` or `or`. */
function JoinedField(filter: () => ClassType, description: string): PropertyDecorator {
  return (target, key) => {
    ArrayNotEmpty()(target, key);
    ArrayMaxSize(MOST_JOINED)(target, key);
    ValidateNested({ each: true })(target, key);
    Field(() => [filter()], { nullable: true, description })(target, key);
  };
}

function AndField(filter: () => ClassType): PropertyDecorator {
  return JoinedField(filter, 'All of these must pass too: for several conditions on the same field.');
}

function OrField(filter: () => ClassType): PropertyDecorator {
  return JoinedField(filter, 'One of these at least must pass too.');
}

function NotField(filter: () => ClassType): PropertyDecorator {
  return (target, key) => {
    ValidateNested()(target, key);
    const description =
      'This must not pass. What does not pass a condition passes its opposite, also where the letter is silent.';
    Field(() => filter(), { nullable: true, description })(target, key);
  };
}

function ModalityField(): PropertyDecorator {
  return NamesField('The kind of service of the item, to the letter: `MRI`.');
}

function BodyRegionField(): PropertyDecorator {
  return NamesField('A body region of the item, to the letter: `Shoulder`.');
}

function CategoryField(): PropertyDecorator {
  return NamesField(
    'The treatment request category of the item, to the letter: `Diagnostic Testing > Imaging/Radiology`.',
  );
}

@InputType({ description: `Which findings. ${ALL_HOLD}` })
export class FindingFilter extends CaseConditionsInput implements FindingFilterShape {
  @AndField(() => FindingFilter)
  and?: FindingFilter[] | null;

  @OrField(() => FindingFilter)
  or?: FindingFilter[] | null;

  @NotField(() => FindingFilter)
  not?: FindingFilter | null;

  @IdsField('Finding', 'Findings, by id.')
  id?: FindingFilterShape['id'];

  @IdsField('Case', 'Cases, by id: the finding is of one.')
  case?: FindingFilterShape['case'];

  @IdsField('Item', 'Items, by id: the finding decides one.')
  item?: FindingFilterShape['item'];

  @IdsField('Reviewer', 'Reviewer profiles, by id: the finding is by one.')
  reviewer?: FindingFilterShape['reviewer'];

  @AnyOfField(() => Decision, 'How it was decided.')
  decision?: FindingFilterShape['decision'];

  @ModalityField()
  modality?: ItemConditions['modality'];

  @BodyRegionField()
  bodyRegion?: ItemConditions['bodyRegion'];

  @CategoryField()
  category?: ItemConditions['category'];

  @NamesField('The generic name of the drug that the item asks for, to the letter: `Tramadol`.')
  drug?: FindingFilterShape['drug'];

  @NamesField("The drug's class, to the letter: `Opioids`.")
  drugClass?: FindingFilterShape['drugClass'];

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: a part of the original request was authorized. False: it was denied in full.',
  })
  modified?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the service was rendered before it was reviewed, as the letter words it.',
  })
  retrospective?: boolean | null;

  @AnyOfField(() => Basis, 'What the claims administrator based the denial on.')
  claimsAdministratorBasis?: FindingFilterShape['claimsAdministratorBasis'];

  @AnyOfField(() => Basis, 'What the expert reviewer based the decision on.')
  expertReviewerBasis?: FindingFilterShape['expertReviewerBasis'];

  @ValidateNested()
  @Field(() => TextFilter, { nullable: true, description: 'What the label of the item holds.' })
  label?: TextFilter | null;

  @ValidateNested()
  @Field(() => TextFilter, {
    nullable: true,
    description: 'What the rationale holds; `searchFindings` knows words.',
  })
  rationale?: TextFilter | null;

  @ValidateNested()
  @Field(() => CitationFilter, { nullable: true, description: 'What it cites.' })
  citations?: CitationFilter | null;

  @ValidateNested()
  @Field(() => AppliedCriterionFilter, {
    nullable: true,
    description: 'What its rationale says to be met or not met.',
  })
  criteria?: AppliedCriterionFilter | null;
}

@InputType({ description: `Which cases. ${ALL_HOLD}` })
export class CaseFilter extends CaseConditionsInput implements CaseFilterShape {
  @AndField(() => CaseFilter)
  and?: CaseFilter[] | null;

  @OrField(() => CaseFilter)
  or?: CaseFilter[] | null;

  @NotField(() => CaseFilter)
  not?: CaseFilter | null;

  @IdsField('Case', 'Cases, by id or case number.')
  id?: CaseFilterShape['id'];

  @IdsField('Reviewer', 'Reviewer profiles, by id: the case was decided by one.')
  reviewer?: CaseFilterShape['reviewer'];

  @ValidateNested()
  @Field(() => FindingFilter, {
    nullable: true,
    description: 'At least one of its findings passes all of this.',
  })
  findings?: FindingFilter | null;
}

@InputType({ description: `Which items. ${ALL_HOLD}` })
export class ItemFilter implements ItemFilterShape {
  @AndField(() => ItemFilter)
  and?: ItemFilter[] | null;

  @OrField(() => ItemFilter)
  or?: ItemFilter[] | null;

  @NotField(() => ItemFilter)
  not?: ItemFilter | null;

  @IdsField('Item', 'Items, by id.')
  id?: ItemFilterShape['id'];

  @ValidateNested()
  @Field(() => TextFilter, { nullable: true, description: 'What the name holds.' })
  name?: TextFilter | null;

  @ModalityField()
  modality?: ItemConditions['modality'];

  @BodyRegionField()
  bodyRegion?: ItemConditions['bodyRegion'];

  @CategoryField()
  category?: ItemConditions['category'];
}

@InputType({ description: `Which reviewer profiles. ${ALL_HOLD}` })
export class ReviewerFilter extends ReviewerConditionsInput implements ReviewerFilterShape {
  @AndField(() => ReviewerFilter)
  and?: ReviewerFilter[] | null;

  @OrField(() => ReviewerFilter)
  or?: ReviewerFilter[] | null;

  @NotField(() => ReviewerFilter)
  not?: ReviewerFilter | null;

  @IdsField('Reviewer', 'Reviewer profiles, by id.')
  id?: ReviewerFilterShape['id'];
}

@InputType({ description: `Which guidelines. ${ALL_HOLD}` })
export class GuidelineFilter implements GuidelineFilterShape {
  @AndField(() => GuidelineFilter)
  and?: GuidelineFilter[] | null;

  @OrField(() => GuidelineFilter)
  or?: GuidelineFilter[] | null;

  @NotField(() => GuidelineFilter)
  not?: GuidelineFilter | null;

  @IdsField('Guideline', 'Guidelines, by id or path.')
  id?: GuidelineFilterShape['id'];

  @IdsField('Guideline', 'Guidelines, by id or path: it is one of them, or below one.')
  under?: GuidelineFilterShape['under'];

  @AnyOfField(() => GuidelineLevel, 'How far down the tree it stands.')
  level?: GuidelineFilterShape['level'];

  @NamesField('The name of its source, to the letter: `ODG`.')
  source?: GuidelineFilterShape['source'];

  @ValidateNested()
  @Field(() => TextFilter, { nullable: true, description: 'What the name holds.' })
  name?: TextFilter | null;

  @AnyOfField(() => CriterionKind, 'Which condition it is; only criteria are of a kind.')
  kind?: GuidelineFilterShape['kind'];

  @AnyOfField(() => Resolution, 'What the catalogue makes of its name.')
  resolution?: GuidelineFilterShape['resolution'];
}

@InputType({ description: `Which guidelines, by whose citations, and which findings count. ${ALL_HOLD}` })
export class GuidelineOutcomeFilter extends FindingFilter implements GuidelineOutcomeFilterShape {
  @IsCitable()
  @Field(() => GuidelineLevel, {
    defaultValue: GuidelineLevel.CHAPTER,
    description:
      'The level of the guidelines, SOURCE, CHAPTER or TOPIC; what cites a guideline below one counts for it.',
  })
  level!: GuidelineOutcomeFilterShape['level'];

  @NameField('Name of the source of the guidelines, to the letter: `ODG`.')
  source?: string | null;

  @IdField('Guideline', 'A guideline, by id or path: it, or those below it.', { nullable: true })
  guideline?: string | null;

  @RolesField('Whose citations count; null: anyone’s.', [CitationRole.EXPERT_REVIEWER])
  role?: GuidelineOutcomeFilterShape['role'];
}
