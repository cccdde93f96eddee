import type { Store } from './store.js';

/** A list of values for each finding. */
export interface Lists<Value = string> {
  /** By the row of a finding twice the code of its list, and one more where the denial stands: what is counted is one number. */
  readonly cells: Uint16Array | Uint32Array;
  /** By the code. */
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
  const codeOf = (list: readonly Value[]): number => {
    const key = JSON.stringify(list);
    const code = codes.get(key) ?? values.push(list) - 1;
    codes.set(key, code);
    return code;
  };
  // Many entries have one and the same list: it is written out once.
  const known = new Map<readonly Value[], number>();
  const listOf = Uint32Array.from({ length: entries.length }, (_, entry) => {
    const list = valuesOf(entries[entry] as Entry, entry);
    const code = known.get(list) ?? codeOf(list);
    known.set(list, code);
    return code;
  });
  return { listOf, values };
}

/** Narrow where it can be: less memory to go through. */
function newCells(lists: number, rows: number): Uint16Array | Uint32Array {
  return lists <= 0x8000 ? new Uint16Array(rows) : new Uint32Array(rows);
}

/** The code of the list in a row. */
export function codeAt({ cells }: Lists<unknown>, row: number): number {
  return (cells[row] ?? 0) >>> 1;
}

/** One list for all findings. */
export function listOfAll<Value>({ findings }: Store, list: readonly Value[]): Lists<Value> {
  return { cells: Uint16Array.from(findings.upheld.toArray()), values: [list] };
}

/** By what a column of findings holds. */
export function listsOfFindings<Entry, Value>(
  store: Store,
  column: ArrayLike<number>,
  entries: readonly Entry[],
  valuesOf: (entry: Entry, code: number) => readonly Value[],
): Lists<Value> {
  const { listOf, values } = sharedLists(entries, valuesOf);
  const { length: rows, values: upheld } = store.findings.upheld;
  const cells = newCells(values.length, rows);
  for (let row = 0; row < rows; row++)
    cells[row] = ((listOf[column[row] ?? 0] ?? 0) << 1) | (upheld[row] ?? 0);
  return { cells, values };
}

/** By what a column of cases holds. */
export function listsOfCases<Entry, Value>(
  store: Store,
  column: ArrayLike<number>,
  entries: readonly Entry[],
  valuesOf: (entry: Entry, code: number) => readonly Value[],
): Lists<Value> {
  const own = new Uint32Array(store.findings.case.length);
  store.spread(column, own);
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
