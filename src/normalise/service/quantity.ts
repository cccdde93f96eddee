import type { Quantity } from '../determination.js';
import { NUMBER, numberOf } from './numbers.js';
import type { Found } from './places.js';

const N = `(?<n>${NUMBER})`;
/** "12-18", "eight (8)": the most that is asked for, said once more in figures or not. */
const AMOUNT = String.raw`(?:${NUMBER}\s?(?:-|to)\s?)?${N}(?:\s?\(\d{1,4}\))?`;
const VISIT = String.raw`(?:visits?|sessions?|treatments?|appointments?|classes|sittings?)\b`;
const TIMES = String.raw`(?:x|times?|visits?|sessions?|days?)`;
const A = String.raw`(?:an?|per|each|every|\/)`;
const FOR = String.raw`\s?(?:,|;)?\s?(?:for|x|times|over|\/)?\s?(?:the\s|a\stotal\sof\s)?`;

interface Measure {
  readonly pattern: RegExp;
  readonly unit: string | ((groups: Readonly<Record<string, string | undefined>>) => string);
}

const rule = (pattern: string, unit: Measure['unit']): Measure => ({
  pattern: new RegExp(pattern, 'i'),
  unit,
});
const perWeek = String.raw`(?<times>${NUMBER}|once|twice)(?:\s?(?:-|to)\s?(?<most>${NUMBER}))?\s?${TIMES}?\s?(?:${A}\s?)?(?:week(?:ly)?|wk)s?${FOR}(?:${NUMBER}\s?(?:-|to)\s?)?(?<weeks>${NUMBER})(?:\s?\(\d{1,2}\))?\s?-?(?:weeks?|wks?)\b`;
/** "6 hours per day, 5 times a week for 4 weeks" is 120 hours. */
const HOURS = rule(
  String.raw`(?<hours>${NUMBER})\s?-?(?:hours?|hrs?)\s?(?:${A}\s?|-)?(?:day|daily),?\s?(?:for\s)?${perWeek}`,
  'hours',
);
/** "2 times a week for 4 weeks" is 8 visits, and so is "2x4". */
const SCHEDULES = [
  HOURS,
  rule(perWeek, 'visits'),
  rule(
    String.raw`\b(?<times>[1-7])\s?(?:x|times)\s?(?<weeks>\d{1,2})(?!\d|\s?(?:mg|tablets?|tabs?)\b)`,
    'visits',
  ),
];

/** From the most to the least definite. */
const MEASURES: readonly Measure[] = [
  rule(
    String.raw`${AMOUNT}\s?(?:(?!x\b|times\b|week)[a-z/-]{2,20}\s){0,3}?${VISIT}(?!\s?(?:an?|per|\/)\s?week|\s?weekly)`,
    'visits',
  ),
  rule(String.raw`\b(?:visits?|sessions?|treatments?)(?:,|:)?\s?(?:x|times|qty|#)?\s?${N}`, 'visits'),
  ...SCHEDULES,
  rule(String.raw`${AMOUNT}\s?-?(?<per>hours?|hrs?)\s?(?:${A}\s?|-)(?:day|week)`, ({ per }) =>
    per ? 'hours a day' : 'hours',
  ),
  rule(String.raw`${AMOUNT}\s?-?(?:hours?|hrs?)\b`, 'hours'),
  rule(
    String.raw`(?<!\bin\s)${AMOUNT}[\s-]{0,2}(?<unit>days?|weeks?|wks?|months?|nights?|years?)\b`,
    ({ unit }) => timeUnit(unit),
  ),
  rule(String.raw`${AMOUNT}[\s-]?views?\b`, 'views'),
  rule(String.raw`(?:#|\b(?:qty|quantity)\b[.:]?\s?(?:of\s)?#?)\s?${N}`, 'count'),
  rule(String.raw`\bseries of\s${N}`, 'count'),
  rule(String.raw`(?:\bx|\btimes)\s?${N}`, 'count'),
];

/** Services of which "times 12" are visits. */
const BY_VISIT = /^(?:Rehabilitation|Psych Services > Therapies)/;

/** How much of a service is asked for; of several measures the most definite one. */
export function quantityIn(label: string, category: string | null): Found<Quantity> | null {
  if (
    !/\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|thirty|twenty)\b/i.test(
      label,
    )
  )
    return null;
  for (const { pattern, unit } of MEASURES) {
    const match = pattern.exec(label);
    if (!match) continue;
    const groups = match.groups ?? {};
    const amount = amountOf(groups);
    const said = typeof unit === 'string' ? unit : unit(groups);
    const value = { amount, unit: said === 'count' && BY_VISIT.test(category ?? '') ? 'visits' : said };
    return { value, start: match.index, end: match.index + match[0].length };
  }
  return null;
}

function amountOf({ n, hours, times, most, weeks }: Readonly<Record<string, string | undefined>>): number {
  if (n !== undefined) return numberOf(n);
  return numberOf(most ?? times ?? 'one') * numberOf(weeks ?? 'one') * numberOf(hours ?? 'one');
}

function timeUnit(written = 'day'): string {
  const unit = written.toLowerCase().replace(/s$/, '').replace('wk', 'week');
  return `${unit}s`;
}
