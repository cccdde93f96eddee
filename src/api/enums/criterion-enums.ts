import { CRITERION_KINDS, type CriterionKind as Kind } from '../../normalise/criteria/kinds.js';
import type { CriterionStatus as Status } from '../../normalise/criteria/kinds.js';
import type { CriterionGrouping as Grouping } from '../../query/criterion-filter.js';
import type { CriterionOutcomeOrderField as OrderField } from '../../query/criterion-outcomes.js';
import { enumOf } from './enums.js';

export const CriterionKind = enumOf<Kind>(
  'CriterionKind',
  'Which condition a guideline sets for a service: docs/criteria.md describes each.',
  CRITERION_KINDS,
);

export const CriterionStatus = enumOf<Status>(
  'CriterionStatus',
  'Whether a rationale says that a condition is satisfied for this employee or request.',
  {
    MET: 'It says that the condition is satisfied.',
    NOT_MET: 'It says that the condition is not satisfied, or that the records do not show it.',
  },
);

export const CriterionGrouping = enumOf<Grouping>(
  'CriterionGrouping',
  'What counts of criteria are given by, beside the kind. A finding counts for each value that it has, and for no row when it has none.',
  {
    SOURCE: 'The source of the guideline that is relied on for the criterion.',
    CHAPTER: 'The chapter that is relied on; what relies on a source alone counts for no row.',
    TOPIC: 'The topic that is relied on; what relies on a chapter or source alone counts for no row.',
    SPECIALTY: 'Each specialty of the reviewer.',
    YEAR: 'The year of the decision.',
    QUARTER: 'The year and quarter of the decision.',
    MODALITY: 'The kind of service.',
    BODY_REGION: 'Each body region of the item.',
  },
);

export const CriterionOutcomeOrderField = enumOf<OrderField>(
  'CriterionOutcomeOrderField',
  'What criterion outcomes are put in order by; equals by kind and group.',
  {
    KIND: 'The kind, in the order of the codebook; within a kind group by group, periods from the earliest.',
    DECISIVE: 'In how many findings it is a reason for the decision, met or not met.',
    ...measures('NOT_MET', 'not met'),
    ...measures('MET', 'met'),
  },
);

type Measure = Exclude<OrderField, 'KIND' | 'DECISIVE'>;

/** The orders by what is counted of one status. */
function measures<Of extends Status>(status: Of, words: string) {
  const described = {
    [status]: `The number of findings where it is ${words}.`,
    [`${status}_DECISIVE`]: `In how many findings its being ${words} is a reason for the decision.`,
    [`${status}_UPHELD`]: `The number of findings where it is ${words} and the denial stands.`,
    [`${status}_OVERTURNED`]: `The number of findings where it is ${words} and the denial is set aside.`,
    [`${status}_UPHOLD_RATE`]: `Upheld out of the findings where it is ${words}. Rates of few findings are unsure: consider ${status}_WILSON_LOW.`,
    [`${status}_WILSON_LOW`]:
      "The lower bound of that rate's interval: puts high rates that rest on many findings first.",
    [`${status}_WILSON_HIGH`]: "The upper bound of that rate's interval.",
  };
  return described as Record<Extract<Measure, `${Of}${string}`>, string>;
}
