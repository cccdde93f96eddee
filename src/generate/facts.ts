import { dayOf, yearOf } from './calendar.js';
import { people } from './data.js';
import type { Dates, Employee, Era, Letter } from './letter.js';
import { weigh, type Random } from './random.js';

/** Days of decision that letters of an era may have: from the first to the last. */
const PERIODS: Readonly<Record<Era, readonly [number, number]>> = {
  e1: [dayOf(2013, 2, 1), dayOf(2013, 5, 31)],
  e2: [dayOf(2013, 6, 1), dayOf(2013, 11, 15)],
  e3: [dayOf(2013, 11, 16), dayOf(2014, 6, 30)],
  e4: [dayOf(2014, 7, 1), dayOf(2015, 12, 31)],
  e5: [dayOf(2016, 1, 4), dayOf(2017, 11, 30)],
  e6: [dayOf(2017, 12, 1), dayOf(2025, 3, 31)],
};

/** Decisions on an expedited application are due within days. */
const EXPEDITED = 0.02;

const credentials = weigh(Object.entries(people.credentials));
const states = weigh(Object.entries(people.states));
const persons = weigh(Object.entries(people.persons));
const stateCounts = weigh([
  [1, 60],
  [2, 28],
  [3, 12],
]);

/** Dates in the order of the calendar, with gaps as letters have them. */
export function planDates(random: Random, era: Era, priority: Letter['priority']): Dates {
  const decided = random.between(...PERIODS[era]);
  const assigned = decided - (priority === 'Expedited' ? random.between(1, 4) : random.between(18, 45));
  const received = assigned - random.between(1, 14);
  const review = received - random.between(0, 29);
  const acute = random.chance(0.4);
  const injury = review - (acute ? random.between(14, 90) : random.between(91, 4_500));
  return { injury, review, received, assigned, decided };
}

export function planPriority(random: Random, era: Era): Letter['priority'] {
  return era >= 'e5' && random.chance(EXPEDITED) ? 'Expedited' : 'Standard';
}

export function planEmployee(random: Random): Employee {
  const person = random.weighted(persons);
  if (random.chance(0.02)) return { age: null, sex: null, person };
  const age = Math.round((random.between(19, 68) + random.between(25, 62)) / 2);
  return { age, sex: random.chance(0.45) ? 'FEMALE' : 'MALE', person };
}

export function planReviewer(random: Random): Letter['reviewer'] {
  const licensed = new Set<string>();
  for (let left = random.weighted(stateCounts); left > 0; left--) licensed.add(random.weighted(states));
  return { specialties: random.weighted(credentials).split('|'), states: [...licensed] };
}

/** No two letters of a run share a number: 7919 has no divisor in common with a power of ten. */
export function caseNumber(era: Era, number: number, dates: Dates): string {
  if (era === 'e1') return `IMR 13-${String((number * 7919) % 1e6).padStart(6, '0')}`;
  const year = String(yearOf(dates.received) % 100).padStart(2, '0');
  return `CM${year}-${String((number * 7919) % 1e7).padStart(7, '0')}`;
}
