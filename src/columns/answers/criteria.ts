import { acceptedUnder, citedLists, pathUp } from '../guidelines.js';
import { countByCell, Sums } from '../histogram.js';
import { countBits, emptyBits, setBit } from '../bits.js';
import { codeAt, listOfAll, type Lists } from '../lists.js';
import type { Catalogue } from '../dimensions.js';
import type { Store } from '../store.js';
import { allOf, Unanswerable } from '../tests.js';
import type { FilterParameter, View } from '../view.js';

/** The conditions that the statements about criteria share. */
export interface CriterionScope {
  readonly source?: string | null;
  readonly guideline?: string | null;
  readonly minConfidence: number;
  readonly decisiveOnly: boolean;
  readonly words: readonly string[];
  readonly items: object | null;
}

interface Groups {
  readonly level?: string | null;
  readonly bySpecialty: boolean;
  readonly period?: 'YEAR' | 'QUARTER' | null;
  readonly byModality: boolean;
  readonly byBodyRegion: boolean;
}

export interface CriterionParameters {
  readonly filter: FilterParameter;
  readonly scope: CriterionScope;
  readonly groups: Groups;
  readonly kinds: readonly string[];
}

const NO_TERMS: Catalogue = { sourceKinds: {}, editions: {}, surgeries: [] };

/** What is not grouped by has one value, null. */
const UNGROUPED = [null];

/** As statement `read/criterion-outcomes`. */
export function criterionOutcomes(
  view: View,
  { filter, scope, groups, kinds }: CriterionParameters,
): object[] {
  refuseWords(scope);
  const { store } = view;
  const { findings, applied, guidelines } = store;
  const above = typeof scope.guideline === 'string' ? [scope.guideline] : [];
  const isAsked = criterionTest(store, { source: scope.source, above, kinds });
  const grouping = new Grouping(view, groups);
  const counts = new Map<number, Float64Array>();
  const cells = grouping.size;
  for (const row of view.rows(filter)) {
    const first = findings.firstApplied.at(row);
    const end = first + findings.applied.at(row);
    for (let at = first; at < end; at++) {
      const criterion = applied.criterion.at(at);
      if (isAsked[criterion] !== 1 || applied.confidence.at(at) < scope.minConfidence) continue;
      const decisive = applied.decisive.at(at);
      if (scope.decisiveOnly && decisive === 0) continue;
      const cell = criterion * cells + grouping.cellOf(row);
      let count = counts.get(cell);
      if (count === undefined) counts.set(cell, (count = new Float64Array(6)));
      const status = applied.met.at(at) * 3;
      count[status] = (count[status] ?? 0) + 1;
      count[status + 1] = (count[status + 1] ?? 0) + decisive;
      count[status + 2] = (count[status + 2] ?? 0) + findings.upheld.at(row);
    }
  }
  const rows = new Map<string, Float64Array>();
  for (const [cell, count] of counts) {
    const criterion = Math.floor(cell / cells);
    const { kind } = guidelines.entry(criterion);
    for (const guidelineId of levelsOf(store, criterion, groups)) {
      for (const values of grouping.valuesOf(cell % cells)) {
        addTo(rows, JSON.stringify([kind, guidelineId, ...values]), count);
      }
    }
  }
  return [...rows].map(([key, count]) => {
    const [kind, ...group] = JSON.parse(key) as [string, ...GroupValues];
    const [notMet, notMetDecisive, notMetUpheld, met, metDecisive, metUpheld] = count;
    const counted = { notMet, notMetDecisive, notMetUpheld, met, metDecisive, metUpheld };
    return { kind, ...groupOf(group), ...counted };
  });
}

function addTo(rows: Map<string, Float64Array>, key: string, count: Float64Array): void {
  const sum = rows.get(key);
  if (sum === undefined) rows.set(key, count.slice());
  else count.forEach((value, i) => (sum[i] = (sum[i] ?? 0) + value));
}

type GroupValues = [
  guidelineId: string | null,
  specialty: string | null,
  period: string | null,
  modality: string | null,
  bodyRegion: string | null,
];

function groupOf([guidelineId, specialty, period, modality, bodyRegion]: GroupValues): object {
  const [year, quarter] = period?.split('-Q').map(Number) ?? [];
  return { guidelineId, specialty, year: year ?? null, quarter: quarter ?? null, modality, bodyRegion };
}

interface AskedCriteria {
  readonly source?: string | null | undefined;
  /** Ids of guidelines that are all above the criterion. */
  readonly above: readonly string[];
  readonly kinds: readonly string[];
}

/** Which criteria are asked for, by code. */
export function criterionTest(store: Store, { source, above, kinds }: AskedCriteria): Uint8Array {
  return Uint8Array.from(store.guidelines.entries.keys(), (code) => {
    const facts = store.guidelines.entry(code);
    const idsAbove = () =>
      pathUp(store, code)
        .slice(1)
        .map((up) => store.guidelines.entry(up).id);
    return Number(
      facts.level === 'CRITERION' &&
        kinds.includes(facts.kind ?? '') &&
        ((source ?? null) === null || facts.source === source) &&
        (above.length === 0 || above.every((id) => idsAbove().includes(id))),
    );
  });
}

