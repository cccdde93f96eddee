import type { CaseOrderField as OfCases } from '../../query/cases.js';
import type { FindingOrderField as OfFindings } from '../../query/findings.js';
import type { GuidelineOrderField as OfGuidelines } from '../../query/guidelines.js';
import type { ItemOrderField as OfItems } from '../../query/items.js';
import type { ReviewerOrderField as OfReviewers } from '../../query/reviewers.js';
import { enumOf } from './enums.js';

const ID = 'The id: the quickest order, and the only one that an index has.';
const DECISION_DATE = 'The day of the decision.';

export const CaseOrderField = enumOf<OfCases | 'ID'>('CaseOrderField', 'What cases are put in order by.', {
  ID,
  DECISION_DATE,
  CASE_NUMBER: 'The case number.',
  DAYS_TO_DECISION: 'The days from the date assigned to the decision date.',
  ITEMS: 'How many items the letter decides.',
});

export const FindingOrderField = enumOf<OfFindings | 'ID'>(
  'FindingOrderField',
  'What findings are put in order by.',
  { ID, DECISION_DATE, LABEL: 'The label of the item, upper and lower case alike.' },
);

export const ItemOrderField = enumOf<OfItems | 'ID'>('ItemOrderField', 'What items are put in order by.', {
  ID,
  NAME: 'The name, upper and lower case alike.',
  FINDINGS: 'How many findings decide it.',
});

export const ReviewerOrderField = enumOf<OfReviewers | 'ID'>(
  'ReviewerOrderField',
  'What reviewer profiles are put in order by.',
  { ID, CASES: 'How many cases they decided.' },
);

export const GuidelineOrderField = enumOf<OfGuidelines | 'ID'>(
  'GuidelineOrderField',
  'What guidelines are put in order by.',
  {
    ID: 'The path: a guideline stands before what is below it. The quickest order, and the only one that an index has.',
    NAME: 'The name, upper and lower case alike.',
    FINDINGS: 'How many findings cite it, or a guideline below it.',
  },
);
