import { byName } from '../../common/by-name.js';
import { countBits, emptyBits, rowsOf, setBit, type Bits } from '../bits.js';
import { countCodes } from '../grouping.js';
import { casesByNumber, firstCases, firstFindings, hasNoNumber, type IdPage } from '../order.js';
import type { OrderedRows } from '../ordered.js';
import type { Store } from '../store.js';
import { allOf, Unanswerable, type Accepted } from '../tests.js';
import type { FilterParameter, View } from '../view.js';
import { Best } from './best.js';

interface Filtered {
  readonly filter: FilterParameter;
}

interface IdPageParameters extends Filtered {
  readonly page: IdPage;
}

type Value = string | number | null;

/** A page by values, behind the place of a row. */
export interface OrderedPageParameters extends Filtered {
  readonly page: {
    readonly by: string;
    readonly descending: boolean;
    readonly after?: { readonly value: Value; readonly key: string } | null;
    readonly limit: number;
  };
}

interface Row {
  readonly id: string;
  readonly value: Value;
}

/** As statements `read/finding-count` and `read/case-count`. */
export function findingCount(view: View, { filter }: Filtered): object[] {
  return [{ total: countBits(view.findings(filter)) }];
}

export function caseCount(view: View, { filter }: Filtered): object[] {
  return [{ total: countBits(view.selection.cases(filter.conditions)) }];
}

/** As statements `read/finding-page` and `read/case-page`. */
export function findingPage(view: View, { filter, page }: IdPageParameters): object[] {
  return firstFindings(view.store, view.findings(filter), page).map((id) => ({ id }));
}

export function casePage(view: View, { filter, page }: IdPageParameters): object[] {
  return firstCases(view.store, view.selection.cases(filter.conditions), page).map((id) => ({ id }));
}

/** What a list is in order by: compared as it is kept, told as the graph would. */
interface Order {
  readonly valueOf: (row: number) => Value;
  /** The rows of a set in that order, some at a time, from a value and an id on, where they are kept in order. */
  readonly inOrder?: (bits: Bits, descending: boolean, place: Row | undefined) => Iterable<ArrayLike<number>>;
  /** Undefined where it is told as it is kept. */
  readonly telling?: Telling | undefined;
}

/** How what is kept is told, and the other way round. */
interface Telling {
  readonly tell: (kept: Value) => Value;
  readonly read: (told: Value) => Value;
}

/** As statement `read/finding-page-by`. */
export function findingPageBy(view: View, { filter, page }: OrderedPageParameters): object[] {
  const { store, orders } = view;
  const idOf = (row: number) => store.findingId(row);
  const byOrder: Record<string, Order> = {
    DECISION_DATE: byNumber(() => orders.ofFindings('decided'), DAYS),
    LABEL: byNumber(() => orders.ofLabels(), placesOfLabels(store)),
    ID: { valueOf: idOf },
  };
  return orderedPage(view.findings(filter), idOf, byOrder[page.by], page);
}

/** As statement `read/case-page-by`. */
export function casePageBy(view: View, { filter, page }: OrderedPageParameters): object[] {
  const { store, orders } = view;
  const idOf = (row: number) => store.cases.ids[row] ?? '';
  const byOrder: Record<string, Order> = {
    DECISION_DATE: byNumber(() => orders.ofCases('decided'), DAYS),
    CASE_NUMBER: {
      valueOf: (row) => (hasNoNumber(idOf(row)) ? null : idOf(row)),
      inOrder: (bits, descending, place) =>
        casesByNumber(store, bits, descending, place as { value: string | null; id: string } | undefined),
    },
    DAYS_TO_DECISION: byNumber(() => orders.ofCases('days')),
    ITEMS: byNumber(() => orders.ofCases('items')),
    ID: { valueOf: idOf },
  };
  return orderedPage(view.selection.cases(filter.conditions), idOf, byOrder[page.by], page);
}

/** The order of rows that are kept by a number. */
function byNumber(rows: () => OrderedRows, telling?: Telling): Order {
  return {
    telling,
    valueOf: (row) => rows().numberOf(row),
    inOrder: (bits, descending, place) =>
      rows().inSet(bits, descending, place === undefined ? undefined : (place.value as number | null)),
  };
}

const DAY = 86_400_000;

const DAYS: Telling = { tell: dayText, read: dayAt };

function placesOfLabels({ labelOrder }: Store): Telling {
  return {
    tell: (place) => (typeof place === 'number' ? labelOrder.textAt(place) : place),
    read: (text) => {
      if (typeof text === 'number') throw new Unanswerable('place');
      return text === null ? null : labelOrder.placeOf(text);
    },
  };
}

