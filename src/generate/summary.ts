import { PROSE_DATES } from './calendar.js';
import { capitalised, fill, people, regions, type Region } from './data.js';
import type { Dates, Employee, Era, Summary } from './letter.js';
import type { Random } from './random.js';

/** How often the summary gives another date of injury than the header, as 4 of 194 letters do. */
const CONTRADICTS = 0.02;
/** How often a letter without header has a summary without a patient. */
const IMPERSONAL = 0.04;

/** The clinical case summary. */
export function planSummary(
  random: Random,
  era: Era,
  dates: Dates,
  employee: Employee,
  injured: readonly string[],
): Summary {
  const headerless = era === 'e1' || era === 'e4';
  const contradicts = !headerless && random.chance(CONTRADICTS);
  const injury = contradicts ? dates.injury - random.pick([1, 7, 30, 365]) : dates.injury;
  const impersonal = era === 'e4' && random.chance(IMPERSONAL);
  const writeDate = random.pick(PROSE_DATES);
  const opening = random.pick(employee.age === null ? people.openingsWithoutPerson : people.openings);
  const slots = {
    person: employee.person,
    age: String(employee.age),
    sex: employee.sex === 'FEMALE' ? 'female' : 'male',
    adult: employee.sex === 'FEMALE' ? 'woman' : 'man',
    doi: writeDate(injury),
    ur: writeDate(dates.review),
    ...details(random, dates, injured, writeDate),
  };
  const middle = random.sample(people.summary, random.between(4, 9));
  const denial = random.chance(0.4) ? random.pick(people.urDenials) : null;
  const sentences = [...(impersonal ? [] : [opening]), ...middle, ...(denial === null ? [] : [denial])];
  return {
    text: sentences.map((sentence) => capitalised(fill(sentence, slots))).join(' '),
    injury: impersonal ? null : injury,
    review: denial === null ? null : dates.review,
  };
}

function details(
  random: Random,
  dates: Dates,
  injured: readonly string[],
  writeDate: (day: number) => string,
): Record<string, string> {
  const sites = injured.map((name) => regions[name] as Region);
  return {
    mechanism: random.pick(people.mechanisms),
    diagnoses: sites.flatMap(({ diagnoses }) => random.sample(diagnoses, 2)).join(', '),
    treatments: random.sample(people.treatments, 3).join(', '),
    complaint: sites.map(({ complaint }) => complaint).join(' and '),
    site: random.pick(sites[0]?.written ?? ['affected area']),
    low: String(random.between(2, 5)),
    high: String(random.between(6, 9)),
    weight: String(random.pick([10, 15, 20, 25])),
    weeks: String(random.between(2, 6)),
    visit: writeDate(dates.review - random.between(5, 25)),
  };
}
