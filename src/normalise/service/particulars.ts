import { TermIndex, type TermMatch, type Words } from '../term-index.js';
import type { Laterality, Timing } from '../determination.js';
import type { Found } from './places.js';

/** What a label says beside the service: side, time, and how it comes about. */
type Particular =
  | { readonly fact: 'laterality'; readonly value: Laterality }
  | { readonly fact: 'timing'; readonly value: Timing }
  | { readonly fact: 'retrospective' | 'dependent'; readonly value: true };

const TERMS: readonly (readonly [Particular, readonly string[]])[] = [
  [{ fact: 'laterality', value: 'LEFT' }, ['left', 'lt', 'left-sided', 'LUE', 'LLE']],
  [{ fact: 'laterality', value: 'RIGHT' }, ['right', 'rt', 'right-sided', 'RUE', 'RLE']],
  [
    { fact: 'laterality', value: 'BILATERAL' },
    ['bilateral', 'bilaterally', 'bilat', 'b/l', 'both', 'right and left', 'left and right', 'right/left'],
  ],
  [{ fact: 'laterality', value: 'BILATERAL' }, ['left/right', 'left or right', 'BUE', 'BLE', 'bil']],
  [
    { fact: 'timing', value: 'PRE_OPERATIVE' },
    ['pre-op', 'preop', 'pre-operative', 'preoperative', 'preoperatively', 'pre-operatively', 'pre-surgical'],
  ],
  [
    { fact: 'timing', value: 'PRE_OPERATIVE' },
    ['presurgical', 'pre-surgery', 'prior to surgery', 'before surgery', 'pre-surgical'],
  ],
  [
    { fact: 'timing', value: 'POST_OPERATIVE' },
    ['post-op', 'postop', 'post-operative', 'postoperative', 'postoperatively', 'post-operatively'],
  ],
  [
    { fact: 'timing', value: 'POST_OPERATIVE' },
    ['post-surgical', 'postsurgical', 'post-surgery', 'after surgery', 'following surgery'],
  ],
  [{ fact: 'retrospective', value: true }, ['retrospective', 'retrospectively', 'retro', 'retroactive']],
  [
    { fact: 'dependent', value: true },
    ['service', 'services', 'procedure', 'procedures', 'equipment', 'item', 'items'].map(
      (word) => `associated surgical ${word}`,
    ),
  ],
];

const index = new TermIndex(
  TERMS.flatMap(([particular, terms]) => terms.map((term) => [term, particular] as const)),
);

/** A date of service: what was done on it is asked for afterwards. */
const DATE_OF_SERVICE = /\b(?:DOS|dates? of service)\b[\s:]{0,4}\d/i;

export interface Particulars {
  readonly laterality: Found<Laterality> | null;
  readonly timing: Found<Timing> | null;
  readonly retrospective: Found<true> | null;
  readonly dependent: Found<true> | null;
  readonly matches: readonly TermMatch<unknown>[];
}

/** @param regions the body regions that the label names */
export function particularsIn(words: Words, regions: readonly Found<string>[]): Particulars {
  const matches = index.findAll(words);
  const sides: Found<Laterality>[] = [];
  let timing: Found<Timing> | null = null;
  let retrospective: Found<true> | null = null;
  let dependent: Found<true> | null = null;
  for (const { value: particular, start, end } of matches) {
    if (particular.fact === 'laterality') sides.push({ value: particular.value, start, end });
    else if (particular.fact === 'timing') timing ??= { value: particular.value, start, end };
    else if (particular.fact === 'retrospective') retrospective ??= { value: true, start, end };
    else dependent ??= { value: true, start, end };
  }
  sides.push(...letterSides(words, regions));
  const laterality = oneSide(sides, regions.length);
  retrospective ??= dateOfService(words.text);
  return { laterality, timing, retrospective, dependent, matches };
}

function dateOfService(label: string): Found<true> | null {
  const match = DATE_OF_SERVICE.exec(label);
  return match && { value: true, start: match.index, end: match.index + match[0].length - 1 };
}

/** "R knee", "(L) shoulder": a single letter is a side right before a body region only. */
function letterSides({ text, words, starts, ends }: Words, regions: readonly Found<string>[]) {
  const sides: Found<Laterality>[] = [];
  const regionStarts = new Set(regions.map((region) => region.start));
  words.forEach((word, i) => {
    if (word !== 'l' && word !== 'r') return;
    const [start = 0, end = 0, next = -1] = [starts[i], ends[i], starts[i + 1]];
    if (regionStarts.has(next) && !/[-/&]/.test(text.slice(end, next)))
      sides.push({ value: word === 'l' ? 'LEFT' : 'RIGHT', start, end });
  });
  return sides;
}

/** Left and right of one region are both sides of it; of several regions no one side can be told. */
function oneSide(sides: readonly Found<Laterality>[], regions: number): Found<Laterality> | null {
  const [first] = sides;
  if (!first) return null;
  if (sides.every(({ value }) => value === first.value)) return first;
  if (regions > 1) return null;
  const last = sides.at(-1) ?? first;
  return { value: 'BILATERAL', start: Math.min(first.start, last.start), end: Math.max(first.end, last.end) };
}
