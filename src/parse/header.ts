import { concludeDates } from './date-order.js';
import { DATE, dayOf } from './dates.js';
import type { Letter, LetterDates, Quote, Reading, Warning } from './letter.js';
import type { Paragraph } from './paragraphs.js';
import { groupOf, within } from './quote.js';
import type { HeaderTable } from './templates/template.js';

/** What a header says of the case; a warning names each field that could not be read. */
export type Header = Pick<Letter, 'caseNumber' | 'priority' | 'dates' | 'warnings'>;

const CASE_NUMBER = /\b(?:CM ?\d{2} ?[-–] ?\d{7}|IMR ?\d{2}-\d{6})(?!\d)/i;
const PRIORITY = /\b(?:Standard|Expedited)\b/i;
const ONLY_DATE = new RegExp(`^${DATE}$`, 'i');
/** A date, perhaps with the beginning of the next cell, but no second date. */
const ONE_DATE = new RegExp(`^(?<date>${DATE})(?![^]*${DATE})(?=\\s|$)`, 'di');
const CELLS = [
  new RegExp(`^${CASE_NUMBER.source}$`, 'i'),
  new RegExp(`^${PRIORITY.source}$`, 'i'),
  ONLY_DATE,
];

/** The words beside the first of some labels that the header has. */
type CellOf = (labels: readonly string[]) => Quote | undefined;

/** Reads a header table of "label: value" paragraphs. */
export function readHeader(paragraphs: readonly Paragraph[], table: HeaderTable): Header {
  const cells = cellsOf(paragraphs);
  const cell: CellOf = (labels) =>
    labels.map((label) => cells.get(label)).find((words) => words !== undefined);
  const beside = cell(table.priorityLabels);
  // These two look like nothing else, so they are read wherever the layout has put them.
  const caseNumber = firstOf(paragraphs, CASE_NUMBER);
  const priority = firstOf(table.isComplete ? paragraphs : beside ? [beside] : [], PRIORITY);
  const { dates, warnings } = readDates(paragraphs, cells, cell, table);
  return {
    ...(caseNumber && { caseNumber: canonicalNumber(caseNumber) }),
    ...(priority && { priority: canonicalPriority(priority) }),
    dates,
    warnings: [
      ...(caseNumber ? [] : unread(table, table.caseNumberLabels, cell(table.caseNumberLabels))),
      ...(priority ? [] : unread(table, table.priorityLabels, beside)),
      ...warnings,
    ],
  };
}

/** "cm16 - 0231706" is CM16-0231706; the blank of "IMR 13-000004" is its own. */
function canonicalNumber({ value, span }: Quote): Reading<string> {
  const number = value.toUpperCase().replace('–', '-');
  return { value: number.startsWith('CM') ? number.replaceAll(' ', '') : number, span };
}

function canonicalPriority({ value, span }: Quote): Reading<'Standard' | 'Expedited'> {
  return { value: /^s/i.test(value) ? 'Standard' : 'Expedited', span };
}

function cellsOf(paragraphs: readonly Paragraph[]): ReadonlyMap<string, Quote> {
  const cells = new Map<string, Quote>();
  for (const { mark, words } of paragraphs) {
    if (mark?.kind === 'cell' && !cells.has(mark.label)) cells.set(mark.label, words);
  }
  return cells;
}

function readDates(
  paragraphs: readonly Paragraph[],
  cells: ReadonlyMap<string, Quote>,
  cell: CellOf,
  table: HeaderTable,
): Pick<Letter, 'dates' | 'warnings'> {
  const dates: Partial<Record<keyof LetterDates, Reading<string>>> = {};
  const warnings: Warning[] = [];
  for (const [field, labels] of Object.entries(table.dateLabels) as [keyof LetterDates, string[]][]) {
    const words = cell(labels);
    const date = words && oneDate(words);
    const day = date && dayOf(date);
    if (day) dates[field] = day;
    else warnings.push(...unread(table, labels, words));
  }
  return isOutOfOrder([...cells.values()]) ? concludeDates(paragraphs, dates) : { dates, warnings };
}

function oneDate(words: Quote): Quote | undefined {
  if (ONLY_DATE.test(words.value)) return words;
  const match = ONE_DATE.exec(words.value);
  return match ? groupOf(words, match, 'date') : undefined;
}

/** Some forms print a column's labels first and then its values, in an order that varies. */
function isOutOfOrder(cells: readonly Quote[]): boolean {
  const isCell = ({ value }: Quote) => CELLS.some((pattern) => pattern.test(value));
  return cells.some(({ value }) => value === '') && cells.some((cell) => cell.value !== '' && !isCell(cell));
}

function unread(
  { isComplete }: HeaderTable,
  [label = '']: readonly string[],
  words: Quote | undefined,
): Warning[] {
  if (words?.value) {
    const message = `Not a value of "${label}": ${words.value.slice(0, 80)}`;
    return [{ code: 'UNREADABLE_VALUE', message, span: words.span }];
  }
  return isComplete ? [{ code: 'MISSING_FIELD', message: `The letter gives no "${label}"` }] : [];
}

function firstOf(paragraphs: readonly Quote[], pattern: RegExp): Quote | undefined {
  for (const paragraph of paragraphs) {
    const match = pattern.exec(paragraph.value);
    if (match) return within(paragraph, match.index, match.index + match[0].length);
  }
  return undefined;
}
