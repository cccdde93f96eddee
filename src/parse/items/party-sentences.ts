import type { LetterItem, Quote } from '../letter.js';
import { within } from '../quote.js';

/** The beginning of a sentence that tells on what a party relied. */
const PARTY =
  /\b(?:The )?(?<administrator>Claims Administrator)\b(?!'s (?:denial|letter))|\b(?:The )?(?:Expert|Physician|Professional|Medical|MAXIMUS) Reviewer\b/gi;

/** Parts prose that names the guidelines of both parties at the first sentence about each. */
export function partySentences(
  prose: Quote,
): Pick<LetterItem, 'claimsAdministratorGuideline' | 'reviewerGuideline'> {
  const starts = [...prose.value.matchAll(PARTY)].filter(({ index }) => beginsSentence(prose.value, index));
  const administrator = starts.find(({ groups }) => groups?.['administrator'])?.index;
  const reviewer = starts.find(({ groups }) => !groups?.['administrator'])?.index;
  const end = prose.value.length;
  const until = (start: number, other: number | undefined) =>
    within(prose, start, other !== undefined && other > start ? other : end);
  return {
    ...(administrator !== undefined && { claimsAdministratorGuideline: until(administrator, reviewer) }),
    ...(reviewer !== undefined && { reviewerGuideline: until(reviewer, administrator) }),
  };
}

function beginsSentence(text: string, index: number): boolean {
  return index === 0 || /[.:;!?)"]\s*$/.test(text.slice(Math.max(0, index - 4), index));
}
