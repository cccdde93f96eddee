import {
  addAll,
  bitsWhere,
  emptyBits,
  hasBit,
  keepShared,
  rowsOf,
  setBit,
  without,
  type Bits,
} from './bits.js';
import type { Store } from './store.js';
import {
  acceptedCitations,
  acceptedItems,
  acceptedReviewers,
  appliedTest,
  rangeOfCases,
  selectedCases,
  selectedFindings,
  Unanswerable,
  type Accepted,
  type Conditions,
  type Test,
} from './tests.js';

/** Bytes of sets that are kept for the next question. */
const MOST_BYTES = 96_000_000;

/**
 * Which rows pass what filters ask, of one state of the store. Sets are kept, of each test and each filter: filters are made of
 * the same few tests over and over.
 */
export class Selection {
  private readonly kept = new Map<string, Bits>();
  private bytes = 0;

  constructor(private readonly store: Store) {}

  /** The findings that pass; not to be changed. */
  findings(conditions: Conditions): Bits {
    return this.keep(`findings ${keyOf(conditions)}`, () =>
      combine(conditions, this.store.aliveFindings(), (test) => this.findingTest(test)),
    );
  }

  /** The cases that pass; not to be changed. */
  cases(conditions: Conditions): Bits {
    return this.keep(`cases ${keyOf(conditions)}`, () =>
      combine(conditions, this.store.aliveCases(), (test) => this.caseTest(test)),
    );
  }

  /** The items that pass and are disputed. */
  items(conditions: Conditions): Accepted {
    const { store } = this;
    return entriesPassing(conditions, store.items.size, (test) => acceptedItems(store, test));
  }

  /** The reviewer profiles that pass. */
  reviewers(conditions: Conditions): Accepted {
    const { store } = this;
    return entriesPassing(conditions, store.reviewers.size, (test) => acceptedReviewers(store, test));
  }

  private findingTest(test: Test): Bits {
    return this.keep(`finding ${keyOf(test)}`, () => {
      const bits = this.positiveFindings(test);
      return test.not ? without(this.store.aliveFindings(), bits) : bits;
    });
  }

  private caseTest(test: Test): Bits {
    return this.keep(`case ${keyOf(test)}`, () => {
      const bits = this.positiveCases(test);
      return test.not ? without(this.store.aliveCases(), bits) : bits;
    });
  }

  private positiveFindings(test: Test): Bits {
    const { store } = this;
    const { findings } = store;
    const rows = findings.case.length;
    const items = acceptedItems(store, test);
    if (items) return bitsWhere(findings.item.values, items, rows);
    const own = selectedFindings(store, test);
    if (own) return bitsWhere(own.codes, own.accepted, rows);
    switch (test.of) {
      case 'FINDING':
        return this.named(test);
      case 'CITATION':
        return bitsWhere(findings.cited.values, acceptedCitations(store, test), rows);
      case 'CRITERION':
        return this.applying(test);
      default:
        return this.findingsOf(this.positiveCases(test));
    }
  }

  private positiveCases(test: Test): Bits {
    const { store } = this;
    const { cases } = store;
    const rows = cases.ids.length;
    const reviewers = acceptedReviewers(store, test);
    if (reviewers) return bitsWhere(cases.reviewer.values, reviewers, rows);
    const own = selectedCases(store, test);
    if (own) return bitsWhere(own.codes, own.accepted, rows);
    const range = rangeOfCases(store, test);
    if (range) return bitsBetween(range.values, range.from, range.to, rows);
    switch (test.of) {
      case 'CASE':
        return bitsOf(
          (test.any as string[]).map((id) => store.rowOf(id)),
          rows,
        );
      case 'FINDINGS':
        return this.casesOf(this.findings(test.conditions as Conditions));
      default:
        throw new Unanswerable(test.of);
    }
  }

  private named(test: Test): Bits {
    const { store } = this;
    const rows = (test.any as string[]).map((id) => {
      const row = store.rowOf(id.slice(0, id.lastIndexOf('#')));
      if (row === undefined) return undefined;
      const first = store.cases.first.at(row);
      const findings = Array.from({ length: store.cases.findings.at(row) }, (_, i) => first + i);
      return findings.find((finding) => store.findingId(finding) === id);
    });
    return bitsOf(rows, store.findings.case.length);
  }

