import type { Parameters } from '../graph/client.js';
import { catalogueTerms } from './catalogue-terms.js';
import { DIMENSIONS, type Dimension } from './dimensions.js';
import { findingConditions } from './filter/conditions.js';

interface Recount {
  readonly what: string;
  readonly statement: string;
  readonly parameters: Parameters;
}

const BY_DIMENSION = (Object.keys(DIMENSIONS) as Dimension[]).map((dimension) => ({
  what: `findings by ${dimension}`,
  statement: 'read/outcomes',
  parameters: {
    filter: findingConditions({}),
    by: { dimensions: [dimension], letters: false, catalogue: catalogueTerms([dimension]) },
  },
}));

const BY_LABEL = {
  what: 'findings by the beginning of their label',
  statement: 'read/label-counts',
  parameters: { letters: 20 },
};

/** All findings, counted by each dimension and by their labels: between them they touch every fact that the columns answer from. */
export const RECOUNTS: readonly Recount[] = [...BY_DIMENSION, BY_LABEL];
