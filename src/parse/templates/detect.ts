import { ImrError } from '../../common/errors.js';
import type { LetterDates } from '../letter.js';
import { decisionsAndRationales2013 } from './2013-decisions-and-rationales.js';
import { notice2013 } from './2013-notice.js';
import { professionalReview2013 } from './2013-professional-review.js';
import { noHeader2014 } from './2014-no-header.js';
import { headerTable2016 } from './2016-header-table.js';
import { acoemTitles2017 } from './2017-acoem-titles.js';
import type { Template } from './template.js';

/** Every era that is read, oldest first. */
export const TEMPLATES: readonly Template[] = [
  professionalReview2013,
  notice2013,
  decisionsAndRationales2013,
  noHeader2014,
  headerTable2016,
  acoemTitles2017,
];

/** The eras that the form of a letter tells, the commonest first: when one fits wholly, no other is tried. */
const BY_FORM = TEMPLATES.filter(({ follows }) => !follows).reverse();

/** A text with fewer of a template's signs than this share is not of that era. */
const LEAST_FIT = 0.5;

/** How well a text fits a template. */
export interface Fit {
  readonly template: Template;
  /** Share of the template's signs that the text has, 0 to 1; 0 when the template is ruled out. */
  readonly score: number;
  readonly missing: readonly string[];
}

/**
 * The template that a cleaned text fits best.
 * @throws {ImrError} UNKNOWN_TEMPLATE, naming the nearest template, its score, and what it has that the text has not.
 */
export function detectTemplate(text: string): Fit {
  const words = new Words(text);
  let best: Fit | undefined;
  for (const template of BY_FORM) {
    const found = fit(template, words);
    if (!best || found.score > best.score) best = found;
    if (best.score === 1) break;
  }
  if (best && best.score >= LEAST_FIT) return best;
  throw new ImrError('UNKNOWN_TEMPLATE', best && best.score > 0 ? nearest(best) : NOTHING_KNOWN);
}

/** White space that is more than one blank: a text has ten times as many of those, and they stay. */
const WHITE_SPACE = /[^\S ]\s*| \s+/g;

/** A text in which phrases are looked for: as a rule they stand there to the letter, on one line. */
class Words {
  private folded: string | undefined;

  constructor(private readonly text: string) {}

  /** To the letter, on one line. */
  haveExactly(phrase: string): boolean {
    return this.text.includes(phrase);
  }

  /** Whatever the case and the line breaks. */
  have(phrase: string): boolean {
    if (this.text.includes(phrase)) return true;
    this.folded ??= this.text.replace(WHITE_SPACE, ' ').toLowerCase();
    return this.folded.includes(phrase.toLowerCase());
  }
}

const NOTHING_KNOWN = `The text has no phrase of any known template (${TEMPLATES.map(({ name }) => name).join(', ')}).`;

function nearest({ template, score, missing }: Fit): string {
  const share = `${String(template.signs.length - missing.length)} of ${String(template.signs.length)}`;
  return (
    `The nearest template is ${template.name} (score ${score.toFixed(2)}: ${share} signs), ` +
    `but the text lacks: ${missing.join(' | ')}`
  );
}

/** Signs may be written in other case; what rules a template out must be there to the letter. */
function fit(template: Template, words: Words): Fit {
  if (template.ruledOutBy.some((phrase) => words.haveExactly(phrase)))
    return { template, score: 0, missing: template.signs };
  const missing = template.signs.filter((sign) => !words.have(sign));
  return { template, score: 1 - missing.length / template.signs.length, missing };
}

/** The era of a letter, given its form and dates: letters of some eras differ in their dates alone. */
export function eraOf(form: Template, dates: LetterDates): Template {
  let latest = '';
  for (const { value } of Object.values(dates) as { value: string }[]) if (value > latest) latest = value;
  const followers = TEMPLATES.filter(({ follows }) => follows?.template === form.name);
  return followers.findLast(({ follows }) => follows && latest >= follows.from) ?? form;
}
