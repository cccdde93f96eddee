import { usualHeadings, type Template } from './template.js';

/** The set sentences and labels that letters of MAXIMUS have from the end of 2013 on. */
export const CREDENTIALS = {
  states: 'State(s) of Licensure:',
  specialties: 'Certification(s)/Specialty:',
} satisfies Template['credentials'];

export const LEADS: readonly string[] = [
  'The expert reviewer developed the following clinical case summary based on a review of the case file, including all medical records:',
  'The Final Determination was based on decisions for the disputed items/services set forth below:',
  'The Expert Reviewer has the following credentials:',
];

/** What the letters have in common from 2014 on, below any header. */
export const MAXIMUS_BODY = {
  headings: {
    reviewer: ['HOW THE IMR FINAL DETERMINATION WAS MADE'],
    summary: ['CLINICAL CASE SUMMARY'],
    items: ['IMR ISSUES, DECISIONS AND RATIONALES'],
  },
  leads: LEADS,
  credentials: CREDENTIALS,
  items: {
    form: 'headed',
    decidedBy: 'word',
    labels: {
      claimsAdministratorGuideline: ['Claims Administrator guideline:'],
      reviewerGuideline: ['MAXIMUS guideline:'],
      rationale: ['Decision rationale:'],
    },
    labelsAreSentences: false,
  },
} as const satisfies Partial<Template>;

/** The phrases of the body that mark a letter of these years. */
export const MAXIMUS_BODY_SIGNS: readonly string[] = [
  ...usualHeadings(MAXIMUS_BODY),
  ...Object.values(MAXIMUS_BODY.items.labels).flat(),
];
