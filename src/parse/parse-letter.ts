import { ImrError } from '../common/errors.js';
import type { Document } from '../documents/document.js';
import { clean } from './clean.js';
import { readEmployee } from './employee.js';
import { readHeader, type Header } from './header.js';
import { readItems } from './items.js';
import type { Letter, LetterDates, Quote, Warning } from './letter.js';
import { toParagraphs } from './paragraphs.js';
import { readProseDates } from './prose-dates.js';
import { quote, spanning } from './quote.js';
import { readReviewer } from './reviewer.js';
import { sectionsOf } from './sections.js';
import { detectTemplate } from './templates/detect.js';

const NO_EMPLOYEE = { warnings: [] };

/**
 * Reads a determination letter in its own words.
 * @throws {ImrError} UNKNOWN_TEMPLATE when the text is no letter of a known era, INCOMPLETE_LETTER when it is one but
 *   gives no decision. Anything else that is missing or doubtful is a warning of the letter.
 */
export function parseLetter(document: Document): Letter {
  const cleaned = clean(document.text);
  const template = detectTemplate(cleaned);
  const text = toParagraphs(cleaned, template);
  const sections = sectionsOf(text, template);
  const { items, warnings: itemWarnings } = readItems(sections.items, template.itemLabels);
  if (items.length === 0) {
    const message = `A letter of template ${template.name}, but without any decision below "${template.headings.items}".`;
    throw new ImrError('INCOMPLETE_LETTER', message);
  }
  const clinicalSummary = wholeOf(text, sections.summary);
  const header = template.header ? readHeader(sections.header, template.header) : noHeader(sections.header);
  const proseDates = clinicalSummary ? readProseDates(clinicalSummary) : {};
  const { warnings: employeeWarnings, ...employee } = clinicalSummary
    ? readEmployee(clinicalSummary)
    : NO_EMPLOYEE;
  const { warnings: reviewerWarnings, ...reviewer } = readReviewer(sections.reviewer, template.credentials);
  const { warnings: headerWarnings, ...caseFields } = header;
  return {
    source: document.source,
    template: template.name,
    text,
    ...caseFields,
    dates: { ...proseDates, ...header.dates },
    ...employee,
    ...reviewer,
    ...(clinicalSummary && { clinicalSummary }),
    items,
    warnings: [
      ...headerWarnings,
      ...disagreements(header.dates, proseDates),
      ...reviewerWarnings,
      ...(clinicalSummary ? [] : [{ code: 'MISSING_FIELD', message: 'The letter has no clinical summary.' }]),
      ...employeeWarnings,
      ...itemWarnings,
    ],
  };
}

/** A letter without a header begins with its first heading; a header whose labels are not recognised is not lost in silence. */
function noHeader(above: readonly Quote[]): Header {
  const words = above.find(({ value }) => value !== '');
  if (!words) return { dates: {}, warnings: [] };
  const message = `Words above the first heading that are not read: ${words.value.slice(0, 80)}`;
  return { dates: {}, warnings: [{ code: 'STRAY_TEXT', message, span: words.span }] };
}

/** The words from the first of some paragraphs to the last. */
function wholeOf(text: string, paragraphs: readonly Quote[]): Quote | undefined {
  const [first] = paragraphs;
  const last = paragraphs.at(-1);
  return first && last && quote(text, ...spanning(first, last));
}

/** The header is believed; that the prose says otherwise is worth knowing. */
function disagreements(header: LetterDates, prose: LetterDates): Warning[] {
  return (Object.keys(prose) as (keyof LetterDates)[]).flatMap((field) => {
    const [stated, told] = [header[field], prose[field]];
    if (!stated || !told || stated.value === told.value) return [];
    const message = `${field}: the header says ${stated.value}, the clinical summary ${told.value}; the header is used.`;
    return [{ code: 'DATE_DISAGREES', message, span: told.span }];
  });
}
