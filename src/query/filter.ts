import type { Parameters } from '../graph/client.js';
import type { CitationRole } from '../normalise/determination.js';
import type { Decision } from '../parse/letter.js';
import type { Optional } from './page.js';

/** Days from and to, both inclusive, ISO 8601 `YYYY-MM-DD`. */
export interface DateRange {
  readonly from?: Optional<string>;
  readonly to?: Optional<string>;
}

/** What cases, findings and statistics can all be narrowed by; what is left out lets all pass. */
export interface DecisionFilter {
  readonly decision?: Optional<Decision>;
  readonly decisionDate?: Optional<DateRange>;
  readonly specialty?: Optional<string>;
  /** USPS code. */
  readonly licensureState?: Optional<string>;
  readonly bodyRegion?: Optional<string>;
  readonly modality?: Optional<string>;
  readonly category?: Optional<string>;
  /** Id of a guideline: it, or one below it, is cited. */
  readonly guideline?: Optional<string>;
  /** Who cites the guideline, or without one any guideline at all; left out: anyone. */
  readonly role?: Optional<readonly CitationRole[]>;
}

/** The filter as the parameters that its statements share. */
export function filterParameters(filter: DecisionFilter): Parameters {
  return {
    decision: filter.decision,
    decidedFrom: filter.decisionDate?.from,
    decidedTo: filter.decisionDate?.to,
    specialty: filter.specialty,
    licensureState: filter.licensureState,
    bodyRegion: filter.bodyRegion,
    modality: filter.modality,
    category: filter.category,
    guideline: filter.guideline,
    roles: filter.role,
  };
}
