import { byName } from '../../common/by-name.js';
import { made } from '../made.js';
import { allOf, type Conditions } from '../tests.js';
import type { FilterParameter, View } from '../view.js';
import { Best } from './best.js';
import { criterionTest, refuseWords, type CriterionScope } from './criteria.js';

/** A row of `read/criterion-outcomes` that the statements behind are asked of. */
interface EvidenceRow {
  readonly key: string;
  readonly kind: string;
  readonly guidelineId: string | null;
  readonly specialty: string | null;
  /** First and last day, in ISO 8601. */
  readonly from: string | null;
  readonly to: string | null;
  readonly modality: string | null;
  readonly bodyRegion: string | null;
}

export interface EvidenceParameters {
  readonly rows: readonly EvidenceRow[];
  readonly status: string;
  readonly prefer: string | null;
  readonly after: string | null;
  readonly afterConfidence: number | null;
  readonly limit: number;
  readonly filter: FilterParameter;
  readonly scope: CriterionScope;
}

/** A statement that a criterion is met or not. */
interface Statement {
  readonly id: string;
  readonly findingId: string;
  /** The row of its case. */
  readonly letter: number;
  /** Whether its finding is decided as is preferred: 0, 1. */
  readonly preferred: number;
  readonly confidence: number;
}

type Told = Pick<Statement, 'id' | 'findingId'>;

/** As statement `read/evidence-of-criteria`. Rows of one group, which differ in their kinds alone, are found in one pass. */
export function evidenceOfCriteria(view: View, parameters: EvidenceParameters): object[] {
  refuseWords(parameters.scope);
  const groups = new Map<string, EvidenceRow[]>();
  for (const row of parameters.rows) {
    const { key: _key, kind: _kind, ...group } = row;
    made(groups, JSON.stringify(group), () => [] as EvidenceRow[]).push(row);
  }
  const values = new Map<string, readonly Told[]>();
  for (const rows of groups.values()) {
    const statements = statementsOfGroup(view, parameters, rows);
    for (const { key, kind } of rows) values.set(key, statements.get(kind) ?? []);
  }
  return parameters.rows.map(({ key }) => ({ key, values: values.get(key) ?? [] }));
}

/** The first statements of each kind. */
function statementsOfGroup(
  view: View,
  parameters: EvidenceParameters,
  rows: readonly EvidenceRow[],
): Map<string, Told[]> {
  const { store } = view;
  const { findings, applied } = store;
  const { filter, limit, scope, status, prefer } = parameters;
  const bests = new Map(rows.map(({ kind }) => [kind, new Best(limit, byWorth)]));
  const bestOf = bestOfCriteria(view, parameters, rows, bests);
  const isMet = Number(status === 'MET');
  for (const row of view.rows({ conditions: [...filter.conditions, ...conditionsOf(rows[0])] })) {
    const letter = findings.case.at(row);
    const preferred = Number(DECISIONS[findings.upheld.at(row)] === prefer);
    const first = findings.firstApplied.at(row);
    const end = first + findings.applied.at(row);
    for (let at = first; at < end; at++) {
      const best = bestOf[applied.criterion.at(at)];
      if (best === undefined || applied.met.at(at) !== isMet) continue;
      const confidence = applied.confidence.at(at);
      if (confidence < scope.minConfidence || (scope.decisiveOnly && applied.decisive.at(at) === 0)) continue;
      // Few come as far as their ids.
      const place = { preferred, confidence, letter };
      if (best.isBeyond((worst) => byPlace(place, worst, store.inOrder))) continue;
      const findingId = store.findingId(row);
      const { kind } = store.guidelines.entry(applied.criterion.at(at));
      const statement = { ...place, findingId, id: `${findingId}/${kind ?? ''}.${status}` };
      if (isBehind(statement, parameters)) best.offer(statement);
    }
  }
  return new Map([...bests].map(([kind, best]) => [kind, best.rows().map(told)]));
}

const DECISIONS = ['OVERTURNED', 'UPHELD'];

function told({ id, findingId }: Statement): Told {
  return { id, findingId };
}

/** Where a statement of each criterion is offered, by the criterion's code. */
function bestOfCriteria(
  { store }: View,
  { scope }: EvidenceParameters,
  rows: readonly EvidenceRow[],
  bests: ReadonlyMap<string, Best<Statement>>,
): readonly (Best<Statement> | undefined)[] {
  const above = [scope.guideline, rows[0]?.guidelineId].filter((id) => typeof id === 'string');
  const isAsked = criterionTest(store, { source: scope.source, above, kinds: [...bests.keys()] });
  return store.guidelines.entries.map(({ kind }, code) =>
    isAsked[code] === 1 ? bests.get(kind ?? '') : undefined,
  );
}

/** What a row asks of findings, beside what the filter asks. */
function conditionsOf(row: EvidenceRow | undefined): Conditions {
  if (row === undefined) return [];
  const { specialty, from, to, modality, bodyRegion } = row;
  const named = { SPECIALTY: specialty, MODALITY: modality, BODY_REGION: bodyRegion };
  return allOf(
    ...Object.entries(named).flatMap(([of, name]) => (name === null ? [] : [{ of, any: [name] }])),
    ...(from === null || to === null
      ? []
      : [{ of: 'DECISION_DATE', from: new Date(from), to: new Date(to) }]),
  );
}

type Worth = Pick<Statement, 'preferred' | 'confidence'>;

function byNumbers(a: Worth, b: Worth): number {
  return b.preferred - a.preferred || b.confidence - a.confidence;
}

function byWorth(a: Statement, b: Statement): number {
  return byNumbers(a, b) || byName(a.id, b.id);
}

/** As {@link byWorth} without ids, as far as it can be told: the rows of letters before `inOrder` are in the order of these. */
function byPlace(a: Omit<Statement, keyof Told>, b: Statement, inOrder: number): number {
  return byNumbers(a, b) || Number(b.letter < a.letter && a.letter < inOrder);
}

function isBehind({ confidence, id }: Statement, { after, afterConfidence }: EvidenceParameters): boolean {
  if (after === null || afterConfidence === null) return true;
  return confidence < afterConfidence || (confidence === afterConfidence && id > after);
}
