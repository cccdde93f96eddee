import type { Modification, Quote } from './letter.js';
import { within } from './quote.js';

/*
 * The heading of a modified request names the original request, what the claims administrator authorised of it, and
 * what is left to be reviewed:
 *   X was the original request. Y was authorized by the Claims Administrator. The remaining IMR eligible portion of the
 *   original request, Z is
 *   X was the original request. The Claims Administrator authorized Y, leaving the original request IMR eligible. The
 *   original request, X is
 * Each set phrase is looked for behind the one before, so that their wordings may combine.
 */
const AUTHORIZED = String.raw`(?:partially |conditionally )?(?:authorized|certified|approved|allowed)`;
const ADMINISTRATOR = String.raw`(?:the )?(?:claims administrator|utilization review(?:er)?|UR)\b`;

/** The first sentence of such a heading ends so. */
export const ORIGINAL_REQUEST = /\b(?:was|were) the original(?:ly submitted)? requests?\b\.?/i;
const AUTHORIZED_BY = new RegExp(
  String.raw`\b(?:was|were|has been|have been) ${AUTHORIZED} by ${ADMINISTRATOR}\.?`,
  'i',
);
const ADMINISTRATOR_AUTHORIZED = new RegExp(
  String.raw`\b${ADMINISTRATOR} (?:has |only )?(?:${AUTHORIZED}|modified (?:the|this) request to)\b`,
  'i',
);
const REMAINING =
  /\bthe remaining (?:IMR[ -]?eligible )?(?:portions?|parts?|balance|amount)(?: (?:of|from) the (?:original )?request)?\b,?(?: (?:is|are)\b:?)?/i;
const WHOLE =
  /,? ?\bleaving the (?:entire |whole )?(?:original )?request (?:as )?(?:IMR[ -]?eligible|eligible for IMR)\.? ?The (?:entire |whole )?original request\b,?/i;

/** A request that the claims administrator authorised in part, and what of it is under review. */
export interface ModifiedRequest extends Modification {
  readonly label: Quote;
}

/** Reads the heading of a modified request; `undefined` for any other heading. */
export function readModifiedRequest(heading: Quote): ModifiedRequest | undefined {
  const { value } = heading;
  const original = placeOf(ORIGINAL_REQUEST, value, 0);
  if (!original) return undefined;
  const left = placeOf(REMAINING, value, original.end) ?? placeOf(WHOLE, value, original.end);
  if (!left) return undefined;
  const between = value.slice(0, left.start);
  const by = placeOf(AUTHORIZED_BY, between, original.end);
  const administrator = placeOf(ADMINISTRATOR_AUTHORIZED, between, original.end);
  const authorized = by ? [original.end, by.start] : administrator && [administrator.end, left.start];
  if (!authorized) return undefined;
  const parts = {
    originalRequest: within(heading, 0, original.start),
    authorized: withoutEdges(heading, authorized[0] ?? 0, authorized[1] ?? 0),
    label: withoutEdges(heading, left.end, value.replace(/,? (?:is|are)$/i, '').length),
  };
  return Object.values(parts).every((part) => part.value !== '') ? parts : undefined;
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** Where a pattern first stands behind an offset. */
function placeOf(pattern: RegExp, text: string, from: number): Place | undefined {
  const match = pattern.exec(text.slice(from));
  return match ? { start: from + match.index, end: from + match.index + match[0].length } : undefined;
}

/** A part of a quote without the punctuation that joins it to the set phrases beside it. */
function withoutEdges(whole: Quote, from: number, to: number): Quote {
  const words = whole.value.slice(from, Math.max(from, to));
  const start = /^[\s,:;.]*/.exec(words)?.[0].length ?? 0;
  const trailing = /[,;:]\s*$|(?<=\w)\.\s*$/.exec(words)?.[0].length ?? 0;
  return within(whole, from + start, Math.max(from + start, from + words.length - trailing));
}
