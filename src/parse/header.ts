import { DATE, isoDate } from './dates.js';
import type { Letter, LetterDates, Quote, Reading, Warning } from './letter.js';
import { groupOf, within } from './quote.js';
import { afterLabel } from './sections.js';
import { headerLabels, type HeaderTable } from './templates/template.js';

/** What a header says of the case; a warning names each field that could not be read. */
export type Header = Pick<Letter, 'caseNumber' | 'priority' | 'dates' | 'warnings'>;

const CASE_NUMBER = /\bCM\d{2}-\d{7}(?!\d)/;
const PRIORITY = /\b(?:Standard|Expedited)\b/;
const ONLY_DATE = new RegExp(`^${DATE}$`, 'i');
/** A date, perhaps with the beginning of the next cell, but no second date. */
const ONE_DATE = new RegExp(`^(?<date>${DATE})(?![^]*${DATE})(?=\\s|$)`, 'di');
const CELLS = [new RegExp(`^${CASE_NUMBER.source}$`), new RegExp(`^${PRIORITY.source}$`), ONLY_DATE];

/** Reads a header table of "label: value" paragraphs. */
export function readHeader(paragraphs: readonly Quote[], table: HeaderTable): Header {
  const cell = (label: string) => firstOf(paragraphs, (paragraph) => afterLabel(paragraph, label));
  // These two look like nothing else, so they are read wherever the layout has put them.
  const caseNumber = firstOf(paragraphs, (paragraph) => find(paragraph, CASE_NUMBER));
  const priority = firstOf(paragraphs, (paragraph) => find(paragraph, PRIORITY));
  const { dates, warnings } = readDates(cell, table);
  return {
    ...(caseNumber && { caseNumber }),
    ...(priority && { priority: priority as Reading<'Standard' | 'Expedited'> }),
    dates,
    warnings: [
      ...(caseNumber ? [] : [unread(table.caseNumberLabel, cell(table.caseNumberLabel))]),
      ...(priority ? [] : [unread(table.priorityLabel, cell(table.priorityLabel))]),
      ...warnings,
    ],
  };
}

type CellOf = (label: string) => Quote | undefined;

function readDates(cell: CellOf, table: HeaderTable): Pick<Letter, 'dates' | 'warnings'> {
  if (isOutOfOrder(headerLabels(table).map(cell))) {
    const message =
      'The values of the header do not stand beside their labels, so none of its dates is read.';
    return { dates: {}, warnings: [{ code: 'HEADER_OUT_OF_ORDER', message }] };
  }
  const dates: Partial<Record<keyof LetterDates, Reading<string>>> = {};
  const warnings: Warning[] = [];
  for (const [field, label] of Object.entries(table.dateLabels) as [keyof LetterDates, string][]) {
    const words = cell(label);
    const match = words && ONE_DATE.exec(words.value);
    const date = match ? groupOf(words, match, 'date') : undefined;
    const iso = date && isoDate(date.value);
    if (iso) dates[field] = { value: iso, span: date.span };
    else warnings.push(unread(label, words));
  }
  return { dates, warnings };
}

/** Some forms print a column's labels first and then its values, in an order that varies. */
function isOutOfOrder(cells: readonly (Quote | undefined)[]): boolean {
  const isCell = ({ value }: Quote) => CELLS.some((pattern) => pattern.test(value));
  const present = cells.filter((cell) => cell !== undefined);
  return (
    present.some(({ value }) => value === '') && present.some((cell) => cell.value !== '' && !isCell(cell))
  );
}

function unread(label: string, words: Quote | undefined): Warning {
  return words?.value
    ? {
        code: 'UNREADABLE_VALUE',
        message: `Not a value of "${label}": ${words.value.slice(0, 80)}`,
        span: words.span,
      }
    : { code: 'MISSING_FIELD', message: `The letter gives no "${label}"` };
}

function find(paragraph: Quote, pattern: RegExp): Quote | undefined {
  const match = pattern.exec(paragraph.value);
  return match ? within(paragraph, match.index, match.index + match[0].length) : undefined;
}

function firstOf(
  paragraphs: readonly Quote[],
  read: (paragraph: Quote) => Quote | undefined,
): Quote | undefined {
  for (const paragraph of paragraphs) {
    const words = read(paragraph);
    if (words) return words;
  }
  return undefined;
}
