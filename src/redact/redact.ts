import type { Document } from '../documents/document.js';
import { findAddresses } from './addresses.js';
import { findBirthDates } from './birth-dates.js';
import type { Finder, Found, RedactionKind } from './found.js';
import { findMentions } from './mentions.js';
import { findNames } from './names.js';
import { findNumbers } from './numbers.js';

/** What stands for each character that is covered. */
export const COVER = '█';

/** How often each kind of private data was covered; the words themselves are kept nowhere. */
export type RedactionCounts = Readonly<Partial<Record<RedactionKind, number>>>;

/** A document without private data, as far as it was found. */
export interface Redacted {
  /** The same but for its text, which is as long as before: each line stands where it stood. */
  readonly document: Document;
  readonly counts: RedactionCounts;
}

/** Where two find the same, the first of them says what it is. */
const FINDERS: readonly Finder[] = [findNumbers, findBirthDates, findAddresses, findNames];

/**
 * Covers names, addresses, telephone numbers and the like (docs/privacy.md) in place. Spaces and line ends stay, so that the letter
 * is laid out as before. A text without private data comes back as it is; one that was redacted is not changed by it again.
 */
export function redact(document: Document): Redacted {
  const { text } = document;
  const first = FINDERS.flatMap((find) => [...find(text)]);
  const names = first.filter(({ kind }) => kind === 'NAME').map(({ start, end }) => text.slice(start, end));
  const found = apart([...first, ...findMentions(text, names)]);
  const counts: Partial<Record<RedactionKind, number>> = {};
  for (const { kind } of found) counts[kind] = (counts[kind] ?? 0) + 1;
  return { document: found.length > 0 ? { ...document, text: cover(text, found) } : document, counts };
}

/** In the order of the text, those that overlap put together as what the first of them is. */
function apart(found: readonly Found[]): Found[] {
  const rank = new Map(found.map((one, i) => [one, i]));
  const sorted = [...found].sort((a, b) => a.start - b.start || (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
  const parted: Found[] = [];
  for (const one of sorted) {
    const last = parted.at(-1);
    if (last && one.start < last.end) {
      const { kind } = (rank.get(one) ?? 0) < (rank.get(last) ?? 0) ? one : last;
      parted[parted.length - 1] = { kind, start: last.start, end: Math.max(last.end, one.end) };
      rank.set(parted[parted.length - 1] as Found, Math.min(rank.get(one) ?? 0, rank.get(last) ?? 0));
    } else parted.push(one);
  }
  return parted;
}

function cover(text: string, found: readonly Found[]): string {
  const pieces: string[] = [];
  let done = 0;
  for (const { start, end } of found) {
    pieces.push(text.slice(done, start), text.slice(start, end).replace(/\S/g, COVER));
    done = end;
  }
  pieces.push(text.slice(done));
  return pieces.join('');
}
