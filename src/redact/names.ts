import { findAddresses } from './addresses.js';
import type { Finder, Found } from './found.js';
import { GAP, PARTICLES, S } from './gaps.js';
import { endsCell, PLACES } from './name-places.js';
import { nameAt } from './name-words.js';
import { isVocabulary } from './words.js';

/** With full stops they can be nothing else; without them, "MD" and "DC" are also states. */
const DOTTED = String.raw`M\.${S}?D\.|D\.${S}?[OC]\.|Ph\.${S}?D\.|Psy\.?D\.|D\.P\.M\.|N\.P\.|P\.A\.|R\.N\.|L\.Ac\.|P\.T\.|D\.D\.S\.|O\.D\.|J\.D\.|Esq(?:uire)?\b`;
const PLAIN = 'MD|DO|DC|PhD|PHD|PsyD|DPM|NP|PA-C|RN|LAc|DDS|JD|DPT|LCSW|LMFT|QME|AME';
const CREDENTIALS = new RegExp(
  String.raw`,?(?:${GAP})?(?:(?<dotted>${DOTTED})|(?<=[,\s])(?:${PLAIN})(?![\p{L}\p{N}/]))`,
  'gu',
);
const LONGEST_NAME = 200;
const NAME_BEFORE = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:\p{Lu}[\p{L}\p{M}'’-]{0,30}\.?${GAP}(?:${PARTICLES})?){0,3}\p{Lu}[\p{L}\p{M}'’-]{1,30}$`,
  'u',
);

/** Of the reviewer, who is anonymous: states and specialties. */
const REVIEWER_LINE = /^[^\S\n\f]{0,80}(?:State\(s\) of Licensure|Certification\(s\)\/Specialty):/i;
const LINE_LENGTH = 200;
/** An addressee may have a firm between the name and the street. */
const LINES_ABOVE_STREET = 3;

/** Names of people, where something beside them says that they are. */
export const findNames: Finder = function* (text) {
  for (const one of [...inPlaces(text), ...beforeCredentials(text), ...aboveStreets(text)])
    if (!REVIEWER_LINE.test(lineBefore(text, one.start))) yield one;
};

function* inPlaces(text: string): Generator<Found> {
  for (const { before, options, accepts } of PLACES) {
    for (const { index, 0: words } of text.matchAll(before)) {
      const start = index + words.length;
      const name = nameAt(text, start, options);
      if (name && accepts?.(text, name) !== false) yield found(start, name.end);
    }
  }
}

/** "Jane Q. Roe, M.D."; a single word only where the credentials can be nothing else. */
function* beforeCredentials(text: string): Generator<Found> {
  for (const { index, groups } of text.matchAll(CREDENTIALS)) {
    const from = Math.max(0, index - LONGEST_NAME);
    const name = NAME_BEFORE.exec(text.slice(from, index));
    if (!name) continue;
    const words = [...name[0].matchAll(/\S+/g)];
    const kept = words.slice(words.findLastIndex(([word]) => isVocabulary(word)) + 1);
    const start = from + name.index + (kept[0]?.index ?? 0);
    const least = groups?.['dotted'] === undefined ? 2 : 1;
    if (kept.length >= least) yield found(start, index);
  }
}

/** The addressee, on one of the lines above a street. */
function* aboveStreets(text: string): Generator<Found> {
  for (const { start } of findAddresses(text)) {
    let end = text.lastIndexOf('\n', start);
    for (let line = 0; line < LINES_ABOVE_STREET && end > 0; line++) {
      const begin = text.lastIndexOf('\n', end - 1) + 1;
      const from = begin + text.slice(begin, end).search(/\S|$/);
      const name = end - begin < LINE_LENGTH ? nameAt(text, from, { least: 2 }) : undefined;
      if (name && endsCell(text, name)) yield found(from, name.end);
      end = begin - 1;
    }
  }
}

function found(start: number, end: number): Found {
  return { kind: 'NAME', start, end };
}

function lineBefore(text: string, at: number): string {
  const near = text.slice(Math.max(0, at - LINE_LENGTH), at);
  return near.slice(near.lastIndexOf('\n') + 1);
}
