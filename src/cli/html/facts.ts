import type { Citation, Finding } from '../../normalise/determination.js';
import type { Printed } from '../printed.js';
import { appliedFact, quotedFact } from './criteria.js';
import type { Draft, Fact, FactGroup, LetterFacts } from './fact.js';
import { inWords } from './words.js';

/** @param prefix begins all ids, so that those of several letters differ */
export function factsOf(document: Printed, prefix: string): LetterFacts {
  let count = 0;
  const fact = ({ span, ...draft }: Draft): Fact => ({
    id: `${prefix}-${++count}`,
    chip: draft.name,
    notes: [],
    says: [`${draft.name}: ${draft.value}`, ...(draft.notes ?? [])].join(' · '),
    ...draft,
    ...(span && { span }),
  });
  const group = (title: string, drafts: readonly Draft[]): FactGroup => ({ title, facts: drafts.map(fact) });
  return {
    letter: [
      group('Case', caseFacts(document)),
      group('Employee', employeeFacts(document)),
      group('Reviewer', reviewerFacts(document)),
    ],
    findings: document.findings.map((finding) =>
      findingGroups(finding).map(([title, drafts]) => group(title, drafts)),
    ),
    warnings: document.warnings.map(({ code, message, span }) =>
      fact({ kind: 'warning', name: code, chip: `⚠ ${code}`, value: message, span }),
    ),
  };
}

function caseFacts({ case: fields, spans, clinicalSummary }: Printed): Draft[] {
  const outcome: Draft = {
    kind: 'case',
    name: 'Outcome',
    value: inWords(fields.outcome),
    notes: ['derived from the findings'],
  };
  const others = Object.entries(fields)
    .filter(([field]) => field !== 'outcome')
    .map(([field, value]): Draft => ({
      kind: 'case',
      name: inWords(field),
      ...(CHIPS[field] && { chip: CHIPS[field] }),
      value: value ?? '',
      span: spans[field],
    }));
  const summary: Draft = {
    kind: 'prose',
    name: 'Clinical summary',
    chip: 'Summary',
    value: lengthOf(clinicalSummary),
    span: spans['clinicalSummary'],
  };
  return [outcome, ...others, summary];
}

function employeeFacts({ employee, spans }: Printed): Draft[] {
  return Object.entries(employee).map(([field, value]) => ({
    kind: 'person',
    name: inWords(field),
    value: value === null ? '' : inWords(String(value)),
    span: spans[field],
  }));
}

function reviewerFacts({ reviewer, spans }: Printed): Draft[] {
  const each = (field: 'specialties' | 'licensureStates', name: string): Draft[] =>
    reviewer[field].map((value, i) => ({ kind: 'reviewer', name, value, span: spans[`${field}.${i}`] }));
  return [...each('specialties', 'Specialty'), ...each('licensureStates', 'Licensed in')];
}

/** Names that are too long to stand within a line. */
const CHIPS: Readonly<Record<string, string>> = {
  caseNumber: 'Case',
  dateOfInjury: 'Injury',
  dateAssigned: 'Assigned',
  decisionDate: 'Decided',
  utilizationReviewDate: 'UR',
  applicationReceivedDate: 'Received',
};

const PARTIES = {
  CLAIMS_ADMINISTRATOR: 'Claims administrator',
  EXPERT_REVIEWER: 'Expert reviewer',
  RATIONALE: 'Rationale',
};

function findingGroups(finding: Finding): [title: string, facts: Draft[]][] {
  const { citations, criteria, appliedCriteria } = finding;
  const groups: [string, Draft[]][] = [
    ['Request', requestFacts(finding)],
    ['Service', serviceFacts(finding)],
    ['Based on', basisFacts(finding)],
    ['Citations', citations.map(citationFact)],
    ['Applied criteria', appliedCriteria.map(appliedFact)],
    ['Quoted criteria', criteria.map(quotedFact)],
  ];
  return groups.filter(([, facts]) => facts.length > 0);
}

