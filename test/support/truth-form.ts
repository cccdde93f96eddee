import { CRITERION_KINDS } from '../../src/normalise/criteria/kinds.js';

/** The values that something may have; the form of each entry of a list; the forms of fields, none of which must be there; or anything. */
export type Form = ReadonlySet<unknown> | readonly [Form] | { readonly [field: string]: Form } | undefined;

const ANY = undefined;
const oneOf = (...values: readonly unknown[]): Form => new Set(values);

const BASIS = oneOf('MTUS', 'OUTSIDE_MTUS', 'NONE', null);
const ROLE = oneOf('CLAIMS_ADMINISTRATOR', 'EXPERT_REVIEWER', 'RATIONALE');
const KIND = oneOf(...Object.keys(CRITERION_KINDS));
const GUIDELINE = { source: ANY, chapter: ANY, topics: [ANY] } as const;

/** What the truth of a sample may say (docs/samples.md). */
export const TRUTH_FORM: Form = {
  case: {
    caseNumber: ANY,
    dateAssigned: ANY,
    dateOfInjury: ANY,
    decisionDate: ANY,
    utilizationReviewDate: ANY,
    applicationReceivedDate: ANY,
    priority: oneOf('Standard', 'Expedited', null),
    outcome: oneOf('UPHOLD', 'OVERTURN', 'PARTIAL_OVERTURN'),
  },
  employee: { age: ANY, sex: oneOf('FEMALE', 'MALE', null) },
  reviewer: { licensureStates: [ANY], specialties: [ANY] },
  findings: [
    {
      label: ANY,
      decision: oneOf('UPHELD', 'OVERTURNED'),
      service: { modality: ANY, bodyRegions: [ANY], retrospective: oneOf(true, false) },
      modification: { originalRequest: ANY, authorized: ANY },
      bases: { CLAIMS_ADMINISTRATOR: BASIS, EXPERT_REVIEWER: BASIS },
      citations: [{ role: ROLE, ...GUIDELINE, edition: ANY, pages: [ANY], tables: [ANY] }],
      unscoredRoles: [ROLE],
      criteria: [ANY],
      quotedCriteria: [{ kind: KIND, text: ANY, reliesOn: GUIDELINE }],
      appliedCriteria: [
        {
          kind: KIND,
          status: oneOf('MET', 'NOT_MET'),
          decisive: oneOf(true, false),
          quote: ANY,
          reliesOn: GUIDELINE,
          note: ANY,
        },
      ],
    },
  ],
};

/** What departs from a form: the place of each. */
export function departures(value: unknown, form: Form, place = 'truth'): string[] {
  if (form instanceof Set) return form.has(value) ? [] : [`${place}: ${JSON.stringify(value)}`];
  if (form === undefined || value === null) return [];
  if (typeof value !== 'object' || Array.isArray(value) !== Array.isArray(form)) return [place];
  const forms = form as Readonly<Record<string, Form>>;
  return Object.entries(value).flatMap(([key, part]: [string, unknown]) => {
    const at = Array.isArray(form) ? '0' : key;
    return Object.hasOwn(forms, at) ? departures(part, forms[at], `${place}.${key}`) : [`${place}: ${key}`];
  });
}
