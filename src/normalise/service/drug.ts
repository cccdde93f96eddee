import type { Drug, Ingredient } from '../determination.js';
import type { Words } from '../term-index.js';
import { drugNamed, type DrugEntry } from './catalogue.js';
import { drugQuantityIn, formIn, NOT_ON_THE_SKIN, ON_THE_SKIN, refillsIn, strengthIn } from './drug-words.js';
import type { DrugMatch } from './named.js';
import type { Found, Places } from './places.js';

export const COMPOUND = 'Topical compound';
/** The class of compounds. */
export const COMPOUNDS = 'Topical Compounds';
const WITH_ACETAMINOPHEN = /^[\d.]+\/(?:300|325|500|650|750)\b/;

/** A drug as a label asks for it, with what that makes it in the catalogue. */
export interface DrugReading {
  readonly drug: Drug;
  readonly modality: string;
  readonly category: string | null;
  readonly places: Places;
  /** Those of the matches that are this drug, or an ingredient of it. */
  readonly matches: ReadonlySet<DrugMatch>;
}

/** All that is said of one drug: its names stand side by side ("Ultram (tramadol) 50mg"). */
interface Mention {
  drug: DrugEntry;
  readonly matches: DrugMatch[];
  strength: Found<string> | null;
}

/** What a label calls it beside the drugs' names: compounded, or an injection of them. */
type Mixture = 'compound' | 'injection' | null;

/** Reads the first drug of a label, or the compound or injection that several are ingredients of. */
export function readDrug(words: Words, matches: readonly DrugMatch[], mixture: Mixture): DrugReading | null {
  const mentions = mentionsOf(words.text, matches);
  const [first] = mentions;
  if (!first) return null;
  const form = formIn(words, 0);
  if (mixture === 'injection' && mentions.length > 1) return mixed(words.text, mentions, form, INJECTED);
  const ingredients = compoundOf(mentions, form?.value ?? null, mixture === 'compound');
  if (ingredients.length > 0) return mixed(words.text, ingredients, form, COMPOUNDED);
  const isCombined = WITH_ACETAMINOPHEN.test(first.strength?.value ?? '');
  const drug = (isCombined && drugNamed(first.drug.combined ?? '')) || first.drug;
  const brand = first.matches.find(({ value }) => value.brand !== null);
  const givenAs = form?.value ?? drug.brandForms?.[brand?.value.brand ?? ''] ?? null;
  const { modality, category, class: drugClass } = asGiven(drug, givenAs, first.strength?.value);
  const facts = factsOf(words.text, first, form);
  return {
    drug: {
      name: drug.name,
      class: drugClass,
      brand: brand?.value.brand ?? null,
      strength: first.strength?.value ?? null,
      form: givenAs,
      quantity: facts.quantity?.value ?? null,
      refills: facts.refills?.value ?? null,
      ingredients: [],
    },
    modality,
    category,
    places: {
      ...facts.places,
      ...(brand ? { 'drug.brand': [brand.start, brand.end] } : {}),
      ...placeOf('drug.strength', first.strength),
    },
    matches: new Set(first.matches),
  };
}

function mentionsOf(label: string, matches: readonly DrugMatch[]): Mention[] {
  const mentions: Mention[] = [];
  for (const match of matches) {
    const last = mentions.at(-1);
    if (last?.drug === match.value.drug) last.matches.push(match);
    else mentions.push({ drug: match.value.drug, matches: [match], strength: null });
  }
  const isBefore = strengthsStandBefore(label, mentions);
  mentions.forEach((mention, i) => {
    const [start, end] = boundsOf(mention);
    const isSolid = mention.drug.route === undefined || mention.drug.route === 'injected';
    const before = [boundsOf(mentions[i - 1])[1], start] as const;
    const after = [end, boundsOf(mentions[i + 1])[0]] as const;
    const places = isBefore ? [before] : [after, ...(i === 0 ? [before] : [])];
    for (const [from, to] of places) mention.strength ??= strengthIn(label, from, to, isSolid);
    for (let m = 1; m < Math.min(mention.matches.length, MOST_NAMES); m++)
      mention.strength ??= strengthIn(
        label,
        mention.matches[m - 1]?.end ?? 0,
        mention.matches[m]?.start ?? 0,
        isSolid,
      );
  });
  return mentions;
}

/** Between so many names of one drug its strength is looked for. */
const MOST_NAMES = 4;

/** Where the names of a drug begin and end; the label's ends for none. */
function boundsOf(mention: Mention | undefined): readonly [number, number] {
  return mention ? [mention.matches[0]?.start ?? 0, mention.matches.at(-1)?.end ?? 0] : [Infinity, 0];
}

