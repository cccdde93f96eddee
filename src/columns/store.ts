import { clearBit, countBits, emptyBits, hasBit, setBit, type Bits } from './bits.js';
import { Column, type Numbers } from './column.js';
import { Dictionary } from './dictionary.js';
import type { CaseFacts, FindingFacts, GuidelineFacts, ItemFacts, ReviewerFacts } from './facts.js';
import { AppliedColumns, CaseColumns, CitationColumns, FindingColumns } from './tables.js';
import { TextOrder } from './text-order.js';
import { Texts } from './texts.js';

/** Stands for a day or an age that is not known. */
export const UNKNOWN = -0x80000000;

const byId = ({ id }: { readonly id: string }): string => id;
const itself = (name: string): string => name;

/** The names of a column: code 0 is that there is none. */
class Names {
  readonly dictionary = new Dictionary<string>(itself);

  constructor() {
    this.dictionary.add('');
  }

  code(name: string | null): number {
    return this.dictionary.add(name ?? '');
  }

  name(code: number): string | null {
    return code === 0 ? null : this.dictionary.entry(code);
  }

  /** By their codes; null for the code 0. */
  get all(): readonly (string | null)[] {
    return this.dictionary.entries.map((name, code) => (code === 0 ? null : name));
  }
}

/** A store as plain data. */
export interface Dump {
  readonly ids: readonly string[];
  readonly inOrder: number;
  readonly columns: readonly Numbers[];
  readonly entries: readonly (readonly unknown[])[];
  readonly alive: { readonly cases: Bits; readonly findings: Bits };
}

/**
 * The facts of all cases as columns of numbers. A case that is written anew gets new rows; its old ones are no longer alive.
 * Nodes that cases share are taken up before the cases.
 */
export class Store {
  readonly cases = new CaseColumns();
  readonly findings = new FindingColumns();
  readonly applied = new AppliedColumns();
  readonly items = new Dictionary<ItemFacts>(byId);
  readonly reviewers = new Dictionary<ReviewerFacts>(byId);
  readonly guidelines = new Dictionary<GuidelineFacts>(byId);
  /** The sets of citations that findings have; each pair of party and guideline once in each. */
  readonly cited = new Dictionary<string>(itself);
  /** What these sets hold, one set after another. */
  readonly citations = new CitationColumns();
  readonly names = {
    outcome: new Names(),
    priority: new Names(),
    sex: new Names(),
    drug: new Names(),
    drugClass: new Names(),
    basis: new Names(),
    role: new Names(),
  };
  /** The labels that findings have or had, in small letters. */
  readonly labels = new Texts();
  readonly labelOrder = new TextOrder(this.labels);
  private readonly parents: (number | undefined)[] = [];
  private readonly rows = new Map<string, number>();
  private alive = { cases: emptyBits(0), findings: emptyBits(0) };
  private deadFindings = 0;
  /** So many rows of cases, from the first one on, are in the order of ids. */
  inOrder = 0;

  get size(): { readonly cases: number; readonly findings: number } {
    return { cases: this.rows.size, findings: this.findings.case.length - this.deadFindings };
  }

  /** Whether it holds anything of cases that are gone, or of what cases were before they were written anew. */
  get hasRemains(): boolean {
    return this.rows.size < this.cases.ids.length;
  }

  /** Share of rows that are no longer alive. */
  get waste(): number {
    return this.deadFindings / Math.max(1, this.findings.case.length);
  }

  /** The rows of cases that are alive; the caller's own. */
  aliveCases(): Bits {
    return this.alive.cases.slice(0, Math.ceil(this.cases.ids.length / 32));
  }

  /** The rows of findings that are alive; the caller's own. */
  aliveFindings(): Bits {
    return this.alive.findings.slice(0, Math.ceil(this.findings.case.length / 32));
  }

  /** The row of a case. */
  rowOf(id: string): number | undefined {
    return this.rows.get(id);
  }

  /** The id of the finding in a row. */
  findingId(row: number): string {
    return `${this.cases.ids[this.findings.case.at(row)] ?? ''}#${this.findings.ordinal.at(row)}`;
  }

  /** Gives each finding, by its row, what a column of cases holds of its case. */
  spread(column: ArrayLike<number>, own: Numbers): void {
    const { length, values: caseOf } = this.findings.case;
    for (let row = 0; row < length; row++) own[row] = column[caseOf[row] ?? 0] ?? 0;
  }

  /** The code of the guideline above one; undefined of a source. */
  parentOf(guideline: number): number | undefined {
    const known = this.parents[guideline];
    if (known !== undefined) return known;
    const { parentId } = this.guidelines.entry(guideline);
    const parent = parentId === null ? undefined : this.guidelines.find(parentId);
    if (parent !== undefined) this.parents[guideline] = parent;
    return parent;
  }

  /** Adds a case in the place of what was there of it. */
  put(facts: CaseFacts): void {
    this.remove(facts.id);
    const { cases, findings, names } = this;
    const row = cases.ids.push(facts.id) - 1;
    if (this.inOrder === row && (row === 0 || (cases.ids[row - 1] ?? '') < facts.id)) this.inOrder++;
    this.rows.set(facts.id, row);
    cases.reviewer.push(codeOf(this.reviewers, facts.reviewerId));
    cases.outcome.push(names.outcome.code(facts.outcome));
    cases.priority.push(names.priority.code(facts.priority));
    cases.sex.push(names.sex.code(facts.sex));
    cases.age.push(facts.age ?? UNKNOWN);
    cases.decided.push(facts.decided ?? UNKNOWN);
    cases.assigned.push(facts.assigned ?? UNKNOWN);
    cases.first.push(findings.case.length);
    cases.findings.push(facts.findings.length);
    for (const finding of facts.findings) this.putFinding(row, finding);
    this.revive(row);
  }

