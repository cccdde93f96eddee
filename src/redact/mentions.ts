import type { Found } from './found.js';
import { isVocabulary } from './words.js';

const CAPITALISED = /(?<![\p{L}\p{N}])\p{Lu}(?:[\p{L}\p{M}\p{Cf}]|['’-](?!s\b)(?=\p{L})){2,40}/gu;

/**
 * Further places of names that were found elsewhere in a text: "Roe" behind "Ms. Jane Roe". Words that letters have for other things
 * ("Young", "Hawkins") are not looked for by themselves.
 */
export function* findMentions(text: string, names: readonly string[]): Generator<Found> {
  const known = new Set(
    names
      .flatMap((name) => name.match(CAPITALISED) ?? [])
      .filter((word) => !isVocabulary(word))
      .map(folded),
  );
  if (known.size === 0) return;
  let last: Found | undefined;
  for (const { index: start, 0: word } of text.matchAll(CAPITALISED)) {
    if (!known.has(folded(word))) continue;
    const end = start + word.length;
    const goesOn = last?.end === start - 1 && text[start - 1] === ' ';
    if (last && !goesOn) yield last;
    last = { kind: 'NAME', start: last && goesOn ? last.start : start, end };
  }
  if (last) yield last;
}

function folded(word: string): string {
  return word.toLowerCase().replace(/\p{Cf}/gu, '');
}
