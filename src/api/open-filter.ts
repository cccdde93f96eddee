import type { GraphClient } from '../graph/client.js';
import { knownNames, type AskedNames, type NameKind } from '../query/vocabulary.js';
import { keyOf, type NodeType } from './global-id.js';

/** Whose filter it is: what its `id` names. */
export type FilterOf = Exclude<NodeType, 'QuarantinedDocument'>;

/** The conditions that hold ids, beside `id`. */
const IDS: Readonly<Record<string, NodeType>> = {
  case: 'Case',
  item: 'Item',
  reviewer: 'Reviewer',
  guideline: 'Guideline',
  under: 'Guideline',
};

/** The conditions that hold names. */
const NAMES: Readonly<Record<string, NameKind>> = {
  specialty: 'SPECIALTY',
  licensureState: 'LICENSURE_STATE',
  bodyRegion: 'BODY_REGION',
  modality: 'MODALITY',
  category: 'CATEGORY',
  drug: 'DRUG',
  drugClass: 'DRUG_CLASS',
  source: 'SOURCE',
  guideline: 'GUIDELINE',
  under: 'GUIDELINE',
};

/** Names that were found, and where the known ones go. */
interface Slot extends AskedNames {
  readonly fill: (names: readonly string[]) => void;
}

/**
 * A filter as questions take it: with keys for global ids, and names in the spelling that the graph holds them in.
 * @throws {InputError} that names the condition, for an id of another type or a name that is not known
 */
export async function openFilter<Filter extends object>(
  client: GraphClient,
  filter: Filter,
  of: FilterOf,
): Promise<Filter> {
  const slots: Slot[] = [];
  const opened = open(filter, of, 'filter', slots);
  const names = await knownNames(client, slots);
  slots.forEach(({ fill }, i) => {
    fill(names[i] ?? []);
  });
  return opened as Filter;
}

function open(filter: object, of: FilterOf, path: string, slots: Slot[]): object {
  const opened: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(filter)) {
    opened[field] = openValue(value, field, of, `${path}.${field}`, slots, (names) => {
      opened[field] = Array.isArray(value) ? names : names[0];
    });
  }
  return opened;
}

function openValue(
  value: unknown,
  field: string,
  of: FilterOf,
  path: string,
  slots: Slot[],
  fill: Slot['fill'],
): unknown {
  if (value === null || value === undefined) return value;
  const type = field === 'id' ? of : IDS[field];
  if (typeof value === 'string' || isTexts(value)) {
    const keys = type ? mapped(value, (id) => keyOf(type, id, path)) : value;
    const kind = NAMES[field];
    if (kind) slots.push({ argument: path, kind, values: [keys].flat(), fill });
    return keys;
  }
  const inner = field === 'findings' ? 'Finding' : of;
  if (Array.isArray(value))
    return value.map((part: unknown, i) => openPart(part, inner, `${path}.${i}`, slots));
  return openPart(value, inner, path, slots);
}

function openPart(part: unknown, of: FilterOf, path: string, slots: Slot[]): unknown {
  return typeof part === 'object' && part !== null ? open(part, of, path, slots) : part;
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((part) => typeof part === 'string');
}

function mapped(value: string | string[], change: (text: string) => string): string | string[] {
  return Array.isArray(value) ? value.map(change) : change(value);
}
