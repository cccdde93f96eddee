import { isoDate } from './calendar.js';
import { people } from './data.js';
import type { Citation, Era, Item, Letter, Party } from './letter.js';

/** What a reader finds in a letter, in the shape of the hand-read truth: a field that is absent is not judged. */
export interface Expected {
  readonly era: Era;
  readonly case: Readonly<Record<string, string | null>>;
  readonly employee: { readonly age: number | null; readonly sex: string | null };
  readonly reviewer: { readonly specialties: readonly string[]; readonly licensureStates: readonly string[] };
  readonly findings: readonly object[];
}

export function truthOf(letter: Letter): Expected {
  const { era, employee, reviewer, items, summary } = letter;
  const stated = era !== 'e4' || summary.injury !== null;
  return {
    era,
    case: truthOfCase(letter),
    employee: stated ? { age: employee.age, sex: employee.sex } : { age: null, sex: null },
    reviewer: {
      specialties: reviewer.specialties,
      licensureStates: reviewer.states.map((state) => people.stateCodes[state] ?? state),
    },
    findings: items.map((item) => truthOfItem(item, era)),
  };
}

/** Letters of some eras have no header: they give the dates that their summary states, and no more. */
function truthOfCase({ era, caseNumber, dates, priority, summary, items }: Letter): Expected['case'] {
  const written = (day: number | null) => (day === null ? null : isoDate(day));
  const common = { outcome: outcomeOf(items), priority: era >= 'e5' ? priority : null };
  if (era === 'e1' || era === 'e4') {
    return {
      caseNumber: era === 'e1' ? caseNumber : null,
      dateAssigned: null,
      dateOfInjury: written(summary.injury),
      decisionDate: null,
      utilizationReviewDate: written(summary.review),
      applicationReceivedDate: null,
      ...common,
    };
  }
  return {
    caseNumber,
    dateAssigned: isoDate(dates.assigned),
    dateOfInjury: isoDate(dates.injury),
    decisionDate: isoDate(dates.decided),
    utilizationReviewDate: isoDate(dates.review),
    applicationReceivedDate: isoDate(dates.received),
    ...common,
  };
}

function outcomeOf(items: readonly Item[]): string {
  const upheld = items.filter(({ decision }) => decision === 'UPHELD').length;
  if (upheld === items.length) return 'UPHOLD';
  return upheld === 0 ? 'OVERTURN' : 'PARTIAL_OVERTURN';
}

function truthOfItem(item: Item, era: Era): object {
  const { label, decision, service, modification, grounds, rationale } = item;
  // The letters of early 2013 name the reviewer's guidelines only.
  const parties: readonly Party[] =
    era === 'e1' ? ['EXPERT_REVIEWER'] : ['CLAIMS_ADMINISTRATOR', 'EXPERT_REVIEWER'];
  return {
    label,
    decision,
    service,
    bases: Object.fromEntries(parties.map((party) => [party, grounds[party].basis])),
    citations: [
      ...parties.flatMap((party) =>
        [...grounds[party].mtus, ...grounds[party].outside].map((citation) =>
          truthOfCitation(party, citation),
        ),
      ),
      ...rationale.citations.map((citation) => truthOfCitation('RATIONALE', citation)),
    ],
    ...(modification === null
      ? {}
      : {
          modification: {
            originalRequest: modification.originalRequest,
            authorized: modification.authorized,
          },
        }),
    criteria: rationale.criteria,
    appliedCriteria: rationale.appliedCriteria,
  };
}

function truthOfCitation(role: Party | 'RATIONALE', { written, ...citation }: Citation): object {
  return { role, ...citation, raw: written };
}
