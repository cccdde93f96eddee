import type { Store } from './store.js';

/** A list of values for each finding: by its row a code, and by the code the list. */
export interface Lists<Value = string> {
  readonly codes: Uint16Array | Uint32Array;
  readonly values: readonly (readonly Value[])[];
}

/** Lists that many rows share: what each code of a column stands for. */
interface Shared<Value> {
  /** By the code of the column, that of its list. */
  readonly listOf: Uint32Array;
  readonly values: readonly (readonly Value[])[];
}

function sharedLists<Entry, Value>(
  entries: readonly Entry[],
  valuesOf: (entry: Entry, code: number) => readonly Value[],
): Shared<Value> {
  const values: (readonly Value[])[] = [];
  const codes = new Map<string, number>();
  const listOf = Uint32Array.from({ length: entries.length }, (_, code) => {
    const list = valuesOf(entries[code] as Entry, code);
    const key = JSON.stringify(list);
    let at = codes.get(key);
    if (at === undefined) {
      at = values.push(list) - 1;
      codes.set(key, at);
    }
    return at;
  });
  return { listOf, values };
}

/** Narrow where it can be: less memory to go through. */
function newCodes(lists: number, rows: number): Uint16Array | Uint32Array {
  return lists <= 0x10000 ? new Uint16Array(rows) : new Uint32Array(rows);
}

/** By what a column of findings holds. */
export function listsOfFindings<Entry, Value>(
  store: Store,
  column: ArrayLike<number>,
  entries: readonly Entry[],
  valuesOf: (entry: Entry, code: number) => readonly Value[],
): Lists<Value> {
  const { listOf, values } = sharedLists(entries, valuesOf);
  const rows = store.findings.case.length;
  const codes = newCodes(values.length, rows);
  for (let row = 0; row < rows; row++) codes[row] = listOf[column[row] ?? 0] ?? 0;
  return { codes, values };
}

/** By what a column of cases holds. */
export function listsOfCases<Entry, Value>(
  store: Store,
  column: ArrayLike<number>,
  entries: readonly Entry[],
  valuesOf: (entry: Entry, code: number) => readonly Value[],
): Lists<Value> {
  const { length: rows, values: caseOf } = store.findings.case;
  const own = new Uint32Array(rows);
  for (let row = 0; row < rows; row++) own[row] = column[caseOf[row] ?? 0] ?? 0;
  return listsOfFindings(store, own, entries, valuesOf);
}

/** Numbers below this are looked up in an array, which is far quicker than a map. */
const SMALL = 0x10000;

/** By a number of each finding that is computed: equal numbers, equal lists. */
export function listsOfNumbers<Value>(
  store: Store,
  numberOf: (row: number) => number,
  valuesOf: (number: number) => readonly Value[],
): Lists<Value> {
  const rows = store.findings.case.length;
  const numbers: number[] = [];
  const small = new Int32Array(SMALL).fill(-1);
  const large = new Map<number, number>();
  const column = new Uint32Array(rows);
  for (let row = 0; row < rows; row++) {
    const number = numberOf(row);
    const isSmall = number >= 0 && number < SMALL;
    let code = isSmall ? (small[number] ?? -1) : (large.get(number) ?? -1);
    if (code < 0) {
      code = numbers.push(number) - 1;
      if (isSmall) small[number] = code;
      else large.set(number, code);
    }
    column[row] = code;
  }
  return listsOfFindings(store, column, numbers, valuesOf);
}
