import { DIMENSIONS, type Dimension as DimensionName } from '../../query/dimensions.js';
import { CITATION_AGREEMENTS, type CitationAgreement as Agreement } from '../../query/citation-agreement.js';
import type { GuidelinePairOrderField as PairField } from '../../query/guideline-pairs.js';
import type { LiftOrderField as LiftField } from '../../query/lift.js';
import type { OutcomeOrderField as OrderField } from '../../query/outcomes.js';
import { enumOf, TALLY_ORDERS } from './enums.js';

export const Dimension = enumOf<DimensionName>(
  'Dimension',
  'What outcomes are counted by. Each says how the value of a finding is derived; a finding counts for each value that it has, and for no row when it has none.',
  DIMENSIONS,
);

export const OutcomeOrderField = enumOf<OrderField>(
  'OutcomeOrderField',
  'What outcomes are put in order by; equals by their values.',
  {
    VALUE: 'The values, as people order them: periods from the earliest, 9 before 10.',
    ...TALLY_ORDERS,
  },
);

export const CitationAgreement = enumOf<Agreement>(
  'CitationAgreement',
  'How the guidelines that the claims administrator cites compare with those that the expert reviewer cites.',
  CITATION_AGREEMENTS,
);

export const LiftOrderField = enumOf<LiftField>('LiftOrderField', 'What lifts are put in order by.', {
  Q_VALUE: 'The adjusted p-value: ascending, what is least likely chance first.',
  LIFT: 'The lift. Lifts of few findings are unsure: see the interval.',
  FINDINGS: 'The number of findings.',
});

export const GuidelinePairOrderField = enumOf<PairField>(
  'GuidelinePairOrderField',
  'What pairs of guidelines are put in order by.',
  {
    LIFT: 'The lift. Lifts of few findings are unsure: see `qValue`.',
    Q_VALUE: 'The adjusted p-value: ascending, what is least likely chance first.',
    ...TALLY_ORDERS,
  },
);
