import { LETTER, letter2014, letter2016, type LetterFields } from './letters.js';

/** The body of a letter below its header table, with credentials below labels. */
function bodyOf(fields: Partial<LetterFields>): string {
  const text = letter2016(fields);
  return text.slice(text.indexOf('HOW THE IMR'));
}

type Order = (fields: LetterFields) => readonly string[];

const left: Order = (all) => [
  ...['Case Number:', 'Date Assigned:', 'Decision Date:', 'Priority:', ''],
  ...[all.caseNumber, all.dateAssigned, all.decisionDate, all.priority, ''],
];

/** The orders in which text extractors print a header table; each names who does so. */
const ORDERS: Readonly<Record<string, Order>> = {
  'rows, a label torn (pdftotext -raw, pypdf)': (all) => [
    `Case Number: ${all.caseNumber}`,
    `Date Assigned: ${all.dateAssigned} Date of Injury: ${all.dateOfInjury}`,
    `Decision Date: ${all.decisionDate} UR Denial Date: ${all.utilizationReviewDate}`,
    `Priority: ${all.priority} Application`,
    'Received:',
    all.applicationReceived,
  ],
  'columns, labels before values (pdftotext)': (all) => [
    ...left(all),
    ...['Date of Injury:', 'UR Denial Date:', 'Application', 'Received:', ''],
    ...[all.dateOfInjury, all.utilizationReviewDate, all.applicationReceived],
  ],
  'the right column in rows (pdfminer)': (all) => [
    ...left(all),
    ...['Date of Injury:', all.dateOfInjury, `UR Denial Date: ${all.utilizationReviewDate}`],
    ...['Application', all.applicationReceived, 'Received:'],
  ],
  'a value above its label (pdfminer)': (all) => [
    ...left(all),
    ...[all.dateOfInjury, 'Date of Injury:', `UR Denial Date: ${all.utilizationReviewDate}`],
    ...[all.applicationReceived, 'Application', 'Received:'],
  ],
  'values of the right column from below (invented)': (all) => [
    ...left(all),
    ...['Date of Injury:', 'UR Denial Date:', 'Application', 'Received:', ''],
    ...[all.applicationReceived, all.utilizationReviewDate, all.dateOfInjury],
  ],
};

/** A letter of template `2016-header-table` in each order, by name. */
export function readingOrders(fields: Partial<LetterFields> = {}): [name: string, text: string][] {
  return Object.entries(ORDERS).map(([name, order]) => [
    name,
    `${order({ ...LETTER, ...fields }).join('\n')}\n\n${bodyOf(fields)}`,
  ]);
}

/** A letter whose header is some lines as given. */
export function letterBelow(header: readonly string[]): string {
  return `${header.join('\n')}\n\n${letter2014({ summary: 'The applicant has knee pain.' })}`;
}
