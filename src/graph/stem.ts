/** Endings but for the plural's, the longest first; each is taken off where enough of the word is left. */
const ENDINGS = [
  'ications ication ations ically ation ingly ments ities ional ating',
  'ated ates ions ical ally ment ings ness ives ance ence ious',
  'ate ion ing ity ive ous ied ies ify al ic ed es ly er y e',
].flatMap((line) => line.split(' '));
const SHORTEST = 4;
const MOST_ENDINGS = 3;
/** "X-rays", "arms"; not "pus", "stenosis", "loss". */
const PLURAL = /[^siu]s$/;
const SHORTEST_PLURAL = 4;

/**
 * A word without its inflection, and mostly without its derivation: "injections", "injected" and "injecting" are one.
 * Light on purpose: "muscle" and "muscular" stay two.
 * @param word lower case
 */
export function stemOf(word: string): string {
  let stem = word;
  for (let i = 0; i < MOST_ENDINGS; i++) {
    const ending = endingOf(stem);
    if (ending === 0) break;
    stem = stem.slice(0, -ending);
  }
  return stem;
}

/** How many letters an ending has; 0 when there is none. */
function endingOf(word: string): number {
  const ending = ENDINGS.find((each) => word.endsWith(each) && word.length - each.length >= SHORTEST);
  if (ending !== undefined) return ending.length;
  return word.length >= SHORTEST_PLURAL && PLURAL.test(word) ? 1 : 0;
}
