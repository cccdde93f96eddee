import { MAXIMUS_BODY, MAXIMUS_BODY_SIGNS } from './maximus-body.js';
import { headerLabels, type HeaderTable, type Template } from './template.js';

const HEADER: HeaderTable = {
  caseNumberLabels: ['Case Number:'],
  priorityLabels: ['Priority:'],
  dateLabels: {
    dateAssigned: ['Date Assigned:'],
    dateOfInjury: ['Date of Injury:'],
    decisionDate: ['Decision Date:'],
    utilizationReviewDate: ['UR Denial Date:'],
    applicationReceivedDate: ['Application Received:'],
  },
  otherLabels: [],
  isComplete: true,
  // The narrow column breaks this label: its value stands beside the first half, between the halves, or beside the second.
  repairs: [
    { torn: /\bApplication\s+([^\n:]{1,20})\n+Received:/, whole: 'Application Received: $1' },
    {
      torn: /\bApplication\n+(Priority: ?\S+) ([^\n:]{1,20})\n+Received:/,
      whole: '$1 Application Received: $2',
    },
    { torn: /\bApplication\n+(Priority: ?\S+) Received:/, whole: '$1 Application Received:' },
    { torn: /\bApplication\n+Received:/, whole: 'Application Received:' },
  ],
};

/** The labels that no layout tears. */
const WHOLE_LABELS = headerLabels(HEADER).filter((label) => label !== 'Application Received:');

/**
 * 2016 and 2017: a table of case number, dates and priority above the body that the letters had before.
 *
 * Evidence: whole letters were read.
 */
export const headerTable2016: Template = {
  ...MAXIMUS_BODY,
  name: '2016-header-table',
  signs: [...WHOLE_LABELS, ...MAXIMUS_BODY_SIGNS],
  ruledOutBy: [],
  header: HEADER,
};
