/** What an invented letter says; every field has a default, so that a test names only what it is about. */
export interface LetterFields {
  readonly caseNumber: string;
  readonly dateAssigned: string;
  readonly dateOfInjury: string;
  readonly decisionDate: string;
  readonly utilizationReviewDate: string;
  readonly priority: string;
  readonly applicationReceived: string;
  readonly states: string;
  readonly specialties: string;
  readonly summary: string;
  readonly items: readonly ItemFields[];
}

export interface ItemFields {
  readonly heading: string;
  readonly decision: 'Upheld' | 'Overturned';
  readonly claimsAdministratorGuideline: string;
  readonly reviewerGuideline: string;
  readonly rationale: string;
}

/** Characters of a printed line. */
const LINE_LENGTH = 95;

/** Long enough that most lines of a letter follow one another without a blank line, as in print. */
const INTRODUCTION =
  'MAXIMUS Federal Services sent the complete case file to an expert reviewer. ' +
  'He/she has been in active clinical practice for more than five years and is currently working in active practice. '.repeat(
    8,
  );

export const ITEM: ItemFields = {
  heading: 'MRI of the left knee',
  decision: 'Upheld',
  claimsAdministratorGuideline: 'Decision based on MTUS Knee Complaints 2004.',
  reviewerGuideline: 'Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies.',
  rationale: 'There are no red flags in this record. The request is not medically necessary.',
};

export const LETTER: LetterFields = {
  caseNumber: 'CM16-0999901',
  dateAssigned: '12/20/2016',
  dateOfInjury: '10/14/2016',
  decisionDate: '01/17/2017',
  utilizationReviewDate: '11/30/2016',
  priority: 'Standard',
  applicationReceived: '12/12/2016',
  states: 'California, New York',
  specialties: 'Physical Medicine & Rehabilitation, Pain Management',
  summary: 'The injured worker is a 44 year old female who sustained an industrial injury on 10-14-2016.',
  items: [ITEM],
};

/** A letter of template `2016-header-table`, wrapped as in print. */
export function letter2016(fields: Partial<LetterFields> = {}): string {
  const all = { ...LETTER, ...fields };
  const pair = (label: string, value: string) => label.padEnd(22) + value.padEnd(32);
  return [
    pair('Case Number:', all.caseNumber).trimEnd(),
    pair('Date Assigned:', all.dateAssigned) + pair('Date of Injury:', all.dateOfInjury),
    pair('Decision Date:', all.decisionDate) + pair('UR Denial Date:', all.utilizationReviewDate),
    pair('Priority:', all.priority) + pair('Application', all.applicationReceived),
    `${' '.repeat(54)}Received:`,
    '',
    ...bodyOf(all, credentialsBelowLabels(all)),
  ].join('\n');
}

/** A letter of template `2014-no-header`: nothing above the first heading, credentials in a sentence. */
export function letter2014(fields: Partial<LetterFields> = {}): string {
  const all = { ...LETTER, ...fields };
  const sentence = `The expert reviewer is Board Certified in ${all.specialties}, and is licensed to practice in ${all.states}.`;
  return bodyOf(
    all,
    wrap(`He/she has no affiliation with the employer. ${sentence} He/she is in practice.`),
  ).join('\n');
}

function credentialsBelowLabels({ states, specialties }: LetterFields): string[] {
  return [
    'The Expert Reviewer has the following credentials:',
    ...wrap(`State(s) of Licensure: ${states}`),
    ...wrap(`Certification(s)/Specialty: ${specialties}`),
  ];
}

function bodyOf({ summary, items }: LetterFields, credentials: readonly string[]): string[] {
  return [
    'HOW THE IMR FINAL DETERMINATION WAS MADE',
    ...wrap(INTRODUCTION.trim()),
    '',
    ...credentials,
    '',
    'CLINICAL CASE SUMMARY',
    'The expert reviewer developed the following clinical case summary based on a review of the',
    'case file, including all medical records:',
    '',
    ...wrap(summary),
    '',
    'IMR ISSUES, DECISIONS AND RATIONALES',
    'The Final Determination was based on decisions for the disputed items/services set forth below:',
    '',
    ...items.flatMap(itemLines),
  ];
}

function itemLines(item: ItemFields): string[] {
  return [
    ...wrap(`${item.heading}: ${item.decision}`),
    '',
    ...wrap(`Claims Administrator guideline: ${item.claimsAdministratorGuideline}`),
    '',
    ...wrap(`MAXIMUS guideline: ${item.reviewerGuideline}`),
    '',
    ...wrap(`Decision rationale: ${item.rationale}`),
    '',
  ];
}

function wrap(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= LINE_LENGTH)
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}
