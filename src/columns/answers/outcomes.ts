import type { Catalogue } from '../dimensions.js';
import { countByList, countByPair, Sums } from '../histogram.js';
import { codeAt, listOfAll, type Lists } from '../lists.js';
import { made } from '../made.js';
import type { FilterParameter, View } from '../view.js';

export interface OutcomesParameters {
  readonly by: {
    readonly dimensions: readonly string[];
    readonly letters: boolean;
    readonly catalogue: Catalogue;
  };
  readonly filter: FilterParameter;
}

/** A finding has one value of no dimension. */
const WHOLE = [''];

/** As statement `read/outcomes`. */
export function outcomes(view: View, { by, filter }: OutcomesParameters): object[] {
  const whole = view.derived('whole', () => listOfAll(view.store, WHOLE));
  const [one = whole, other] = by.dimensions.map((name) => view.dimension(name, by.catalogue));
  const sums = new Sums<string>();
  const bits = view.findings(filter);
  if (other === undefined) {
    for (const [values, count] of countByList(view, bits, one)) {
      for (const first of values) sums.add(keyOf(first, ''), count);
    }
  } else {
    for (const [firsts, seconds, count] of countByPair(bits, one, other)) {
      for (const first of firsts) for (const second of seconds) sums.add(keyOf(first, second), count);
    }
  }
  const letters = by.letters ? countLetters(view, filter, one, other ?? whole) : undefined;
  return [...sums.entries()].map(([key, count]) => {
    const [first, second] = JSON.parse(key) as [string, string];
    return { first, second, ...count, letters: letters?.get(key) ?? 0 };
  });
}

function keyOf(first: string, second: string): string {
  return JSON.stringify([first, second]);
}

/** Letters that have findings of each pair of values; findings of one letter follow one another. */
function countLetters(view: View, filter: FilterParameter, one: Lists, other: Lists): Map<string, number> {
  const { values: caseOf } = view.store.findings.case;
  const counts = new Map<string, { letters: number; last: number }>();
  const countsOf = (pair: number) => {
    const firsts = one.values[Math.floor(pair / other.values.length)] ?? [];
    const seconds = other.values[pair % other.values.length] ?? [];
    const keys = firsts.flatMap((first) => seconds.map((second) => keyOf(first, second)));
    return keys.map((key) => made(counts, key, () => ({ letters: 0, last: -1 })));
  };
  const pairs = new Map<number, { letters: number; last: number }[]>();
  for (const row of view.rows(filter)) {
    const letter = caseOf[row] ?? 0;
    const pair = codeAt(one, row) * other.values.length + codeAt(other, row);
    for (const count of made(pairs, pair, () => countsOf(pair))) {
      if (count.last === letter) continue;
      count.letters++;
      count.last = letter;
    }
  }
  return new Map([...counts].map(([key, { letters }]) => [key, letters]));
}
