/** Letters of 2013, invented; the text around the items is the least that a letter of its template has. */

/** An item of a notice: what the lists announce, and the reasons below. */
export interface NoticeItem {
  readonly request: string;
  /** "not ", "" or, as some letters have it, "not". */
  readonly not: string;
  readonly guidelines: string;
  readonly rationale: string;
}

export const NOTICE_ITEM: NoticeItem = {
  request: 'a 28 day pain program',
  not: 'not ',
  guidelines:
    'The Claims Administrator based its decision on the Chronic Pain Medical Treatment Guidelines, page 49, which is ' +
    'part of the MTUS. The Expert Reviewer did not find any section of the MTUS to be applicable.',
  rationale: 'No trial was made. The request is not medically necessary and appropriate.',
};

const announce = ({ request, not }: NoticeItem, i: number) =>
  `${String(i + 1)}) MAXIMUS Federal Services, Inc. has determined the request for ${request} is ${not}medically necessary and appropriate.`;

/** A letter of template `2013-notice`. `first` is what the first page announces; by default the same as the second. */
export function notice2013(items: readonly NoticeItem[], first: readonly NoticeItem[] = items): string {
  return [
    'MAXIMUS FEDERAL SERVICES, INC.\nNotice of Independent Medical Review Determination\nDated: 9/6/2013',
    'MAXIMUS Case Number: CM13-0999901',
    ...first.map(announce),
    'INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE',
    'An application for Independent Medical Review was filed on 8/6/2013 disputing the\nUtilization Review Denial ' +
      'dated 7/30/2013. A Notice of Assignment and Request for\nInformation was provided to the above parties on 8/13/2013.',
    ...items.map(announce),
    'Medical Qualifications of the Expert Reviewer:\nThe physician reviewer is Board Certified in Internal Medicine and is\n' +
      'licensed to practice in California. He/she is in active practice.',
    'Case Summary:\nDisclaimer: The following case summary was taken directly from the utilization review\n' +
      'denial/modification dated July 30, 2013.\nThe patient is a 44 year-old female with a date of injury of 8/28/2001.',
    ...items.flatMap(({ request, guidelines, rationale }, i) => [
      `${String(i + 1)}) Regarding the request for ${request}:`,
      'Section of the Medical Treatment Utilization Schedule Relied Upon by the Expert\nReviewer to Make His/Her Decision',
      guidelines,
      `Rationale for the Decision:\n${rationale}`,
    ]),
    'Effect of the Decision:\nIt is binding on all parties.',
  ].join('\n\n');
}

/** A letter of template `2013-decisions-and-rationales`, its items as written. */
export function decisions2013(items: readonly string[]): string {
  return [
    'MAXIMUS FEDERAL SERVICES, INC.\nIndependent Medical Review',
    'Case Number: CM13-0999902\nUR Denial Date:  11/08/2013',
    'HOW THE IMR FINAL DETERMINATION WAS MADE\nThe physician reviewer is Board Certified in Neurology, and is licensed to practice in Ohio.',
    'DOCUMENTS REVIEWED\nThe medical records.',
    'CLINICAL CASE SUMMARY\nThe patient is a 46 year old male.',
    'IMR DECISION(S) AND RATIONALE(S)\nThe Final Determination was based on decisions for the disputed items/services set forth below:',
    ...items,
  ].join('\n\n');
}

/** A letter of template `2013-professional-review`. */
export function review2013(issue: string, necessary: string, rationale: string): string {
  return [
    'MEDICAL PROFESSIONAL REVIEW',
    'IMR 13-990001',
    `ISSUE AT DISPUTE: ${issue}`,
    'CASE SUMMARY: The patient is a 38 year old male.',
    'DOCUMENTS REVIEWED FOR DETERMINATION: PR-2 of 1/8/2013.',
    'MEDICAL TREATMENT GUIDELINE(S) RELIED UPON BY PROFESSIONAL REVIEWER AND WHY: ACOEM, because it fits.',
    `RATIONALE FOR WHY THE REQUESTED TREATMENT/SERVICE IS/WAS ${necessary}: ${rationale}`,
    'MEDICAL REVIEWER QUALIFICATIONS: The reviewer is Board Certified in Orthopedic Surgery and is licensed to practice in California.',
  ].join('\n\n');
}
