import { registerEnumType } from 'type-graphql';
import type {
  Basis as BasisName,
  CitationRole as Role,
  Outcome,
  Resolution as ResolutionName,
} from '../../normalise/determination.js';
import type { Decision as DecisionName } from '../../parse/letter.js';
import type { CaseRow } from '../../query/cases.js';
import type { TreeLevel } from '../../graph/criteria.js';
import type { GuidelineOutcomeOrder } from '../../query/guideline-outcomes.js';
import type { TallyMeasure } from '../../query/tally.js';

/** Makes a GraphQL enum of names that stand for themselves, each with its description. */
export function enumOf<Name extends string>(name: string, description: string, values: Record<Name, string>) {
  const names = Object.keys(values) as Name[];
  const enumObject = Object.fromEntries(names.map((value) => [value, value])) as { [N in Name]: N };
  registerEnumType(enumObject, {
    name,
    description,
    valuesConfig: Object.fromEntries(names.map((value) => [value, { description: values[value] }])) as Record<
      Name,
      { description: string }
    >,
  });
  return enumObject;
}

export const Decision = enumOf<DecisionName>(
  'Decision',
  'How the expert reviewer decided on one disputed item.',
  {
    UPHELD: 'The denial stands: the treatment is not approved.',
    OVERTURNED: 'The denial is set aside: the treatment is approved.',
  },
);

export const CaseOutcome = enumOf<Outcome>(
  'CaseOutcome',
  'The outcome of a whole case. Letters never print it: it is derived from the findings.',
  {
    UPHOLD: 'All denials stand.',
    OVERTURN: 'All denials are set aside.',
    PARTIAL_OVERTURN: 'Some denials stand, others are set aside.',
  },
);

export const Priority = enumOf<NonNullable<CaseRow['priority']>>(
  'Priority',
  'How urgently a case is reviewed.',
  {
    STANDARD: 'The regular time limits.',
    EXPEDITED: 'Shortened time limits, for a serious threat to health.',
  },
);

export const Sex = enumOf<NonNullable<CaseRow['employeeSex']>>(
  'Sex',
  'Sex of the employee, as the letter says.',
  {
    FEMALE: 'Female.',
    MALE: 'Male.',
  },
);

export const Basis = enumOf<BasisName>('Basis', 'What one party based its decision on.', {
  MTUS: "California's Medical Treatment Utilization Schedule.",
  OUTSIDE_MTUS: 'Evidence outside of the MTUS, for example the ODG.',
  NONE: 'The party did not cite any evidence.',
});

export const CitationRole = enumOf<Role>('CitationRole', 'Who cites a guideline, and where in the letter.', {
  CLAIMS_ADMINISTRATOR: 'The claims administrator, in the denial under review.',
  EXPERT_REVIEWER: "The expert reviewer, in the letter's guideline line.",
  RATIONALE: 'The expert reviewer, in the prose of the rationale.',
});

export const Resolution = enumOf<ResolutionName>(
  'Resolution',
  'What the catalogue makes of the words that name a guideline. Nothing is guessed: what is not resolved stays as written.',
  {
    RESOLVED: 'They mean one guideline.',
    AMBIGUOUS: 'They fit several, and nothing in the letter tells which.',
    NO_MATCH: 'The catalogue has no such guideline.',
  },
);

export const GuidelineLevel = enumOf<TreeLevel>(
  'GuidelineLevel',
  'How far down the guideline tree a guideline stands.',
  {
    SOURCE: 'A body of guidelines: MTUS, ODG, ACOEM and so on.',
    CHAPTER: 'A chapter of a source; of the MTUS, in one edition.',
    TOPIC: 'A topic, section or criterion heading within a chapter (or directly within a source).',
    CRITERION: 'A condition that a guideline sets: of one kind, or as a letter quotes it.',
  },
);

export const SortDirection = enumOf<GuidelineOutcomeOrder['direction']>(
  'SortDirection',
  'Which end of an order comes first.',
  {
    ASC: 'Smallest first.',
    DESC: 'Largest first.',
  },
);

/** What tallies are put in order by, in every list of them. */
export const TALLY_ORDERS: Readonly<Record<TallyMeasure, string>> = {
  FINDINGS: 'The number of findings.',
  UPHELD: 'The number of findings whose denial stands.',
  OVERTURNED: 'The number of findings whose denial is set aside.',
  UPHOLD_RATE: 'Upheld out of all findings. Rates of few findings are unsure: consider WILSON_LOW.',
  WILSON_LOW: "The lower bound of the rate's interval: puts high rates that rest on many findings first.",
  WILSON_HIGH:
    "The upper bound of the rate's interval: in ascending order, puts low rates that rest on many findings first.",
};

export const GuidelineOutcomeOrderField = enumOf<TallyMeasure>(
  'GuidelineOutcomeOrderField',
  'What guideline outcomes are put in order by.',
  TALLY_ORDERS,
);