function requestFacts({ label, decision, modification, rationale, spans }: Finding): Draft[] {
  const request: Draft = {
    kind: 'item',
    name: 'Under review',
    chip: 'Item',
    value: label,
    span: spans['label'],
  };
  const parts: Draft[] = modification
    ? [
        {
          kind: 'item',
          name: 'Original request',
          value: modification.originalRequest,
          span: spans['originalRequest'],
        },
        { kind: 'item', name: 'Authorized', value: modification.authorized, span: spans['authorized'] },
      ]
    : [];
  return [
    request,
    {
      kind: 'decision',
      name: 'Decision',
      value: inWords(decision),
      span: spans['decision'],
      tone: decision === 'UPHELD' ? 'bad' : 'good',
    },
    ...parts,
    { kind: 'prose', name: 'Rationale', value: lengthOf(rationale), span: spans['rationale'] },
  ];
}

/** Whatever the service says of the request, part by part; a part of several values is several facts. */
function serviceFacts({ service, spans }: Finding): Draft[] {
  return Object.entries(service).flatMap(([field, value]) =>
    eachValue(field, value).map(([path, words]) => ({
      kind: 'service',
      name: inWords(path.replace(/\.\d+$/, '').replaceAll('.', ' ')),
      chip: inWords(field),
      value: words,
      span: spans[`service.${path}`] ?? spans[path],
    })),
  );
}

/** The single values in a field that may be a list or an object, each with its path. */
function eachValue(path: string, value: unknown): [path: string, words: string][] {
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, part]) => eachValue(`${path}.${key}`, part));
  if (typeof value === 'boolean') return [[path, value ? 'Yes' : 'No']];
  return [[path, typeof value === 'string' || typeof value === 'number' ? String(value) : '']];
}

function basisFacts({ bases, spans }: Finding): Draft[] {
  const party = (role: keyof Finding['bases'], line: string): Draft[] => {
    const value = bases[role] === null ? '' : BASES[bases[role]];
    const basis: Draft = {
      kind: 'basis',
      name: PARTIES[role],
      chip: 'Basis',
      value,
      says: `Basis of the ${PARTIES[role].toLowerCase()}: ${value}`,
      span: spans[`bases.${role}`],
    };
    const words: Draft = {
      kind: 'prose',
      name: 'its line in full',
      chip: 'Guideline',
      value: 'in the text',
      says: `Guideline line of the ${PARTIES[role].toLowerCase()}`,
      span: spans[line],
    };
    return words.span ? [basis, words] : [basis];
  };
  return [
    ...party('CLAIMS_ADMINISTRATOR', 'claimsAdministratorGuideline'),
    ...party('EXPERT_REVIEWER', 'reviewerGuideline'),
  ];
}

const BASES = { MTUS: 'MTUS', OUTSIDE_MTUS: 'Outside MTUS', NONE: 'Nothing cited' };

function citationFact(citation: Citation): Draft {
  const { source, chapter, edition, topics, pages, tables, inferred, role, span } = citation;
  const { said, tone } = resolutionOf(citation);
  const value = [source, chapter, edition].filter((part) => part !== null).join(' › ');
  const notes = [
    said,
    ...topics.map((topic) => `§ ${topic}`),
    ...(pages.length > 0 ? [`pages ${pages.join(', ')}`] : []),
    ...(tables.length > 0 ? [`tables ${tables.join(', ')}`] : []),
    ...(inferred ? ['partly inferred'] : []),
  ];
  const says = [`Cited by the ${PARTIES[role].toLowerCase()}: ${value}`, ...notes].join(' · ');
  return { kind: 'citation', name: PARTIES[role], chip: source, value, says, span, tone, notes };
}

function resolutionOf({ resolution, candidates }: Citation): { said: string; tone: 'good' | 'doubtful' } {
  switch (resolution) {
    case 'RESOLVED':
      return { said: 'resolved', tone: 'good' };
    case 'AMBIGUOUS':
      return { said: `could be ${candidates.join(' or ')}`, tone: 'doubtful' };
    case 'NO_MATCH':
      return { said: 'not in the catalogue', tone: 'doubtful' };
  }
}

function lengthOf(text: string | null): string {
  return text === null ? '' : `${text.length.toLocaleString('en-US')} characters`;
}
