import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { fold } from '../../../src/normalise/names.js';
import {
  bodyRegions,
  drugs,
  officialCategory,
  readService,
  services,
  treatmentCategories,
} from '../../../src/normalise/service/service.js';

const serviceOf = (label: string) => readService(label).service;

function readData(name: string): Record<string, object[]> {
  const file = new URL(`../../../src/normalise/data/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, object[]>;
}

const keysOf = (entries: readonly object[] | undefined) =>
  [...new Set((entries ?? []).flatMap((entry) => Object.keys(entry)))].sort();

/** Values that occur more than once. */
const repeated = (values: readonly string[]) => values.filter((value, i) => values.indexOf(value) !== i);

const serviceTerms = services.flatMap(({ modality, terms, weakTerms = [] }) =>
  [...terms, ...weakTerms].map((term) => ({ term, means: modality })),
);
const drugTerms = drugs.flatMap(({ name, aliases = [], brands = [] }) =>
  [name, ...aliases, ...brands].map((term) => ({ term, means: name })),
);

describe('the lexicon of services', () => {
  test('names each modality and each body region once', () => {
    expect(repeated(services.map(({ modality }) => fold(modality)))).toEqual([]);
    expect(repeated(bodyRegions.map(({ name }) => name))).toEqual([]);
  });

  test('gives each term one meaning, drugs among them', () => {
    const meanings = new Map<string, Set<string>>();
    for (const { term, means } of [...serviceTerms, ...drugTerms]) {
      meanings.set(fold(term), (meanings.get(fold(term)) ?? new Set()).add(means));
    }
    const several = [...meanings].filter(([, modalities]) => modalities.size > 1);
    expect(several.map(([term, modalities]) => [term, ...modalities])).toEqual([]);
  });

  test('finds each term as its own modality', () => {
    const other = serviceTerms
      .map(({ term, means }) => ({ term, means, found: serviceOf(term).modality }))
      .filter(({ term, means, found }) => found !== means && !isByRegion(term, means, found));
    expect(other).toEqual([]);
  });

  test('finds each body region by each of its terms', () => {
    for (const { name, terms } of bodyRegions) {
      for (const term of terms) expect(serviceOf(`MRI of the left ${term}`).bodyRegions).toContain(name);
    }
  });
});

/** "Arthroscopy of the knee" is more than an arthroscopy. */
function isByRegion(term: string, means: string, found: string | null): boolean {
  const byRegion = services.find(({ modality }) => modality === means)?.byRegion ?? {};
  return serviceOf(term).bodyRegions.length > 0 && Object.values(byRegion).includes(found ?? '');
}

describe('the list of drugs', () => {
  test("names each drug once, and holds those of workers' compensation", () => {
    expect(repeated(drugs.map(({ name }) => fold(name)))).toEqual([]);
    expect(drugs.length).toBeGreaterThan(350);
  });

  test('finds each drug by its generic name, aliases and brands', () => {
    const other = drugTerms
      .map(({ term, means }) => ({ term, means, found: serviceOf(term).drug?.name }))
      .filter(({ means, found }) => found !== means);
    expect(other).toEqual([]);
  });

  test('says of a brand which one it is', () => {
    const lost = drugs
      .flatMap(({ brands = [] }) => brands)
      .filter((brand) => serviceOf(brand).drug?.brand !== brand);
    expect(lost).toEqual([]);
  });

  test('combines only with drugs that it has', () => {
    const names = new Set(drugs.map(({ name }) => name));
    const combined = drugs.flatMap((drug) => (drug.combined === undefined ? [] : [drug.combined]));
    expect(combined.filter((name) => !names.has(name))).toEqual([]);
  });
});

describe('the categories', () => {
  const official = treatmentCategories.flatMap((entry) => [entry.official, ...(entry.alsoOfficial ?? [])]);

  test('stand for each option of the search page once', () => {
    expect(repeated(official)).toEqual([]);
    expect(repeated(treatmentCategories.map(({ category }) => category))).toEqual([]);
    expect(official.length + (readData('treatment-categories')['unmapped'] ?? []).length).toBe(87);
  });

  test('keep the spelling of that page', () => {
    expect(officialCategory('Pharmaceuticals > Opioid Antagonist')).toBe(
      'Pharmaceuticals *  * Opoid Antagonist',
    );
    expect(officialCategory('Diagnostic Testing > Imaging/Radiology')).toBe(
      'Diagnostic Testing * "Imaging *  Radiology"',
    );
    expect(officialCategory('Nothing')).toBeUndefined();
  });

  test('hold every service and every class of drugs', () => {
    const classes = drugs.flatMap((drug) => [drug.class, drug.topical?.class ?? null]);
    const used = [
      ...services.map(({ category }) => category),
      ...drugs.map(({ category = null }) => category),
      ...classes.map((name) => name && `Pharmaceuticals > ${name}`),
    ];
    expect(used.filter((category) => category !== null && officialCategory(category) === undefined)).toEqual(
      [],
    );
  });

  test('of modalities that depend on the region are known', () => {
    const names = services.flatMap(({ byRegion = {} }) => Object.values(byRegion));
    const modalities = new Set(services.map(({ modality }) => modality));
    expect(names.filter((name) => name !== undefined && !modalities.has(name))).toEqual([]);
  });
});

test('the data has no key that the project does not read', () => {
  expect(keysOf(readData('services')['services'])).toEqual([
    'byRegion',
    'category',
    'generic',
    'modality',
    'terms',
    'weakTerms',
  ]);
  expect(keysOf(readData('drugs')['drugs'])).toEqual([
    'aliases',
    'brandForms',
    'brands',
    'category',
    'class',
    'combined',
    'modality',
    'name',
    'route',
    'topical',
  ]);
  expect(keysOf(readData('body-regions')['regions'])).toEqual(['name', 'terms']);
  expect(keysOf(readData('treatment-categories')['categories'])).toEqual([
    'alsoOfficial',
    'category',
    'official',
  ]);
});
