import { withoutLoneNumber, withoutPageFurniture, type Pages } from './page-furniture.js';

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

/** Tabs, no-break spaces and the like become spaces. */
export const plainSpaces: Cleaner = (text) => text.replace(/[^\S\n\f ]/g, ' ');

/** The cleaners of characters in the order in which they run. Each is harmless on text that needs none of it. */
export const CHARACTER_CLEANERS: readonly Cleaner[] = [
  expandLigatures,
  dropInvisible,
  straightenQuotes,
  plainSpaces,
];

/** Runs of spaces become one space; no line begins or ends with one. */
export function tidyPages(text: string): Pages {
  const tidy = text.replace(/  +/g, ' ');
  return tidy.split('\f').map((page) => page.split('\n').map((line) => line.trim()));
}

/** A page may end anywhere, also within a sentence; what remains of that are blank lines. */
export function joinPages(pages: Pages): readonly string[] {
  const joined: string[] = [];
  for (const lines of pages) {
    if (lines.length === 0) continue;
    for (const line of lines) joined.push(line);
    joined.push('');
  }
  return joined;
}

/** A letter of many short items has more gaps with blank lines than without: only the narrowest tell its spacing. */
const NARROWEST = 0.1;

/**
 * Blank lines remain only where they set something apart: in a letter that is double spaced throughout, a single
 * blank line means nothing and three of them mean a new paragraph.
 */
export function singleSpace(lines: readonly string[]): string {
  const written: string[] = [];
  /** How far the line after each written line stands below it: 1 when no blank line parts them. */
  const gaps: number[] = [];
  let previous = -1;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (!line) continue;
    if (written.length > 0) gaps.push(index - previous);
    written.push(line);
    previous = index;
  }
  const usual = Uint32Array.from(gaps).sort()[Math.floor(gaps.length * NARROWEST)] ?? 1;
  return written.map((line, i) => ((gaps[i] ?? 0) > usual ? `${line}\n` : line)).join('\n');
}

/** Whether a text holds nothing but line ends, page ends and printable ASCII, as most letters do. */
function isPlain(text: string): boolean {
  return !/[^\n -~]/.test(text.replaceAll('\f', '\n'));
}

/** Takes away what the form of a file adds to a letter's words; lines are still those of the page. Idempotent. */
export function clean(text: string): string {
  const characters = isPlain(text)
    ? text
    : CHARACTER_CLEANERS.reduce((cleaned, cleaner) => cleaner(cleaned), text);
  return singleSpace(withoutLoneNumber(joinPages(withoutPageFurniture(tidyPages(characters)))));
}
