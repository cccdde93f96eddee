import fc from 'fast-check';
import type { CaseFilter, FindingFilter, Logic } from '../../src/query/filter/filters.js';
import { citedBy, type Counted } from './recount.js';

/** A condition, and whether a finding passes it as its letter says. */
export type Condition<Filter> = readonly [Filter, (...counted: Counted) => boolean];

const holds = (text: string | null, words: string) =>
  text !== null && text.toLowerCase().includes(words.toLowerCase());

/** What is asked of findings. */
export const OF_FINDINGS: readonly Condition<FindingFilter>[] = [
  [{ decision: ['OVERTURNED'] }, (_, { decision }) => decision === 'OVERTURNED'],
  [
    { modality: ['MRI', 'Acupuncture'] },
    (_, { service }) => ['MRI', 'Acupuncture'].includes(service.modality ?? ''),
  ],
  [
    { bodyRegion: ['Lumbar spine', 'Knee'] },
    (_, { service }) => service.bodyRegions.some((name) => ['Lumbar spine', 'Knee'].includes(name)),
  ],
  [{ drugClass: ['Opioids'] }, (_, { service }) => service.drug?.class === 'Opioids'],
  [{ modified: true }, (_, { modification }) => modification !== null],
  [{ expertReviewerBasis: ['MTUS'] }, (_, { bases }) => bases.EXPERT_REVIEWER === 'MTUS'],
  [
    { label: { contains: ['MRI', 'tablet'] } },
    (_, { label }) => holds(label, 'mri') || holds(label, 'tablet'),
  ],
  [{ rationale: { contains: ['Conservative'] } }, (_, { rationale }) => holds(rationale, 'conservative')],
  [
    { citations: { guideline: ['ODG'], role: ['CLAIMS_ADMINISTRATOR'] } },
    (_, finding) => citedBy(finding, 'CLAIMS_ADMINISTRATOR', 'SOURCE').includes('ODG'),
  ],
  [
    { citations: { source: ['MTUS'], role: ['EXPERT_REVIEWER'] } },
    (_, finding) => citedBy(finding, 'EXPERT_REVIEWER', 'SOURCE').includes('MTUS'),
  ],
  [
    { criteria: { status: ['NOT_MET'], decisive: true, minConfidence: 0.8 } },
    (_, { appliedCriteria }) =>
      appliedCriteria.some(
        ({ status, decisive, confidence }) => status === 'NOT_MET' && decisive && confidence >= 0.8,
      ),
  ],
];

/** What is asked of letters. */
export const OF_BOTH: readonly Condition<FindingFilter & CaseFilter>[] = [
  [
    { decisionDate: { from: '2014-01-01', to: '2016-12-31' } },
    ({ case: { decisionDate } }) =>
      decisionDate !== null && decisionDate >= '2014-01-01' && decisionDate <= '2016-12-31',
  ],
  [{ age: { to: 45 } }, ({ employee: { age } }) => age !== null && age <= 45],
  [{ sex: ['FEMALE'] }, ({ employee: { sex } }) => sex === 'FEMALE'],
  [{ priority: ['STANDARD'] }, (letter) => letter.case.priority === 'Standard'],
  [{ itemsInLetter: { from: 2 } }, ({ findings }) => findings.length >= 2],
  [
    { specialty: ['Orthopedic Surgery', 'Internal Medicine'] },
    ({ reviewer: { specialties } }) =>
      specialties.includes('Orthopedic Surgery') || specialties.includes('Internal Medicine'),
  ],
  [{ licensureState: ['CA'] }, ({ reviewer }) => reviewer.licensureStates.includes('CA')],
  [{ clinicalSummary: { contains: ['female'] } }, (letter) => holds(letter.clinicalSummary, 'female')],
];

/** Filters made of the conditions by and, or and not, in all ways that a statement takes. */
export function filtersOf<Filter extends Logic<Filter> & object>(
  conditions: readonly Condition<Filter>[],
): fc.Arbitrary<Condition<Filter>> {
  const leaf = fc.constantFrom(...conditions);
  const joined = (parts: fc.Arbitrary<Condition<Filter>>): fc.Arbitrary<Condition<Filter>> => {
    const some = fc.array(parts, { minLength: 1, maxLength: 3 });
    return fc.oneof(
      parts,
      some.map((all): Condition<Filter> => [
        { and: all.map(([filter]) => filter) } as unknown as Filter,
        (...counted) => all.every(([, passes]) => passes(...counted)),
      ]),
      some.map((any): Condition<Filter> => [
        { or: any.map(([filter]) => filter) } as unknown as Filter,
        (...counted) => any.some(([, passes]) => passes(...counted)),
      ]),
      parts.map(([filter, passes]): Condition<Filter> => [
        { not: filter } as unknown as Filter,
        (...counted) => !passes(...counted),
      ]),
    );
  };
  // An `and` around ors around ands around ors is as deep as it goes.
  return joined(joined(leaf));
}