  /** Forgets a case, if it is there. */
  remove(id: string): void {
    const row = this.rows.get(id);
    if (row === undefined) return;
    this.rows.delete(id);
    clearBit(this.alive.cases, row);
    const first = this.cases.first.at(row);
    const count = this.cases.findings.at(row);
    for (let finding = first; finding < first + count; finding++) clearBit(this.alive.findings, finding);
    this.deadFindings += count;
  }

  /** Everything, as plain data. */
  dump(): Dump {
    return {
      ids: this.cases.ids,
      inOrder: this.inOrder,
      columns: this.columns().map((column) => column.toArray()),
      entries: this.dictionaries().map(({ entries }) => entries),
      alive: { cases: this.aliveCases(), findings: this.aliveFindings() },
    };
  }

  /** A store of what {@link dump} gave. */
  static load({ ids, inOrder, columns, entries, alive }: Dump): Store {
    const store = new Store();
    store.columns().forEach((column, i) => {
      column.load(columns[i] ?? new Uint8Array());
    });
    store.dictionaries().forEach((dictionary, i) => {
      dictionary.load(entries[i] ?? []);
    });
    store.inOrder = inOrder;
    store.alive = { cases: alive.cases, findings: alive.findings };
    for (const [row, id] of ids.entries()) {
      store.cases.ids.push(id);
      if (hasBit(alive.cases, row)) store.rows.set(id, row);
    }
    store.deadFindings = store.findings.case.length - countBits(alive.findings);
    return store;
  }

  private columns(): Column[] {
    const { cases, findings, applied, citations, labels } = this;
    return [cases, findings, applied, citations, labels].flatMap((table) =>
      Object.values(table).filter((column): column is Column => column instanceof Column),
    );
  }

  private dictionaries(): Dictionary<unknown>[] {
    const { items, reviewers, guidelines, cited, names } = this;
    const named = Object.values(names).map(({ dictionary }) => dictionary);
    return [items, reviewers, guidelines, cited, ...named] as unknown as Dictionary<unknown>[];
  }

  private putFinding(caseRow: number, facts: FindingFacts): void {
    const [
      ordinal,
      decision,
      itemId,
      modified,
      retrospective,
      drug,
      drugClass,
      theirs,
      own,
      citations,
      applied,
      label,
    ] = facts;
    const { findings, names } = this;
    findings.case.push(caseRow);
    findings.ordinal.push(ordinal);
    findings.upheld.push(Number(decision === 'UPHELD'));
    findings.item.push(codeOf(this.items, itemId));
    findings.modified.push(Number(modified));
    findings.retrospective.push(Number(retrospective));
    findings.drug.push(names.drug.code(drug));
    findings.drugClass.push(names.drugClass.code(drugClass));
    findings.claimsAdministratorBasis.push(names.basis.code(theirs));
    findings.expertReviewerBasis.push(names.basis.code(own));
    findings.cited.push(this.citedCode(citations));
    findings.firstApplied.push(this.applied.criterion.length);
    findings.applied.push(applied.length);
    findings.label.push(this.labels.add(label));
    for (const [criterionId, status, decisive, confidence] of applied) {
      this.applied.criterion.push(codeOf(this.guidelines, criterionId));
      this.applied.met.push(Number(status === 'MET'));
      this.applied.decisive.push(Number(decisive));
      this.applied.confidence.push(confidence);
    }
  }

  private citedCode(citations: FindingFacts[9]): number {
    const distinct = new Map(
      citations.map(([role, silent, id]) => {
        const guideline = codeOf(this.guidelines, id);
        return [`${role} ${Number(silent)} ${guideline}`, { role, silent, guideline }];
      }),
    );
    const key = [...distinct.keys()].sort().join(',');
    return this.cited.find(key) ?? this.addCited(key, [...distinct.values()]);
  }

  private addCited(
    key: string,
    citations: readonly { role: string; silent: boolean; guideline: number }[],
  ): number {
    const set = this.cited.add(key);
    for (const { role, silent, guideline } of citations) {
      this.citations.set.push(set);
      this.citations.role.push(this.names.role.code(role));
      this.citations.silent.push(Number(silent));
      this.citations.guideline.push(guideline);
    }
    return set;
  }

  private revive(row: number): void {
    const { cases, findings } = this;
    this.alive.cases = atLeast(this.alive.cases, row + 1);
    this.alive.findings = atLeast(this.alive.findings, findings.case.length);
    setBit(this.alive.cases, row);
    for (let finding = cases.first.at(row); finding < findings.case.length; finding++) {
      setBit(this.alive.findings, finding);
    }
  }
}

function codeOf<Entry>(dictionary: Dictionary<Entry>, id: string): number {
  const code = dictionary.find(id);
  if (code === undefined) throw new RangeError(`The columns were not told of "${id}".`);
  return code;
}

function atLeast(bits: Bits, rows: number): Bits {
  if (bits.length * 32 >= rows) return bits;
  const longer = emptyBits(Math.ceil(rows * 1.5) + 1024);
  longer.set(bits);
  return longer;
}
