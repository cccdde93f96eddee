import type { Quote, Span } from './letter.js';

/** The words of `text` between two offsets, without white space at their edges. */
export function quote(text: string, start: number, end: number): Quote {
  const words = text.slice(start, end);
  const from = start + words.length - words.trimStart().length;
  const value = words.trim();
  return { value, span: [from, from + value.length] };
}

/** A part of a quote, by offsets within it. */
export function within(whole: Quote, start: number, end: number): Quote {
  const offset = whole.span[0];
  const part = quote(whole.value, start, end);
  return { value: part.value, span: [part.span[0] + offset, part.span[1] + offset] };
}

/** Splits a quote at every match of a separator; empty parts are left out. */
export function splitQuote(whole: Quote, separator: RegExp): readonly Quote[] {
  const parts: Quote[] = [];
  let start = 0;
  for (const match of whole.value.matchAll(
    new RegExp(separator, separator.flags.includes('g') ? separator.flags : `${separator.flags}g`),
  )) {
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
