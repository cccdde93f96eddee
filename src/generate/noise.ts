import type { Random } from './random.js';

/** Slips of whoever typed a letter, or of what extracted its text. They never change what a reader would understand. */
export interface Slips {
  /** A section or specialty as it was typed. */
  readonly typed: (name: string) => string;
  /** Running text as it was extracted. */
  readonly extracted: (text: string) => string;
  /** What stands between two states or specialties. */
  readonly comma: () => string;
}

/** @param noise from 0, none, to 1, as in published letters */
export function planSlips(random: Random, noise: number): Slips {
  const comma = random.chance(0.5 * noise) ? ',' : ', ';
  const brokenHyphen = random.chance(0.08 * noise);
  const brokenDate = random.chance(0.01 * noise);
  const joinedSentences = random.chance(0.06 * noise);
  return {
    typed: (name) => (random.chance(0.015 * noise) ? misspelt(random, name) : name),
    extracted: (text) => {
      const hyphens = brokenHyphen ? text.replaceAll('Non-MTUS', 'Non- MTUS') : text;
      const dates = brokenDate ? hyphens.replace(/(\d\d-\d\d-)(\d{4})/, '$1 $2') : hyphens;
      return joinedSentences ? dates.replace(/(?<=[a-z\d]{2}\.) (?=The |There )/, '') : dates;
    },
    comma: () => comma,
  };
}

/** Swaps two letters, or drops one, inside of a long word: "Diagnositc Criteria", "Inital Care". */
function misspelt(random: Random, name: string): string {
  const long = [...name.matchAll(/[A-Za-z]{7,}/g)];
  if (long.length === 0) return name;
  const word = random.pick(long);
  const at = word.index + random.between(2, word[0].length - 3);
  const [before, first, second, after] = [name.slice(0, at), name[at], name[at + 1], name.slice(at + 2)];
  return first === second || random.chance(0.5)
    ? `${before}${first ?? ''}${after}`
    : `${before}${second ?? ''}${first ?? ''}${after}`;
}
