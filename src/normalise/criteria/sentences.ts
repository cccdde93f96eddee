import abbreviations from '../data/criteria/abbreviations.json' with { type: 'json' };

/** A run of a text, by offsets. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

const NEVER_LAST = new Set(abbreviations.neverLast);
const SELDOM_LAST = new Set(abbreviations.seldomLast);
const SENTENCE_STARTS = new Set(abbreviations.sentenceStarts);

const END = /[.!?]+["”’')\]]*/g;
/** What may begin a sentence after white space: also a sentence that forgets its capital letter does not. */
const START = /\s*["“‘'([]*(?:[A-Z0-9•]|\[)/y;
const WORD_BEFORE = /[\p{L}\p{N}&/.-]*$/u;
const WORD_AFTER = /[^A-Za-z]*([A-Za-z]+)/y;
const LONGEST_WORD = 24;

/**
 * The sentences of a text, without the white space between them. A full stop after an abbreviation ("Dr.", "e.g.",
 * "approx."), an initial, the number of a list's item or within a number ends none; one that is followed by a capital
 * without a space ("needed.The") does.
 */
export function sentencesOf(text: string): readonly Range[] {
  const sentences: Range[] = [];
  let start = 0;
  END.lastIndex = 0;
  for (let match = END.exec(text); match; match = END.exec(text)) {
    const end = match.index + match[0].length;
    if (!endsSentence(text, start, match.index, end)) continue;
    add(sentences, text, start, end);
    start = end;
  }
  add(sentences, text, start, text.length);
  return sentences;
}

function add(sentences: Range[], text: string, from: number, to: number): void {
  let [start, end] = [from, to];
  while (start < end && isSpace(text, start)) start++;
  while (end > start && isSpace(text, end - 1)) end--;
  if (start < end) sentences.push({ start, end });
}

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code <= 32 || code === 0xa0;
}

/** Whether the sign at `stop`, with what closes after it up to `end`, is the end of the sentence that begins at `start`. */
function endsSentence(text: string, start: number, stop: number, end: number): boolean {
  START.lastIndex = end;
  if (!START.test(text)) return false;
  const isApart = isSpace(text, end);
  if (!isApart && !startsWord(text, end)) return false;
  if (text[stop] !== '.') return true;
  const [word] = WORD_BEFORE.exec(text.slice(Math.max(start, stop - LONGEST_WORD), stop)) ?? [''];
  if (isItemNumber(text, start, stop, word)) return false;
  const folded = word.toLowerCase();
  if (NEVER_LAST.has(folded)) return false;
  if (SELDOM_LAST.has(folded) || /^[A-Z]$/.test(word)) return beginsLikeSentence(text, end);
  return true;
}

/** "needed.The", and neither "e.g.CT" nor "12.5". */
function startsWord(text: string, at: number): boolean {
  return /[a-z0-9)]/.test(text[at - 2] ?? '') && /^["“]?[A-Z][a-z]/.test(text.slice(at, at + 3));
}

/** "1. Failure of …": the number belongs to what follows it. */
function isItemNumber(text: string, start: number, stop: number, word: string): boolean {
  return /^(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})$/.test(word) && text.slice(start, stop).trim() === word;
}

function beginsLikeSentence(text: string, at: number): boolean {
  WORD_AFTER.lastIndex = at;
  const word = WORD_AFTER.exec(text)?.[1];
  return word !== undefined && SENTENCE_STARTS.has(word);
}
