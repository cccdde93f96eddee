import type { Template } from './template.js';

/** What the letters of MAXIMUS have in common from 2014 on, below any header. */
export const MAXIMUS_BODY = {
  headings: {
    reviewer: 'HOW THE IMR FINAL DETERMINATION WAS MADE',
    summary: 'CLINICAL CASE SUMMARY',
    items: 'IMR ISSUES, DECISIONS AND RATIONALES',
  },
  leads: [
    'The expert reviewer developed the following clinical case summary based on a review of the case file, including all medical records:',
    'The Final Determination was based on decisions for the disputed items/services set forth below:',
    'The Expert Reviewer has the following credentials:',
  ],
  credentials: {
    states: 'State(s) of Licensure:',
    specialties: 'Certification(s)/Specialty:',
  },
  itemLabels: {
    claimsAdministratorGuideline: 'Claims Administrator guideline:',
    reviewerGuideline: 'MAXIMUS guideline:',
    rationale: 'Decision rationale:',
  },
} satisfies Partial<Template>;

/** The phrases of the body that mark a letter of these years. */
export const MAXIMUS_BODY_SIGNS: readonly string[] = [
  ...Object.values(MAXIMUS_BODY.headings),
  ...Object.values(MAXIMUS_BODY.itemLabels),
];
