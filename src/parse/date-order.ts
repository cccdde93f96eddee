import { datesIn, dayOf } from './dates.js';
import type { Letter, LetterDates, Quote } from './letter.js';

/**
 * The order in which a case goes: no denial before the injury, no application before the denial that it disputes, no
 * assignment before the application, no decision before the assignment. It holds in every letter whose dates were read
 * by hand (docs/parsing.md).
 */
const CASE_ORDER: readonly (keyof LetterDates)[] = [
  'dateOfInjury',
  'utilizationReviewDate',
  'applicationReceivedDate',
  'dateAssigned',
  'decisionDate',
];

/**
 * Tells the dates of a header apart that do not stand beside their labels, by the order in which a case goes. Only a
 * header with all five is read so; a date that seems to stand beside another label than its place in that order is
 * left out, and so is the one whose place it takes.
 * @param beside the dates that stand alone beside a label
 */
export function concludeDates(
  paragraphs: readonly Quote[],
  beside: LetterDates,
): Pick<Letter, 'dates' | 'warnings'> {
  const found = paragraphs.flatMap(datesIn).flatMap((date) => dayOf(date) ?? []);
  if (found.length !== CASE_ORDER.length)
    return { dates: {}, warnings: [outOfOrder('none of its dates is read')] };
  const sorted = [...found].sort((a, b) => (a.value < b.value ? -1 : a.value > b.value ? 1 : 0));
  const inOrder = CASE_ORDER.map((field, i) => [field, sorted[i]] as const);
  const disputed = new Set(
    inOrder.flatMap(([field, date]) => {
      const stated = beside[field]?.value;
      return stated === undefined || stated === date?.value ? [] : [stated, date?.value];
    }),
  );
  const kept = inOrder.filter(([, date]) => !disputed.has(date?.value));
  const concluded = 'its dates are told apart by the order in which a case goes';
  const but = `, but for ${inOrder
    .filter(([, date]) => disputed.has(date?.value))
    .map(([field]) => field)
    .join(' and ')}, which could be swapped`;
  return {
    dates: Object.fromEntries(kept),
    warnings: [outOfOrder(disputed.size === 0 ? concluded : concluded + but, kept.length > 0)],
  };
}

function outOfOrder(consequence: string, isConcluded = false) {
  const message = `The values of the header do not stand beside their labels, so ${consequence}.`;
  return { code: isConcluded ? 'DATES_CONCLUDED' : 'HEADER_OUT_OF_ORDER', message };
}
