import { usualHeadings, type HeaderTable, type Template } from './template.js';

const HEADER: HeaderTable = {
  caseNumberLabels: ['IMR Case Number:', 'Case Number:', 'IMR Number:', 'Case No.:'],
  priorityLabels: ['Priority:'],
  dateLabels: {
    dateOfInjury: ['Date of Injury:'],
    decisionDate: ['Decision Date:', 'Date of Determination:', 'Dated:', 'Date:'],
    utilizationReviewDate: ['Date of UR Decision:', 'UR Denial Date:'],
    applicationReceivedDate: ['IMR Application Received:', 'Application Received:'],
    dateAssigned: ['Date Assigned:'],
  },
  otherLabels: ['Employee Name:', 'Employee:', 'Claims Number:', 'Claim Number:', 'Provider Name:'],
  isComplete: false,
  repairs: [],
};

const HEADINGS = {
  issue: ['ISSUE AT DISPUTE:', 'ISSUES AT DISPUTE:', 'ISSUE(S) AT DISPUTE:'],
  summary: ['CASE SUMMARY:'],
  documents: ['DOCUMENTS REVIEWED FOR DETERMINATION:'],
  guidelines: ['MEDICAL TREATMENT GUIDELINE(S) RELIED UPON BY PROFESSIONAL REVIEWER AND WHY:'],
  reviewer: ['MEDICAL REVIEWER QUALIFICATIONS:'],
} as const;

const rationale = (necessary: string): readonly string[] =>
  ['IS/WAS', 'IS', 'WAS'].map(
    (verb) => `RATIONALE FOR WHY THE REQUESTED TREATMENT/SERVICE ${verb} ${necessary}:`,
  );

/**
 * Early 2013, the first letters: one issue (or a numbered list of issues) and one rationale, whose heading tells the
 * decision; no word of the claims administrator's guideline.
 *
 * Evidence: the title and the headings are labels that another reader of these letters looks for, and a law firm's page
 * gives the form of the case numbers ("IMR 13-000004"). Not verified: whether there is a header table, the heading
 * of a rationale in favour of the request ("… IS/WAS MEDICALLY NECESSARY"), and the words below the headings.
 */
export const professionalReview2013: Template = {
  name: '2013-professional-review',
  signs: [
    'MEDICAL PROFESSIONAL REVIEW',
    ...usualHeadings({ headings: HEADINGS }),
    'RATIONALE FOR WHY THE REQUESTED TREATMENT/SERVICE',
  ],
  ruledOutBy: ['MAXIMUS guideline:'],
  header: HEADER,
  headings: HEADINGS,
  leads: ['MEDICAL PROFESSIONAL REVIEW'],
  items: {
    form: 'issue',
    rationale: { UPHELD: rationale('NOT MEDICALLY NECESSARY'), OVERTURNED: rationale('MEDICALLY NECESSARY') },
  },
};
