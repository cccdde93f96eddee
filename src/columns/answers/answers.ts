import { Unanswerable } from '../tests.js';
import type { View } from '../view.js';
import { checklistBasis, criterionOutcomes, findingCounts } from './criteria.js';
import { evidenceOfCriteria } from './evidence.js';
import { guidelineOutcomes, guidelinePairs } from './guidelines.js';
import { labelCounts } from './labels.js';
import { outcomes } from './outcomes.js';
import {
  caseCount,
  casePage,
  casePageBy,
  findingCount,
  findingPage,
  findingPageBy,
  itemCount,
  itemPageBy,
  reviewerCount,
  reviewerPageBy,
  totals,
} from './pages.js';
import {
  casesOfItems,
  casesOfReviewers,
  countCasesOfItems,
  countFindingsOfGuidelines,
  findingsOfGuidelines,
  findingsOfItems,
} from './relations.js';

// The parameters of a statement are those of its answer: both are told by the statement's header.
type Answer = (view: View, parameters: never) => object[];

/** What the columns answer in the place of statements: the same rows, in any order where the statement has none. */
const ANSWERS: Readonly<Record<string, Answer>> = {
  'read/outcomes': outcomes,
  'read/guideline-outcomes': guidelineOutcomes,
  'read/guideline-pairs': guidelinePairs,
  'read/criterion-outcomes': criterionOutcomes,
  'read/finding-counts': findingCounts,
  'read/evidence-of-criteria': evidenceOfCriteria,
  'read/checklist-basis': checklistBasis,
  'read/finding-count': findingCount,
  'read/finding-page': findingPage,
  'read/finding-page-by': findingPageBy,
  'read/case-count': caseCount,
  'read/case-page': casePage,
  'read/case-page-by': casePageBy,
  'read/item-count': itemCount,
  'read/item-page-by': itemPageBy,
  'read/reviewer-count': reviewerCount,
  'read/reviewer-page-by': reviewerPageBy,
  'read/totals': totals,
  'read/label-counts': labelCounts,
  'read/findings-of-guidelines': findingsOfGuidelines,
  'read/findings-of-guidelines-count': countFindingsOfGuidelines,
  'read/findings-of-items': findingsOfItems,
  'read/cases-of-items': casesOfItems,
  'read/cases-of-items-count': countCasesOfItems,
  'read/cases-of-reviewers': casesOfReviewers,
};

/** The statements that the columns answer. */
export const ANSWERED: readonly string[] = Object.keys(ANSWERS);

/** Whether the columns answer a statement at all. */
export function isAnswered(name: string): boolean {
  return Object.hasOwn(ANSWERS, name);
}

/** The rows of a statement; undefined where only the graph can tell. */
export function answer(view: View, name: string, parameters: object): object[] | undefined {
  try {
    return ANSWERS[name]?.(view, parameters as never);
  } catch (error) {
    if (error instanceof Unanswerable) return undefined;
    throw error;
  } finally {
    view.selection.endQuestion();
  }
}
