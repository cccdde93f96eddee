import type { GraphClient } from '../graph/client.js';
import type { Citation } from '../normalise/determination.js';
import type { Related } from './page.js';

/** One guideline that one party cites for one finding. */
export interface CitationRow extends Pick<
  Citation,
  'role' | 'edition' | 'pages' | 'tables' | 'inferred' | 'silent' | 'resolution' | 'candidates' | 'raw'
> {
  readonly id: string;
  readonly spanStart: number;
  readonly spanEnd: number;
  readonly findingId: string;
  readonly guidelineId: string;
}

/** The citations of each finding, in the order of the letter's words. */
export function citationsOfFindings(
  client: GraphClient,
  findingIds: readonly string[],
): Promise<Related<CitationRow>[]> {
  return client.read('read/citations-of-findings', { keys: findingIds });
}
