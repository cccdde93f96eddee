import { CREDENTIALS, LEADS } from './maximus-body.js';
import { openings } from './openings.js';
import { usualHeadings, type HeaderTable, type Template } from './template.js';

const HEADER: HeaderTable = {
  caseNumberLabels: ['IMR Case Number:', 'MAXIMUS Case Number:', 'Case Number:'],
  priorityLabels: ['Priority:'],
  dateLabels: {
    utilizationReviewDate: ['UR Denial Date:', 'Date of UR Decision:'],
    dateOfInjury: ['Date of Injury:'],
    applicationReceivedDate: ['IMR Application Received:', 'Application Received:'],
    dateAssigned: ['Date Assigned:'],
    decisionDate: ['Decision Date:', 'Dated:'],
  },
  otherLabels: ['Claims Number:', 'Claim Number:', 'Employee Name:', 'Employee:', 'Provider Name:'],
  isComplete: false,
  repairs: [],
};

const HEADINGS = {
  reviewer: ['HOW THE IMR FINAL DETERMINATION WAS MADE'],
  documents: ['DOCUMENTS REVIEWED'],
  summary: ['CLINICAL CASE SUMMARY'],
  items: ['IMR DECISION(S) AND RATIONALE(S)', 'IMR DECISIONS AND RATIONALES'],
} as const;

/**
 * End of 2013 and 2014: a first page with the name of MAXIMUS, then the documents reviewed, and each item decided in a
 * sentence: "1. X is not medically necessary and appropriate."
 *
 * Evidence: the words at the top, `UR Denial Date:` and the four headings are labels that another reader of these
 * letters looks for. Not verified: the other labels of the header, the sentences that decide an item and that name the
 * guidelines, and the label of the rationale; several wordings of each are read, and none of them is required.
 */
export const decisionsAndRationales2013: Template = {
  name: '2013-decisions-and-rationales',
  signs: [
    'MAXIMUS FEDERAL SERVICES, INC.',
    'Independent Medical Review',
    'UR Denial Date:',
    ...usualHeadings({ headings: HEADINGS }),
  ],
  ruledOutBy: ['MAXIMUS guideline:'],
  header: HEADER,
  headings: HEADINGS,
  leads: LEADS,
  credentials: CREDENTIALS,
  items: {
    form: 'headed',
    decidedBy: 'sentence',
    labels: {
      claimsAdministratorGuideline: openings('Claims Administrator'),
      reviewerGuideline: [
        ...openings('Physician Reviewer'),
        ...openings('Expert Reviewer'),
        ...openings('MAXIMUS reviewer'),
      ],
      rationale: [
        "The Physician Reviewer's decision rationale:",
        "The Expert Reviewer's decision rationale:",
        'Decision rationale:',
        'Rationale for the Decision:',
      ],
    },
    labelsAreSentences: true,
  },
};
