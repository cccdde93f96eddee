import { DIMENSIONS, type Dimension as DimensionName } from '../query/dimensions.js';
import { CITATION_AGREEMENTS, type CitationAgreement as Agreement } from '../query/citation-agreement.js';
import type { LiftOrderField as LiftField } from '../query/lift.js';
import type { OutcomeOrderField as OrderField } from '../query/outcomes.js';
import { enumOf } from './enums.js';

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
    FINDINGS: 'The number of findings.',
    UPHELD: 'The number of findings whose denial stands.',
    OVERTURNED: 'The number of findings whose denial is set aside.',
    UPHOLD_RATE: 'Upheld out of all findings. Rates of few findings are unsure: consider WILSON_LOW.',
    WILSON_LOW: "The lower bound of the rate's interval: puts high rates that rest on many findings first.",
    WILSON_HIGH:
      "The upper bound of the rate's interval: in ascending order, puts low rates that rest on many findings first.",
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
