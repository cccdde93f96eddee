import type { Cap } from '../../query/similar/candidates.js';
import type { ReasonKind } from '../../query/similar/likeness.js';
import type { SeedForm } from '../../query/similar/seed.js';
import { enumOf } from './enums.js';

export const SimilarityReasonKind = enumOf<ReasonKind>(
  'SimilarityReasonKind',
  'What a finding has in common with what it is compared with.',
  {
    ITEM: 'What is asked for: the service, its body regions, the drug, its class or its category.',
    GUIDELINE: 'A guideline that is cited, or something below it. Rare ones weigh more.',
    CRITERION: 'A criterion of which both say whether it is met; also when they say the opposite.',
    WORDING: 'Telling words of the rationale.',
  },
);

export const SimilarityForm = enumOf<SeedForm>('SimilarityForm', 'What findings are compared with.', {
  FINDING: 'A finding of the graph.',
  LETTER: 'A whole determination letter, read by the parser: all its findings together.',
  TEXT: 'Any other text.',
});

export const SimilarityCapOf = enumOf<Cap['of']>(
  'SimilarityCapOf',
  'What there are more findings of than are looked at.',
  {
    ITEM: 'An item that is asked for.',
    GUIDELINE: 'A guideline that is cited: it counts for likeness, but no finding is looked for by it.',
    DECISION: 'Findings of one decision that may be similar.',
  },
);