  private applying(test: Test): Bits {
    const { findings } = this.store;
    const passes = appliedTest(this.store, test);
    const rows = findings.case.length;
    const bits = emptyBits(rows);
    for (let row = 0; row < rows; row++) {
      const first = findings.firstApplied.at(row);
      const end = first + findings.applied.at(row);
      for (let applied = first; applied < end; applied++) {
        if (!passes(applied)) continue;
        setBit(bits, row);
        break;
      }
    }
    return bits;
  }

  /** The findings of these cases. */
  private findingsOf(cases: Bits): Bits {
    const { findings } = this.store;
    const { values } = findings.case;
    const rows = findings.case.length;
    const bits = emptyBits(rows);
    for (let row = 0; row < rows; row++) {
      const of = values[row] ?? 0;
      bits[row >>> 5] = (bits[row >>> 5] ?? 0) | ((((cases[of >>> 5] ?? 0) >>> (of & 31)) & 1) << (row & 31));
    }
    return bits;
  }

  /** The cases of these findings. */
  private casesOf(findings: Bits): Bits {
    const { values } = this.store.findings.case;
    const bits = emptyBits(this.store.cases.ids.length);
    for (const row of rowsOf(findings)) setBit(bits, values[row] ?? 0);
    return bits;
  }

  private keep(key: string, make: () => Bits): Bits {
    const known = this.kept.get(key);
    if (known) return known;
    const bits = make();
    if (this.bytes + bits.byteLength > MOST_BYTES) {
      this.kept.clear();
      this.bytes = 0;
    }
    this.kept.set(key, bits);
    this.bytes += bits.byteLength;
    return bits;
  }
}

function keyOf(asked: Conditions | Test): string {
  return JSON.stringify(asked);
}

/** Those of `all` that pass. */
function combine(conditions: Conditions, all: Bits, setOf: (test: Test) => Bits): Bits {
  const waysOf = (parts: readonly (readonly Test[])[]) =>
    shared(
      parts.map((tests) => joined(tests.map(setOf), all.length)),
      all,
    );
  return shared(
    conditions.map((ways) => joined(ways.map(waysOf), all.length)),
    all,
  );
}

/** What is in all of the sets; without any, all. */
function shared(sets: readonly Bits[], all: Bits): Bits {
  const rows = all.slice();
  for (const set of sets) keepShared(rows, set);
  return rows;
}

/** What is in any of the sets. */
function joined(sets: readonly Bits[], words: number): Bits {
  const [first] = sets;
  if (sets.length === 1 && first) return first;
  const rows = new Uint32Array(words);
  for (const set of sets) addAll(rows, set);
  return rows;
}

/** As {@link combine}, of the entries of a dictionary. */
function entriesPassing(
  conditions: Conditions,
  size: number,
  acceptedBy: (test: Test) => Accepted | undefined,
): Accepted {
  const passing = (test: Test): Bits => {
    const codes = acceptedBy(test);
    if (codes === undefined) throw new Unanswerable(test.of);
    return bitsOf(
      [...codes.keys()].filter((code) => (codes[code] === 1) !== test.not),
      size,
    );
  };
  const all = bitsOf([...Array(size).keys()], size);
  const bits = combine(conditions, all, passing);
  return Uint8Array.from({ length: size }, (_, code) => Number(hasBit(bits, code)));
}

function bitsOf(rows: readonly (number | undefined)[], length: number): Bits {
  const bits = emptyBits(length);
  for (const row of rows) if (row !== undefined) setBit(bits, row);
  return bits;
}

function bitsBetween(values: ArrayLike<number>, from: number, to: number, rows: number): Bits {
  const bits = emptyBits(rows);
  for (let row = 0; row < rows; row++) {
    const value = values[row] ?? 0;
    if (value >= from && value <= to) setBit(bits, row);
  }
  return bits;
}
