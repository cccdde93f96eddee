import { ImrError } from '../common/errors.js';
import type { Document } from '../documents/document.js';
import { cleanLines } from './clean.js';
import { DATE } from './dates.js';
import { readEmployee } from './employee.js';
import { readHeader, type Header } from './header.js';
import { readAnnouncedItems } from './items/announced.js';
import { readHeadedItems } from './items/headed.js';
import { readIssue } from './items/issue.js';
import type { ReadItems } from './items/read-items.js';
import type { Letter, LetterDates, Quote, Warning } from './letter.js';
import { toParagraphs, type Paragraph } from './paragraphs.js';
import { readProseDates } from './prose-dates.js';
import { within } from './quote.js';
import { readReviewer } from './reviewer.js';
import { paragraphsOf, wholeOf } from './sections.js';
import { readStatedDates } from './stated-dates.js';
import { refuseSeveralLetters } from './several-letters.js';
import { detectTemplate, eraOf, type Fit } from './templates/detect.js';
import { usualHeadings, type Template } from './templates/template.js';

const NO_EMPLOYEE = { warnings: [] };
const NO_DATES = { dates: {}, warnings: [] };
const BEHIND_DATE = new RegExp(`${DATE}[.:]?["')]* `, 'i');
const SENTENCE_END = /[.!?]["')]* (?=["'(]?[A-Z])/;
/** A letter with fewer of its template's signs than this share may be of an era that is not known. */
const GOOD_FIT = 0.75;

/**
 * Reads a determination letter in its own words.
 * @throws {ImrError} UNKNOWN_TEMPLATE when the text is no letter of a known era, SEVERAL_LETTERS when it is more than
 *   one, INCOMPLETE_LETTER when it gives no decision. Anything else that is missing or doubtful is a warning of the letter.
 */
export function parseLetter(document: Document): Letter {
  const lines = cleanLines(document.text);
  const cleaned = lines.join('\n');
  const fit = detectTemplate(cleaned);
  const { template } = fit;
  const { text, paragraphs } = toParagraphs(lines, template);
  const { items, warnings: itemWarnings } = readItems(text, paragraphs, template);
  refuseSeveralLetters(cleaned, paragraphs, template);
  if (items.length === 0) throw withoutDecision(template);
  const clinicalSummary = readSummary(text, paragraphs, template);
  const { warnings: headerWarnings, ...caseFields } = readCase(paragraphs, template);
  const prose = clinicalSummary ? readProseDates(clinicalSummary) : NO_DATES;
  const { warnings: employeeWarnings, ...employee } = clinicalSummary
    ? readEmployee(clinicalSummary)
    : NO_EMPLOYEE;
  const { warnings: reviewerWarnings, ...reviewer } = readReviewer(paragraphsOf(paragraphs, 'reviewer'));
  const dates = { ...prose.dates, ...caseFields.dates };
  return {
    source: document.source,
    template: eraOf(template, dates).name,
    text,
    ...caseFields,
    dates,
    ...employee,
    ...reviewer,
    ...(clinicalSummary && { clinicalSummary }),
    items,
    warnings: [
      ...doubtfulFit(fit),
      ...headerWarnings,
      ...disagreements(caseFields.dates, prose.dates),
      ...(caseFields.dates.dateOfInjury ? [] : prose.warnings),
      ...reviewerWarnings,
      ...(clinicalSummary ? [] : [{ code: 'MISSING_FIELD', message: 'The letter has no clinical summary.' }]),
      ...employeeWarnings,
      ...itemWarnings,
    ],
  };
}

function readItems(text: string, paragraphs: readonly Paragraph[], { items }: Template): ReadItems {
  switch (items.form) {
    case 'headed':
      return readHeadedItems(paragraphs, items);
    case 'announced':
      return readAnnouncedItems(text, paragraphs);
    case 'issue':
      return readIssue(text, paragraphs);
  }
}

function withoutDecision({ name, headings, ...template }: Template): ImrError {
  const [below = usualHeadings({ headings }).at(-1) ?? ''] = headings.items ?? headings.decisions ?? [];
  const where = template.items.form === 'issue' ? 'or with several that differ' : `below "${below}"`;
  return new ImrError(
    'INCOMPLETE_LETTER',
    `A letter of template ${name}, but without any decision ${where}.`,
  );
}

/** The header's own values, then those that set sentences tell. */
function readCase(paragraphs: readonly Paragraph[], { header, statedDates }: Template): Header {
  const above = paragraphs.filter(({ section }) => section === 'header');
  if (!header) return noHeader(above);
  const read = readHeader(above, header);
  if (!statedDates) return read;
  const decisions = paragraphs.filter(({ section }) => section === 'decisions');
  const stated = readStatedDates([...above, ...decisions], statedDates);
  return { ...read, dates: { ...stated, ...read.dates } };
}

/** A letter without a header begins with its first heading; a header whose labels are not recognised is not lost in silence. */
function noHeader(above: readonly Quote[]): Header {
  const words = above.find(({ value }) => value !== '');
  if (!words) return { dates: {}, warnings: [] };
  const message = `Words above the first heading that are not read: ${words.value.slice(0, 80)}`;
  return { dates: {}, warnings: [{ code: 'STRAY_TEXT', message, span: words.span }] };
}

function readSummary(
  text: string,
  paragraphs: readonly Paragraph[],
  { disclaimer }: Template,
): Quote | undefined {
  const summary = wholeOf(text, paragraphsOf(paragraphs, 'summary'));
  if (!summary || !disclaimer || !summary.value.startsWith(disclaimer)) return summary;
  return within(summary, disclaimerEnd(summary.value), summary.value.length);
}

/** A disclaimer ends in the date of the document that the summary is taken from, or as any sentence does. */
function disclaimerEnd(summary: string): number {
  const [date, sentence] = [BEHIND_DATE, SENTENCE_END].map((pattern) => pattern.exec(summary));
  const behind = (match: RegExpExecArray | null | undefined) => (match ? match.index + match[0].length : 0);
  const beginsAnew = /^["'(]?[A-Z\d]/.test(summary.slice(behind(date)));
  return date && beginsAnew && date.index < (sentence?.index ?? Infinity) ? behind(date) : behind(sentence);
}

function doubtfulFit({ template, score, missing }: Fit): Warning[] {
  if (score >= GOOD_FIT) return [];
  const message = `The text fits template ${template.name} by ${score.toFixed(2)} only; it lacks: ${missing.join(' | ')}`;
  return [{ code: 'TEMPLATE_DOUBTFUL', message }];
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
