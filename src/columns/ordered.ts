import { clearBit, emptyBits, hasBit, removeAll, setBit, type Bits } from './bits.js';
import { groupRows } from './grouping.js';
import { made } from './made.js';
import type { Sets } from './sets.js';
import { UNKNOWN, type Store } from './store.js';

/** Sets of the first rows that are kept, at even steps: a bound is at most half a step from one. */
const STEPS = 64;

/** Rows that are looked at together. */
const AT_ONCE = 1024;

/** Rows in the order of a number that each has: those between two bounds are found without a look at the others. */
export class OrderedRows {
  private readonly lowest: number;
  private readonly rows: Uint32Array;
  /** Where the rows of a number begin: first those of which it is not known, then those of the lowest number, and so on. */
  private readonly starts: Uint32Array;
  private readonly step: number;
  private firsts: readonly Bits[] | undefined;

  /** @param numbers one for each row, UNKNOWN where it is not known */
  constructor(private readonly numbers: Int32Array) {
    let lowest = Infinity;
    let highest = -Infinity;
    for (const number of numbers) {
      if (number === UNKNOWN) continue;
      if (number < lowest) lowest = number;
      if (number > highest) highest = number;
    }
    this.lowest = Number.isFinite(lowest) ? lowest : 0;
    const slots = Math.max(0, highest - this.lowest + 1) + 1;
    const { rows, starts } = groupRows(numbers.length, slots, (row) => {
      const number = numbers[row] ?? UNKNOWN;
      return number === UNKNOWN ? 0 : number - this.lowest + 1;
    });
    this.rows = rows;
    this.starts = starts;
    this.step = Math.max(1, Math.ceil(numbers.length / STEPS));
  }

  /** The number of a row; null where it is not known. */
  numberOf(row: number): number | null {
    const number = this.numbers[row] ?? UNKNOWN;
    return number === UNKNOWN ? null : number;
  }

  /** The rows whose number is at least `from` and at most `to`; none of those of which it is not known. */
  between(from: number, to: number, sets: Sets): Bits {
    const start = this.startOf(from);
    const end = this.startOf(Math.floor(to) + 1);
    if (start >= end) return sets.empty(this.rows.length);
    const bits = this.first(end, sets);
    removeAll(bits, this.first(start, sets));
    return bits;
  }

  /**
   * The rows of a set, by number, some at a time. Rows of which it is not known come last.
   * @param from the number to begin with; null: the rows of which it is not known
   */
  *inSet(bits: Bits, descending: boolean, from?: number | null): Generator<Uint32Array> {
    const unknown = this.starts[1] ?? 0;
    const part = (start: number, end: number) =>
      this.rows.subarray(start, end).filter((row) => hasBit(bits, row));
    if (from !== null && descending) {
      const slot = Math.min(this.slotOf(from ?? Infinity), this.starts.length - 2);
      for (let end = this.starts[slot + 1] ?? 0; end > unknown; end -= AT_ONCE)
        yield part(Math.max(end - AT_ONCE, unknown), end).reverse();
    } else if (from !== null) {
      const start = this.startOf(from ?? -Infinity);
      for (let next = start; next < this.rows.length; next += AT_ONCE) yield part(next, next + AT_ONCE);
    }
    yield part(0, unknown);
  }

  private slotOf(number: number): number {
    return Math.min(Math.max(Math.ceil(number) - this.lowest + 1, 1), this.starts.length - 1);
  }

  private startOf(number: number): number {
    return this.starts[this.slotOf(number)] ?? 0;
  }

  /** The set of the first so many rows, made of the nearest that is kept. */
  private first(count: number, sets: Sets): Bits {
    this.firsts ??= this.firstOfSteps();
    const nearest = Math.round(count / this.step);
    const reached = Math.min(nearest * this.step, this.rows.length);
    const bits = sets.copy(this.firsts[nearest] ?? emptyBits(this.rows.length));
    for (let i = reached; i < count; i++) setBit(bits, this.rows[i] ?? 0);
    for (let i = count; i < reached; i++) clearBit(bits, this.rows[i] ?? 0);
    return bits;
  }

  private firstOfSteps(): Bits[] {
    const bits = emptyBits(this.rows.length);
    const firsts = [bits.slice()];
    for (let start = 0; start < this.rows.length; start += this.step) {
      for (const row of this.rows.subarray(start, start + this.step)) setBit(bits, row);
      firsts.push(bits.slice());
    }
    return firsts;
  }
}

/** A number of a letter: the day of the decision, the age, how many items, days from assignment to decision. */
export type LetterNumber = 'decided' | 'age' | 'items' | 'days';

/** Rows in order, made when they are first asked for, of one state of the store. */
export class Orders {
  private readonly cases = new Map<LetterNumber, OrderedRows>();
  private readonly findings = new Map<LetterNumber | 'label', OrderedRows>();

  constructor(private readonly store: Store) {}

  ofCases(by: LetterNumber): OrderedRows {
    return made(this.cases, by, () => new OrderedRows(numbersOfCases(this.store, by)));
  }

  /** By the place of their label in the order of all. */
  ofLabels(): OrderedRows {
    const { findings, labelOrder } = this.store;
    return made(this.findings, 'label', () => {
      const places = labelOrder.places();
      const { length, values: labels } = findings.label;
      const own = new Int32Array(length);
      for (let row = 0; row < length; row++) own[row] = places[labels[row] ?? 0] ?? 0;
      return new OrderedRows(own);
    });
  }

  /** By the number of their letter. */
  ofFindings(by: LetterNumber): OrderedRows {
    return made(this.findings, by, () => {
      const own = new Int32Array(this.store.findings.case.length);
      this.store.spread(numbersOfCases(this.store, by), own);
      return new OrderedRows(own);
    });
  }
}

/** Of each case, by its row; UNKNOWN where it is not known. */
export function numbersOfCases({ cases }: Store, by: LetterNumber): Int32Array {
  const rows = cases.ids.length;
  switch (by) {
    case 'decided':
    case 'age':
      return cases[by].values.subarray(0, rows);
    case 'items':
      return Int32Array.from(cases.findings.values.subarray(0, rows));
    case 'days':
      return Int32Array.from({ length: rows }, (_, row) =>
        daysToDecision(cases.assigned.at(row), cases.decided.at(row)),
      );
  }
}

function daysToDecision(assigned: number, decided: number): number {
  const isKnown = assigned !== UNKNOWN && decided !== UNKNOWN && assigned <= decided;
  return isKnown ? decided - assigned : UNKNOWN;
}
