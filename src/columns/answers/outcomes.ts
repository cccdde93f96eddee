import type { Catalogue } from '../dimensions.js';
import { countByList, countByPair, Sums } from '../histogram.js';
import type { Lists } from '../lists.js';
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
  const [one, other] = by.dimensions.map((name) => view.dimension(name, by.catalogue));
  const sums = new Sums<string>();
  const bits = view.findings(filter);
  const upheld = view.store.findings.upheld.values;
  const whole = view.lists('whole', () => ({ codes: new Uint16Array(upheld.length), values: [WHOLE] }));
  if (other === undefined) {
    for (const [values, count] of countByList(bits, one ?? whole, upheld)) {
      for (const first of values) sums.add(keyOf(first, ''), count);
    }
  } else {
    for (const [firsts, seconds, count] of countByPair(bits, one ?? whole, other, upheld)) {
      for (const first of firsts) for (const second of seconds) sums.add(keyOf(first, second), count);
    }
  }
  const letters = by.letters ? countLetters(view, filter, one, other) : undefined;
  return [...sums.entries()].map(([key, count]) => {
    const [first, second] = JSON.parse(key) as [string, string];
    return { first, second, ...count, letters: letters?.get(key) ?? 0 };
  });
}

function keyOf(first: string, second: string): string {
  return JSON.stringify([first, second]);
}

/** Letters that have findings of each pair of values; findings of one letter follow one another. */
function countLetters(
  view: View,
  filter: FilterParameter,
  one: Lists | undefined,
  other: Lists | undefined,
): Map<string, number> {
  const { values: caseOf } = view.store.findings.case;
  const counts = new Map<string, { letters: number; last: number }>();
  for (const row of view.rows(filter)) {
    const letter = caseOf[row] ?? 0;
    for (const first of valuesAt(one, row)) {
      for (const second of valuesAt(other, row)) {
        const key = keyOf(first, second);
        const count = counts.get(key);
        if (count === undefined) counts.set(key, { letters: 1, last: letter });
        else if (count.last !== letter) {
          count.letters++;
          count.last = letter;
        }
      }
    }
  }
  return new Map([...counts].map(([key, { letters }]) => [key, letters]));
}

function valuesAt(lists: Lists | undefined, row: number): readonly string[] {
  return lists === undefined ? WHOLE : (lists.values[lists.codes[row] ?? 0] ?? []);
}
