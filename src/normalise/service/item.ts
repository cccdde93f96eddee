import type { Service } from '../determination.js';
import type { TermMatch, Words } from '../term-index.js';
import { categoryOf, type Term } from './catalogue.js';
import { COMPOUND, readDrug, type DrugReading } from './drug.js';
import { isDrug, type DrugMatch, type Named, type ServiceMatch } from './named.js';
import type { Found, Places } from './places.js';

type Kind = Pick<Service, 'modality' | 'category'>;

/** The service itself: a term of the catalogue, or what several of them make together. */
export interface Item extends Kind {
  readonly drug: DrugReading | null;
  readonly also: readonly Kind[];
  readonly places: Places;
}

const UNCLASSIFIED: Kind = { modality: null, category: null };

/** What the terms of a label come to. */
export function itemOf(
  words: Words,
  { main, asked, matches }: Named,
  regions: readonly Found<string>[],
): Item {
  if (!main) return { ...UNCLASSIFIED, drug: null, also: [], places: {} };
  const compounded = asked.find((match) => !isDrug(match) && match.value.entry.modality === COMPOUND);
  const drugMatches = asked.filter(isDrug);
  const injection = injectionOf(main, drugMatches, matches);
  const mixture = injection ? 'injection' : compounded ? 'compound' : null;
  const drug = isDrug(main) || main === compounded ? readDrug(words, drugMatches, mixture) : null;
  const kinds = asked.map((match) => {
    const { modality, category } = kindOf(match, regions);
    return { modality, category, start: match.start, end: match.end };
  });
  const mainKind = injection ?? drug ?? kinds[asked.indexOf(main)] ?? UNCLASSIFIED;
  const rest = kinds.filter((kind, i) => !belongsToMain(asked[i], main, drug, compounded));
  const others = rest.filter((kind, i) => kind.modality !== mainKind.modality && isFirst(rest, i));
  const both = together(mainKind, others);
  const also = both ? others.filter((kind) => !both.parts.includes(kind.modality ?? '')) : others;
  const { start, end } = injection?.match ?? main;
  const places: Places = { modality: [start, end], ...drug?.places };
  const [named] = drug ? drug.matches : [];
  if (named) places['drug.name'] = [named.start, named.end];
  also.forEach((kind, i) => (places[`also.${i}.modality`] = [kind.start, kind.end]));
  return {
    modality: both?.modality ?? mainKind.modality,
    category: both?.category ?? mainKind.category,
    drug,
    also: also.map(({ modality, category }) => ({ modality, category })),
    places,
  };
}

const isFirst = (kinds: readonly Kind[], i: number): boolean =>
  kinds.findIndex(({ modality }) => modality === kinds[i]?.modality) === i;

function kindOf(match: ServiceMatch | DrugMatch, regions: readonly Found<string>[]): Kind {
  if (isDrug(match)) {
    const { drug } = match.value;
    const category =
      drug.category ?? (drug.class === null ? 'Pharmaceuticals' : `Pharmaceuticals > ${drug.class}`);
    return {
      modality: drug.modality ?? drug.name,
      category: drug.route === 'any' && drug.class === null ? null : category,
    };
  }
  const { entry } = match.value;
  if (!entry.byRegion) return entry;
  const inRegion = regions.map(({ value }) => entry.byRegion?.[value]).find((name) => name !== undefined);
  return inRegion === undefined ? entry : { modality: inRegion, category: categoryOf(inRegion) };
}

/** A laboratory's "PT" is the prothrombin time. */
const LAB = 'Diagnostic Testing > Lab & Pathology';

function belongsToMain(
  match: ServiceMatch | DrugMatch | undefined,
  main: ServiceMatch | DrugMatch,
  drug: DrugReading | null,
  compounded: ServiceMatch | DrugMatch | undefined,
): boolean {
  if (!match || match === main || match === compounded) return true;
  if (isDrug(match)) return drug?.matches.has(match) ?? false;
  const isLab = !isDrug(main) && main.value.entry.category === LAB;
  return isLab && match.value.entry.modality === 'Physical therapy' && match.end - match.start === 2;
}

const STEROIDS = 'Adrenal Cortical Steroids';

/** "Lidocaine and Kenalog injection" asks for an injection, "Toradol injection" for the drug. */
function injectionOf(
  main: ServiceMatch | DrugMatch,
  drugMatches: readonly DrugMatch[],
  matches: Named['matches'],
): (Kind & { match: TermMatch<Term> }) | null {
  const match = matches.find(({ value }) => value.kind === 'service' && value.entry.modality === 'Injection');
  if (!match || !isDrug(main)) return null;
  const isSteroid = drugMatches.some(
    ({ value: { drug } }) => drug.class === STEROIDS || drug.modality === 'Corticosteroid injection',
  );
  const isAnaesthetic = main.value.drug.route === 'any' && main.value.drug.class === null;
  const modality = isSteroid ? 'Corticosteroid injection' : isAnaesthetic ? 'Injection' : null;
  return modality === null ? null : { modality, category: categoryOf(modality), match };
}

const PAIRS: readonly (Kind & { parts: readonly [string, string] })[] = [
  { parts: ['EMG', 'NCS'], modality: 'EMG/NCS', category: 'Diagnostic Testing > EMG/NCV/NCS' },
  {
    parts: ['Physical therapy', 'Occupational therapy'],
    modality: 'Physical or occupational therapy',
    category: 'Rehabilitation > Physical Therapy/Occupational Therapy (PT/OT)',
  },
];

/** Two services that are one item when both are asked for. */
function together({ modality }: Kind, also: readonly Kind[]) {
  if (also.length === 0) return undefined;
  const names = [modality, ...also.map((kind) => kind.modality)];
  return PAIRS.find(
    ({ parts }) => parts.includes(modality ?? '') && parts.every((part) => names.includes(part)),
  );
}
