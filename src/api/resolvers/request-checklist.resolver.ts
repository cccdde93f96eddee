import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import {
  checklistCriteria,
  checklistGuidelines,
  requestChecklist,
  basisInWords,
  type ChecklistGuideline as GuidelineOfChecklist,
  type RequestChecklist as Checklist,
} from '../../query/request-checklist.js';
import { loadOne, type Loaded } from '../connections.js';
import type { Context } from '../context.js';
import { ChecklistGuidelinesArgs, FirstArgs, RequestChecklistArgs } from '../inputs/criteria.args.js';
import { ChecklistGuideline, RequestChecklist } from '../types/checklist.type.js';
import { CriterionOutcome } from '../types/criterion.type.js';
import { Guideline } from '../types/guideline.type.js';

@Resolver(() => RequestChecklist)
export class RequestChecklistResolver {
  @Query(() => RequestChecklist, {
    description:
      'For somebody about to request a service: the guidelines that reviewers rely on for it, and the criteria that decide, with the numbers and the sentences behind them.',
  })
  requestChecklist(
    @Args(() => RequestChecklistArgs) request: RequestChecklistArgs,
    @Ctx() { client }: Context,
  ): Promise<RequestChecklist> {
    return requestChecklist(client, request);
  }

  @FieldResolver(() => String, { description: 'What it rests on, in a few sentences.' })
  summary(@Root() checklist: Checklist): string {
    return basisInWords(checklist);
  }

  @FieldResolver(() => [CriterionOutcome], {
    description:
      'The criteria of all guidelines together, first what is most often a reason for the decision.',
  })
  async criteria(
    @Root() { scope }: Checklist,
    @Args(() => FirstArgs) { first }: FirstArgs,
    @Ctx() { client }: Context,
  ): Promise<CriterionOutcome[]> {
    return (await checklistCriteria(client, scope)).slice(0, first);
  }

  @FieldResolver(() => [ChecklistGuideline], {
    description: 'The guidelines of a level that reviewers cite for it, most often cited first.',
  })
  guidelines(
    @Root() { scope }: Checklist,
    @Args(() => ChecklistGuidelinesArgs) { level, first }: ChecklistGuidelinesArgs,
    @Ctx() { client }: Context,
  ): Promise<ChecklistGuideline[]> {
    return checklistGuidelines(client, scope, level, first);
  }
}

@Resolver(() => ChecklistGuideline)
export class ChecklistGuidelineResolver {
  @FieldResolver(() => Guideline, { description: 'The guideline that is cited.' })
  guideline(@Root() { guidelineId }: GuidelineOfChecklist, @Ctx() { loaders }: Context): Loaded<Guideline> {
    return loadOne(guidelineId, loaders.guidelines);
  }

  @FieldResolver(() => [CriterionOutcome], {
    description:
      'Its criteria, or of those below it: first what is most often a reason for the decision when the rationale relies on it.',
  })
  async criteria(
    @Root() { guidelineId, scope, level }: GuidelineOfChecklist,
    @Args(() => FirstArgs) { first }: FirstArgs,
    @Ctx() { loaders }: Context,
  ): Promise<CriterionOutcome[]> {
    return (await loaders.criteriaOfGuideline(scope, level).load(guidelineId)).slice(0, first);
  }
}
