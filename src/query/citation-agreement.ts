import type { GraphClient } from '../graph/client.js';
import type { GuidelineLevel } from '../graph/identity.js';
import type { FindingFilter } from './filter/filters.js';
import { countedOutcomes } from './outcomes.js';
import { tally, type Tally } from './tally.js';

/** How what the claims administrator cites compares with what the expert reviewer cites: the guidelines of one level. */
export const CITATION_AGREEMENTS = {
  SAME: 'Both cite the same guidelines, and at least one.',
  OVERLAPPING: 'They share a guideline, and one cites another beside it.',
  DISJOINT: 'Both cite guidelines, but none in common.',
  ONLY_CLAIMS_ADMINISTRATOR: 'Only the claims administrator cites any.',
  ONLY_EXPERT_REVIEWER: 'Only the expert reviewer cites any.',
  NEITHER: 'Neither cites any: none at all, or none of this level.',
} as const;

export type CitationAgreement = keyof typeof CITATION_AGREEMENTS;

/** How the findings were decided in which the citations of both parties compare so. */
export interface CitationAgreementOutcome extends Tally {
  readonly agreement: CitationAgreement;
}

/** One row for each way to agree, also for those that no finding has: their findings add up to all that pass the filter. */
export async function citationAgreement(
  client: GraphClient,
  filter: FindingFilter,
  level: GuidelineLevel,
): Promise<CitationAgreementOutcome[]> {
  const rows = await countedOutcomes(client, filter, [`CITATION_AGREEMENT_${level}`]);
  const byValue = new Map(rows.map((row) => [row.values[0]?.value, row]));
  return (Object.keys(CITATION_AGREEMENTS) as CitationAgreement[]).map((agreement) => {
    const { findings, upheld } = byValue.get(agreement) ?? { findings: 0, upheld: 0 };
    return { agreement, ...tally(findings, upheld) };
  });
}
