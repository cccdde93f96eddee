/**
 * How names are compared: letters write "&" for "and", drop trade marks, change case and punctuation, and mistype.
 * Everything here compares {@link fold}ed words, so "Forearm, Wrist & hand" is "Forearm, Wrist, and Hand".
 */
import { editDistance } from '../common/edit-distance.js';

/** The words of a name alone: lower case, "&" as "and", without punctuation and trade-mark signs. */
export function fold(text: string): string {
  return text
    .replace(/[®™]/g, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** A mistyped name is at most this many slips away from the right one … */
const MAX_DISTANCE = 2;
/** … only one when it has fewer letters than this … */
const TWO_LETTERS_FROM = 12;
/** … and long enough that a slip does not make it another word. */
const MIN_LENGTH = 7;
/** No name of the catalogue is longer than this. */
const MAX_LENGTH = 300;

/**
 * The one name that `written` mistypes ("Inital Care" is "Initial Care").
 * @returns `undefined` when none is near, or when two are equally near.
 */
export function nearest(written: string, names: readonly string[]): string | undefined {
  if (written.length < MIN_LENGTH || written.length > MAX_LENGTH) return undefined;
  const target = lettersOf(written);
  if (target.length < MIN_LENGTH) return undefined;
  let farthest = target.length < TWO_LETTERS_FROM ? 1 : MAX_DISTANCE;
  let near: string[] = [];
  const byStart = namesByStart(names);
  for (let length = target.length - farthest, most = target.length + farthest; length <= most; length++) {
    for (const { name, letters } of byStart.get(startOf(target, length)) ?? []) {
      const distance = editDistance(target, letters, farthest);
      if (distance > farthest) continue;
      near = distance === farthest ? [...near, name] : [name];
      farthest = distance;
    }
  }
  return near.length === 1 ? near[0] : undefined;
}

interface Lettered {
  readonly name: string;
  readonly letters: string;
}

type NamesByStart = ReadonlyMap<string, readonly Lettered[]>;

const namesByStarts = new WeakMap<readonly string[], NamesByStart>();

/** The names by first letter and number of letters: only some of them can be near. */
function namesByStart(names: readonly string[]): NamesByStart {
  const known = namesByStarts.get(names);
  if (known) return known;
  const byStart = new Map<string, Lettered[]>();
  for (const name of names) {
    const letters = lettersOf(name);
    const start = startOf(letters, letters.length);
    const alike = byStart.get(start);
    if (alike) alike.push({ name, letters });
    else byStart.set(start, [{ name, letters }]);
  }
  namesByStarts.set(names, byStart);
  return byStart;
}

/** The first letter is hardly ever mistyped: "Cardiology" is not "Radiology". */
function startOf(letters: string, length: number): string {
  return `${letters.charAt(0)}${length}`;
}

function lettersOf(name: string): string {
  return fold(name).replaceAll(' ', '');
}
