/** The filter of findings that an address holds. */
import type { Input } from '../api/graphql.js';

/** The conditions that hold any of several values, by their names in the address. */
export const LIST_FIELDS = [
  'modality',
  'bodyRegion',
  'category',
  'drugClass',
  'drug',
  'specialty',
  'decision',
  'source',
  'guideline',
  'role',
  'criterion',
  'status',
  'reliesOn',
] as const;

export type ListField = (typeof LIST_FIELDS)[number];

/** Days of decision, in ISO 8601, both included. */
export const DAY_FIELDS = ['from', 'to'] as const;

export type DayField = (typeof DAY_FIELDS)[number];

export type Filter = Readonly<Partial<Record<ListField, readonly string[]> & Record<DayField, string>>> & {
  /** Whether only statements on criteria count that are given as a reason. */
  readonly decisive?: boolean;
};

export const FIELD_NAMES: Readonly<Record<ListField, string>> = {
  modality: 'Service',
  bodyRegion: 'Body region',
  category: 'Category',
  drugClass: 'Drug class',
  drug: 'Drug',
  specialty: 'Reviewer’s specialty',
  decision: 'Decision',
  source: 'Source cited',
  guideline: 'Guideline cited',
  role: 'Cited by',
  criterion: 'Criterion',
  status: 'The criterion is',
  reliesOn: 'Relies on',
};

/** @param prefix of the names in the address, where a page has two filters: `a.` */
export function readFilter(params: URLSearchParams, prefix = ''): Filter {
  const filter: Record<string, unknown> = {};
  for (const field of LIST_FIELDS) {
    const values = params.getAll(prefix + field).filter((value) => value !== '');
    if (values.length > 0) filter[field] = values;
  }
  for (const field of DAY_FIELDS) {
    const value = params.get(prefix + field) ?? '';
    if (isDay(value)) filter[field] = value;
  }
  if (params.get(`${prefix}decisive`) === 'yes') filter['decisive'] = true;
  return filter;
}

/** Puts a filter into an address; what else that holds stays. */
export function writeFilter(params: URLSearchParams, filter: Filter, prefix = ''): URLSearchParams {
  const written = new URLSearchParams(params);
  for (const field of LIST_FIELDS) {
    written.delete(prefix + field);
    for (const value of filter[field] ?? []) written.append(prefix + field, value);
  }
  for (const field of DAY_FIELDS) setOrDelete(written, prefix + field, filter[field]);
  setOrDelete(written, `${prefix}decisive`, filter.decisive === true ? 'yes' : undefined);
  return written;
}

/** The address of a page with a filter, and what else it is to hold. */
export function addressOf(
  page: string,
  filter: Filter,
  others: Readonly<Record<string, string>> = {},
): string {
  const params = writeFilter(new URLSearchParams(others), filter).toString();
  return params === '' ? page : `${page}?${params}`;
}

/** As the API takes it. */
export function toFindingFilter(filter: Filter): Input<'FindingFilter'> {
  const { source, guideline, role, criterion, status, reliesOn, from, to, decisive, ...lists } = filter;
  const criteria = present({
    kind: criterion,
    status,
    guideline: reliesOn,
    decisive: decisive === true || undefined,
  });
  const asked = {
    ...lists,
    decisionDate: present({ from, to }),
    citations: present({ source, guideline, role }),
    // The least confidence of statements that count anywhere: so what is listed is what was counted.
    criteria: criteria && { ...criteria, minConfidence: 0.5 },
  };
  // An address may hold any words; the API says which of them no letter has.
  return present(asked) ?? {};
}

/** Whether anything is asked for at all. */
export function isEmpty(filter: Filter): boolean {
  return present(filter) === undefined;
}

/** What is not undefined; undefined when all is. */
function present(values: object): object | undefined {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}

function setOrDelete(params: URLSearchParams, name: string, value: string | undefined): void {
  if (value === undefined) params.delete(name);
  else params.set(name, value);
}
