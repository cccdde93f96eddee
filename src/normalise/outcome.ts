import type { Decision } from '../parse/letter.js';
import type { Outcome } from './determination.js';

/** The case's outcome: no letter prints it, and an item is never partly overturned, only a case of several items. */
export function outcomeOf(decisions: readonly Decision[]): Outcome {
  if (decisions.every((decision) => decision === 'UPHELD')) return 'UPHOLD';
  return decisions.every((decision) => decision === 'OVERTURNED') ? 'OVERTURN' : 'PARTIAL_OVERTURN';
}
