import type { GraphClient } from '../graph/client.js';
import {
  groupKey,
  groupParameter,
  scopeParameters,
  type CriterionGrouping,
  type CriterionScope,
  type Group,
} from './criterion-filter.js';
import { tally, type Tally } from './tally.js';

/** How all findings of a group were decided, whatever criteria they apply. */
export interface FindingCounts extends Tally {
  readonly group: Group;
}

/**
 * The findings that criteria are counted out of, by {@link groupKey}. Conditions on statements (kinds, confidence, decisive) do
 * not count; with a source, a guideline or a level, only findings whose reviewer cites it, or one below it.
 */
export async function findingCounts(
  client: GraphClient,
  scope: CriterionScope,
  groupBy: readonly CriterionGrouping[],
): Promise<ReadonlyMap<string, FindingCounts>> {
  const rows = await client.read<Group & { findings: number; upheld: number }>('read/finding-counts', {
    ...scopeParameters(scope),
    groups: groupParameter(groupBy),
  });
  return new Map(
    rows.map(({ findings, upheld, ...group }) => [groupKey(group), { group, ...tally(findings, upheld) }]),
  );
}
