import { setImmediate } from 'node:timers/promises';
import { byName } from '../common/by-name.js';
import type { CaseFacts, FindingFacts } from './facts.js';
import { Store, UNKNOWN } from './store.js';

/** Cases after which others of the thread have their turn. */
const CASES_AT_ONCE = 500;

/**
 * A store of the cases that another one has alive, and of nothing else: no id, label or shared node that only cases had which are gone.
 * The other one may go on meanwhile: its rows stay as they are, and those that come later are not looked at.
 */
export async function compacted(store: Store): Promise<Store> {
  const next = new Store();
  const alive = store.cases.ids
    .map((id, row) => ({ id, row }))
    .filter(({ id, row }) => store.rowOf(id) === row);
  for (const [i, { row }] of alive.sort((a, b) => byName(a.id, b.id)).entries()) {
    const facts = factsOf(store, row);
    shareNodes(store, next, facts);
    next.put(facts);
    if (i % CASES_AT_ONCE === 0) await setImmediate();
  }
  return next;
}

/** Takes up what a case shares with others. */
function shareNodes(store: Store, next: Store, { reviewerId, findings }: CaseFacts): void {
  const { items, reviewers, guidelines } = store;
  next.reviewers.add(reviewers.entry(reviewers.find(reviewerId) ?? -1));
  for (const [, , itemId, , , , , , , citations, applied] of findings) {
    next.items.add(items.entry(items.find(itemId) ?? -1));
    for (const id of [...citations.map(([, , cited]) => cited), ...applied.map(([criterion]) => criterion)]) {
      // With all above it; what is known already brought these along.
      for (let above: string | null = id; above !== null && next.guidelines.find(above) === undefined;) {
        const guideline = guidelines.entry(guidelines.find(above) ?? -1);
        next.guidelines.add(guideline);
        above = guideline.parentId;
      }
    }
  }
}

/** What was put into a store as a case. */
function factsOf(store: Store, row: number): CaseFacts {
  const { cases, names } = store;
  const first = cases.first.at(row);
  return {
    id: cases.ids[row] ?? '',
    reviewerId: store.reviewers.entry(cases.reviewer.at(row)).id,
    outcome: names.outcome.name(cases.outcome.at(row)) ?? '',
    priority: names.priority.name(cases.priority.at(row)),
    sex: names.sex.name(cases.sex.at(row)),
    age: known(cases.age.at(row)),
    decided: known(cases.decided.at(row)),
    assigned: known(cases.assigned.at(row)),
    findings: Array.from({ length: cases.findings.at(row) }, (_, i) => findingOf(store, first + i)),
  };
}

function findingOf(store: Store, row: number): FindingFacts {
  const { findings, names, items } = store;
  return [
    findings.ordinal.at(row),
    findings.upheld.at(row) === 1 ? 'UPHELD' : 'OVERTURNED',
    items.entry(findings.item.at(row)).id,
    findings.modified.at(row) === 1,
    findings.retrospective.at(row) === 1,
    names.drug.name(findings.drug.at(row)),
    names.drugClass.name(findings.drugClass.at(row)),
    names.basis.name(findings.claimsAdministratorBasis.at(row)),
    names.basis.name(findings.expertReviewerBasis.at(row)),
    citationsOf(store, findings.cited.at(row)),
    appliedBy(store, row),
    store.labels.text(findings.label.at(row)),
  ];
}

/** The key of a set tells its citations: "ROLE SILENT GUIDELINE,…". */
function citationsOf({ cited, guidelines }: Store, set: number): FindingFacts[9] {
  const key = cited.entry(set);
  if (key === '') return [];
  return key.split(',').map((citation) => {
    const [role = '', silent, guideline] = citation.split(' ');
    return [role, silent === '1', guidelines.entry(Number(guideline)).id];
  });
}

function appliedBy({ findings, applied, guidelines }: Store, row: number): FindingFacts[10] {
  const first = findings.firstApplied.at(row);
  return Array.from({ length: findings.applied.at(row) }, (_, i) => [
    guidelines.entry(applied.criterion.at(first + i)).id,
    applied.met.at(first + i) === 1 ? 'MET' : 'NOT_MET',
    applied.decisive.at(first + i) === 1,
    applied.confidence.at(first + i),
  ]);
}

function known(value: number): number | null {
  return value === UNKNOWN ? null : value;
}
