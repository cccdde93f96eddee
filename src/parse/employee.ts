import type { Letter, Quote, Reading, Warning } from './letter.js';
import { AGE_WORDS, yearsOf } from './number-words.js';
import { groupOf } from './quote.js';

/** What the summary says of the employee; `warnings` tell where it contradicts itself. */
export type Employee = Pick<Letter, 'age' | 'sex' | 'warnings'>;

const PERSON = String.raw`(?:injured worker|injured employee|applicant|patient|claimant|employee|worker|IW)`;
const SEX = String.raw`(?<sex>(?:fe)?male|(?:wo)?man|gentleman|lady)`;
const AGE = String.raw`(?:\d{1,3}|${AGE_WORDS})`;
const YEARS_OLD = String.raw`(?<age>${AGE})[ -]{0,2}(?:(?:years?|yrs?)[ -]{0,2}(?:old|of[ -]age)|y[/.]?o\b\.?)`;
/** Words such as "right-hand-dominant" may stand between age and sex. */
const ADJECTIVES = String.raw`(?:[a-z-]{1,25},? ){0,3}`;

/** Ways in which the employee, and no one else, is given an age or a sex; tried in turn. */
const WORDINGS = [
  // "48-year-old male", "a(n) 57 year old female"
  String.raw`\b${YEARS_OLD}[ ,-]{1,2}${ADJECTIVES}${SEX}\b`,
  // "57 yo F"
  String.raw`\b${YEARS_OLD} (?<sex>[MF])(?=[ ,.])`,
  // "a 45 year old injured worker", "the patient is 45 years old"
  String.raw`\b${YEARS_OLD} ${ADJECTIVES}${PERSON}\b`,
  String.raw`\b${PERSON} (?:is|was) (?:now )?(?:an? |a\(n\) )?${YEARS_OLD}\b`,
  // "the applicant is a male", "this male patient"
  String.raw`\b${PERSON} (?:is|was) an? ${ADJECTIVES}${SEX}\b(?:, ${YEARS_OLD})?`,
  String.raw`\b(?:the|this|an?) ${SEX} ${PERSON}\b`,
  // "This 34-year-old sustained an injury": the employee is who a summary speaks of first
  String.raw`^(?:(?:the|this|an?) )?${YEARS_OLD}\b`,
];

/** Reads age and sex from the clinical summary; what it does not state is left out, never concluded from pronouns. */
export function readEmployee(summary: Quote): Employee {
  const ages: Reading<number>[] = [];
  const sexes: Reading<'FEMALE' | 'MALE'>[] = [];
  for (const wording of WORDINGS) {
    for (const match of summary.value.matchAll(new RegExp(wording, 'dgi'))) {
      const age = groupOf(summary, match, 'age');
      const sex = groupOf(summary, match, 'sex');
      if (age) ages.push({ value: yearsOf(age.value), span: age.span });
      if (sex) sexes.push({ value: /^(?:f|w|l)/i.test(sex.value) ? 'FEMALE' : 'MALE', span: sex.span });
    }
  }
  const age = first(ages);
  const sex = first(sexes);
  return {
    ...(age && { age }),
    ...(sex && { sex }),
    warnings: [...disagreement('AGE_DISAGREES', ages), ...disagreement('SEX_DISAGREES', sexes)],
  };
}

function first<T>(readings: readonly Reading<T>[]): Reading<T> | undefined {
  return [...readings].sort((a, b) => a.span[0] - b.span[0])[0];
}

function disagreement<T>(code: string, readings: readonly Reading<T>[]): Warning[] {
  const stated = first(readings);
  const other = readings.find(({ value }) => value !== stated?.value);
  if (!stated || !other) return [];
  const message = `The summary says ${String(stated.value)} and also ${String(other.value)}; the first is used.`;
  return [{ code, message, span: other.span }];
}
