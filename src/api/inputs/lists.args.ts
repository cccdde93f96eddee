import { ValidateNested } from 'class-validator';
import { ArgsType, Field, InputType, type ClassType } from 'type-graphql';
import type { CitationFilter } from '../../query/filter/filters.js';
import type { TreeLevel } from '../../graph/criteria.js';
import type { GuidelineOutcomeOrder as Order } from '../../query/guideline-outcomes.js';
import type { ListOrder } from '../../query/page.js';
import type { Direction } from '../../query/place.js';
import { CitationRole, GuidelineLevel, GuidelineOutcomeOrderField, SortDirection } from '../enums/enums.js';
import {
  CaseOrderField,
  FindingOrderField,
  GuidelineOrderField,
  ItemOrderField,
  ReviewerOrderField,
} from '../enums/list-enums.js';
import { RolesField, NameField } from './fields.js';
import {
  CaseFilter,
  FindingFilter,
  GuidelineFilter,
  GuidelineOutcomeFilter,
  ItemFilter,
  ReviewerFilter,
} from './filters.input.js';
import { PageArgs } from './page.args.js';

/** The class that an order of a list extends. */
function orderOf<OrderField extends string>(fields: Record<OrderField | 'ID', OrderField | 'ID'>) {
  @InputType()
  abstract class OrderOf implements ListOrder<OrderField> {
    @Field(() => fields, { defaultValue: 'ID', description: 'What to compare; those without it come last.' })
    field!: OrderField | 'ID';

    @Field(() => SortDirection, { defaultValue: SortDirection.ASC, description: 'Which end comes first.' })
    direction!: Direction;
  }
  return OrderOf;
}

/** The order of a list; by id unless asked otherwise. */
function OrderField(type: () => ClassType): PropertyDecorator {
  const description = 'The order; equals by id. Left out: by id.';
  return Field(type, { defaultValue: { field: 'ID', direction: SortDirection.ASC }, description });
}

@InputType({ description: 'How cases are put in order; equals by id.' })
export class CaseOrder extends orderOf(CaseOrderField) {}

@ArgsType()
export class CasesArgs extends PageArgs {
  @ValidateNested()
  @Field(() => CaseFilter, { defaultValue: {}, description: 'Which cases; left out: all.' })
  filter!: CaseFilter;

  @OrderField(() => CaseOrder)
  orderBy!: CaseOrder;
}

@InputType({ description: 'How findings are put in order; equals by id.' })
export class FindingOrder extends orderOf(FindingOrderField) {}

@ArgsType()
export class FindingsArgs extends PageArgs {
  @ValidateNested()
  @Field(() => FindingFilter, { defaultValue: {}, description: 'Which findings; left out: all.' })
  filter!: FindingFilter;

  @OrderField(() => FindingOrder)
  orderBy!: FindingOrder;
}

@InputType({ description: 'How items are put in order; equals by id.' })
export class ItemOrder extends orderOf(ItemOrderField) {}

@ArgsType()
export class ItemsArgs extends PageArgs {
  @ValidateNested()
  @Field(() => ItemFilter, { defaultValue: {}, description: 'Which items; left out: all.' })
  filter!: ItemFilter;

  @OrderField(() => ItemOrder)
  orderBy!: ItemOrder;
}

@InputType({ description: 'How reviewer profiles are put in order; equals by id.' })
export class ReviewerOrder extends orderOf(ReviewerOrderField) {}

@ArgsType()
export class ReviewersArgs extends PageArgs {
  @ValidateNested()
  @Field(() => ReviewerFilter, { defaultValue: {}, description: 'Which reviewer profiles; left out: all.' })
  filter!: ReviewerFilter;

  @OrderField(() => ReviewerOrder)
  orderBy!: ReviewerOrder;
}

@InputType({ description: 'How guidelines are put in order; equals by id.' })
export class GuidelineOrder extends orderOf(GuidelineOrderField) {}

@ArgsType()
export class GuidelinesArgs extends PageArgs {
  @ValidateNested()
  @Field(() => GuidelineFilter, { defaultValue: {}, description: 'Which guidelines; left out: all.' })
  filter!: GuidelineFilter;

  @OrderField(() => GuidelineOrder)
  orderBy!: GuidelineOrder;
}

@InputType({ description: 'How guideline outcomes are put in order; equals by the id of the guideline.' })
export class GuidelineOutcomeOrder implements Order {
  @Field(() => GuidelineOutcomeOrderField, {
    defaultValue: GuidelineOutcomeOrderField.UPHELD,
    description: 'What to compare.',
  })
  field!: Order['field'];

  @Field(() => SortDirection, { defaultValue: SortDirection.DESC, description: 'Which end comes first.' })
  direction!: Order['direction'];
}

@ArgsType()
export class GuidelineOutcomesArgs extends PageArgs {
  @ValidateNested()
  @Field(() => GuidelineOutcomeFilter, {
    // GraphQL does not look into a default for further ones: all are spelt out.
    defaultValue: { level: GuidelineLevel.CHAPTER, role: [CitationRole.EXPERT_REVIEWER] },
    description:
      'Which guidelines, and which findings count; left out: chapters of all sources, cited by the expert reviewer.',
  })
  filter!: GuidelineOutcomeFilter;

  @Field(() => GuidelineOutcomeOrder, {
    defaultValue: { field: GuidelineOutcomeOrderField.UPHELD, direction: SortDirection.DESC },
    description: 'The order; left out: most upheld first.',
  })
  orderBy!: GuidelineOutcomeOrder;
}

@ArgsType()
export class ChildrenArgs extends PageArgs {
  @Field(() => GuidelineLevel, { nullable: true, description: 'Only parts of this level; left out: all.' })
  level?: TreeLevel | null;
}

@ArgsType()
export class FindingsOfGuidelineArgs extends PageArgs {
  @RolesField('Who cites it; left out: anyone.')
  role?: CitationFilter['role'];
}

@ArgsType()
export class QuarantinedDocumentsArgs extends PageArgs {
  @NameField('Only files that were refused with this code: `NO_TEXT_LAYER`.')
  code?: string | null;
}