/** The guidelines of the level that is grouped by above a criterion; null when it is not grouped by. */
function levelsOf(store: Store, criterion: number, { level }: Groups): readonly (string | null)[] {
  if ((level ?? null) === null) return UNGROUPED;
  return pathUp(store, criterion)
    .slice(1)
    .map((code) => store.guidelines.entry(code))
    .filter((above) => above.level === level)
    .map(({ id }) => id);
}

/** What findings are grouped by beside guidelines: a cell is a combination of one code of each. */
class Grouping {
  private readonly lists: readonly Lists<string | null>[];
  readonly size: number;

  constructor(view: View, { bySpecialty, period, byModality, byBodyRegion }: Groups) {
    const by = (isAsked: boolean, name: string): Lists<string | null> =>
      isAsked ? view.dimension(name, NO_TERMS) : ungrouped(view);
    this.lists = [
      by(bySpecialty, 'SPECIALTY'),
      by((period ?? null) !== null, period ?? 'YEAR'),
      by(byModality, 'MODALITY'),
      by(byBodyRegion, 'BODY_REGION'),
    ];
    this.size = this.lists.reduce((size, { values }) => size * values.length, 1);
  }

  cellOf(row: number): number {
    let cell = 0;
    for (const lists of this.lists) cell = cell * lists.values.length + codeAt(lists, row);
    return cell;
  }

  /** All combinations of the values that a cell stands for: specialty, period, modality, body region. */
  valuesOf(cell: number): (string | null)[][] {
    let rest = cell;
    let combinations: (string | null)[][] = [[]];
    for (const { values } of [...this.lists].reverse()) {
      const list = values[rest % values.length] ?? [];
      rest = Math.floor(rest / values.length);
      combinations = list.flatMap((value) => combinations.map((others) => [value, ...others]));
    }
    return combinations;
  }
}

function ungrouped(view: View): Lists<string | null> {
  return view.derived('ungrouped', () => listOfAll(view.store, UNGROUPED));
}

/** As statement `read/finding-counts`. */
export function findingCounts(view: View, { filter, scope, groups }: CriterionParameters): object[] {
  refuseWords(scope);
  const cited = citedForGroups(view, scope, groups);
  const grouping = new Grouping(view, groups);
  const cells = grouping.size;
  const { upheld } = view.store.findings;
  const groupAt = (row: number) => codeAt(cited, row) * cells + grouping.cellOf(row);
  const counts = countByCell(view.findings(filter), (row) => groupAt(row) * 2 + upheld.at(row));
  const rows = new Sums<string>();
  for (const [cell, count] of counts) {
    for (const guidelineId of cited.values[Math.floor(cell / cells)] ?? []) {
      for (const values of grouping.valuesOf(cell % cells)) {
        rows.add(JSON.stringify([guidelineId, ...values]), count);
      }
    }
  }
  return [...rows.entries()].map(([key, count]) => ({
    ...groupOf(JSON.parse(key) as GroupValues),
    ...count,
  }));
}

const REVIEWERS_OWN = ['EXPERT_REVIEWER', 'RATIONALE'];

/** The guidelines that a finding is counted under; null, once, when they are not grouped by. */
function citedForGroups(
  view: View,
  { source, guideline }: CriterionScope,
  { level }: Groups,
): Lists<string | null> {
  if ([source, guideline, level].every((one) => (one ?? null) === null)) return ungrouped(view);
  const { store } = view;
  return view.derived(`counted ${JSON.stringify([source, guideline, level])}`, () => {
    const isUnder = acceptedUnder(store, guideline);
    const guidelines = isUnder.map((under, code) =>
      Number(under === 1 && [null, store.guidelines.entry(code).source].includes(source ?? null)),
    );
    const lists = citedLists(store, level ?? 'SOURCE', { roles: REVIEWERS_OWN, guidelines });
    const idsOf = (cited: readonly number[]) => cited.map((code) => store.guidelines.entry(code).id);
    const isGrouped = (level ?? null) !== null;
    return {
      cells: lists.cells,
      values: lists.values.map((cited) => (isGrouped ? idsOf(cited) : cited.slice(0, 1).map(() => null))),
    };
  });
}

export interface ChecklistParameters {
  readonly modality: readonly string[];
  readonly bodyRegion?: readonly string[] | null;
  readonly words: readonly string[];
  readonly minConfidence: number;
}

/** As statement `read/checklist-basis`. */
export function checklistBasis(view: View, parameters: ChecklistParameters): object[] {
  refuseWords(parameters);
  const { store } = view;
  const { findings, applied, cases } = store;
  const { modality, bodyRegion } = parameters;
  const ofRegion = bodyRegion ? [{ of: 'BODY_REGION', any: bodyRegion }] : [];
  const rows = view.rows({ conditions: allOf({ of: 'MODALITY', any: modality }, ...ofRegion) });
  const letters = emptyBits(cases.ids.length);
  let upheld = 0;
  let withCriteria = 0;
  for (const row of rows) {
    upheld += findings.upheld.at(row);
    setBit(letters, findings.case.at(row));
    const first = findings.firstApplied.at(row);
    const end = first + findings.applied.at(row);
    for (let at = first; at < end; at++) {
      if (applied.confidence.at(at) < parameters.minConfidence) continue;
      withCriteria++;
      break;
    }
  }
  return [{ findings: rows.length, upheld, letters: countBits(letters), withCriteria }];
}

/** The words of letters are in the graph alone. */
export function refuseWords({ words }: { readonly words: readonly string[] }): void {
  if (words.length > 0) throw new Unanswerable('words');
}
