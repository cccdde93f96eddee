import { usualHeadings, type HeaderTable, type Template } from './template.js';

const HEADER: HeaderTable = {
  caseNumberLabels: ['MAXIMUS Case Number:', 'IMR Case Number:', 'Case Number:'],
  priorityLabels: ['Priority:'],
  dateLabels: {
    decisionDate: ['Dated:', 'Decision Date:'],
    utilizationReviewDate: ['Date of UR Decision:', 'UR Denial Date:'],
    dateOfInjury: ['Date of Injury:'],
    applicationReceivedDate: ['IMR Application Received:', 'Application Received:'],
    dateAssigned: ['Date Assigned:'],
  },
  otherLabels: ['Employee Name:', 'Employee:', 'Claims Number:', 'Claim Number:', 'Provider Name:'],
  isComplete: false,
  repairs: [],
};

const HEADINGS = {
  decisions: ['INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE'],
  reviewer: ['Medical Qualifications of the Expert Reviewer:'],
  summary: ['Case Summary:', 'Expert Reviewer Case Summary:', 'Clinical Case Summary:'],
} as const;

/** The heading above the guidelines of an item, in the wordings that it may have. */
const GUIDELINES = ['Section', 'Section(s)', 'Sections'].flatMap((section) =>
  ['Expert Reviewer', 'Physician Reviewer'].flatMap((reviewer) =>
    ['His/Her Decision', 'the Decision'].flatMap((decision) => [
      `${section} of the Medical Treatment Utilization Schedule Relied Upon by the ${reviewer} to Make ${decision}:`,
      `${section} of the Medical Treatment Utilization Schedule Relied Upon by the ${reviewer} to Make ${decision}`,
    ]),
  ),
);

/**
 * 2013, the first months open to all injuries: a notice that decides each item in a numbered sentence, once on its
 * first page and again above the reasons, and tells its dates in sentences (m/d/yyyy). "Not" may run into the next
 * word ("notmedically").
 *
 * Evidence: half of one letter, as a web page shows it: its title, `Dated:`, the numbered sentences, the sentence that
 * tells the other dates, the reviewer's qualifications and the case summary with its disclaimer. The application's date
 * of filing is taken for the day it was received. Not verified: the labels of the header, and all that follows the
 * case summary (documents, "Regarding the request for X:", the guidelines, the rationale, the effect); several
 * wordings of each are read.
 */
export const notice2013: Template = {
  name: '2013-notice',
  signs: [
    'Notice of Independent Medical Review Determination',
    'MAXIMUS Federal Services, Inc. has determined the request for',
    ...usualHeadings({ headings: HEADINGS }),
  ],
  ruledOutBy: ['MAXIMUS guideline:'],
  header: HEADER,
  statedDates: {
    applicationReceivedDate: [
      'application for Independent Medical Review was filed on',
      'application for Independent Medical Review was received on',
    ],
    utilizationReviewDate: [
      'Utilization Review Denial dated',
      'Utilization Review Denial/Modification dated',
      'Utilization Review Decision dated',
    ],
    dateAssigned: ['was provided to the above parties on'],
  },
  headings: {
    ...HEADINGS,
    documents: ['Documents Reviewed for Determination:', 'Documents Reviewed:'],
    guidelines: GUIDELINES,
    closing: ['Effect of the Decision:', 'Effect of the Decision', 'Sincerely,'],
  },
  leads: [],
  disclaimer: 'Disclaimer:',
  items: {
    form: 'announced',
    announcement: ['MAXIMUS Federal Services, Inc. has determined the request for'],
    regarding: ['Regarding the request for', 'Regarding the request(s) for', 'Regarding the requests for'],
    rationale: ['Rationale for the Decision:', 'Rationale for Decision:', 'Decision rationale:'],
  },
};
