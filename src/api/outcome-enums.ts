import { DIMENSIONS, type Dimension as DimensionName } from '../query/dimensions.js';
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
