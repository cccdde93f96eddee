import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { guidelinePage, type GuidelineRow } from '../../query/guidelines.js';
import { loadConnection, loadOne, toConnection } from '../connections.js';
import type { Context } from '../context.js';
import { AppliedCriteriaOfGuidelineArgs } from '../inputs/criteria.args.js';
import { GuidelineIdArgs } from '../inputs/ids.args.js';
import { ChildrenArgs, FindingsOfGuidelineArgs, GuidelinesArgs } from '../inputs/lists.args.js';
import { PageArgs } from '../inputs/page.args.js';
import { openFilter } from '../inputs/open-filter.js';
import type { Connection } from '../types/connection.type.js';
import {
  AppliedCriterion,
  AppliedCriterionConnection,
  QuotedCriterion,
  QuotedCriterionConnection,
} from '../types/criterion.type.js';
import { Finding, FindingConnection } from '../types/finding.type.js';
import { Guideline, GuidelineConnection } from '../types/guideline.type.js';

@Resolver(() => Guideline)
export class GuidelineResolver {
  @Query(() => Guideline, { nullable: true, description: 'The guideline of an id; null when there is none.' })
  guideline(
    @Args(() => GuidelineIdArgs) { id }: GuidelineIdArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Guideline | null> {
    return loaders.guidelines.load(id);
  }

  @Query(() => GuidelineConnection, { description: 'Guidelines, by id unless asked otherwise.' })
  async guidelines(
    @Args(() => GuidelinesArgs) args: GuidelinesArgs,
    @Ctx() { client, loaders }: Context,
  ): Promise<Connection<Guideline>> {
    const filter = await openFilter(client, args.filter);
    return loadConnection(await guidelinePage(client, filter, args.orderBy, args.page()), loaders.guidelines);
  }

  @FieldResolver(() => String, {
    description: 'The names from the source down: `MTUS > Low Back Complaints (2004) > Special Studies`.',
  })
  path(@Root() { id }: GuidelineRow): string {
    return id;
  }

  @FieldResolver(() => Guideline, {
    nullable: true,
    description: 'What it is a part of; null for a source, and for criteria of findings that cite none.',
  })
  async parent(@Root() { parentId }: GuidelineRow, @Ctx() { loaders }: Context): Promise<Guideline | null> {
    return parentId === null ? null : loadOne(parentId, loaders.guidelines);
  }

  @FieldResolver(() => GuidelineConnection, { description: 'Its direct parts, criteria among them, by id.' })
  async children(
    @Root() { id }: GuidelineRow,
    @Args(() => ChildrenArgs) args: ChildrenArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<Guideline>> {
    const page = await loaders.childrenOfGuideline(args.page(), args.level).load(id);
    return loadConnection(page, loaders.guidelines);
  }

  @FieldResolver(() => AppliedCriterionConnection, {
    description: 'What rationales say of its criteria, and of those of what is below it, by id.',
  })
  async appliedCriteria(
    @Root() { id }: GuidelineRow,
    @Args(() => AppliedCriteriaOfGuidelineArgs) args: AppliedCriteriaOfGuidelineArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<AppliedCriterion>> {
    const { status, kind, minConfidence } = args;
    const loader = loaders.appliedCriteriaOfGuideline(args.page(), { status, kind, minConfidence });
    return toConnection(await loader.load(id));
  }

  @FieldResolver(() => QuotedCriterionConnection, {
    description: 'Where rationales quote it, or criteria of it or of what is below it, by id.',
  })
  async quotations(
    @Root() { id }: GuidelineRow,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<QuotedCriterion>> {
    return toConnection(await loaders.quotationsOfGuideline(args.page()).load(id));
  }

  @FieldResolver(() => FindingConnection, {
    description: 'The findings that cite it, or anything below it, by id.',
  })
  async findings(
    @Root() { id }: GuidelineRow,
    @Args(() => FindingsOfGuidelineArgs) args: FindingsOfGuidelineArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<Finding>> {
    const page = await loaders.findingsOfGuideline(args.page(), args.role).load(id);
    return loadConnection(page, loaders.findings);
  }
}
