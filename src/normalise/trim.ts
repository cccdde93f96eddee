import type { Quote } from '../parse/letter.js';
import { within } from '../parse/quote.js';

const OPENING = /^(?:[\s,;.:&-]|(?:and|also)\b)*/i;
const SEPARATORS = ' ,;:&-\t\n\r\f\v\u00a0';
const STOPS = ' .\t\n\r\f\v\u00a0';
const JOINING_WORDS = ['and', 'the'];

/** A part of a clause without the separators and joining words ("and", "the") around it. */
export function trimmed(clause: Quote, from: number, to: number): Quote {
  const words = clause.value.slice(from, to);
  const lead = OPENING.exec(words)?.[0].length ?? 0;
  return within(clause, from + lead, from + lead + trimmedLength(words.slice(lead)));
}

/** The length of words without the separators, the full stops and the joining words at their end. */
export function trimmedLength(words: string): number {
  let end = words.length;
  while (end > 0 && STOPS.includes(words[end - 1] ?? '')) end--;
  for (let last = -1; last !== end;) {
    last = end;
    while (end > 0 && SEPARATORS.includes(words[end - 1] ?? '')) end--;
    for (const word of JOINING_WORDS) {
      if (!endsWithWord(words, end, word)) continue;
      end -= word.length;
      break;
    }
  }
  return end;
}

function endsWithWord(words: string, end: number, word: string): boolean {
  const start = end - word.length;
  // Most words end in another letter; "|" makes it a small one.
  if (start < 0 || (words.charCodeAt(end - 1) | 32) !== word.charCodeAt(word.length - 1)) return false;
  return words.slice(start, end).toLowerCase() === word && !/\w/.test(words[start - 1] ?? ' ');
}
