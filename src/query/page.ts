import type { GraphClient, Parameters } from '../graph/client.js';
import { isNull, isValue, placeAfter, placeText, type Direction, type Place } from './place.js';

/** An argument that may be left out; null means the same. */
export type Optional<T> = T | null | undefined;

/** Which part of a list: the first so many nodes behind a place, as text. */
export interface PageArguments {
  readonly first: number;
  readonly after?: Optional<string>;
}

/** One part of a list. */
export interface Page<Node> {
  readonly nodes: readonly Node[];
  readonly hasNextPage: boolean;
}

/** A page that knows its list. */
export interface ListPage<Node> extends Page<Node> {
  /** Whether a page came before: this one begins behind a place. */
  readonly hasPreviousPage: boolean;
  /** Where a node of the page stands in the list, as text: what a cursor holds. */
  readonly placeOf: (node: Node) => string;
  /** How many nodes the whole list has; counted when it is called. */
  readonly count: () => Promise<number>;
}

/** A list in the order of its ids: the statements that tell a page of it, and how long it is. */
export interface IdList {
  readonly page: string;
  readonly count: string;
}

/** A list that can be put in an order of its own, too. */
export interface OrderedList extends IdList {
  /** The statement that tells a page in such an order. */
  readonly ordered: string;
}

/** What a list is in order by; nodes without a value come last, equals in the order of their ids. */
export interface ListOrder<Field extends string> {
  readonly field: Field | 'ID';
  readonly direction: Direction;
}

/** What hangs on one node: one row of a statement that is asked for many nodes at once. */
export interface Related<Value> {
  readonly key: string;
  readonly values: readonly Value[];
}

/** Reads one page of a whole list, through statements that tell rows with an id. */
export async function readPage<Row extends { readonly id: string }>(
  client: GraphClient,
  list: IdList,
  parameters: Parameters,
  page: PageArguments,
): Promise<ListPage<Row>> {
  const rows = await client.read<Row>(list.page, { ...parameters, page: bounds(list, page) });
  return {
    ...listPage(list, rows, ({ id }) => id, page),
    count: () => readCount(client, list, parameters),
  };
}

/** How long a list is. */
export async function readCount(client: GraphClient, list: IdList, parameters: Parameters): Promise<number> {
  const [row] = await client.read<{ total: number }>(list.count, parameters);
  return row?.total ?? 0;
}

/** As {@link readPage}, of the ids alone. */
async function readIdPage(
  client: GraphClient,
  list: IdList,
  parameters: Parameters,
  page: PageArguments,
): Promise<ListPage<string>> {
  const rows = await readPage<{ id: string }>(client, list, parameters, page);
  return { ...rows, nodes: rows.nodes.map(({ id }) => id), placeOf: (id) => rows.placeOf({ id }) };
}

/** Only this order needs no sorting: it is that of an index. */
export function isById({ field, direction }: ListOrder<string>): boolean {
  return field === 'ID' && direction === 'ASC';
}

/** As {@link readIdPage}, of a list in an order of its own. */
export async function readOrderedPage(
  client: GraphClient,
  list: OrderedList,
  orderBy: ListOrder<string>,
  parameters: Parameters,
  page: PageArguments,
): Promise<ListPage<string>> {
  if (isById(orderBy)) return readIdPage(client, list, parameters, page);
  const { field, direction } = orderBy;
  const order = `${list.ordered} ${field} ${direction}`;
  const after = placeAfter(page.after, order, isValue);
  const rows = await client.read<{ id: string; value: Place['value'] }>(list.ordered, {
    ...parameters,
    page: { by: field, descending: direction === 'DESC', after, limit: page.first + 1 },
  });
  const values = new Map(rows.map(({ id, value }) => [id, value]));
  return {
    ...cut([...values.keys()], page.first),
    hasPreviousPage: after !== null,
    placeOf: (id) => placeText(order, { value: values.get(id) ?? null, key: id }),
    count: () => readCount(client, list, parameters),
  };
}

/**
 * Reads one page of each of several lists: those that hang on the nodes of the keys. One statement, whatever their number.
 * @returns the rows of each key, one more than wanted where there is a next page
 */
export function readRelatedRows<Value>(
  client: GraphClient,
  list: IdList,
  keys: readonly string[],
  parameters: Parameters,
  page: PageArguments,
): Promise<Related<Value>[]> {
  return client.read(list.page, { ...parameters, keys, page: bounds(list, page) });
}

/** How long each of these lists is. One statement, whatever their number. */
export function readRelatedCounts(
  client: GraphClient,
  list: IdList,
  keys: readonly string[],
  parameters: Parameters,
): Promise<{ readonly key: string; readonly total: number }[]> {
  return client.read(list.count, { ...parameters, keys });
}

/** One page out of rows that are one more than wanted where there is a next page, without the length of the list. */
export function listPage<Row>(
  list: IdList,
  rows: readonly Row[],
  idOf: (row: Row) => string,
  { first, after }: PageArguments,
): Omit<ListPage<Row>, 'count'> {
  return {
    ...cut(rows, first),
    hasPreviousPage: typeof after === 'string',
    placeOf: (row) => placeText(list.page, { value: null, key: idOf(row) }),
  };
}

/**
 * One row more than wanted tells whether there is a next page. Every id is greater than the empty string. Given as one map: the
 * engine plans a statement anew for texts of other lengths.
 */
export function bounds(list: IdList, { first, after }: PageArguments): { after: string; limit: number } {
  return { after: placeAfter(after, list.page, isNull)?.key ?? '', limit: first + 1 };
}

/** One page out of rows that are one more than wanted where there is a next page. */
export function cut<Row>(rows: readonly Row[], first: number): Page<Row> {
  return { nodes: rows.slice(0, first), hasNextPage: rows.length > first };
}
