import { matchesAt } from './patterns.js';

/*
 * "The MTUS does not address this", "MTUS and ODG are silent on …": a guideline that is named only to say that it holds
 * nothing on the request is a mention, but supports no decision.
 */

const SOURCES = String.raw`(?:MTUS|ODG|ACOEM|official\s+disability)`;
const ANOTHER = String.raw`(?:,?\s*(?:and|or|nor|\/)\s*(?:the\s+)?(?:CA\s+)?${SOURCES}(?:\s*\((?:MTUS|ODG|ACOEM)\))?){0,2}`;
const SAYS_NOTHING = [
  String.raw`(?:is|are|remains?)\s+(?:\w+\s+)?silent`,
  String.raw`(?:do|does|did)\s+not\s+(?:\w+\s+){0,2}?(?:address|apply|discuss|mention|cover|comment|speak)`,
  String.raw`(?:has|have|contains?|provides?|offers?)\s+no\s+(?:\w+\s+){0,2}?(?:recommendations?|guidance|mention|discussion)`,
].join('|');
const SILENT = new RegExp(String.raw`${ANOTHER}\s*(?:guidelines?\s+)?(?:${SAYS_NOTHING})\b`, 'iy');
const NOT_IN = new RegExp(
  String.raw`\b(?:not\s+(?:\w+\s+)?(?:addressed|discussed|mentioned|covered|found)\s+(?:in|by|within)|no\s+(?:section|part|mention\s+\w{0,20})\s*(?:of|in)|silent\s+in|neither)\s+(?:the\s+)?$`,
  'i',
);
const WINDOW = 60;

/** Whether a mention between two offsets is one of a guideline that says nothing on the request. */
export function isSilent(text: string, start: number, end: number): boolean {
  return matchesAt(SILENT, text, end) || NOT_IN.test(text.slice(Math.max(0, start - WINDOW), start));
}
