import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { FindingTree } from '../../query/case-trees.js';
import type { CitationRow } from '../../query/citations.js';
import { findingPage, type FindingRow } from '../../query/findings.js';
import { loadAll, loadConnection, loadOne, type Loaded } from '../connections.js';
import type { Context } from '../context.js';
import { AppliedCriteriaArgs } from '../inputs/criteria.args.js';
import { FindingIdArgs } from '../inputs/ids.args.js';
import { FindingsArgs } from '../inputs/lists.args.js';
import { RoleArgs } from '../inputs/role.args.js';
import { openFilter } from '../inputs/open-filter.js';
import { Case } from '../types/case.type.js';
import { Citation } from '../types/citation.type.js';
import type { Connection } from '../types/connection.type.js';
import { AppliedCriterion, QuotedCriterion } from '../types/criterion.type.js';
import { Finding, FindingConnection } from '../types/finding.type.js';
import { Guideline } from '../types/guideline.type.js';
import { Item } from '../types/item.type.js';

@Resolver(() => Finding)
export class FindingResolver {
  @Query(() => Finding, { nullable: true, description: 'The finding of an id; null when there is none.' })
  finding(
    @Args(() => FindingIdArgs) { id }: FindingIdArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Finding | null> {
    return loaders.findings.load(id);
  }

  @Query(() => FindingConnection, { description: 'Findings, by id unless asked otherwise.' })
  async findings(
    @Args(() => FindingsArgs) args: FindingsArgs,
    @Ctx() { client, loaders }: Context,
  ): Promise<Connection<Finding>> {
    const filter = await openFilter(client, args.filter);
    return loadConnection(await findingPage(client, filter, args.orderBy, args.page()), loaders.findings);
  }

  @FieldResolver(() => Case, { description: 'The case that it belongs to.' })
  case(@Root() { caseId }: FindingRow, @Ctx() { loaders }: Context): Loaded<Case> {
    return loadOne(caseId, loaders.cases);
  }

  @FieldResolver(() => Item, { description: 'The disputed treatment or service in canonical form.' })
  item(@Root() { itemId }: FindingRow, @Ctx() { loaders }: Context): Loaded<Item> {
    return loadOne(itemId, loaders.items);
  }

  @FieldResolver(() => [Citation], {
    description: "The guidelines cited for it, in the order of the letter's words.",
  })
  citations(
    @Root() finding: FindingTree,
    @Args(() => RoleArgs) { role }: RoleArgs,
    @Ctx() context: Context,
  ): Loaded<Citation[]> {
    return citationsOf(finding, role, context);
  }

  @FieldResolver(() => [AppliedCriterion], {
    description: 'What the rationale says to be met or not met, in the order of its words.',
  })
  async appliedCriteria(
    @Root() { id }: FindingRow,
    @Args(() => AppliedCriteriaArgs) { status, kind, minConfidence }: AppliedCriteriaArgs,
    @Ctx() { loaders }: Context,
  ): Promise<AppliedCriterion[]> {
    const applied = await loaders.appliedCriteriaOfFinding.load(id);
    return applied.filter(
      (row) =>
        row.status === (status ?? row.status) &&
        row.kind === (kind ?? row.kind) &&
        row.confidence >= (minConfidence ?? 0),
    );
  }

  @FieldResolver(() => [QuotedCriterion], {
    description: "The criteria that the rationale quotes as a list, in the list's order.",
  })
  async quotedCriteria(@Root() { id }: FindingRow, @Ctx() { loaders }: Context): Promise<QuotedCriterion[]> {
    return [...(await loaders.quotedCriteriaOfFinding.load(id))];
  }

  @FieldResolver(() => [Guideline], { description: 'The guidelines cited for it, each once.' })
  async guidelines(
    @Root() finding: FindingTree,
    @Args(() => RoleArgs) { role }: RoleArgs,
    @Ctx() context: Context,
  ): Promise<Guideline[]> {
    const citations = await citationsOf(finding, role, context);
    const ids = new Set(citations.map(({ guidelineId }) => guidelineId));
    return loadAll([...ids], context.loaders.guidelines);
  }
}

/** Filtered here and not in the statement: a finding has few citations, and all roles then share one statement. */
function citationsOf(
  { id, citations }: FindingTree,
  roles: RoleArgs['role'],
  { loaders }: Context,
): Loaded<CitationRow[]> {
  const ofRoles = (all: readonly CitationRow[]) => all.filter(({ role }) => roles?.includes(role) ?? true);
  return citations ? ofRoles(citations) : loaders.citationsOfFinding.load(id).then(ofRoles);
}
