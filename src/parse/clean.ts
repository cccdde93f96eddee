import { withoutLoneNumber, withoutPageFurniture, type Pages } from './page-furniture.js';
import { isPlain } from './plain.js';

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
const expandLigatures: Cleaner = (text) => text.replace(/[ﬀ-ﬆ]/g, (glyph) => LIGATURES[glyph] ?? glyph);

/** Soft hyphens, zero-width characters and control characters (but line and page ends) carry no words. */
const dropInvisible: Cleaner = (text) =>
  // eslint-disable-next-line no-control-regex -- control characters are what is dropped
  text.replace(/[\u00ad\u200b-\u200f\u2060\ufeff]|[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]/g, '');

/** One form for each of the quotation marks, apostrophes and hyphens that writers vary. */
const straightenQuotes: Cleaner = (text) =>
  text
    .replace(/[‘’‚‛′]/g, "'")
    .replace(/[“”„‟″]/g, '"')
    .replace(/[‐‑−]/g, '-');

/** Tabs, no-break spaces and the like become spaces. */
const plainSpaces: Cleaner = (text) => text.replace(/[^\S\n\f ]/g, ' ');

/** The cleaners of characters in the order in which they run. Each is harmless on text that needs none of it. */
const CHARACTER_CLEANERS: readonly Cleaner[] = [
  expandLigatures,
  dropInvisible,
  straightenQuotes,
  plainSpaces,
];

/** Runs of spaces become one space; no line begins or ends with one. */
function tidyPages(text: string): Pages {
  return text.replace(/  +/g, ' ').split('\f').map(linesOf);
}

/** Written out, for it runs for every line: to split and then trim takes twice as long. */
function linesOf(page: string): readonly string[] {
  const lines: string[] = [];
  for (let start = 0, end = 0; end < page.length; start = end + 1) {
    end = page.indexOf('\n', start);
    if (end < 0) end = page.length;
    const from = page.charCodeAt(start) === SPACE ? start + 1 : start;
    const to = end > from && page.charCodeAt(end - 1) === SPACE ? end - 1 : end;
    lines.push(page.slice(from, to));
  }
  return lines;
}

const SPACE = 32;

/** A page may end anywhere, also within a sentence; what remains of that are blank lines. */
function joinPages(pages: Pages): readonly string[] {
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
function singleSpace(lines: readonly string[]): readonly string[] {
  const usual = usualGap(lines);
  const spaced: string[] = [];
  let gap = 0;
  for (const line of lines) {
    gap++;
    if (line === '') continue;
    if (gap > usual && spaced.length > 0) spaced.push('');
    spaced.push(line);
    gap = 0;
  }
  return spaced;
}

/** How far a line stands below the one above it: 1 when no blank line parts them. */
function usualGap(lines: readonly string[]): number {
  const gaps: number[] = [];
  let single = 0;
  let above = -1;
  for (let index = 0; index < lines.length; index++) {
    if (lines[index] === '') continue;
    if (above >= 0) gaps.push(index - above);
    if (above >= 0 && index - above === 1) single++;
    above = index;
  }
  const narrow = Math.floor(gaps.length * NARROWEST);
  // Most letters have so many single gaps that nothing needs sorting.
  return single > narrow ? 1 : (Uint32Array.from(gaps).sort()[narrow] ?? 1);
}

/** Takes away what the form of a file adds to a letter's words; lines are still those of the page. Idempotent. */
export function clean(text: string): string {
  return cleanLines(text).join('\n');
}

/** The lines of a cleaned text; blank lines are empty strings. */
export function cleanLines(text: string): readonly string[] {
  const characters = isPlain(text)
    ? text
    : CHARACTER_CLEANERS.reduce((cleaned, cleaner) => cleaner(cleaned), text);
  return singleSpace(withoutLoneNumber(joinPages(withoutPageFurniture(tidyPages(characters)))));
}
