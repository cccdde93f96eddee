import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { CaseTree } from '../../query/case-trees.js';
import { casePage, type CaseRow } from '../../query/cases.js';
import { InputError } from '../../query/input-error.js';
import { loadAll, loadConnection, loadOne, type Loaded } from '../connections.js';
import type { Context } from '../context.js';
import type { Loaders } from '../loaders/loaders.js';
import { CaseArgs } from '../inputs/ids.args.js';
import { CasesArgs } from '../inputs/lists.args.js';
import { openFilter } from '../inputs/open-filter.js';
import { Case, CaseConnection, Provenance } from '../types/case.type.js';
import type { Connection } from '../types/connection.type.js';
import { Document } from '../types/document.type.js';
import { Finding } from '../types/finding.type.js';
import { Reviewer } from '../types/reviewer.type.js';

@Resolver(() => Case)
export class CaseResolver {
  @Query(() => Case, {
    nullable: true,
    description: 'The case of an id or of a case number (exactly one of the two); null when there is none.',
  })
  async case(
    @Args(() => CaseArgs) { id, caseNumber }: CaseArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Case | null> {
    if (isGiven(id) === isGiven(caseNumber)) {
      throw new InputError('id', 'exactly one of id and caseNumber must be given');
    }
    // A case that has a number is known by it.
    const found = await loaders.cases.load(id ?? caseNumber ?? '');
    return isGiven(caseNumber) && found?.caseNumber !== caseNumber ? null : found;
  }

  @Query(() => CaseConnection, { description: 'Cases, by id unless asked otherwise.' })
  async cases(
    @Args(() => CasesArgs) args: CasesArgs,
    @Ctx() { client, loaders }: Context,
  ): Promise<Connection<Case>> {
    const filter = await openFilter(client, args.filter);
    return loadConnection(await casePage(client, filter, args.orderBy, args.page()), loaders.cases);
  }

  @FieldResolver(() => [Finding], {
    description: "The decisions on its disputed items, in the letter's order.",
  })
  findings(@Root() row: CaseTree, @Ctx() { loaders }: Context): Loaded<readonly Finding[]> {
    return row.findings ?? findingsOf(row, loaders);
  }

  @FieldResolver(() => Reviewer, { description: 'The credential profile of the reviewer who decided it.' })
  reviewer(@Root() { reviewerId }: CaseRow, @Ctx() { loaders }: Context): Loaded<Reviewer> {
    return loadOne(reviewerId, loaders.reviewers);
  }

  @FieldResolver(() => [Document], { description: 'The files that it was read from, by path.' })
  async documents(@Root() { id }: CaseRow, @Ctx() { loaders }: Context): Promise<Document[]> {
    return [...(await loaders.documentsOfCase.load(id))];
  }

  @FieldResolver(() => String, { description: 'The cleaned text of the letter, which all spans point into.' })
  async text(@Root() { id }: CaseRow, @Ctx() { loaders }: Context): Promise<string> {
    return (await loadOne(id, loaders.caseTexts)).text;
  }

  @FieldResolver(() => Provenance, { description: 'What its facts were read from, and how.' })
  provenance(@Root() row: CaseRow): Provenance {
    return row;
  }
}

async function findingsOf({ id }: CaseRow, loaders: Loaders): Promise<Finding[]> {
  return loadAll(await loaders.findingsOfCase.load(id), loaders.findings);
}

function isGiven(argument: string | null | undefined): boolean {
  return argument !== null && argument !== undefined;
}