/** "20% flurbiprofen / 10% baclofen": the strength before each name. */
function strengthsStandBefore(label: string, mentions: readonly Mention[]): boolean {
  const [start] = boundsOf(mentions[0]);
  const first = mentions.length > 1 ? strengthIn(label, 0, start, false) : null;
  return first !== null && /^[\s(]{0,3}$/.test(label.slice(first.end, start));
}

/**
 * The ingredients when it is a topical compound: called so, several with a percentage each, or one that is otherwise
 * swallowed and here has a percentage or is a cream.
 */
function compoundOf(
  mentions: readonly Mention[],
  form: string | null,
  isCompound: boolean,
): readonly Mention[] {
  const [first] = mentions;
  const withPercentage = mentions.filter(({ strength }) => strength?.value.endsWith('%'));
  if (withPercentage.length > 1 || (isCompound && form !== 'tablet')) return mentions;
  if (!first || first.drug.route !== undefined || first.drug.topical) return [];
  const isOnTheSkin = ON_THE_SKIN.has(form ?? '');
  const hasPercentage = first === withPercentage[0] && !NOT_ON_THE_SKIN.has(form ?? '');
  return isOnTheSkin || hasPercentage ? mentions : [];
}

interface Kind {
  readonly modality: string;
  readonly category: string;
  readonly class: string | null;
}

const COMPOUNDED: Kind = { modality: COMPOUND, category: `Pharmaceuticals > ${COMPOUNDS}`, class: COMPOUNDS };
const INJECTED: Kind = { modality: 'Injection', category: 'Injection > Injection', class: null };

/** Several drugs as one. */
function mixed(
  label: string,
  mentions: readonly Mention[],
  form: Found<string> | null,
  kind: Kind,
): DrugReading {
  const ingredients = mentions.map(({ drug, strength }): Ingredient => ({
    name: drug.name,
    strength: strength?.value ?? null,
  }));
  const [only] = ingredients;
  const facts = factsOf(label, mentions.at(-1), form);
  const places: Places = { ...facts.places };
  mentions.forEach(({ matches, strength }, i) => {
    const [match] = matches;
    if (match) places[`drug.ingredients.${i}.name`] = [match.start, match.end];
    if (strength) places[`drug.ingredients.${i}.strength`] = [strength.start, strength.end];
    if (strength && mentions.length === 1) places['drug.strength'] = [strength.start, strength.end];
  });
  return {
    drug: {
      name: ingredients.map(({ name }, i) => (i === 0 ? name : name.toLowerCase())).join('/'),
      class: kind.class,
      brand: null,
      strength: ingredients.length === 1 ? (only?.strength ?? null) : null,
      form: form?.value ?? null,
      quantity: facts.quantity?.value ?? null,
      refills: facts.refills?.value ?? null,
      ingredients,
    },
    modality: kind.modality,
    category: kind.category,
    places,
    matches: new Set(mentions.flatMap(({ matches }) => matches)),
  };
}

/** What a drug is in the form that it is given in: diclofenac is an NSAID, its gel a topical analgesic. */
function asGiven(drug: DrugEntry, form: string | null, strength: string | undefined) {
  const { topical } = drug;
  const isTopical =
    topical !== undefined &&
    (ON_THE_SKIN.has(form ?? '') || form === 'patch' || (form === null && isTopicalStrength(drug, strength)));
  if (isTopical) {
    const inForm = form === 'patch' ? topical.patch : form === 'ointment' ? topical.ointment : undefined;
    return {
      modality: inForm ?? topical.modality,
      class: topical.class,
      category: categoryOfClass(topical.class),
    };
  }
  const modality = drug.modality ?? drug.name;
  const isUntold = drug.class === null && drug.route === 'any';
  const category = drug.category ?? (isUntold ? null : categoryOfClass(drug.class));
  return { modality, class: drug.class, category };
}

/** Weak solutions of an anaesthetic are injected as well as rubbed in. */
const LEAST_TOPICAL_PERCENTAGE = 3;

function isTopicalStrength({ route }: DrugEntry, strength = ''): boolean {
  return strength.endsWith('%') && (route !== 'any' || parseFloat(strength) >= LEAST_TOPICAL_PERCENTAGE);
}

const categoryOfClass = (drugClass: string | null): string =>
  drugClass === null ? 'Pharmaceuticals' : `Pharmaceuticals > ${drugClass}`;

function factsOf(label: string, mention: Mention | undefined, form: Found<string> | null) {
  const [start, end] = boundsOf(mention);
  const name = { value: null, start, end };
  const quantity = drugQuantityIn(label, name, mention?.strength ?? null);
  const refills = refillsIn(label);
  const places: Places = {
    ...placeOf('drug.form', form),
    ...placeOf('drug.quantity', quantity),
    ...placeOf('drug.refills', refills),
  };
  return { quantity, refills, places };
}

function placeOf(name: string, found: Found<unknown> | null): Places {
  return found ? { [name]: [found.start, found.end] } : {};
}
