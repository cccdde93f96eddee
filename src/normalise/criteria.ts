import type { Quote } from '../parse/letter.js';
import { within } from '../parse/quote.js';
import type { QuotedCriterion } from './determination.js';

/** The ways in which a quoted list is numbered; each counts from its first mark on. */
const STYLES = [
  { mark: /\((\d{1,2})\)\.?\s/g, first: '1' },
  { mark: /(?<=^|[\s:;.])(\d{1,2})\)\.?\s/g, first: '1' },
  { mark: /(?<=^|[:;.]\s?|\s)(\d{1,2})\.\s(?=["“(]?[A-Z])/g, first: '1' },
  { mark: /\(([a-z])\)\s/g, first: 'a' },
  { mark: /(?<=^|[\s:;.])([a-z])\)\s/g, first: 'a' },
];
/** A list quotes criteria when the words before it say so; a patient's diagnoses are numbered as well. */
const LEAD_IN =
  /criteria|guideline|recommend|indicat|require|following|as follows|documentation of|MTUS|ODG|ACOEM/i;
const LEAD_IN_LENGTH = 300;
const SENTENCE_END = /[.!?](?=["”']?\s*(?:["“]?[A-Z]|\(\w{1,2}\)|$))/;

interface Mark {
  readonly start: number;
  readonly end: number;
}

/** The criteria that a rationale quotes as a numbered or lettered list; several lists follow one another. */
export function readCriteria(rationale: Quote): readonly QuotedCriterion[] {
  const lists = STYLES.flatMap(({ mark, first }) => findLists(rationale.value, mark, first));
  return outermost(lists)
    .filter(([start]) => start && saysCriteria(rationale.value, start.start))
    .flatMap((marks) => marks.map((mark, i) => criterion(rationale, mark, marks[i + 1])));
}

function findLists(text: string, pattern: RegExp, first: string): Mark[][] {
  const lists: Mark[][] = [];
  let expected = first;
  for (const match of text.matchAll(pattern)) {
    const mark = { start: match.index, end: match.index + match[0].length };
    if (match[1] === first) lists.push([mark]);
    else if (match[1] === expected) lists.at(-1)?.push(mark);
    else continue;
    expected = successor(match[1]);
  }
  return lists.filter((marks) => marks.length > 1);
}

function successor(mark: string): string {
  return /\d/.test(mark) ? String(Number(mark) + 1) : String.fromCharCode(mark.charCodeAt(0) + 1);
}

/** Of lists that overlap (one inside of an item of another) the one that begins first. */
function outermost(lists: readonly Mark[][]): Mark[][] {
  const inOrder = [...lists].sort((a, b) => (a[0]?.start ?? 0) - (b[0]?.start ?? 0));
  const kept: Mark[][] = [];
  for (const list of inOrder) {
    if ((list[0]?.start ?? 0) >= (kept.at(-1)?.at(-1)?.end ?? 0)) kept.push(list);
  }
  return kept;
}

function saysCriteria(text: string, start: number): boolean {
  return LEAD_IN.test(text.slice(Math.max(0, start - LEAD_IN_LENGTH), start));
}

/** An item ends where the next begins; the last one ends with its sentence. */
function criterion(rationale: Quote, mark: Mark, next: Mark | undefined): QuotedCriterion {
  const rest = rationale.value.slice(mark.end, next?.start);
  const end = next ? rest.length : (SENTENCE_END.exec(rest)?.index ?? rest.length);
  const words = rest.slice(0, end).replace(/(?:[\s.,;&]|[;,]\s*(?:and|or))+$/i, '');
  const { value, span } = within(rationale, mark.end, mark.end + words.length);
  return { text: value, span };
}
