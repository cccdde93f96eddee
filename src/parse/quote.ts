import type { Quote, Span } from './letter.js';

/** The words of `text` between two offsets, without white space at their edges. */
export function quote(text: string, start: number, end: number): Quote {
  return cut(text, start, end, 0);
}

/** A part of a quote, by offsets within it. */
export function within(whole: Quote, start: number, end: number): Quote {
  return cut(whole.value, start, end, whole.span[0]);
}

function cut(text: string, start: number, end: number, offset: number): Quote {
  const words = text.slice(start, end);
  // Most words have no white space at their edges; a quote is made for every fact.
  const isTrim = isPrinted(words.charCodeAt(0)) && isPrinted(words.charCodeAt(words.length - 1));
  const value = isTrim ? words : words.trim();
  const from = offset + start + (isTrim ? 0 : words.length - words.trimStart().length);
  return { value, span: [from, from + value.length] };
}

/** Whether a character is of printable ASCII and no space. */
function isPrinted(code: number): boolean {
  return code > 0x20 && code < 0x7f;
}

/** Splits a quote at every match of a separator (with flag `g`); empty parts are left out. */
export function splitQuote(whole: Quote, separator: RegExp): readonly Quote[] {
  const parts: Quote[] = [];
  let start = 0;
  for (const match of whole.value.matchAll(separator)) {
    parts.push(within(whole, start, match.index));
    start = match.index + match[0].length;
  }
  parts.push(within(whole, start, whole.value.length));
  return parts.filter((part) => part.value !== '');
}

/** Where a named group of a match (made with flag `d`) stands in the text that holds `whole`. */
export function groupOf(whole: Quote, match: RegExpExecArray, name: string): Quote | undefined {
  const indices = match.indices?.groups?.[name];
  return indices && within(whole, ...indices);
}

/** The span from the start of one thing to the end of another. */
export function spanning(first: { span: Span }, last: { span: Span }): Span {
  return [first.span[0], last.span[1]];
}
