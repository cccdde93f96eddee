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

/** Only so many words are tried: a request is short. */
const MOST_WORDS = 12;

/** The same words with the mistyped ones put right; `undefined` when none is. */
export function withTyposRight(all: Words): Words | undefined {
  let tried = 0;
  const words = all.words.map((word) => {
    if (word.length < 8 || known.has(word) || /\d/.test(word) || tried++ >= MOST_WORDS) return word;
    return nearest(word, vocabulary) ?? word;
  });
  return words.some((word, i) => word !== all.words[i]) ? { ...all, words } : undefined;
}
