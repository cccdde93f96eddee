import { ODG_IN_FULL, sourceBeginning, sourceTerms, type Source } from './catalogue.js';
import { allMatches, lengthAt, matchesAt } from './patterns.js';
import { wordsOf, type TermMatch } from './term-index.js';
import { titleTerms } from './titles.js';

/*
 * "Decision based on Non-MTUS Citation" is followed by free text. It is cut where a source of chapters (ODG, ACOEM …)
 * is named, at the template's own "and Other Medical Treatment Guidelines", and where a list goes on with another known
 * source or address; anything else stays whole, as written.
 */

/** A part of a clause that speaks of one source. */
export interface Segment {
  readonly start: number;
  end: number;
  /** Where the words after the source's name begin. */
  body: number;
  /** Name of a source with chapters; otherwise what the part names is not known yet. */
  source: string | undefined;
}

/** Something at which a clause may be cut. */
interface Mark {
  readonly start: number;
  readonly end: number;
  readonly source?: Source;
  readonly isLabel?: boolean;
}

const MAY_BE_ODG = /\boff?i/i;
const ODG_FULL_NAME = new RegExp(ODG_IN_FULL, 'gi');
const LABEL = /\bOther\s+Medical\s+Treatment\s+Guidelines?(?:\s+or\s+Medical\s+Evidence)?:?/gi;
/** Not those of the ODG itself, which name no further source. */
const ADDRESS = /(?:https?:\/\/|\bwww\.)(?!(?:www\.)?(?:odg|worklossdata|disabilityduration))/gi;
const BEGINS_ADDRESS = /^(?:https?:\/\/|www\.)/i;
const TITLE_JOINT = /^['"’”]?(?:\s+(?:chapter|guidelines?))?[\s,(:-]*(?:(?:of|in|from)\s+)?(?:the\s+)?$/i;
/** No joint of two sources has more characters. */
const JOINT_WINDOW = 20;
/** What may follow the name of a source: "(ODG)", "guidelines", and its publisher since 2018. */
const NAME_GOES_ON =
  /(?:\s*\((?:ODG|Official\s+Disability\s+Guidelines)\))?(?:\s+guidelines?\b)?(?:,?\s+by\s+MCG\b(?:\s+Health\b)?)?/iy;
/** No name of a source has more characters. */
const LONGEST_NAME = 100;
/** A name within an address or a compound ("non-ODG", "odg.com") names no source. */
const IN_ADDRESS_BEFORE = /[./-]$/;
const IN_ADDRESS_AFTER = /(?:-\w{1,20})?\.\w/y;

/** Cuts the words after "Decision based on Non-MTUS Citation" into parts of one source each. */
export function splitSegments(text: string): Segment[] {
  const segments: Segment[] = [{ start: 0, end: text.length, body: 0, source: undefined }];
  let last = segments[0];
  for (const mark of marksIn(text)) {
    // "(ODG)" after the full name is a part of it.
    const isWithin = last !== undefined && last.source !== undefined && mark.start < last.body;
    if (!last || isWithin || !cutsAt(text, mark, last)) continue;
    const name = mark.source?.hasChapters === true ? mark.source.name : undefined;
    if (name !== undefined && last.source === name && !/\w/.test(text.slice(last.body, mark.start))) {
      last.body = mark.end;
      continue;
    }
    if (name === 'ACOEM' && last.source === undefined && isTitle(text.slice(last.start, mark.start))) {
      last.body = last.start;
      last.source = name;
      continue;
    }
    last.end = mark.start;
    const start = mark.isLabel === true ? mark.end : mark.start;
    last = { start, end: text.length, body: name === undefined ? start : mark.end, source: name };
    segments.push(last);
  }
  return segments.filter((segment) => /\w/.test(text.slice(segment.start, segment.end)));
}

/** "Low Back Complaints (", "Elbow Disorders Chapter of the": what stands before ACOEM as its chapter. */
function isTitle(before: string): boolean {
  const words = before.trimStart();
  if (words.length > LONGEST_NAME) return false;
  const title = titleTerms.findAt(words, 0, ({ value }) => !value.isPlain);
  return title !== undefined && TITLE_JOINT.test(words.slice(title.end));
}

/** A source with chapters always begins a part; another one, or an address, only as the next of a list. */
function cutsAt(text: string, mark: Mark, last: Segment): boolean {
  if (mark.isLabel === true || mark.source?.hasChapters === true || last.source !== undefined) return true;
  const before = text.slice(last.start, mark.start).trimEnd();
  if (/;\s*(?:and)?$/i.test(before.slice(-JOINT_WINDOW))) return true;
  if (!mark.source || !/(?:,|\band)$/i.test(before)) return false;
  const start = before.slice(0, LONGEST_NAME).trimStart();
  return BEGINS_ADDRESS.test(start) || sourceBeginning(start) !== undefined;
}

function marksIn(text: string): Mark[] {
  const words = wordsOf(text);
  const named = sourceTerms.findAll(words, (match) => !match.value.hasChapters || standsApart(text, match));
  const marks: Mark[] = [
    ...named.map(({ start, end, value }) => ({ start, end: nameEnd(text, end, value), source: value })),
    ...allMatches(LABEL, text).map((label) => ({
      start: label.index,
      end: label.index + label[0].length,
      isLabel: true,
    })),
    ...(MAY_BE_ODG.test(text) ? allMatches(ODG_FULL_NAME, text).map((name) => odgMark(text, name)) : []),
    ...allMatches(ADDRESS, text).map(({ index }) => ({ start: index, end: index })),
  ];
  return marks.sort((a, b) => a.start - b.start);
}

/** A mistyped name is a mark as well; a right one was found before. */
function odgMark(text: string, name: RegExpExecArray): Mark {
  const source = sourceBeginning(name[0]);
  const end = name.index + name[0].length;
  return { start: name.index, end: source ? nameEnd(text, end, source) : end, ...(source && { source }) };
}

function standsApart(text: string, { start, end }: TermMatch<Source>): boolean {
  return (
    !IN_ADDRESS_BEFORE.test(text.slice(Math.max(0, start - 1), start)) &&
    !matchesAt(IN_ADDRESS_AFTER, text, end)
  );
}

function nameEnd(text: string, end: number, { hasChapters }: Source): number {
  if (hasChapters !== true) return end;
  return end + lengthAt(NAME_GOES_ON, text, end);
}
