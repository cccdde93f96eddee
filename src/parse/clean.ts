import { withoutPageFurniture } from './page-furniture.js';

type Cleaner = (text: string) => string;

const LIGATURES: Readonly<Record<string, string>> = {
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'st',
  ﬆ: 'st',
};

/** Some writers put one glyph for "fi", "fl" …. */
export const expandLigatures: Cleaner = (text) =>
  text.replace(/[ﬀ-ﬆ]/g, (glyph) => LIGATURES[glyph] ?? glyph);

/** Soft hyphens, zero-width characters and control characters (but line and page ends) carry no words. */
export const dropInvisible: Cleaner = (text) =>
  // eslint-disable-next-line no-control-regex -- control characters are what is dropped
  text.replace(/[\u00ad\u200b-\u200f\u2060\ufeff]|[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]/g, '');

/** One form for each of the quotation marks, apostrophes and hyphens that writers vary. */
export const straightenQuotes: Cleaner = (text) =>
  text
    .replace(/[‘’‚‛′]/g, "'")
    .replace(/[“”„‟″]/g, '"')
    .replace(/[‐‑−]/g, '-');

/** Tabs, no-break spaces and runs of spaces become one space; no line begins or ends with one. */
export const tidySpaces: Cleaner = (text) =>
  text
    .replace(/[^\S\n\f]+/g, ' ')
    .replace(/^ | $/gm, '')
    .replace(/ (?=\f)|(?<=\f) /g, '');

/** A page may end anywhere, also within a sentence; what remains of it is a blank line. */
export const dropPageBreaks: Cleaner = (text) =>
  text.replace(/[\n\f]+/g, (ends) => (ends.includes('\f') ? '\n\n' : ends));

/** A letter of many short items has more gaps with blank lines than without: only the narrowest tell its spacing. */
const NARROWEST = 0.1;

/**
 * Blank lines remain only where they set something apart: in a letter that is double spaced throughout, a single
 * blank line means nothing and three of them mean a new paragraph.
 */
export const singleSpace: Cleaner = (text) => {
  const gaps = (text.trim().match(/\n+/g) ?? []).map((ends) => ends.length);
  const usual = gaps.sort((a, b) => a - b)[Math.floor(gaps.length * NARROWEST)] ?? 1;
  return text.trim().replace(/\n+/g, (ends) => (ends.length > usual ? '\n\n' : '\n'));
};

/** The cleaners in the order in which they run. Each is harmless on text that needs none of it. */
export const CLEANERS: readonly Cleaner[] = [
  expandLigatures,
  dropInvisible,
  straightenQuotes,
  tidySpaces,
  withoutPageFurniture,
  dropPageBreaks,
  singleSpace,
];

/** Takes away what the form of a file adds to a letter's words; lines are still those of the page. Idempotent. */
export function clean(text: string): string {
  return CLEANERS.reduce((cleaned, cleaner) => cleaner(cleaned), text);
}
