import data from '../data/criteria/clauses.json' with { type: 'json' };
import { allMatches } from '../patterns.js';
import { wordsOf, type Words } from '../term-index.js';
import { Cues } from './cues.js';
import { numbered, type NumberedWords } from './vocabulary.js';
import { sentencesOf, type Range } from './sentences.js';

/**
 * Whom a clause speaks of. `GENERAL`: a guideline, or patients as such. `CASE`: this employee, the records or the request.
 * `CONCLUSION`: whether the request is medically necessary.
 */
export type Stance = 'GENERAL' | 'CASE' | 'CONCLUSION';

/** A clause of a rationale, as indexes of its {@link Words}. */
export interface Statement {
  readonly first: number;
  readonly next: number;
  readonly stance: Stance;
  /** Granted before the other side is said: "While the patient has failed therapy, …". */
  readonly isConcession: boolean;
  /** Given as the ground of what follows: "Given the …", "Since …", "Due to …". */
  readonly isGround: boolean;
  /** Recites what the record says: complaints, an examination, the history. */
  readonly isRecital: boolean;
  /** Number of its sentence. */
  readonly sentence: number;
}

/** A sentence that recites says so in as many of its first words. */
const RECITAL_START = 12;
const CONCESSIONS = new Set(data.concessions);
/** A rationale's words and the clauses that they make up. */
export interface Prose {
  readonly words: NumberedWords;
  readonly statements: readonly Statement[];
}

/** Takes a rationale apart into clauses and says of each whom it speaks of. */
export function readProse(text: string): Prose {
  const words = numbered(wordsOf(text));
  const cues = new Cues(words);
  const isQuoted = quotationsOf(text);
  const statements: Statement[] = [];
  let at = 0;
  let previous: Stance = 'GENERAL';
  sentencesOf(text).forEach((sentence, number) => {
    let end = at;
    while (end < words.words.length && (words.starts[end] ?? 0) < sentence.end) end++;
    const isRecital = cues.some('RECITAL', at, Math.min(at + RECITAL_START, end));
    for (const { first, next, end: last } of clausesOf(words, cues, at, end)) {
      const stance = isQuoted(words, first, next) ? 'GENERAL' : stanceOf(cues, first, last, previous);
      if (stance !== 'CONCLUSION') previous = stance;
      statements.push({
        first,
        next,
        stance,
        isConcession: CONCESSIONS.has(words.words[first] ?? ''),
        isGround: cues.within('GROUND', first, next)[0]?.first === first,
        isRecital,
        sentence: number,
      });
    }
    at = end;
  });
  return { words, statements };
}

/** A clause of a sentence; a tail of purpose ("to warrant continued use") is no part of what it says. */
interface Clause {
  readonly first: number;
  readonly next: number;
  /** Where it ends with its tail. */
  readonly end: number;
}

/** A text without any sign that ends a sentence is parted, so that no clause grows with it. */
const LONGEST_CLAUSE = 200;

function clausesOf(words: NumberedWords, cues: Cues, first: number, next: number): readonly Clause[] {
  const starts = new Set([first]);
  for (const { first: at } of cues.within('BREAK', first + 1, next)) starts.add(at);
  for (const { first: at } of cues.within('BREAK_AFTER_COMMA', first + 1, next)) {
    if (signBefore(words, at, ',') || signBefore(words, at, ')')) starts.add(at);
  }
  for (let at = first + 1; at < next; at++) {
    if ((at - first) % LONGEST_CLAUSE === 0 || signBefore(words, at, ';')) starts.add(at);
  }
  const tails = cues.within('TAIL', first, next).map((tail) => tail.first);
  const inOrder = [...starts].sort((a, b) => a - b);
  let nextTail = 0;
  return inOrder.map((start, i): Clause => {
    const end = inOrder[i + 1] ?? next;
    while ((tails[nextTail] ?? Infinity) <= start) nextTail++;
    return { first: start, next: Math.min(tails[nextTail] ?? end, end), end };
  });
}

function signBefore({ text, starts, ends }: Words, at: number, sign: string): boolean {
  const code = sign.charCodeAt(0);
  const end = starts[at] ?? 0;
  for (let i = ends[at - 1] ?? 0; i < end; i++) if (text.charCodeAt(i) === code) return true;
  return false;
}

function stanceOf(cues: Cues, first: number, next: number, previous: Stance): Stance {
  if (cues.some('CONCLUSION', first, next)) return 'CONCLUSION';
  const balance = cues.weightOf('CASE', first, next) - cues.weightOf('GENERAL', first, next);
  if (balance === 0) return previous;
  return balance > 0 ? 'CASE' : 'GENERAL';
}

/** From a mark that opens to one that closes: a quotation whose end is forgotten goes no further than the next one. */
const QUOTED = /(?<![\w.,;])["“](?=\S)[^"“”]{25,}(?<=\S)["”]/g;

/**
 * Tells whether a clause stands within quotation marks, in a run that is long enough to be a guideline's words. Clauses are
 * asked for in their order.
 */
function quotationsOf(text: string): (words: NumberedWords, first: number, next: number) => boolean {
  // Most rationales quote nothing, which a sign tells many times as fast as a pattern.
  const quotesNothing = !text.includes('"') && !text.includes('“');
  const runs: Range[] = (quotesNothing ? [] : allMatches(QUOTED, text)).map(({ index, 0: run }) => ({
    start: index,
    end: index + run.length,
  }));
  let at = 0;
  return ({ starts }, first, next) => {
    const middle = starts[(first + next) >> 1] ?? 0;
    while ((runs[at]?.end ?? Infinity) <= middle) at++;
    return (runs[at]?.start ?? Infinity) <= middle;
  };
}
