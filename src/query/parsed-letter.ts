import { criterionNodes } from '../graph/criteria.js';
import { caseId, itemNode } from '../graph/identity.js';
import type {
  AppliedCriterion,
  Citation,
  Determination,
  Finding,
  QuotedCriterion,
  ServiceRequest,
} from '../normalise/determination.js';
import type { Span, Warning } from '../parse/letter.js';
import type { CaseRow } from './cases.js';
import { guidelineIdOf } from './citation-lookup.js';
import type { FindingRow } from './findings.js';
import type { FieldSpan } from './spans.js';

/*
 * A letter that was read and is in no graph, in the shape in which the graph tells of letters. The ids are those that
 * its nodes have in a graph that holds them.
 */

/** A fact with the place where it was read. */
type Placed<Fact> = Omit<Fact, 'span'> & { readonly span: Omit<FieldSpan, 'field'> };

export interface ParsedLetter extends Omit<
  CaseRow,
  'id' | 'documentSha256' | 'documentMediaType' | 'documentPages' | 'warnings' | 'reviewerId'
> {
  readonly caseId: string;
  readonly specialties: readonly string[];
  /** USPS codes. */
  readonly licensureStates: readonly string[];
  /** The cleaned text, which all spans point into. */
  readonly text: string;
  readonly warnings: readonly ParsedWarning[];
  readonly findings: readonly ParsedFinding[];
}

export type ParsedWarning = Pick<Warning, 'code' | 'message'> & {
  readonly span: Placed<object>['span'] | null;
};

export interface ParsedFinding extends Omit<FindingRow, 'id' | 'caseId'> {
  readonly service: ServiceRequest;
  readonly citations: readonly ParsedCitation[];
  readonly appliedCriteria: readonly ParsedCriterion[];
  readonly quotedCriteria: readonly Placed<QuotedCriterion>[];
}

export type ParsedCitation = Placed<Citation> & { readonly guidelineId: string };

export type ParsedCriterion = Placed<AppliedCriterion> & { readonly criterionId: string };

const PRIORITIES = { Standard: 'STANDARD', Expedited: 'EXPEDITED' } as const;

export function toParsedLetter(determination: Determination): ParsedLetter {
  const { employee, warnings } = determination;
  const { priority, ...caseFields } = determination.case;
  return {
    ...caseFields,
    ...determination.reviewer,
    caseId: caseId(determination),
    priority: priority && PRIORITIES[priority],
    employeeAge: employee.age,
    employeeSex: employee.sex,
    clinicalSummary: determination.clinicalSummary,
    template: determination.template,
    parserVersion: determination.parserVersion,
    text: determination.text,
    spans: fieldSpans(determination.spans),
    warnings: warnings.map(({ code, message, span }) => ({
      code,
      message,
      span: span ? toPlace(span) : null,
    })),
    findings: determination.findings.map((finding, i) => toParsedFinding(finding, i + 1)),
  };
}

function toParsedFinding(finding: Finding, ordinal: number): ParsedFinding {
  const { label, decision, service, rationale, modification, bases } = finding;
  return {
    ordinal,
    label,
    decision,
    rationale,
    originalRequest: modification?.originalRequest ?? null,
    authorized: modification?.authorized ?? null,
    retrospective: service.retrospective,
    drug: service.drug?.name ?? null,
    drugClass: service.drug?.class ?? null,
    claimsAdministratorBasis: bases.CLAIMS_ADMINISTRATOR,
    expertReviewerBasis: bases.EXPERT_REVIEWER,
    itemId: itemNode(service, label).id,
    service,
    spans: fieldSpans(finding.spans),
    citations: finding.citations.map((citation) => ({
      ...placed(citation),
      guidelineId: guidelineIdOf(citation),
    })),
    appliedCriteria: finding.appliedCriteria.map((criterion) => ({
      ...placed(criterion),
      criterionId: criterionNodes(criterion).criterion.id,
    })),
    quotedCriteria: finding.criteria.map(placed),
  };
}

function placed<Fact extends { readonly span: Span }>(fact: Fact): Placed<Fact> {
  return { ...fact, span: toPlace(fact.span) };
}

function toPlace([start, end]: Span): Placed<object>['span'] {
  return { start, end };
}

function fieldSpans(spans: Readonly<Record<string, Span>>): FieldSpan[] {
  return Object.entries(spans).map(([field, span]) => ({ field, ...toPlace(span) }));
}
