import type { Dimensions } from './dimensions.js';
import type { StarCase, StarFinding } from './letters.js';
import type { Put } from './table.js';
import { dimCase, factAppliedCriterion, factCitation, factFinding } from './tables.js';

/** The numbers that a case and its findings get. */
export interface CaseNumbers {
  readonly caseKey: number;
  /** A new one with each call. */
  readonly nextFinding: () => number;
  /** Revision of the graph at which the case was read. */
  readonly revision: number;
}

/** What each fact tells of its case and finding. */
interface FindingContext {
  readonly finding_key: number;
  readonly case_key: number;
  readonly reviewer_profile_key: number;
  readonly item_key: number;
  readonly decision_date: string | null;
  readonly is_upheld: number;
}

/** Tells of a case and its facts. All that it refers to must be told of before (`Dimensions.prepare`). */
export function putCase(letter: StarCase, dimensions: Dimensions, numbers: CaseNumbers, put: Put): void {
  const { caseKey, nextFinding, revision } = numbers;
  const { id, reviewerId, findings, ...said } = letter;
  put(dimCase, {
    case_key: caseKey,
    case_id: id,
    case_number: said.caseNumber,
    outcome: said.outcome,
    priority: said.priority,
    decision_date: said.decisionDate,
    date_assigned: said.dateAssigned,
    days_to_decision: said.daysToDecision,
    date_of_injury: said.dateOfInjury,
    utilization_review_date: said.utilizationReviewDate,
    application_received_date: said.applicationReceivedDate,
    employee_age: said.employeeAge,
    employee_sex: said.employeeSex,
    findings: findings.length,
    template: said.template,
    parser_version: said.parserVersion,
    revision,
  });
  for (const finding of findings) {
    const context = {
      finding_key: nextFinding(),
      case_key: caseKey,
      reviewer_profile_key: dimensions.reviewers.get(reviewerId).key,
      item_key: dimensions.items.get(finding.itemId).key,
      decision_date: said.decisionDate,
      is_upheld: Number(finding.decision === 'UPHELD'),
    };
    putFinding(context, id, finding, dimensions, put);
    putCitations(context, finding, dimensions, put);
    putCriteria(context, finding, dimensions, put);
  }
}

function putFinding(
  context: FindingContext,
  caseId: string,
  finding: StarFinding,
  dimensions: Dimensions,
  put: Put,
): void {
  put(factFinding, {
    ...context,
    finding_id: `${caseId}#${finding.ordinal}`,
    ordinal: finding.ordinal,
    decision: finding.decision,
    label: finding.label,
    is_modified: finding.modified,
    is_retrospective: finding.retrospective,
    drug: finding.drug,
    drug_class: finding.drugClass,
    claims_administrator_basis: finding.claimsAdministratorBasis,
    expert_reviewer_basis: finding.expertReviewerBasis,
    source_agreement: sourceAgreement(finding, dimensions),
    citations: finding.citations.length,
    applied_criteria: finding.applied.length,
  });
}

function putCitations(
  context: FindingContext,
  { citations }: StarFinding,
  { guidelines }: Dimensions,
  put: Put,
): void {
  for (const [i, [guidelineId, role, silent, inferred, resolution]] of citations.entries()) {
    put(factCitation, {
      ...context,
      ordinal: i + 1,
      guideline_key: guidelines.get(guidelineId).key,
      role,
      is_silent: silent,
      is_inferred: inferred,
      resolution,
    });
  }
}

function putCriteria(
  context: FindingContext,
  { applied }: StarFinding,
  { guidelines }: Dimensions,
  put: Put,
): void {
  for (const [i, [guidelineId, kind, status, decisive, confidence]] of applied.entries()) {
    put(factAppliedCriterion, {
      ...context,
      ordinal: i + 1,
      guideline_key: guidelines.get(guidelineId).key,
      criterion_kind: kind,
      status,
      is_decisive: decisive,
      confidence,
    });
  }
}

/** How the sources that the claims administrator cites compare with those that the expert reviewer does. */
function sourceAgreement({ citations }: StarFinding, { guidelines }: Dimensions): string {
  const sourcesOf = (party: string) =>
    new Set(
      citations
        .filter(([, role, silent]) => role === party && !silent)
        .flatMap(([guidelineId]) => guidelines.get(guidelineId).sourceKey ?? []),
    );
  const theirs = sourcesOf('CLAIMS_ADMINISTRATOR');
  const own = sourcesOf('EXPERT_REVIEWER');
  const shared = [...own].filter((source) => theirs.has(source)).length;
  if (theirs.size === 0 && own.size === 0) return 'NEITHER';
  if (own.size === 0) return 'ONLY_CLAIMS_ADMINISTRATOR';
  if (theirs.size === 0) return 'ONLY_EXPERT_REVIEWER';
  if (shared === 0) return 'DISJOINT';
  return shared === theirs.size && shared === own.size ? 'SAME' : 'OVERLAPPING';
}
