/**
 * The names that the catalogue has for what findings can be narrowed by, with the words that people may write instead.
 */
import specialtiesData from './data/specialties.json' with { type: 'json' };
import statesData from './data/states.json' with { type: 'json' };
import { mtusTitles, odgChapters, odgTopicNames, sectionsOf, sources, type MtusTitle } from './catalogue.js';
import { drugs, services } from './service/catalogue.js';
import { treatmentCategories } from './service/categories.js';
import { COMPOUND, COMPOUNDS } from './service/drug.js';
import { bodyRegions } from './service/regions.js';

/** One name, and other words for it: spellings, abbreviations, brands. */
export interface CatalogueName {
  readonly name: string;
  readonly otherWords: readonly string[];
}

export const specialties: readonly CatalogueName[] = specialtiesData.specialties.map(({ name, aliases }) =>
  named(name, aliases),
);

/** The states, territories and the district by their USPS codes; other words: their names. */
export const states: readonly CatalogueName[] = statesData.states.map(({ code, name, aliases }) =>
  named(code, [name, ...aliases]),
);

export const regionNames: readonly CatalogueName[] = bodyRegions.map(({ name, terms }) => named(name, terms));

export const categoryNames: readonly CatalogueName[] = treatmentCategories.map(({ category }) =>
  named(category),
);

/** The kinds of service, drugs among them: a drug is the service of that name. */
export const modalityNames: readonly CatalogueName[] = merged([
  ...services.flatMap(({ modality, terms, weakTerms = [], byRegion = {} }) => [
    named(modality, [...terms, ...weakTerms]),
    ...Object.values(byRegion).map((name) => named(name ?? modality)),
  ]),
  ...drugs.flatMap(({ name, modality = name, aliases = [], brands = [], topical }) => [
    named(modality, [name, ...aliases, ...brands]),
    ...[topical?.modality, topical?.patch, topical?.ointment].map((given) => named(given ?? modality)),
  ]),
  named(COMPOUND),
]);

/** The drugs by their generic names. */
export const drugNames: readonly CatalogueName[] = drugs.map(({ name, aliases = [], brands = [] }) =>
  named(name, [...aliases, ...brands]),
);

export const drugClassNames: readonly CatalogueName[] = merged(
  [...drugs.flatMap((drug) => [drug.class, drug.topical?.class]), COMPOUNDS].flatMap((name) =>
    name ? [named(name)] : [],
  ),
);

export const sourceNames: readonly CatalogueName[] = sources.map(({ name, aliases }) => named(name, aliases));

/** The guidelines that the catalogue knows, as the graph names them: `ODG > Knee & Leg`, `MTUS > Knee Complaints (2004)`. */
export const guidelinePaths: readonly CatalogueName[] = merged([
  ...sourceNames,
  ...odgChapters.flatMap(({ name, titles, shortNames }) => [
    named(`ODG > ${name}`, [...titles, ...shortNames]),
    ...odgTopicNames.map((topic) => named(`ODG > ${name} > ${topic}`)),
  ]),
  ...mtusTitles.flatMap((title) => [
    ...(title.notInMtus ? [] : mtusPaths(title)),
    ...(title.notInAcoem ? [] : [named(`ACOEM > ${title.name}`, title.aliases)]),
  ]),
]);

/** A title of the MTUS in each edition with its sections, and without one, as letters cite it where none is known. */
function mtusPaths(title: MtusTitle): readonly CatalogueName[] {
  const path = `MTUS > ${title.name}`;
  const editions = title.editions.flatMap(({ year }) => [
    named(`${path} (${year})`, title.aliases),
    ...sectionsOf(title, year).names.map((section) => named(`${path} (${year}) > ${section}`)),
  ]);
  return [named(path, title.aliases), ...editions];
}

function named(name: string, otherWords: readonly string[] = []): CatalogueName {
  return { name, otherWords };
}

/** Each name once, with all other words for it. */
function merged(names: readonly CatalogueName[]): readonly CatalogueName[] {
  const byName = new Map<string, readonly string[]>();
  for (const { name, otherWords } of names) byName.set(name, [...(byName.get(name) ?? []), ...otherWords]);
  return [...byName].map(([name, otherWords]) => named(name, otherWords));
}
