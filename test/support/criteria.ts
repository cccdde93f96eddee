import type { CriterionKind } from '../../src/normalise/criteria/kinds.js';
import type { AppliedCriterion, Determination, GuidelinePlace } from '../../src/normalise/determination.js';
import { applies, cites, determination, finding, quotes } from './determinations.js';

const neckMri = cites('ODG', 'Neck & Upper Back', { topics: ['Magnetic resonance imaging (MRI)'] });
const neck = cites('ODG', 'Neck & Upper Back');
const mtusNeck = cites('MTUS', 'Neck and Upper Back Complaints');

const cervicalMri = { modality: 'MRI', bodyRegions: ['Cervical spine'], category: 'Imaging/Radiology' };
const neckTherapy = { modality: 'Physical therapy', bodyRegions: ['Cervical spine'], category: 'PT/OT' };

/** What a rationale that relies on a guideline says of a criterion. */
function says(
  kind: CriterionKind,
  status: AppliedCriterion['status'],
  reliesOn: GuidelinePlace | null,
  fields: Partial<AppliedCriterion> = {},
): AppliedCriterion {
  return applies(kind, { status, reliesOn, quote: `${status} ${kind}`, ...fields });
}

/**
 * Letters that apply criteria: met and not met, unsure, partly met, under a topic, a chapter and no guideline, in two years, of
 * two specialties that share a letter; one finding applies none, one letter has no date.
 */
export const CRITERIA_CORPUS: readonly Determination[] = [
  {
    ...determination('CM16-1000001', {
      decisionDate: '2016-02-10',
      reviewer: { specialties: ['Orthopedic Surgery'] },
      findings: [
        finding({
          label: 'MRI of the neck',
          service: cervicalMri,
          rationale: 'Neck pain with radiating symptoms. No trial of therapy is documented.',
          citations: [neckMri],
          criteria: [quotes('Failure of three months of conservative treatment', { reliesOn: neckMri })],
          appliedCriteria: [
            says('CONSERVATIVE_CARE_FAILED', 'NOT_MET', neckMri, { quote: 'No trial of therapy' }),
            says('NEUROLOGIC_DEFICIT', 'NOT_MET', neckMri, { confidence: 0.95, span: [30, 40] }),
            says('RED_FLAG', 'NOT_MET', neckMri, { confidence: 0.3, decisive: false, span: [70, 80] }),
          ],
        }),
      ],
    }),
    clinicalSummary: 'A 44 year old with cervical RADICULOPATHY.',
  },
  determination('CM16-1000002', {
    decisionDate: '2016-05-03',
    reviewer: { specialties: ['Pain Management', 'Orthopedic Surgery'] },
    findings: [
      finding({
        label: 'Cervical MRI',
        decision: 'OVERTURNED',
        service: cervicalMri,
        rationale: 'Weakness of the arm and cervical radiculopathy after six weeks of therapy.',
        citations: [neckMri],
        appliedCriteria: [
          says('NEUROLOGIC_DEFICIT', 'MET', neckMri),
          says('CONSERVATIVE_CARE_FAILED', 'MET', neckMri, { quote: 'six weeks of therapy' }),
        ],
      }),
    ],
  }),
  determination('CM17-1000003', {
    decisionDate: '2017-01-20',
    findings: [
      finding({
        label: 'MRI of the cervical spine',
        service: cervicalMri,
        citations: [neck, { ...cites('ACOEM'), silent: true }],
        appliedCriteria: [
          says('CONSERVATIVE_CARE_FAILED', 'NOT_MET', neck, { quote: 'no trial  of therapy' }),
          says('CONSERVATIVE_CARE_FAILED', 'MET', neck, { decisive: false, confidence: 0.6 }),
        ],
      }),
      finding({
        label: 'Physical therapy, 12 sessions',
        service: neckTherapy,
        citations: [mtusNeck],
        appliedCriteria: [says('QUANTITY_WITHIN_LIMIT', 'NOT_MET', mtusNeck)],
      }),
    ],
  }),
  determination('CM17-1000004', {
    decisionDate: null,
    findings: [finding({ appliedCriteria: [says('CONSERVATIVE_CARE_FAILED', 'NOT_MET', null)] })],
  }),
  determination('CM17-1000005', {
    decisionDate: '2017-02-01',
    findings: [finding({ label: 'MRI, neck', service: cervicalMri, citations: [neck] })],
  }),
];
