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
    const joint = JOINING_WORDS.find((word) => endsWithWord(words, end, word));
    if (joint) end -= joint.length;
  }
  return end;
}

function endsWithWord(words: string, end: number, word: string): boolean {
  const start = end - word.length;
  return start >= 0 && words.slice(start, end).toLowerCase() === word && !/\w/.test(words[start - 1] ?? ' ');
}
