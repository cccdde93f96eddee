import type { GraphClient } from '../graph/client.js';
import { SETTLED_FOR } from '../graph/version.js';
import { toWarning, type CaseRow } from './cases.js';
import type { CitationRow } from './citations.js';
import type { FindingProperty, FindingRow } from './findings.js';
import { named, storedNames, withSpans, type Values } from './properties.js';

/** A finding with its citations, in the order of the letter's words. */
export interface FindingTree extends FindingRow {
  /** Not there unless they are wanted. */
  readonly citations?: readonly CitationRow[];
}

/** A case with what hangs on it. */
export interface CaseTree extends CaseRow {
  /** In the letter's order. Not there unless they are wanted. */
  readonly findings?: readonly FindingTree[];
}

/** Names of the properties that are wanted of each. What tells one from another, or leads on, is always read. */
export interface WantedOfTrees {
  readonly case: ReadonlySet<CaseProperty>;
  readonly finding: ReadonlySet<FindingProperty>;
  readonly citation: ReadonlySet<CitationProperty>;
  readonly withFindings: boolean;
  readonly withCitations: boolean;
}

export type CaseProperty = Exclude<keyof CaseRow, 'reviewerId'>;
export type CitationProperty = Exclude<keyof CitationRow, 'findingId' | 'guidelineId'>;

/** What is wanted by either. */
export function joinWanted(one: WantedOfTrees, other: WantedOfTrees): WantedOfTrees {
  if (one === other) return one;
  return {
    case: new Set([...one.case, ...other.case]),
    finding: new Set([...one.finding, ...other.finding]),
    citation: new Set([...one.citation, ...other.citation]),
    withFindings: one.withFindings || other.withFindings,
    withCitations: one.withCitations || other.withCitations,
  };
}

/** Trees of cases, and the version of the graph that they are of. */
export interface CaseTrees {
  readonly trees: readonly CaseTree[];
  /** Undefined while the version is not settled. */
  readonly version: string | undefined;
}

const ALWAYS = {
  case: ['id', 'caseNumber'],
  finding: ['id', 'ordinal'],
  citation: ['id', 'role', 'spanStart', 'spanEnd'],
} as const;

interface TreeRow {
  readonly properties: Values;
  readonly reviewerId: string;
  readonly findings: readonly (readonly [
    properties: Values,
    itemId: string,
    citations: readonly (readonly [properties: Values, guidelineId: string])[],
  ])[];
  readonly version: string | null;
}

/**
 * The cases that have one of these ids, in no order. One statement in place of four, and of each node nothing but what is wanted: with
 * lists in place of maps, which would repeat each name, this takes a third of the time of reading all (docs/api.md has the figures).
 */
export async function caseTrees(
  client: GraphClient,
  ids: readonly string[],
  wanted: WantedOfTrees,
): Promise<CaseTrees> {
  const caseProperties = storedNames(ALWAYS.case, wanted.case);
  const findingProperties = storedNames(ALWAYS.finding, wanted.finding);
  const citationProperties = storedNames(ALWAYS.citation, wanted.citation);
  const { withFindings, withCitations } = wanted;
  const rows = await client.read<TreeRow>('read/case-trees', {
    read: { ids, caseProperties, findingProperties, citationProperties, withFindings, withCitations },
    settledFor: SETTLED_FOR,
  });
  const citationOf = ([values, guidelineId]: readonly [Values, string], findingId: string) =>
    withLists(named(citationProperties, values, { findingId, guidelineId })) as unknown as CitationRow;
  const findingOf = ([values, itemId, citations]: TreeRow['findings'][number], caseId: string) => {
    const row = told(named(findingProperties, values, { caseId, itemId }));
    const id = row['id'] as string;
    if (withCitations) row['citations'] = citations.map((cites) => citationOf(cites, id)).sort(byWords);
    return row as unknown as FindingTree;
  };
  const trees = rows.map(({ properties, reviewerId, findings }) => {
    const row = told(named(caseProperties, properties, { reviewerId }));
    const id = row['id'] as string;
    if (withFindings) row['findings'] = findings.map((finding) => findingOf(finding, id)).sort(byOrdinal);
    return row as unknown as CaseTree;
  });
  return { trees, version: rows[0]?.version ?? undefined };
}

/** What is told in another form than it is kept in. */
function told(row: Record<string, unknown>): Record<string, unknown> {
  if (typeof row['priority'] === 'string') row['priority'] = row['priority'].toUpperCase();
  if ('warnings' in row) row['warnings'] = ((row['warnings'] ?? []) as string[]).map(toWarning);
  return withSpans(row);
}

/** Lists that are empty are not kept. */
function withLists(row: Record<string, unknown>): Record<string, unknown> {
  for (const name of ['pages', 'tables', 'candidates']) if (row[name] === null) row[name] = [];
  return row;
}

function byOrdinal(a: FindingTree, b: FindingTree): number {
  return a.ordinal - b.ordinal;
}

function byWords(a: CitationRow, b: CitationRow): number {
  return a.spanStart - b.spanStart || (a.id < b.id ? -1 : 1);
}
