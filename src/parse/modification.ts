import { editDistance } from '../common/edit-distance.js';
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
const ADMINISTRATOR = String.raw`(?:the )?(?:claims? (?:administrator|examiner|adjuster)|insurer|carrier|utilization review(?:er)?|UR)\b`;

/** The first sentence of such a heading ends so. */
export const ORIGINAL_REQUEST =
  /\b(?:was|were) (?:the original(?:ly submitted)? requests?|originally requested)\b\.?/i;
const OF_ORIGINAL_REQUEST = /\boriginal request\b|\bIMR[ -]?eligible (?:portion|part)/i;
const AUTHORIZED_BY = new RegExp(
  String.raw`\b(?:was|were|has been|have been) ${AUTHORIZED}\b(?: by ${ADMINISTRATOR})?\.?`,
  'i',
);
const ADMINISTRATOR_AUTHORIZED = new RegExp(
  String.raw`\b${ADMINISTRATOR} (?:has |only )?(?:(?:modified (?:the|this) request and (?:only )?)?${AUTHORIZED}|modified (?:the|this) request to)\b`,
  'i',
);
const REMAINING =
  /\b(?:the )?(?:remaining (?:IMR[ -]?eligible )?|IMR[ -]?eligible )(?:portions?|parts?|balance|amount)(?: (?:of|from) (?:the )?(?:original )?request)?\b(?:,? (?:that|which) (?:is|are) (?:IMR[ -]?eligible|eligible for IMR))?,?(?: (?:for|of)\b)?(?: (?:is|are)\b:?)?/i;
const WHOLE =
  /(?:,? (?:thus|thereby))?,? ?\bleaving the (?:entire |whole )?(?:original )?request (?:as )?(?:IMR[ -]?eligible|eligible for IMR)\.? ?The (?:entire |whole )?original request\b,?(?: (?:for|of)\b)?/i;

/** A request that the claims administrator authorised in part, and what of it is under review. */
export interface ModifiedRequest extends Modification {
  readonly label: Quote;
}

/** Whether a heading speaks of an original request, as that of a modified request does. */
export function speaksOfOriginalRequest(heading: string): boolean {
  return OF_ORIGINAL_REQUEST.test(heading) || OF_ORIGINAL_REQUEST.test(mend(heading).text);
}

/** Whether a heading begins after the sentence that names its original request. */
export function lacksOriginalRequest(heading: string): boolean {
  if (ORIGINAL_REQUEST.test(heading)) return false;
  const { text } = mend(heading);
  return OF_ORIGINAL_REQUEST.test(text) && !ORIGINAL_REQUEST.test(text);
}

/** Reads the heading of a modified request; `undefined` for any other heading. */
export function readModifiedRequest(heading: Quote): ModifiedRequest | undefined {
  const { text, at } = mend(heading.value);
  const original = placeOf(ORIGINAL_REQUEST, text, 0);
  if (!original) return undefined;
  const left = placeOf(REMAINING, text, original.end) ?? placeOf(WHOLE, text, original.end);
  if (!left) return undefined;
  const between = text.slice(0, left.start);
  const by = placeOf(AUTHORIZED_BY, between, original.end);
  const administrator = placeOf(ADMINISTRATOR_AUTHORIZED, between, original.end);
  const authorized = by ? [original.end, by.start] : administrator && [administrator.end, left.start];
  if (!authorized) return undefined;
  const part = (from = 0, to = 0) => withoutEdges(heading, at(from), at(to));
  const parts = {
    originalRequest: part(0, original.start),
    authorized: part(...authorized),
    label: part(left.end, text.replace(/[,:;]? (?:is|are|was|were)[ :;,]*$/i, '').length),
  };
  return Object.values(parts).every(({ value }) => value !== '') ? parts : undefined;
}

/** The longer words of the set phrases, which are typed by hand and so may be misspelt. */
const SET_WORDS = ['original', 'request', 'remaining', 'eligible', 'portion', 'leaving', 'authorized'].concat(
  ['certified', 'approved', 'claims', 'administrator'],
);
/** One of these is right in any heading of a modified request. */
const SOME_SET_WORDS = /\b(?:original|request|remaining|eligible|portion)\b/i;

/** A heading whose set words are spelt right. */
interface Mended {
  readonly text: string;
  /** Where an offset of the text, outside of such words, stands in the heading. */
  readonly at: (offset: number) => number;
}

function mend(heading: string): Mended {
  const slips: { end: number; shift: number }[] = [];
  if (!SOME_SET_WORDS.test(heading)) return { text: heading, at: (offset) => offset };
  let shift = 0;
  const text = heading.replace(/\b[a-z]{5,14}\b/gi, (word, start: number) => {
    const right = setWordNear(word.toLowerCase());
    if (right === undefined) return word;
    shift += right.length - word.length;
    slips.push({ end: start + word.length + shift, shift });
    return right;
  });
  return { text, at: (offset) => offset - (slips.findLast(({ end }) => end <= offset)?.shift ?? 0) };
}

function setWordNear(word: string): string | undefined {
  if (SET_WORDS.includes(word)) return undefined;
  return SET_WORDS.find(
    (right) => right.startsWith(word.charAt(0)) && `${right}s` !== word && isSlipOf(right, word),
  );
}

/** One slip, two in long words. */
function isSlipOf(right: string, word: string): boolean {
  const most = right.length > 8 ? 2 : 1;
  return editDistance(right, word, most) <= most;
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
