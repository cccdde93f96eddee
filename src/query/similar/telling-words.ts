import type { GraphClient } from '../../graph/client.js';
import type { SearchExpression, Term } from '../search/language.js';
import { searchParts, type SearchField } from '../search/lucene.js';
import { wordsOf } from '../search/words.js';

/** A word of a text, and how much it tells of it. */
export interface TellingWord {
  /** As the text writes it first. */
  readonly text: string;
  readonly stem: string;
  /** What the full-text index gives it at most: high when few findings have it. */
  readonly rarity: number;
}

/** Different words of a text that are looked up, the most frequent first; and those that are compared, the most telling first. */
const MOST_LOOKED_UP = 150;
const MOST_COMPARED = 25;
/** Numbers and single letters tell nothing by themselves. */
const IS_WORD = /^\p{L}[\p{L}\p{M}]/u;

interface CountedWord {
  readonly text: string;
  readonly stem: string;
  readonly times: number;
}

/** The different words of a text that can be looked up, those that it repeats most first. */
export function countedWords(text: string): CountedWord[] {
  const counts = new Map<string, { text: string; times: number }>();
  for (const { start, end, stem } of wordsOf(text)) {
    if (stem === null || !IS_WORD.test(stem)) continue;
    const known = counts.get(stem);
    if (known) known.times++;
    else counts.set(stem, { text: text.slice(start, end), times: 1 });
  }
  return [...counts]
    .map(([stem, counted]) => ({ stem, ...counted }))
    .sort((a, b) => b.times - a.times)
    .slice(0, MOST_LOOKED_UP);
}

/**
 * The words by which a text is best told from others: often in it, and rarely in findings.
 * @param least in how many findings a word must be: in 2, where one of them is the text's own
 */
export async function tellingWords(
  client: GraphClient,
  counted: readonly CountedWord[],
  least: 1 | 2,
): Promise<TellingWord[]> {
  const words = counted.map(({ text, stem }) => ({
    word: stem,
    query: anyOf([{ text, stem }], 'RATIONALE')[0],
  }));
  const rows = await client.read<{ word: string; weight: number }>('read/similar-words', {
    lookup: { words, least },
  });
  const rarities = new Map(rows.map(({ word, weight }) => [word, weight]));
  return counted
    .flatMap(({ text, stem, times }) => {
      const rarity = rarities.get(stem);
      return rarity === undefined ? [] : [{ text, stem, rarity, tells: rarity * (1 + Math.log(times)) }];
    })
    .sort((a, b) => b.tells - a.tells || (a.stem < b.stem ? -1 : 1))
    .slice(0, MOST_COMPARED)
    .map(({ text, stem, rarity }) => ({ text, stem, rarity }));
}

/** Any of the words in one of a finding's texts, in Lucene's language; nothing when there is none. */
export function anyOf(
  words: readonly Pick<TellingWord, 'text' | 'stem'>[],
  field: Exclude<SearchField, 'SUMMARY'>,
): string[] {
  if (words.length === 0) return [];
  const [part] = searchParts({ required: [words.map(toTerm)], excluded: [] }, [field]);
  return [part?.finding ?? []].flat();
}

/** The words as a search, by which highlights are made. */
export function asSearch(words: readonly TellingWord[]): SearchExpression {
  return { required: words.map((word) => [toTerm(word)]), excluded: [] };
}

function toTerm({ text, stem }: Pick<TellingWord, 'text' | 'stem'>): Term {
  return { text, quoted: false, stems: [stem] };
}
