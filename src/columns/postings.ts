import { bitsWhere, emptyBits, setBit, type Bits } from './bits.js';
import type { Column } from './column.js';
import { groupRows } from './grouping.js';
import { made } from './made.js';
import type { Store } from './store.js';

/** More than this share of the rows are found sooner by going through all of them. */
const FEW = 1 / 8;

/** The rows of each code of a column. */
class Postings {
  private readonly rows: Uint32Array;
  private readonly starts: Uint32Array;

  constructor({ values, length }: Column, codes: number) {
    const { rows, starts } = groupRows(length, codes, (row) => values[row] ?? 0);
    this.rows = rows;
    this.starts = starts;
  }

  /** The rows of a code, ascending. */
  of(code: number): Uint32Array {
    return this.rows.subarray(this.starts[code], this.starts[code + 1]);
  }

  /** How many rows have an accepted code. */
  count(accepted: Uint8Array): number {
    let count = 0;
    for (let code = 0; code < accepted.length; code++)
      if (accepted[code] === 1) count += (this.starts[code + 1] ?? 0) - (this.starts[code] ?? 0);
    return count;
  }

  /** Calls for each row that has an accepted code. */
  forEach(accepted: Uint8Array, call: (row: number) => void): void {
    for (let code = 0; code < accepted.length; code++) {
      if (accepted[code] !== 1) continue;
      const end = this.starts[code + 1] ?? 0;
      for (let at = this.starts[code] ?? 0; at < end; at++) call(this.rows[at] ?? 0);
    }
  }
}

/** The rows of codes, of one state of the store: what few rows have is found without a look at the others. */
export class PostingsOfStore {
  private readonly postings = new Map<'item' | 'cited' | 'reviewer' | 'criterion', Postings>();
  private findings: Uint32Array | undefined;

  constructor(private readonly store: Store) {}

  /** The findings whose item, or set of citations, is accepted. */
  findingsWhere(by: 'item' | 'cited', accepted: Uint8Array): Bits {
    return this.rowsWhere(by, this.store.findings[by], accepted);
  }

  /** The cases whose reviewer is accepted. */
  casesWhere(accepted: Uint8Array): Bits {
    return this.rowsWhere('reviewer', this.store.cases.reviewer, accepted);
  }

  /** The rows of the cases of a reviewer, ascending, those that are no longer alive among them. */
  casesOf(reviewer: number): Uint32Array {
    const { cases, reviewers } = this.store;
    return this.by('reviewer', cases.reviewer, reviewers.size).of(reviewer);
  }

  private by(name: 'item' | 'cited' | 'reviewer', column: Column, codes: number): Postings {
    return made(this.postings, name, () => new Postings(column, codes));
  }

  private rowsWhere(by: 'item' | 'cited' | 'reviewer', column: Column, accepted: Uint8Array): Bits {
    const { length, values } = column;
    const postings = this.by(by, column, accepted.length);
    if (postings.count(accepted) > length * FEW) return bitsWhere(values, accepted, length);
    const bits = emptyBits(length);
    postings.forEach(accepted, (row) => {
      setBit(bits, row);
    });
    return bits;
  }

  /** The findings that apply an accepted criterion in a way that passes. */
  findingsApplying(accepted: Uint8Array, passes: (applied: number) => boolean): Bits {
    const { findings, applied, guidelines } = this.store;
    const postings = made(this.postings, 'criterion', () => new Postings(applied.criterion, guidelines.size));
    const findingOf = (this.findings ??= this.findingsOfApplied());
    const bits = emptyBits(findings.case.length);
    postings.forEach(accepted, (row) => {
      if (passes(row)) setBit(bits, findingOf[row] ?? 0);
    });
    return bits;
  }

  private findingsOfApplied(): Uint32Array {
    const { findings, applied } = this.store;
    const of = new Uint32Array(applied.criterion.length);
    for (let row = 0; row < findings.case.length; row++) {
      const first = findings.firstApplied.at(row);
      of.fill(row, first, first + findings.applied.at(row));
    }
    return of;
  }
}
