// @ts-check
/** @typedef {keyof typeof PARTS} Place */

/** The parts of a letter that something else may take the place of. */
export const PARTS = {
  header: 'Case Number:        CM16-9911111',
  summary: 'The injured worker is a 44 year old female who sustained an industrial injury on 10-14-2016.',
  heading: 'MRI of the left knee',
  claimsGuideline: 'Decision based on MTUS Knee Complaints 2004.',
  guideline: 'Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies.',
  rationale: 'There are no red flags in this record. The request is not medically necessary.',
  states: 'California',
};

/** A letter with some of its parts changed. @param {Partial<Record<Place, string>>} changed */
export function letterOf(changed) {
  const parts = { ...PARTS, ...changed };
  return `${parts.header}
Date Assigned:        12/20/2016                      Date of Injury:      10/14/2016
Decision Date:        01/17/2017                      UR Denial Date:      11/30/2016
Priority:             Standard                        Application          12/12/2016
                                                      Received:
HOW THE IMR FINAL DETERMINATION WAS MADE
The Expert Reviewer has the following credentials:
State(s) of Licensure: ${parts.states}
Certification(s)/Specialty: Family Practice

CLINICAL CASE SUMMARY
${parts.summary}

IMR ISSUES, DECISIONS AND RATIONALES
The Final Determination was based on decisions for the disputed items/services set forth below:

${parts.heading}: Upheld

Claims Administrator guideline: ${parts.claimsGuideline}

MAXIMUS guideline: ${parts.guideline}

Decision rationale: ${parts.rationale}
`;
}

/** The letter that harmless documents hold, and hostile ones would like to be taken for. */
export const LETTER = letterOf({});

/** The letter with something in its rationale. @param {string} what */
export function letterWith(what) {
  return LETTER.replace('There are no', `${what} There are no`);
}
