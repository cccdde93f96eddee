import DataLoader from 'dataloader';
import type { GraphClient } from '../../graph/client.js';
import type { GuidelineLevel } from '../../graph/identity.js';
import type { CriterionStatus } from '../../normalise/criteria/kinds.js';
import type { AppliedCriterionRow } from '../../query/criteria.js';
import {
  evidenceOfOutcomes,
  examplesOfOutcomes,
  type EvidenceArguments,
} from '../../query/criterion-evidence.js';
import { groupKey, type CriterionScope } from '../../query/criterion-filter.js';
import type { CriterionOutcome } from '../../query/criterion-outcomes.js';
import { findingCounts } from '../../query/finding-counts.js';
import type { ListPage, PageArguments } from '../../query/page.js';
import { checklistCriteria } from '../../query/request-checklist.js';
import { tally, type Tally } from '../../query/tally.js';
import { memory } from './memory.js';

type OutcomeLoader<Value> = DataLoader<CriterionOutcome, Value, string>;

/** The loaders of what hangs on the rows of questions about criteria: one statement for all rows of a question. */
export function createCriterionLoaders(client: GraphClient) {
  const remembered = memory();
  return {
    /** How all findings of the row's group were decided. */
    baseOfOutcome: ({ question }: CriterionOutcome): OutcomeLoader<Tally> =>
      remembered(['base', question], () =>
        outcomeLoader(async (outcomes) => {
          const counts = await findingCounts(client, question.scope, question.groupBy);
          return outcomes.map(({ group }) => counts.get(groupKey(group)) ?? tally(0, 0));
        }),
      ),
    evidenceOfOutcome: (
      { question }: CriterionOutcome,
      wanted: EvidenceArguments,
      page: PageArguments,
    ): OutcomeLoader<ListPage<AppliedCriterionRow>> =>
      remembered(['evidence', question, wanted, page], () =>
        outcomeLoader((outcomes) => evidenceOfOutcomes(client, question, outcomes, wanted, page)),
      ),
    examplesOfOutcome: (
      { question }: CriterionOutcome,
      status: CriterionStatus,
      first: number,
    ): OutcomeLoader<readonly AppliedCriterionRow[]> =>
      remembered(['examples', question, status, first], () =>
        outcomeLoader(async (outcomes) => {
          const rows = await examplesOfOutcomes(client, question, outcomes, status, first);
          const byKey = new Map(rows.map((row) => [row.key, row.values]));
          return outcomes.map(({ key }) => byKey.get(key) ?? []);
        }),
      ),
    /** The criteria of a service under each guideline of a level. */
    criteriaOfGuideline: (
      scope: CriterionScope,
      level: GuidelineLevel,
    ): DataLoader<string, readonly CriterionOutcome[]> =>
      remembered(
        ['criteria', scope, level],
        () =>
          new DataLoader(async (guidelineIds: readonly string[]) => {
            const outcomes = await checklistCriteria(client, scope, [level]);
            return guidelineIds.map((id) => outcomes.filter(({ group }) => group.guidelineId === id));
          }),
      ),
  };
}

function outcomeLoader<Value>(
  read: (outcomes: readonly CriterionOutcome[]) => Promise<Value[]>,
): OutcomeLoader<Value> {
  return new DataLoader(read, { cacheKeyFn: ({ key }) => key });
}
