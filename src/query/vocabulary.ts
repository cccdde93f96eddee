import type { GraphClient } from '../graph/client.js';
import { fold } from '../normalise/names.js';
import {
  categoryNames,
  drugClassNames,
  drugNames,
  guidelinePaths,
  modalityNames,
  regionNames,
  sourceNames,
  specialties,
  states,
  type CatalogueName,
} from '../normalise/vocabulary.js';
import { InputError } from './input-error.js';
import { suggestions } from './suggestions.js';

/** The names of one kind: what the catalogue has, and the statement that tells what the graph has beside that. */
interface Vocabulary {
  /** What one of them is called. */
  readonly noun: string;
  readonly names: readonly CatalogueName[];
  /** Whether the other words of the catalogue mean its name without any doubt. */
  readonly takesOtherWords?: true;
  /** Left out where the graph holds nothing that the catalogue does not. */
  readonly statement?: string;
}

const REVIEWERS = 'read/known-reviewer-names';
const ITEMS = 'read/known-item-names';
const GUIDELINES = 'read/known-guidelines';

const VOCABULARIES = {
  SPECIALTY: { noun: 'specialty', names: specialties, statement: REVIEWERS },
  LICENSURE_STATE: { noun: 'state', names: states, takesOtherWords: true, statement: REVIEWERS },
  BODY_REGION: { noun: 'body region', names: regionNames, statement: ITEMS },
  MODALITY: { noun: 'kind of service', names: modalityNames, statement: ITEMS },
  CATEGORY: { noun: 'treatment request category', names: categoryNames, statement: ITEMS },
  DRUG: { noun: 'drug', names: drugNames },
  DRUG_CLASS: { noun: 'class of drugs', names: drugClassNames },
  SOURCE: { noun: 'source of guidelines', names: sourceNames, statement: GUIDELINES },
  GUIDELINE: { noun: 'guideline', names: guidelinePaths, statement: GUIDELINES },
} as const satisfies Record<string, Vocabulary>;

/** What names are of. */
export type NameKind = keyof typeof VOCABULARIES;

/** Names that an argument holds. */
export interface AskedNames {
  /** Path of the argument: `filter.specialty`. */
  readonly argument: string;
  readonly kind: NameKind;
  readonly values: readonly string[];
}

/**
 * The names in the spelling of the catalogue or the graph, in the order of `asked`: upper and lower case, punctuation and
 * "&" for "and" do not matter, and states may be written out. Runs at most one statement a kind, and none for what the
 * catalogue knows.
 * @throws InputError that names the argument of the first name that is not known, with names that may be meant.
 */
export async function knownNames(
  client: GraphClient,
  asked: readonly AskedNames[],
): Promise<readonly (readonly string[])[]> {
  const held = await heldByGraph(client, asked);
  return asked.map(({ argument, kind, values }) =>
    values.map((value, i) => {
      const more = held.get(kind) ?? [];
      const name =
        more.find((one) => one === value) ?? spelledByCatalogue(kind, value) ?? spelledAs(value, more);
      if (name !== undefined) return name;
      throw new InputError(values.length > 1 ? `${argument}.${i}` : argument, problem(kind, value, more));
    }),
  );
}

/** What the graph holds of the kinds of which something is asked that the catalogue does not know. */
async function heldByGraph(
  client: GraphClient,
  asked: readonly AskedNames[],
): Promise<ReadonlyMap<NameKind, readonly string[]>> {
  const missed = new Map<NameKind, Set<string>>();
  for (const { kind, values } of asked) {
    const names = values.filter((value) => !isTheCatalogues(kind, value));
    if (names.length > 0) missed.set(kind, new Set([...(missed.get(kind) ?? []), ...names]));
  }
  const held = await Promise.all(
    [...missed].map(async ([kind, names]): Promise<[NameKind, readonly string[]]> => {
      const { statement }: Vocabulary = VOCABULARIES[kind];
      if (statement === undefined) return [kind, []];
      const rows = await client.read<{ name: string }>(statement, { kind, names: [...names] });
      return [kind, rows.map(({ name }) => name)];
    }),
  );
  return new Map(held);
}

/**
 * Whether the catalogue tells what a name is, so that the graph need not be asked. Guidelines that it does not resolve stay
 * as letters write them, so one may differ from a name of the catalogue in case alone.
 */
function isTheCatalogues(kind: NameKind, value: string): boolean {
  const name = spelledByCatalogue(kind, value);
  return kind === 'GUIDELINE' || kind === 'SOURCE' ? name === value : name !== undefined;
}

function problem(kind: NameKind, value: string, held: readonly string[]): string {
  const { noun, names } = VOCABULARIES[kind];
  const near = suggestions(value, names, held);
  const question = near.length === 0 ? '' : `; did you mean ${alternatives(near)}?`;
  return `names no ${noun} that is known${question}`;
}

function alternatives(names: readonly string[]): string {
  const quoted = names.map((name) => `"${name}"`);
  const last = quoted.pop() ?? '';
  return quoted.length > 0 ? `${quoted.join(', ')} or ${last}` : last;
}

const indexes = new Map<NameKind, ReadonlyMap<string, string>>();

/** The catalogue's own spelling of a name; undefined when it has no such name. */
function spelledByCatalogue(kind: NameKind, value: string): string | undefined {
  let index = indexes.get(kind);
  if (!index) indexes.set(kind, (index = indexOf(VOCABULARIES[kind])));
  return index.get(fold(value)) ?? (kind === 'DRUG' ? compound(value) : undefined);
}

function indexOf({ names, takesOtherWords }: Vocabulary): ReadonlyMap<string, string> {
  const words = names.flatMap(({ name, otherWords }) =>
    (takesOtherWords ? otherWords : []).map((other) => [fold(other), name] as const),
  );
  return new Map([...words, ...names.map(({ name }) => [fold(name), name] as const)]);
}

/** What compounds and combinations may be made of. */
const ingredients = new Map(
  drugNames.flatMap(({ name }) => name.split('/')).map((ingredient) => [fold(ingredient), ingredient]),
);

/** A compound, named by its ingredients, of which only the first is capitalised: "Flurbiprofen/lidocaine". */
function compound(value: string): string | undefined {
  const [first, ...others] = value.split('/').map((part) => ingredients.get(fold(part)));
  if (first === undefined || others.length === 0 || others.includes(undefined)) return undefined;
  const name = [first, ...others.map((other = '') => other.toLowerCase())].join('/');
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** The same name out of a list, but for case and punctuation. */
function spelledAs(value: string, names: readonly string[]): string | undefined {
  const folded = fold(value);
  return folded === '' ? undefined : names.find((name) => fold(name) === folded);
}
