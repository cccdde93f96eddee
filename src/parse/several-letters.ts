import { ImrError } from '../common/errors.js';
import type { Paragraph } from './paragraphs.js';
import { TEMPLATES } from './templates/detect.js';
import type { SectionName, Template } from './templates/template.js';

/** Sections that a letter may have for each item. */
const MAY_RECUR: ReadonlySet<SectionName> = new Set(['guidelines', 'rationale', 'closing']);
/** A wrapped line of prose may begin like one heading; that it does so with two different ones is not to be feared. */
const SECTIONS_OF_A_LETTER = 2;
/** Of the signs of another template, so many (and more than this share) are no chance. */
const FEWEST_SIGNS = 3;
const LEAST_SHARE = 0.75;

/**
 * Several letters in one document must not become one record: two sections of the same letter stand there twice, or
 * the signs of another era besides.
 * @throws {ImrError} SEVERAL_LETTERS
 */
export function refuseSeveralLetters(
  text: string,
  paragraphs: readonly Paragraph[],
  template: Template,
): void {
  const again = recurringSections(paragraphs);
  if (again.length >= SECTIONS_OF_A_LETTER)
    throw severalLetters(`there is more than one section for each of: ${again.join(', ')}`);
  const other = TEMPLATES.find((each) => hasSignsBesides(text, template, each));
  if (other) throw severalLetters(`one of template ${template.name}, one of ${other.name}`);
}

function severalLetters(why: string): ImrError {
  return new ImrError(
    'SEVERAL_LETTERS',
    `The document holds several letters (${why}). Give each a file of its own.`,
  );
}

function recurringSections(paragraphs: readonly Paragraph[]): readonly SectionName[] {
  const counts = new Map<SectionName, number>();
  for (const { mark } of paragraphs) {
    if (mark?.kind === 'heading' && !MAY_RECUR.has(mark.section))
      counts.set(mark.section, (counts.get(mark.section) ?? 0) + 1);
  }
  return [...counts].flatMap(([section, count]) => (count > 1 ? [section] : []));
}

/** Whether a text has nearly all signs of another template than its own; the signs that both share prove nothing. */
function hasSignsBesides(text: string, own: Template, other: Template): boolean {
  const signs = other.signs.filter((sign) => !own.signs.includes(sign));
  // As a rule the first is not there: this runs for every letter.
  if (signs.length < FEWEST_SIGNS || !text.includes(signs[0] ?? '')) return false;
  return signs.filter((sign) => text.includes(sign)).length > signs.length * LEAST_SHARE;
}
