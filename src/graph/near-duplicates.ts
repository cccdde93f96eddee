import type { Wording } from './wording.js';

/** From this likeness on two wordings are one criterion; docs/graph.md says what it was chosen on, and how it does. */
export const SAME_FROM = 0.65;

/** Below 1, so that the wording that is equal goes before all that are alike. */
const NEVER_EQUAL = 0.999;
/** How much words count that each has in place of the other's, and those that only the wordier one has. */
const INSTEAD = 3;
const ADDED = 0.5;

/**
 * How much of what two wordings say they share, from 0 to 1. What only one of them says counts little, since letters
 * shorten and explain; what each of them says instead of the other ("spondylosis", "old trauma") counts much. 0 when they
 * differ in a number, what it counts, a bound, negation, or words that exclude each other; 1 when nothing but the
 * way of saying it differs.
 */
export function likeness(one: Wording, other: Wording): number {
  if (one.key === other.key) return 1;
  if (one.signature !== other.signature || contradict(one, other)) return 0;
  let shared = 0;
  for (const [word, weight] of one.weights) {
    const there = other.weights.get(word);
    if (there !== undefined) shared += Math.max(weight, there);
  }
  if (shared === 0) return 0;
  const alone = [weightAlone(one, other), weightAlone(other, one)];
  const instead = Math.min(...alone);
  const added = Math.max(...alone) - instead;
  return Math.min(NEVER_EQUAL, shared / (shared + INSTEAD * instead + ADDED * added));
}

/** What only the first of them says. */
function weightAlone({ weights }: Wording, other: Wording): number {
  let alone = 0;
  for (const [word, weight] of weights) if (!other.weights.has(word)) alone += weight;
  return alone;
}

function contradict(one: Wording, other: Wording): boolean {
  return (
    areDisjoint(one.bounds, other.bounds) ||
    anyDisjoint(one.numbers, other.numbers) ||
    anyDisjoint(one.exclusive, other.exclusive)
  );
}

function anyDisjoint<Key>(
  one: ReadonlyMap<Key, ReadonlySet<string>>,
  other: ReadonlyMap<Key, ReadonlySet<string>>,
): boolean {
  return [...one].some(([key, words]) => areDisjoint(words, other.get(key)));
}

/** Whether both have members, and none in common. */
function areDisjoint(one: ReadonlySet<string>, other: ReadonlySet<string> = new Set()): boolean {
  return one.size > 0 && other.size > 0 && ![...one].some((member) => other.has(member));
}
