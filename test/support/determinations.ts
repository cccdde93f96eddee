import { createHash } from 'node:crypto';
import type { CriterionKind } from '../../src/normalise/criteria/kinds.js';
import type {
  AppliedCriterion,
  Citation,
  Determination,
  Finding,
  QuotedCriterion,
  ServiceRequest,
} from '../../src/normalise/determination.js';

type CaseFields = Partial<Determination['case']> & {
  readonly reviewer?: Partial<Determination['reviewer']>;
  readonly findings?: readonly Finding[];
  readonly warnings?: Determination['warnings'];
};

/** A determination of an invented letter; a test names only what it is about. */
export function determination(caseNumber: string | null, fields: CaseFields = {}): Determination {
  const { reviewer, findings = [finding()], warnings = [], ...facts } = fields;
  const text = `Letter ${caseNumber ?? 'without a number'}. ${findings.map(({ label }) => label).join(' ')}`;
  return {
    source: {
      path: `letters/${caseNumber ?? 'unnumbered'}.txt`,
      sha256: createHash('sha256').update(text).digest('hex'),
      mediaType: 'text/plain',
      pages: 2,
    },
    template: '2016-header-table',
    parserVersion: '1',
    case: {
      caseNumber,
      outcome: outcomeOf(findings),
      priority: 'Standard',
      dateOfInjury: '2015-03-01',
      dateAssigned: '2016-12-20',
      decisionDate: '2017-01-17',
      utilizationReviewDate: '2016-11-30',
      applicationReceivedDate: '2016-12-12',
      ...facts,
    },
    employee: { age: 44, sex: 'FEMALE' },
    reviewer: { specialties: ['Pain Management'], licensureStates: ['CA'], ...reviewer },
    clinicalSummary: 'A 44 year old female.',
    findings,
    spans: { caseNumber: [7, 7 + (caseNumber ?? '').length] },
    text,
    warnings,
  };
}

/** One finding, upheld unless said otherwise. */
export function finding(
  fields: Partial<Omit<Finding, 'service'>> & { service?: Partial<ServiceRequest> } = {},
): Finding {
  const { service, ...facts } = fields;
  return {
    label: 'MRI of the left knee',
    decision: 'UPHELD',
    modification: null,
    bases: { CLAIMS_ADMINISTRATOR: 'MTUS', EXPERT_REVIEWER: 'MTUS' },
    citations: [],
    rationale: 'Not medically necessary.',
    criteria: [],
    appliedCriteria: [],
    spans: { label: [20, 40] },
    ...facts,
    service: {
      modality: 'MRI',
      bodyRegions: ['Knee'],
      category: 'Imaging/Radiology',
      retrospective: false,
      laterality: null,
      dependent: false,
      timing: null,
      drug: null,
      quantity: null,
      also: [],
      confidence: 1,
      ...service,
    },
  };
}

/** One citation out of names from the source down; MTUS chapters take an edition: `cites('MTUS', 'Knee Complaints', 2004)`. */
export function cites(
  source: string,
  chapter: string | null = null,
  fields: Partial<Citation> = {},
): Citation {
  return {
    role: 'EXPERT_REVIEWER',
    source,
    chapter,
    edition: source === 'MTUS' && chapter !== null ? 2004 : null,
    topics: [],
    pages: [],
    tables: [],
    inferred: false,
    silent: false,
    resolution: 'RESOLVED',
    candidates: [],
    raw: [source, chapter, ...(fields.topics ?? [])].filter(Boolean).join(', '),
    span: [10, 20],
    ...fields,
  };
}

/** An applied criterion, not met and decisive unless said otherwise, of a guideline such as `cites('ODG', 'Knee & Leg')`. */
export function applies(kind: CriterionKind, fields: Partial<AppliedCriterion> = {}): AppliedCriterion {
  return {
    kind,
    status: 'NOT_MET',
    decisive: true,
    quote: `of ${kind}`,
    span: [50, 60],
    confidence: 0.9,
    note: null,
    reliesOn: null,
    ...fields,
  };
}

/** A criterion of a quoted list. */
export function quotes(text: string, fields: Partial<QuotedCriterion> = {}): QuotedCriterion {
  return { text, span: [70, 70 + text.length], kind: null, reliesOn: null, ...fields };
}

function outcomeOf(findings: readonly Finding[]): Determination['case']['outcome'] {
  const upheld = findings.filter(({ decision }) => decision === 'UPHELD').length;
  if (upheld === findings.length) return 'UPHOLD';
  return upheld === 0 ? 'OVERTURN' : 'PARTIAL_OVERTURN';
}

const knee = cites('MTUS', 'Knee Complaints', { topics: ['Special Studies'] });
const odgKnee = cites('ODG', 'Knee & Leg', { topics: ['Magnetic resonance imaging (MRI)'] });
const therapy = { modality: 'Physical therapy', bodyRegions: ['Shoulder'], category: 'PT/OT' };

/**
 * A small graph that has a bit of everything: two profiles, shared items, all roles, a finding that cites one guideline
 * twice, an unresolved source, a case without a number or date, a partial overturn.
 */
export const SMALL_CORPUS: readonly Determination[] = [
  determination('CM16-0000001', {
    warnings: [{ code: 'DATE_DISAGREES', message: 'Header and summary name different days: of injury.' }],
    findings: [
      finding({
        citations: [knee, { ...knee, raw: 'again', span: [30, 40] }, { ...odgKnee, role: 'RATIONALE' }],
      }),
      finding({
        label: 'Physical therapy, 6 sessions',
        decision: 'OVERTURNED',
        service: therapy,
        modification: { originalRequest: 'Physical therapy, 12 sessions', authorized: '6 sessions' },
        citations: [
          cites('ODG', 'Shoulder', { topics: ['Physical therapy'] }),
          cites('MTUS', 'Shoulder Complaints'),
        ],
      }),
    ],
  }),
  determination('CM16-0000002', {
    decisionDate: '2016-11-02',
    reviewer: { specialties: ['Orthopedic Surgery', 'Sports Medicine'], licensureStates: ['NY', 'CA'] },
    findings: [finding({ citations: [odgKnee, { ...knee, role: 'CLAIMS_ADMINISTRATOR' }] })],
  }),
  determination('CM16-0000003', {
    decisionDate: '2016-11-03',
    findings: [finding({ citations: [odgKnee, cites('MTUS', 'Knee Complaints')] })],
  }),
  determination(null, {
    decisionDate: null,
    priority: null,
    findings: [
      finding({
        label: 'An unheard-of device',
        service: { modality: null, bodyRegions: [], category: null },
        citations: [cites('Journal of Invented Medicine', null, { resolution: 'NO_MATCH' })],
      }),
      finding({ decision: 'OVERTURNED', citations: [cites('ODG', 'Knee & Leg')] }),
    ],
  }),
];
