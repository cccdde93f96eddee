import { mtusTitles } from '../normalise/catalogue.js';
import { guidelineNodes } from '../graph/identity.js';
import { treatmentCategories } from '../normalise/service/categories.js';
import { sourceKinds, type SourceKind } from '../normalise/source-kinds.js';
import type { Dimension } from './dimensions.js';

/** What the catalogue knows that the graph does not hold, for the dimensions that need it; otherwise empty. */
export interface CatalogueTerms {
  /** By the name of the source. */
  readonly sourceKinds: Readonly<Record<string, SourceKind>>;
  /** By the id of the chapter: first and last day (ISO 8601) of an edition of the MTUS. */
  readonly editions: Readonly<
    Record<string, { readonly from: string | null; readonly until: string | null }>
  >;
  /** The treatment request categories of surgery itself. */
  readonly surgeries: readonly string[];
}

/** What goes with a surgery, and the consultation about one. */
const NOT_SURGERY = ['Surgery > Adjunct Surgical Services', 'Surgery > Surgical Consult'];

/** The terms that counting by these dimensions needs. */
export function catalogueTerms(dimensions: readonly Dimension[]): CatalogueTerms {
  const terms = (dimension: Dimension) => dimensions.includes(dimension);
  return {
    sourceKinds: terms('SOURCE_KIND') ? sourceKinds : {},
    editions: terms('MTUS_EDITION_STATUS') ? editions : {},
    surgeries: terms('SURGERY_IN_LETTER') ? surgeries : [],
  };
}

const surgeries = treatmentCategories
  .map(({ category }) => category)
  .filter((category) => /^Surgery\b/.test(category) && !NOT_SURGERY.includes(category));

const editions = Object.fromEntries(
  mtusTitles.flatMap(({ name, editions: years }) =>
    years.map(({ year, from, until }) => [chapterId(name, year), { from, until }]),
  ),
);

function chapterId(chapter: string, edition: number): string {
  const { targets } = guidelineNodes({
    source: 'MTUS',
    chapter,
    edition,
    topics: [],
    resolution: 'RESOLVED',
  });
  return targets[0]?.id ?? chapter;
}