/** As part `behind-place` of the statements: null last, equals by id. */
function orderedPage(
  bits: Bits,
  idOf: (row: number) => string,
  order: Order | undefined,
  { by, descending, after, limit }: OrderedPageParameters['page'],
): object[] {
  if (order === undefined) throw new Unanswerable(by);
  const { valueOf, inOrder, telling } = order;
  const compare = (a: Row, b: Row) => byValue(a.value, b.value, descending) || byName(a.id, b.id);
  const place = after
    ? { id: after.key, value: telling ? telling.read(after.value) : after.value }
    : undefined;
  const best = new Best<Row>(limit, compare);
  const isSooner = inOrder !== undefined && isSoonerInOrder(bits, limit);
  for (const rows of isSooner ? inOrder(bits, descending, place) : [rowsOf(bits)]) {
    let isBeyond = rows.length > 0;
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] ?? 0;
      const value = valueOf(row);
      // Few rows come as far as their ids.
      if (best.isBeyond((worst) => byValue(value, worst.value, descending))) continue;
      isBeyond = false;
      const candidate = { id: idOf(row), value };
      if (place === undefined || compare(candidate, place) > 0) best.offer(candidate);
    }
    // So are all that follow, if they are in order.
    if (isBeyond) break;
  }
  return best.rows().map(({ id, value }) => ({ id, value: telling ? telling.tell(value) : value }));
}

/** Whether the first so many of a set are found sooner in the order of all than by looking at each of the set. */
function isSoonerInOrder(bits: Bits, limit: number): boolean {
  const rows = bits.length * 32;
  const count = countBits(bits);
  return count * count > limit * rows;
}

function dayText(day: Value): Value {
  return typeof day === 'number' ? new Date(day * DAY).toISOString().slice(0, 10) : day;
}

/** @throws {Unanswerable} for what is no day: the graph compares texts */
function dayAt(text: Value): Value {
  if (text === null) return null;
  const day = Date.parse(`${text}T00:00:00Z`) / DAY;
  if (!Number.isInteger(day) || dayText(day) !== text) throw new Unanswerable('place');
  return day;
}

function byValue(a: Value, b: Value, descending: boolean): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (a === b) return 0;
  return a < b === descending ? 1 : -1;
}

/** As statement `read/item-page-by`. */
export function itemPageBy(view: View, { filter, page }: OrderedPageParameters): object[] {
  const { entries } = view.store.items;
  const counts = findingsOfItems(view);
  const idOf = (row: number) => entries[row]?.id ?? '';
  const orders: Record<string, Order> = {
    NAME: { valueOf: (row) => entries[row]?.name.toLowerCase() ?? null },
    FINDINGS: { valueOf: (row) => counts[row] ?? 0 },
    ID: { valueOf: idOf },
  };
  return orderedPage(living(view.selection.items(filter.conditions), counts), idOf, orders[page.by], page);
}

/** As statement `read/totals`. */
export function totals(view: View): object[] {
  const { cases, findings } = view.store.size;
  const upheld = countBits(view.selection.findings(allOf({ of: 'DECISION', any: ['UPHELD'] })));
  return [{ cases, findings, upheld, overturned: findings - upheld }];
}

/** As statement `read/item-count`. */
export function itemCount(view: View, { filter }: Filtered): object[] {
  const passing = view.selection.items(filter.conditions);
  return [{ total: countBits(living(passing, findingsOfItems(view))) }];
}

/** As statement `read/reviewer-page-by`. */
export function reviewerPageBy(view: View, { filter, page }: OrderedPageParameters): object[] {
  const { entries } = view.store.reviewers;
  const counts = casesOfReviewers(view);
  const idOf = (row: number) => entries[row]?.id ?? '';
  const orders: Record<string, Order> = {
    CASES: { valueOf: (row) => counts[row] ?? 0 },
    ID: { valueOf: idOf },
  };
  const rows = living(view.selection.reviewers(filter.conditions), counts);
  return orderedPage(rows, idOf, orders[page.by], page);
}

/** As statement `read/reviewer-count`. */
export function reviewerCount(view: View, { filter }: Filtered): object[] {
  const passing = view.selection.reviewers(filter.conditions);
  return [{ total: countBits(living(passing, casesOfReviewers(view))) }];
}

/** Entries of a dictionary stay when the last that held them goes: they are no nodes any more. */
function living(passing: Accepted, counts: Uint32Array): Bits {
  const bits = emptyBits(passing.length);
  for (const [code, passes] of passing.entries())
    if (passes === 1 && (counts[code] ?? 0) > 0) setBit(bits, code);
  return bits;
}

function findingsOfItems(view: View): Uint32Array {
  const { findings, items } = view.store;
  return view.derived('findings of items', () =>
    countCodes(view.selection.alive.findings, findings.item.values, items.size),
  );
}

function casesOfReviewers(view: View): Uint32Array {
  const { cases, reviewers } = view.store;
  return view.derived('cases of reviewers', () =>
    countCodes(view.selection.alive.cases, cases.reviewer.values, reviewers.size),
  );
}
