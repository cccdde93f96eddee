import type { Quote } from '../../parse/letter.js';
import { within } from '../../parse/quote.js';
import type { Words } from '../term-index.js';
import type { Statement } from './statements.js';

/** What leads to the words that show a criterion: "There is also no …". */
const LEADS = new Set(
  'there is was are were has have had been it also a does do did not be would appears appear to'.split(' '),
);
/** Where a run of words that belong together ends. */
const JOINTS = new Set(
  'and or but nor that which who in on for to from with without by as at of prior is was are were be has have had'.split(
    ' ',
  ),
);
/** Most words that a run is followed to its end for. */
const LONGEST_END = 4;
const LONGEST_QUOTE = 30;

interface Run {
  readonly statement: Statement;
  readonly first: number;
  readonly next: number;
}

/**
 * The words of a rationale that show a criterion, at most 30: from what leads to them ("There is no") to the end of what
 * they name ("failure of conservative | therapy"), within their statement.
 */
export function quotationOf({ statement, first, next }: Run, rationale: Quote, all: Words): Quote {
  const { words, starts, ends } = all;
  let from = first;
  while (from > statement.first && LEADS.has(words[from - 1] ?? '')) from--;
  let to = next;
  const furthest = Math.min(statement.next, next + LONGEST_END);
  while (to < furthest && !JOINTS.has(words[to] ?? '') && areAdjacent(all, to)) to++;
  const last = Math.min(to, from + LONGEST_QUOTE) - 1;
  return within(rationale, starts[from] ?? 0, ends[last] ?? 0);
}

/** Whether nothing but a space, or the sign of a compound, stands before a word. */
function areAdjacent({ text, starts, ends }: Words, at: number): boolean {
  return /^[\s/'’-]{1,2}$/.test(text.slice(ends[at - 1] ?? 0, starts[at]));
}
