import { fold, nearest } from '../names.js';
import type { Words } from '../term-index.js';
import { drugs, services } from './catalogue.js';

/** Words of the catalogue that are long enough to be told when mistyped. */
const vocabulary: readonly string[] = [
  ...new Set(
    [
      ...services.flatMap(({ terms }) => terms),
      ...drugs.flatMap(({ name, aliases = [], brands = [] }) => [name, ...aliases, ...brands]),
    ]
      .flatMap((term) => fold(term).split(' '))
      .filter((word) => word.length >= 8),
  ),
];
const known = new Set(vocabulary);
/** By first letter and length: `nearest` wants the same letter and at most two letters more or less. */
const buckets = new Map<string, string[]>();
for (const word of vocabulary) {
  const key = `${word.charAt(0)}${word.length}`;
  buckets.set(key, [...(buckets.get(key) ?? []), word]);
}
const MOST_LETTERS_OFF = 2;

function alike(word: string): string[] {
  const lengths = Array.from(
    { length: 2 * MOST_LETTERS_OFF + 1 },
    (_, i) => word.length - MOST_LETTERS_OFF + i,
  );
  return lengths.flatMap((length) => buckets.get(`${word.charAt(0)}${length}`) ?? []);
}

/** Only so many words are tried: a request is short. */
const MOST_WORDS = 12;

/** The same words with the mistyped ones put right; `undefined` when none is. */
export function withTyposRight(all: Words): Words | undefined {
  let tried = 0;
  const words = all.words.map((word) => {
    if (word.length < 8 || known.has(word) || /\d/.test(word) || tried++ >= MOST_WORDS) return word;
    return nearest(word, alike(word)) ?? word;
  });
  return words.some((word, i) => word !== all.words[i]) ? { ...all, words } : undefined;
}
