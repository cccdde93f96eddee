import type { Parameters } from '../graph/client.js';
import { catalogueTerms } from './catalogue-terms.js';
import { DIMENSIONS, type Dimension } from './dimensions.js';
import { findingConditions } from './filter/conditions.js';

/** All findings, counted by each dimension: between them they touch every fact that analytics are made of. */
export const RECOUNTS: readonly { what: string; statement: string; parameters: Parameters }[] = (
  Object.keys(DIMENSIONS) as Dimension[]
).map((dimension) => ({
  what: `findings by ${dimension}`,
  statement: 'read/outcomes',
  parameters: {
    filter: findingConditions({}),
    by: { dimensions: [dimension], letters: false, catalogue: catalogueTerms([dimension]) },
  },
}));
