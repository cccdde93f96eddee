import {
  addAll,
  bitsWhere,
  emptyBits,
  hasBit,
  keepShared,
  rowsOf,
  setBit,
  removeAll,
  type Bits,
} from './bits.js';
import type { OrderedRows, Orders } from './ordered.js';
import { PostingsOfStore } from './postings.js';
import { Sets } from './sets.js';
import type { Store } from './store.js';
import {
  acceptedCitations,
  acceptedCriteria,
  acceptedItems,
  acceptedReviewers,
  oneByOne,
  rangeOfLetters,
  selectedCases,
  selectedFindings,
  Unanswerable,
  type Accepted,
  type Conditions,
  type LetterRange,
  type Test,
} from './tests.js';

/** Which rows pass what filters ask, of one state of the store. What it gives is for the present question. */
export class Selection {
  private readonly sets = new Sets();
  /** With rows that are no longer alive. */
  readonly postings: PostingsOfStore;
  /** Not to be changed. */
  readonly alive: { readonly cases: Bits; readonly findings: Bits };

  constructor(
    private readonly store: Store,
    private readonly orders: Orders,
  ) {
    this.postings = new PostingsOfStore(store);
    this.alive = { cases: store.aliveCases(), findings: store.aliveFindings() };
  }

  /** The findings that pass; not to be changed. */
  findings(conditions: Conditions): Bits {
    return this.sets.keep(`findings ${keyOf(conditions)}`, () =>
      combine(this.sets, conditions, this.alive.findings, (test) => this.findingTest(test)),
    );
  }

  /** The cases that pass; not to be changed. */
  cases(conditions: Conditions): Bits {
    return this.sets.keep(`cases ${keyOf(conditions)}`, () =>
      combine(this.sets, conditions, this.alive.cases, (test) => this.caseTest(test)),
    );
  }

  /** The items that pass and are disputed. */
  items(conditions: Conditions): Accepted {
    const { store } = this;
    return this.entries(conditions, store.items.size, (test) => acceptedItems(store, test));
  }

  /** The reviewer profiles that pass. */
  reviewers(conditions: Conditions): Accepted {
    const { store } = this;
    return this.entries(conditions, store.reviewers.size, (test) => acceptedReviewers(store, test));
  }

  /** What was given to the present question may be used for the next one. */
  endQuestion(): void {
    this.sets.endQuestion();
  }

  private findingTest(test: Test): Bits {
    const { findings } = this.alive;
    if (test.not) return this.without(findings, this.findingTest({ ...test, not: false }));
    const range = rangeOfLetters(test);
    if (range) return this.within(range, this.orders.ofFindings(range.by), findings);
    return this.keepEach('finding', test, (one) => this.positiveFindings(one));
  }

  private caseTest(test: Test): Bits {
    const { cases } = this.alive;
    if (test.not) return this.without(cases, this.caseTest({ ...test, not: false }));
    const range = rangeOfLetters(test);
    if (range) return this.within(range, this.orders.ofCases(range.by), cases);
    return this.keepEach('case', test, (one) => this.positiveCases(one));
  }

  private without(all: Bits, bits: Bits): Bits {
    const rest = this.sets.copy(all);
    removeAll(rest, bits);
    return rest;
  }

  private within({ from, to }: LetterRange, rows: OrderedRows, all: Bits): Bits {
    return from === -Infinity && to === Infinity ? all : rows.between(from, to, this.sets);
  }

  private keepEach(table: string, test: Test, make: (test: Test) => Bits): Bits {
    const kept = (oneByOne(test) ?? [test]).map((one) =>
      this.sets.keep(`${table} ${keyOf(one)}`, () => make(one)),
    );
    return joined(this.sets, kept, 0);
  }

  /** As {@link combine}, of the entries of a dictionary. */
  private entries(
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
    const bits = combine(this.sets, conditions, all, passing);
    return Uint8Array.from({ length: size }, (_, code) => Number(hasBit(bits, code)));
  }

  private positiveFindings(test: Test): Bits {
    const { store } = this;
    const { findings } = store;
    const rows = findings.case.length;
    const items = acceptedItems(store, test);
    if (items) return this.postings.findingsWhere('item', items);
    const own = selectedFindings(store, test);
    if (own) return bitsWhere(own.codes, own.accepted, rows);
    switch (test.of) {
      case 'FINDING':
        return this.named(test);
      case 'CITATION':
        return this.postings.findingsWhere('cited', acceptedCitations(store, test));
      case 'CRITERION':
        return this.applying(test);
      default:
        return this.findingsOf(this.caseTest(test));
    }
  }

  private positiveCases(test: Test): Bits {
    const { store } = this;
    const { cases } = store;
    const rows = cases.ids.length;
    const reviewers = acceptedReviewers(store, test);
    if (reviewers) return this.postings.casesWhere(reviewers);
    const own = selectedCases(store, test);
    if (own) return bitsWhere(own.codes, own.accepted, rows);
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
    const { criteria, statuses, decisive, minConfidence } = acceptedCriteria(this.store, test);
    const { met, decisive: isDecisive, confidence } = this.store.applied;
    return this.postings.findingsApplying(
      criteria,
      (row) =>
        statuses[met.at(row)] === 1 &&
        decisive[isDecisive.at(row)] === 1 &&
        confidence.at(row) >= minConfidence,
    );
  }

  /** The findings of these cases. */
  private findingsOf(cases: Bits): Bits {
    const {
      cases: { first, findings },
      findings: {
        case: { length },
      },
    } = this.store;
    const bits = emptyBits(length);
    for (const row of rowsOf(cases)) {
      const start = first.at(row);
      for (let finding = start + findings.at(row) - 1; finding >= start; finding--) setBit(bits, finding);
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
}

function keyOf(asked: Conditions | Test): string {
  return JSON.stringify(asked);
}

/** Those of `all` that pass. */
function combine(sets: Sets, conditions: Conditions, all: Bits, setOf: (test: Test) => Bits): Bits {
  const rows = all.length * 32;
  const passing = sets.copy(all);
  for (const ways of conditions) {
    const setsOfWays = ways.map((parts) =>
      shared(
        sets,
        parts.map((tests) => joined(sets, tests.map(setOf), rows)),
        all,
      ),
    );
    keepShared(passing, joined(sets, setsOfWays, rows));
  }
  return passing;
}

/** What is in each of some sets; without any, all. */
function shared(sets: Sets, [first, ...others]: readonly Bits[], all: Bits): Bits {
  if (first === undefined || others.length === 0) return first ?? all;
  const bits = sets.copy(first);
  for (const set of others) keepShared(bits, set);
  return bits;
}

/** What is in any of some sets. */
function joined(sets: Sets, [first, ...others]: readonly Bits[], rows: number): Bits {
  if (first === undefined || others.length === 0) return first ?? sets.empty(rows);
  const bits = sets.copy(first);
  for (const set of others) addAll(bits, set);
  return bits;
}

function bitsOf(rows: readonly (number | undefined)[], length: number): Bits {
  const bits = emptyBits(length);
  for (const row of rows) if (row !== undefined) setBit(bits, row);
  return bits;
}
