import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { AppliedCriterionRow, QuotedCriterionRow } from '../../query/criteria.js';
import { loadOne, type Loaded } from '../connections.js';
import type { Context } from '../context.js';
import { AppliedCriterion, QuotedCriterion } from '../types/criterion.type.js';
import { Finding } from '../types/finding.type.js';
import { Guideline } from '../types/guideline.type.js';
import { Span } from '../types/span.type.js';

@Resolver(() => AppliedCriterion)
export class AppliedCriterionResolver {
  @FieldResolver(() => Span, { description: 'Where the quote was read in the text of the case.' })
  span(@Root() { spanStart, spanEnd }: AppliedCriterionRow): Span {
    return { start: spanStart, end: spanEnd };
  }

  @FieldResolver(() => Guideline, {
    description:
      'The criterion: the condition of its kind, of the guideline that the rationale relies on for it.',
  })
  criterion(@Root() { criterionId }: AppliedCriterionRow, @Ctx() { loaders }: Context): Loaded<Guideline> {
    return loadOne(criterionId, loaders.guidelines);
  }

  @FieldResolver(() => Guideline, {
    nullable: true,
    description: 'The guideline that the rationale relies on for it; null when the finding cites none.',
  })
  async guideline(
    @Root() { criterionId }: AppliedCriterionRow,
    @Ctx() { loaders }: Context,
  ): Promise<Guideline | null> {
    const { parentId } = await loadOne(criterionId, loaders.guidelines);
    return parentId === null ? null : loadOne(parentId, loaders.guidelines);
  }

  @FieldResolver(() => Finding, { description: 'The finding whose rationale says it.' })
  finding(@Root() { findingId }: AppliedCriterionRow, @Ctx() { loaders }: Context): Loaded<Finding> {
    return loadOne(findingId, loaders.findings);
  }
}

@Resolver(() => QuotedCriterion)
export class QuotedCriterionResolver {
  @FieldResolver(() => Span, { description: 'Where it was read in the text of the case.' })
  span(@Root() { spanStart, spanEnd }: QuotedCriterionRow): Span {
    return { start: spanStart, end: spanEnd };
  }

  @FieldResolver(() => Guideline, {
    description: 'The criterion, shared by all letters that quote it in nearly the same words.',
  })
  criterion(@Root() { criterionId }: QuotedCriterionRow, @Ctx() { loaders }: Context): Loaded<Guideline> {
    return loadOne(criterionId, loaders.guidelines);
  }

  @FieldResolver(() => Finding, { description: 'The finding whose rationale quotes it.' })
  finding(@Root() { findingId }: QuotedCriterionRow, @Ctx() { loaders }: Context): Loaded<Finding> {
    return loadOne(findingId, loaders.findings);
  }
}
