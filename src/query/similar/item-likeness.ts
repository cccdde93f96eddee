import { wordsOf } from '../search/words.js';
import type { ItemFacts, SeedItem } from './seed.js';

/** How alike two items are that are not the same: what they have in common, from the most telling down. */
const SAME_DRUG = 0.9;
const ONE_NAMES_NO_REGION = 0.8;
const SHARED_REGION = 0.5;
const SAME_MODALITY = 0.5;
const SAME_DRUG_CLASS = 0.5;
const SAME_CATEGORY = 0.25;
const SAME_REGION = 0.1;
/** Of items that the catalogue does not know the names are compared; so much of their words must be the same. */
const LEAST_OF_NAME = 0.5;
const ALL_OF_NAME = 0.8;

interface Alike {
  readonly likeness: number;
  readonly says: string;
}

/** How alike an item is to the nearest of a seed's; no part when it has nothing in common with any. */
export function itemLikeness(
  seeds: readonly SeedItem[],
  item: ItemFacts,
): { likeness: number; reason: { says: string } }[] {
  let best: Alike | undefined;
  for (const seed of seeds) {
    const alike = compareItems(seed, item);
    const likeness = alike ? alike.likeness * seed.weight : 0;
    if (alike && likeness > (best?.likeness ?? 0)) best = { likeness, says: alike.says };
  }
  return best ? [{ likeness: best.likeness, reason: { says: best.says } }] : [];
}

function compareItems(one: ItemFacts, other: ItemFacts): Alike | undefined {
  if (one.drug !== null && one.drug === other.drug) {
    const likeness = one.itemId === other.itemId ? 1 : SAME_DRUG;
    return { likeness, says: `Both ask for ${one.drug}.` };
  }
  if (one.itemId === other.itemId && one.drug === null && other.drug === null) {
    return { likeness: 1, says: `Both ask for ${one.name}.` };
  }
  return compareModalities(one, other) ?? compareNames(one, other) ?? compareKinds(one, other);
}

function compareModalities(one: ItemFacts, other: ItemFacts): Alike | undefined {
  if (one.modality === null || one.modality !== other.modality) return undefined;
  const both = `Both ask for ${one.modality}`;
  const [own, others] = [one.bodyRegions, other.bodyRegions];
  const shared = own.filter((region) => others.includes(region));
  if (own.length === others.length && shared.length === own.length) {
    return { likeness: one.drug === other.drug ? 1 : ONE_NAMES_NO_REGION, says: `Both ask for ${one.name}.` };
  }
  if (own.length === 0 || others.length === 0) {
    const named = own.length > 0 ? `here of ${own.join(', ')}` : `there of ${others.join(', ')}`;
    return { likeness: ONE_NAMES_NO_REGION, says: `${both}, ${named}.` };
  }
  const all = own.length + others.length - shared.length;
  const differing =
    shared.length > 0
      ? `${ofRegions(shared)}, there of ${others.join(', ')}`
      : `, there of ${others.join(', ')}`;
  return { likeness: SAME_MODALITY + (SHARED_REGION * shared.length) / all, says: `${both}${differing}.` };
}

function compareNames(one: ItemFacts, other: ItemFacts): Alike | undefined {
  if (one.modality !== null) return undefined;
  const [own, others] = [stemsOf(one.name), stemsOf(other.name)];
  const shared = [...own].filter((stem) => others.has(stem)).length;
  const share = (2 * shared) / (own.size + others.size);
  if (shared === 0 || share < LEAST_OF_NAME) return undefined;
  return {
    likeness: ALL_OF_NAME * share,
    says: `What is asked for has a similar name; there it is ${other.name}.`,
  };
}

function stemsOf(name: string): Set<string> {
  return new Set(wordsOf(name).flatMap(({ stem }) => stem ?? []));
}

/** What different services have in common. */
function compareKinds(one: ItemFacts, other: ItemFacts): Alike | undefined {
  if (one.drugClass !== null && one.drugClass === other.drugClass) {
    const there = other.drug === null ? '' : `, there ${other.drug}`;
    return { likeness: SAME_DRUG_CLASS, says: `Both ask for a drug of the class ${one.drugClass}${there}.` };
  }
  const shared = one.bodyRegions.filter((region) => other.bodyRegions.includes(region));
  const regional = shared.length > 0 ? SAME_REGION : 0;
  if (one.category !== null && one.category === other.category) {
    const says = `Both are of the category ${one.category}${ofRegions(shared)}; there it is ${other.name}.`;
    return { likeness: SAME_CATEGORY + regional, says };
  }
  if (regional === 0) return undefined;
  return {
    likeness: regional,
    says: `Both are for the same body region (${shared.join(', ')}); there it is ${other.name}.`,
  };
}

function ofRegions(regions: readonly string[]): string {
  return regions.length > 0 ? ` of ${regions.join(', ')}` : '';
}
