import { editDistance } from '../common/edit-distance.js';
import { fold } from '../normalise/names.js';
import type { CatalogueName } from '../normalise/vocabulary.js';

/** Most names that are suggested. */
const MOST_SUGGESTIONS = 5;

/** What is longer than this, folded, is no name that was mistyped. */
const LONGEST_MISTYPED = 120;

/** How far away a word is that only the name has, in slips of the pen, and one that only the words written have. */
const MORE = 0.5;
const LACKING = 2;

/** A name that is this much farther away than the nearest is not suggested. */
const NEXT_TO_NEAREST = 1;

/** So many letters allow for one slip. */
const LETTERS_A_SLIP = 4;
const MOST_SLIPS = 4;

/** A name, or other words for it, as they are compared. */
interface Spelling {
  readonly name: string;
  readonly folded: string;
  readonly words: readonly string[];
}

/**
 * The names that may be meant by words that are none of them, likeliest first, 5 at most: those that differ by a few slips
 * of the pen, those that have all of the words or begin so ("Lumbar" means "Lumbar spine"), and those that such other
 * words mean ("neck" means "Cervical spine").
 * @param catalogue is folded once, and kept.
 */
export function suggestions(
  written: string,
  catalogue: readonly CatalogueName[],
  others: readonly string[] = [],
): readonly string[] {
  const wanted = spellingOf(written, written);
  if (wanted.folded === '' || wanted.folded.length > LONGEST_MISTYPED) return [];
  const nearest = new Map<string, number>();
  for (const spelling of [...spellingsOf(catalogue), ...others.map((name) => spellingOf(name, name))]) {
    const distance = Math.min(distanceBetween(wanted, spelling), nearest.get(spelling.name) ?? Infinity);
    if (distance < Infinity) nearest.set(spelling.name, distance);
  }
  const farthest = Math.min(...nearest.values()) + NEXT_TO_NEAREST;
  return [...nearest]
    .filter(([, distance]) => distance <= farthest)
    .sort(([a, near], [b, far]) => near - far || a.length - b.length || (a < b ? -1 : 1))
    .slice(0, MOST_SUGGESTIONS)
    .map(([name]) => name);
}

const folded = new WeakMap<readonly CatalogueName[], readonly Spelling[]>();

function spellingsOf(catalogue: readonly CatalogueName[]): readonly Spelling[] {
  let known = folded.get(catalogue);
  if (!known) {
    known = catalogue.flatMap(({ name, otherWords }) =>
      [name, ...otherWords].map((words) => spellingOf(name, words)),
    );
    folded.set(catalogue, known);
  }
  return known;
}

function spellingOf(name: string, words: string): Spelling {
  const folded = fold(words);
  return { name, folded, words: folded.split(' ') };
}

/** In slips of the pen; Infinity when they are too many. */
function distanceBetween(wanted: Spelling, other: Spelling): number {
  const most = Math.min(allowed(wanted.folded), MOST_SLIPS);
  return Math.min(slips(wanted.folded, other.folded, most), distanceOfWords(wanted.words, other.words));
}

/** As {@link distanceBetween} where each word of the one is a word of the other. */
function distanceOfWords(wanted: readonly string[], other: readonly string[]): number {
  const more = other.length - wanted.length;
  const [few, many] = more < 0 ? [other, wanted] : [wanted, other];
  let distance = more < 0 ? -more * LACKING : more * MORE;
  for (const word of few) {
    let nearest = Infinity;
    for (const one of many) nearest = Math.min(nearest, distanceOfWord(word, one));
    if (nearest === Infinity) return Infinity;
    distance += nearest;
  }
  return distance;
}

/** A word that the other begins with is half of one. */
function distanceOfWord(word: string, other: string): number {
  if (word === other) return 0;
  if (word.length > 2 && other.startsWith(word)) return MORE;
  return slips(word, other, allowed(word));
}

const allowed = (words: string): number => Math.floor(words.length / LETTERS_A_SLIP);

/** Infinity when there are more than `most`. The first letter is hardly ever wrong. */
function slips(a: string, b: string, most: number): number {
  if (most === 0 || a.charAt(0) !== b.charAt(0) || Math.abs(a.length - b.length) > most) return Infinity;
  const distance = editDistance(a, b, most);
  return distance > most ? Infinity : distance;
}
