import { always, table } from '../star/table.js';

/**
 * Counts of distinct findings, which would take seconds to make of the facts of a million letters. The loader keeps them in the
 * transaction that writes the facts.
 */
export const tallyGuideline = table(
  'tally_guideline',
  'How findings were decided that cite a guideline or anything below it, each finding once. Silent mentions do not count.',
  {
    decision_year: always.smallint('Year of the decision; 0 where the letter does not say.'),
    role: always.text('Who cites it: CLAIMS_ADMINISTRATOR, EXPERT_REVIEWER, RATIONALE; ANY of them.'),
    guideline_key: always.integer('The guideline.', 'dim_guideline'),
    upheld: always.integer('Findings that uphold the denial.'),
    overturned: always.integer('Findings that overturn it.'),
  },
  { key: ['decision_year', 'role', 'guideline_key'], indexes: ['guideline_key'] },
);
