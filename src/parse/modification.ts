import type { Modification, Quote } from './letter.js';
import { groupOf } from './quote.js';

/** A heading beyond this length is no list of requests. */
const LONGEST_HEADING = 4000;

/** The words of the heading of a modified request: what is under review is the remaining portion … */
const REMAINING_PORTION =
  /^(?<original>.+?) (?:was|were) the original request\. ?(?<authorized>.+?) (?:was|were) (?:authorized|certified|approved) by (?:the )?Claims Administrator\. ?The remaining (?:IMR[ -]eligible )?portion of the original request,? (?:is )?(?<label>.+?)(?:,? (?:is|are))?$/di;

/** … or the whole of the original request. */
const WHOLE_REQUEST =
  /^(?<original>.+?) (?:was|were) the original request\. ?The Claims Administrator authorized (?<authorized>.+?),? leaving the original request IMR[ -]eligible\. ?The original request,? (?<label>.+?)(?:,? (?:is|are))?$/di;

/** A request that the claims administrator authorised in part, and what of it is under review. */
export interface ModifiedRequest extends Modification {
  readonly label: Quote;
}

/** Reads the heading of a modified request; `undefined` for any other heading. */
export function readModifiedRequest(heading: Quote): ModifiedRequest | undefined {
  if (heading.value.length > LONGEST_HEADING) return undefined;
  const match = REMAINING_PORTION.exec(heading.value) ?? WHOLE_REQUEST.exec(heading.value);
  if (!match) return undefined;
  const originalRequest = groupOf(heading, match, 'original');
  const authorized = groupOf(heading, match, 'authorized');
  const label = groupOf(heading, match, 'label');
  return originalRequest && authorized && label && { originalRequest, authorized, label };
}
