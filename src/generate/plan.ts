import { planInjury, planItems } from './items.js';
import { caseNumber, planDates, planEmployee, planPriority, planReviewer } from './facts.js';
import { planGrounds } from './grounds.js';
import type { Era, Item, Letter } from './letter.js';
import { planRationale } from './rationale.js';
import type { Random } from './random.js';
import { planSummary } from './summary.js';

const MOST_ITEMS = 12;

/** Decides all that a letter says. */
export function planLetter(random: Random, era: Era, number: number): Letter {
  const priority = planPriority(random, era);
  const dates = planDates(random, era, priority);
  const employee = planEmployee(random);
  const reviewer = planReviewer(random);
  const injured = planInjury(random);
  const summary = planSummary(random, era, dates, employee, injured);
  const disputed = planItems(random, injured, era === 'e1' ? 1 : MOST_ITEMS);
  const items = disputed.map((planned): Item => {
    // Before 2014 the pattern of partly authorised requests is not known.
    const item = era < 'e4' ? { ...planned, modification: null } : planned;
    const { label, decision, service, modification } = item;
    const grounds = planGrounds(random, era, item, dates);
    const rationale = planRationale(random, era, item, employee, grounds.EXPERT_REVIEWER);
    return { label, decision, service, modification, grounds, rationale };
  });
  return {
    era,
    number,
    caseNumber: caseNumber(era, number, dates),
    dates,
    priority,
    employee,
    reviewer,
    summary,
    items,
  };
}
