import type { Quote } from '../../parse/letter.js';
import { within } from '../../parse/quote.js';
import type { QuotedCriterion } from '../determination.js';
import { allMatches } from '../patterns.js';
import { kindOfCriterion } from './lexicon.js';
import { reliesOn, type Grounds } from './reliance.js';

interface Style {
  /** What a list's first mark holds: without it no list of this style begins. */
  readonly first: string;
  readonly mark: RegExp;
  /** The marks in their order; a list begins with the first. */
  readonly order: readonly string[];
}

const NUMBERS = Array.from({ length: 99 }, (_, i) => String(i + 1));
const LETTERS = 'abcdefghijklmnopqrstuvwxyz'.split('');
const CAPITALS = LETTERS.map((letter) => letter.toUpperCase());
const ROMANS = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];

/** The ways in which a quoted list is numbered. */
const STYLES: readonly Style[] = [
  { first: '(1)', mark: /\((\d{1,2})\)\.?\s/g, order: NUMBERS },
  { first: '1)', mark: /(?<=^|[\s:;.])(\d{1,2})\)\.?\s/g, order: NUMBERS },
  { first: '1.', mark: /(?<=^|[:;.]\s?|\s)(\d{1,2})\.\s(?=["“(]?[A-Z])/g, order: NUMBERS },
  { first: '(a)', mark: /\(([a-z])\)\s/g, order: LETTERS },
  { first: 'a)', mark: /(?<=^|[\s:;.])([a-z])\)\s/g, order: LETTERS },
  { first: 'A)', mark: /(?<=^|[\s:;.(])([A-Z])\)\s/g, order: CAPITALS },
  { first: '(i)', mark: /\(([ivx]{1,4})\)\s/g, order: ROMANS },
];
/** One item after the other has the same sign. */
const BULLET = /(?<=^|[\s:;.])[•·▪◦●■]\s?/g;
const BULLETS = ['•', '·', '▪', '◦', '●', '■'];
/** With what the first mark of a list may end. */
const FIRST_SIGNS = '1aAi';
/** A list quotes criteria when the words before it say so; a patient's diagnoses are numbered as well. */
const LEAD_IN =
  /criteria|guideline|recommend|indicat|require|following|as follows|documentation of|MTUS|ODG|ACOEM/i;
const LEAD_IN_LENGTH = 300;
/** The last item of a list has no mark after it; beyond this many characters its sentence is not looked for. */
const LONGEST_LAST = 4000;
const SENTENCE_END = /[.!?](?=["”']?\s*(?:["“]?[A-Z]|\(\w{1,2}\)|$))/;

interface Mark {
  readonly start: number;
  readonly end: number;
}

/** The criteria that a rationale quotes as a numbered or lettered list; several lists follow one another. */
export function readQuotedCriteria(rationale: Quote, grounds: Grounds): readonly QuotedCriterion[] {
  if (!mayHoldList(rationale.value)) return [];
  const lists = [
    ...STYLES.flatMap((style) => findLists(rationale.value, style)),
    findBullets(rationale.value),
  ];
  return outermost(lists)
    .filter(([start]) => start && saysCriteria(rationale.value, start.start))
    .flatMap((marks) => marks.map((mark, i) => criterion(rationale, mark, marks[i + 1], grounds)));
}

/** Most rationales hold no list. Seldom characters are looked for first, which is many times as fast as a pattern. */
function mayHoldList(text: string): boolean {
  for (let at = text.indexOf(')'); at >= 0; at = text.indexOf(')', at + 1)) {
    if (at > 0 && FIRST_SIGNS.includes(text.charAt(at - 1))) return true;
  }
  return text.includes('1. ') || BULLETS.some((sign) => text.includes(sign));
}

function findLists(text: string, { first, mark: pattern, order }: Style): Mark[][] {
  const lists: Mark[][] = [];
  if (!text.includes(first)) return lists;
  let expected = order[0];
  for (const match of allMatches(pattern, text)) {
    const mark = { start: match.index, end: match.index + match[0].length };
    const place = order.indexOf(match[1] ?? '');
    if (place === 0) lists.push([mark]);
    else if (match[1] === expected) lists.at(-1)?.push(mark);
    else continue;
    expected = order[place + 1];
  }
  return lists;
}

function findBullets(text: string): Mark[] {
  return allMatches(BULLET, text).map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Of lists that overlap (one inside of an item of another) the one that begins first. */
function outermost(lists: readonly Mark[][]): Mark[][] {
  const inOrder = lists
    .filter((list) => list.length > 1)
    .sort((a, b) => (a[0]?.start ?? 0) - (b[0]?.start ?? 0));
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
function criterion(rationale: Quote, mark: Mark, next: Mark | undefined, grounds: Grounds): QuotedCriterion {
  const rest = rationale.value.slice(mark.end, next?.start ?? mark.end + LONGEST_LAST);
  const end = next ? rest.length : (SENTENCE_END.exec(rest)?.index ?? rest.length);
  const words = rest.slice(0, end).replace(/(?:[\s.,;&]|[;,]\s*(?:and|or))+$/i, '');
  const { value, span } = within(rationale, mark.end, mark.end + words.length);
  return { text: value, span, kind: kindOfCriterion(value), reliesOn: reliesOn(span[0], grounds) };
}
