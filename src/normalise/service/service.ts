import { Memo } from '../../common/memo.js';
import type { ServiceRequest } from '../determination.js';
import { wordsOf } from '../term-index.js';
import { Strength } from './catalogue.js';
import { confidenceOf } from './confidence.js';
import { itemOf } from './item.js';
import { isDrug, servicesIn, type Named } from './named.js';
import { particularsIn } from './particulars.js';
import type { Found, Places } from './places.js';
import { quantityIn } from './quantity.js';
import { eachOnce, regionsIn } from './regions.js';
import { withTyposRight } from './typos.js';

export { drugs, services } from './catalogue.js';
export { officialCategory, treatmentCategories } from './categories.js';
export { bodyRegions } from './regions.js';

/** What a label asks for, and where each fact stands in it (`modality`, `bodyRegions.0`, `drug.strength` …). */
export interface ServiceReading {
  readonly service: ServiceRequest;
  readonly places: Readonly<Places>;
}

/** Nearly half of a corpus's labels have come before. */
const remembered = new Memo<ServiceReading>(2_000);

/** Says in the catalogue's terms what an item's label asks for. What the catalogue does not know is `null`, never guessed. */
export function readService(label: string): ServiceReading {
  return remembered.of('', label, readLabel);
}

function readLabel(label: string): ServiceReading {
  const asWritten = wordsOf(label);
  const readWritten = servicesIn(asWritten);
  const mended = isDefinite(readWritten) ? undefined : withTyposRight(asWritten);
  const words = mended ?? asWritten;
  const named = mended ? servicesIn(words) : readWritten;
  const mentions = regionsIn(words);
  const regions = eachOnce(mentions);
  const particulars = particularsIn(words, regions);
  const item = itemOf(words, named, regions);
  const quantity = item.drug ? null : quantityIn(label, item.category);
  const { laterality, timing, retrospective, dependent } = particulars;
  const { places } = item;
  addPlaces(places, { laterality, timing, retrospective, dependent, quantity });
  regions.forEach(({ start, end }, i) => (places[`bodyRegions.${i}`] = [start, end]));
  return {
    service: {
      modality: item.modality,
      bodyRegions: regions.map(({ value }) => value),
      category: item.category,
      retrospective: retrospective !== null,
      laterality: laterality?.value ?? null,
      dependent: dependent !== null,
      timing: timing?.value ?? null,
      drug: item.drug?.drug ?? null,
      quantity: quantity?.value ?? null,
      also: item.also,
      confidence: confidenceOf(
        words,
        named,
        [...mentions, ...particulars.matches],
        item,
        mended !== undefined,
      ),
    },
    places,
  };
}

function addPlaces(places: Places, found: Readonly<Record<string, Found<unknown> | null>>): void {
  for (const name in found) {
    const place = found[name];
    if (place) places[name] = [place.start, place.end];
  }
}

function isDefinite({ main }: Named): boolean {
  return main !== undefined && (isDrug(main) || main.value.strength === Strength.Definite);
}
