import { ImrError } from '../../common/errors.js';
import { phrase } from '../phrase.js';
import { noHeader2014 } from './2014-no-header.js';
import { headerTable2016 } from './2016-header-table.js';
import type { Template } from './template.js';

/** Every era that is read. */
export const TEMPLATES: readonly Template[] = [noHeader2014, headerTable2016];

/** A text with fewer of a template's signs than this share is not of that era. */
const LEAST_FIT = 0.5;

interface Fit {
  readonly template: Template;
  /** Share of the template's signs that the text has; 0 when the template is ruled out. */
  readonly score: number;
  readonly missing: readonly string[];
}

/**
 * The template that a cleaned text fits best.
 * @throws {ImrError} UNKNOWN_TEMPLATE, naming the nearest template and what it has that the text has not.
 */
export function detectTemplate(text: string): Template {
  const [best] = TEMPLATES.map((template) => fit(template, text)).sort((a, b) => b.score - a.score);
  if (best && best.score >= LEAST_FIT) return best.template;
  throw new ImrError(
    'UNKNOWN_TEMPLATE',
    best && best.score > 0
      ? `The nearest template is ${best.template.name}, but the text lacks: ${best.missing.join(' | ')}`
      : `The text has no phrase of any known template (${TEMPLATES.map(({ name }) => name).join(', ')}).`,
  );
}

function fit(template: Template, text: string): Fit {
  const has = (words: string) => phrase(words).test(text);
  const missing = template.signs.filter((sign) => !has(sign));
  const score = template.ruledOutBy.some(has) ? 0 : 1 - missing.length / template.signs.length;
  return { template, score, missing };
}
