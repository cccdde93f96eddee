import type { SearchExpression, Term } from './language.js';
import type { SearchField } from './lucene.js';
import { wordsOf, type Word } from './words.js';

/** A run of an excerpt, as offsets in UTF-16 code units. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** The part of one text that shows best why it matches. */
export interface Highlight {
  readonly field: SearchField;
  /** Verbatim out of the text. */
  readonly excerpt: string;
  /** Where the excerpt begins in the text. */
  readonly start: number;
  /** The words of the excerpt that match, in order, none overlapping. */
  readonly ranges: readonly Range[];
}

/** Longest excerpt, unless one matching phrase is longer; and how much of that stands before the first matching word. */
const LONGEST_EXCERPT = 240;
const LEAD = 60;

/** A place in the text where a term matches. */
interface Match extends Range {
  /** Place of the term in the search. */
  readonly term: number;
}

/**
 * The excerpt of one text in which most of the different words and phrases of a search stand; undefined when none does. Words
 * are compared as the index compares them: without case and inflection.
 */
export function highlight(
  field: SearchField,
  text: string,
  { required }: SearchExpression,
): Highlight | undefined {
  const words = wordsOf(text);
  const matches = required
    .flat()
    .flatMap((term, place) => matchesOf(term, words).map((range) => ({ ...range, term: place })))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const shown = densest(matches);
  const [first] = shown;
  if (first === undefined) return undefined;
  const { start, end } = bounds(text, words, first.start, Math.max(...shown.map((match) => match.end)));
  const within = matches.filter((match) => match.start >= start && match.end <= end);
  return { field, excerpt: text.slice(start, end), start, ranges: merged(within, start) };
}

function matchesOf({ stems }: Term, words: readonly Word[]): Range[] {
  const found: Range[] = [];
  for (let i = 0; i + stems.length <= words.length; i++) {
    if (!stems.every((stem, j) => stem === null || words[i + j]?.stem === stem)) continue;
    found.push({ start: words[i]?.start ?? 0, end: words[i + stems.length - 1]?.end ?? 0 });
  }
  return found;
}

/** The matches of the run that holds most different terms, then most matches, and of equals the first. */
function densest(matches: readonly Match[]): Match[] {
  let best: Match[] = [];
  let most = 0;
  matches.forEach((from, i) => {
    const run = [from];
    for (let j = i + 1; j < matches.length; j++) {
      const match = matches[j];
      if (match === undefined || match.start > from.start + LONGEST_EXCERPT - LEAD) break;
      if (match.end <= from.start + LONGEST_EXCERPT - LEAD) run.push(match);
    }
    const worth = new Set(run.map(({ term }) => term)).size * matches.length + run.length;
    if (worth <= most) return;
    [best, most] = [run, worth];
  });
  return best;
}

/** Whole words around what is shown; a short text is shown whole. */
function bounds(text: string, words: readonly Word[], from: number, to: number): Range {
  if (text.length <= LONGEST_EXCERPT) return { start: 0, end: text.length };
  const start = words.find((word) => word.start >= from - LEAD)?.start ?? from;
  const last = words.findLast((word) => word.end <= start + LONGEST_EXCERPT);
  return { start, end: Math.max(to, last?.end ?? to) };
}

/** Overlapping and touching ranges as one, counted from the start of the excerpt. */
function merged(matches: readonly Match[], offset: number): Range[] {
  const ranges: { start: number; end: number }[] = [];
  for (const { start, end } of matches) {
    const last = ranges.at(-1);
    if (last !== undefined && start - offset <= last.end) last.end = Math.max(last.end, end - offset);
    else ranges.push({ start: start - offset, end: end - offset });
  }
  return ranges;
}
