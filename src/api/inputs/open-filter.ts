import type { GraphClient } from '../../graph/client.js';
import { knownNames, type AskedNames, type NameKind } from '../../query/vocabulary.js';

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
 * A filter as questions take it: with names in the spelling that the graph holds them in.
 * @throws {InputError} that names the condition, for a name that is not known
 */
export async function openFilter<Filter extends object>(
  client: GraphClient,
  filter: Filter,
): Promise<Filter> {
  const slots: Slot[] = [];
  const opened = open(filter, 'filter', slots) as Filter;
  const names = await knownNames(client, slots);
  slots.forEach(({ fill }, i) => {
    fill(names[i] ?? []);
  });
  return opened;
}

/** A copy, whose names are to be filled in. */
function open(value: unknown, path: string, slots: Slot[]): unknown {
  if (Array.isArray(value)) return value.map((part: unknown, i) => open(part, `${path}.${i}`, slots));
  if (typeof value !== 'object' || value === null) return value;
  const opened: Record<string, unknown> = {};
  for (const [field, inner] of Object.entries(value) as [string, unknown][]) {
    const argument = `${path}.${field}`;
    opened[field] = open(inner, argument, slots);
    const kind = NAMES[field];
    if (!kind || inner === null || inner === undefined) continue;
    const fill: Slot['fill'] = (names) => {
      opened[field] = Array.isArray(inner) ? names : names[0];
    };
    slots.push({ argument, kind, values: [inner].flat() as string[], fill });
  }
  return opened;
}
