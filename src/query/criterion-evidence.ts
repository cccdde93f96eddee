import type { GraphClient, Parameters } from '../graph/client.js';
import type { CriterionStatus } from '../normalise/criteria/kinds.js';
import type { Decision } from '../parse/letter.js';
import { asksOfItem, daysOf, scopeParameters, type CriterionScope, type Group } from './criterion-filter.js';
import type { CriterionOutcome, CriterionQuestion } from './criterion-outcomes.js';
import { appliedCriteriaOfFindings, type AppliedCriterionRow } from './criteria.js';
import { cut, type ListPage, type Optional, type PageArguments, type Related } from './page.js';
import { placeAfter, placeText } from './place.js';

/** Which of the statements behind a row. */
export interface EvidenceArguments {
  readonly status: CriterionStatus;
  /** Only of findings that were decided so. */
  readonly decision?: Optional<Decision>;
}

/** A statement by its id, before it is read. */
type Place = Pick<AppliedCriterionRow, 'id' | 'findingId'>;

/** Cursors of evidence. */
const ORDER = 'evidence';

/**
 * One page of the statements behind each of these rows of one question, in the order of the rows: the surest first, equals by id.
 * @throws {InputError} when `after` is no place of this order
 */
export async function evidenceOfOutcomes(
  client: GraphClient,
  question: CriterionQuestion,
  outcomes: readonly CriterionOutcome[],
  { status, decision }: EvidenceArguments,
  { first, after }: PageArguments,
): Promise<ListPage<AppliedCriterionRow>[]> {
  const place = placeAfter(after, ORDER, isConfidence);
  const { and, ...rest } = question.scope;
  const scope = isGiven(decision)
    ? { ...rest, and: [...(and ?? []), { decision: [decision] }] }
    : question.scope;
  const rows = await read(client, { ...question, scope }, outcomes, {
    status,
    limit: first + 1,
    after: place?.key ?? null,
    afterConfidence: place?.value ?? null,
  });
  const byKey = new Map(rows.map(({ key, values }) => [key, values]));
  return outcomes.map((outcome) => ({
    ...cut(byKey.get(outcome.key) ?? [], first),
    hasPreviousPage: place !== null,
    placeOf: ({ confidence, id }) => placeText(ORDER, { value: confidence, key: id }),
    count: () => Promise.resolve(lengthOf(outcome, status, decision)),
  }));
}

function isConfidence(value: unknown): boolean {
  return typeof value === 'number';
}

/** There is one statement for each finding counted. */
function lengthOf(
  { met, notMet }: CriterionOutcome,
  status: CriterionStatus,
  decision: Optional<Decision>,
): number {
  const counted = status === 'MET' ? met : notMet;
  if (!isGiven(decision)) return counted.findings;
  return decision === 'UPHELD' ? counted.upheld : counted.overturned;
}

/** What stands behind each example that is taken: the same sentence often decides several findings of a letter. */
const TRIED_FOR_ONE = 4;

/**
 * A few of the statements behind each of these rows, no two in the same words. What is met is shown where it helped, in
 * overturned findings, first; what is not met where it decided, in upheld ones.
 */
export async function examplesOfOutcomes(
  client: GraphClient,
  question: CriterionQuestion,
  outcomes: readonly CriterionOutcome[],
  status: CriterionStatus,
  first: number,
): Promise<Related<AppliedCriterionRow>[]> {
  const prefer: Decision = status === 'MET' ? 'OVERTURNED' : 'UPHELD';
  const limit = TRIED_FOR_ONE * first;
  const rows = await read(client, question, outcomes, { status, prefer, limit });
  return rows.map(({ key, values }) => ({ key, values: eachWordingOnce(values).slice(0, first) }));
}

async function read(
  client: GraphClient,
  { scope }: CriterionQuestion,
  outcomes: readonly CriterionOutcome[],
  parameters: Parameters & { readonly status: CriterionStatus; readonly limit: number },
): Promise<Related<AppliedCriterionRow>[]> {
  const rows = outcomes.map(({ key, kind, group }) => ({
    key,
    kind,
    ...group,
    ...daysOf(group),
    begin: beginning(scope, group),
  }));
  const found = await client.read<Related<Place>>('read/evidence-of-criteria', {
    prefer: null,
    after: null,
    afterConfidence: null,
    ...scopeParameters(scope),
    ...parameters,
    rows,
  });
  const findingIds = new Set(found.flatMap(({ values }) => values.map(({ findingId }) => findingId)));
  const statements = await appliedCriteriaOfFindings(client, [...findingIds]);
  const byId = new Map(statements.flatMap(({ values }) => values).map((row) => [row.id, row]));
  return found.map(({ key, values }) => ({ key, values: values.flatMap(({ id }) => byId.get(id) ?? []) }));
}

/** Which nodes the statement looks at first: those that the fewest findings hang on. */
function beginning(scope: CriterionScope, group: Group): 'ITEMS' | 'REVIEWERS' | 'CRITERIA' {
  if (asksOfItem(scope) || group.modality !== null || group.bodyRegion !== null) return 'ITEMS';
  return group.specialty !== null && group.guidelineId === null ? 'REVIEWERS' : 'CRITERIA';
}

function eachWordingOnce(rows: readonly AppliedCriterionRow[]): AppliedCriterionRow[] {
  const seen = new Set<string>();
  return rows.filter(({ quote }) => {
    const wording = quote.toLowerCase().replace(/\s+/g, ' ');
    return !seen.has(wording) && seen.add(wording);
  });
}

function isGiven<Value>(value: Optional<Value>): value is Value {
  return value !== null && value !== undefined;
}
