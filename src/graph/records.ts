import type { DocumentSource } from '../documents/document.js';
import type {
  AppliedCriterion,
  Citation,
  Determination,
  Finding,
  QuotedCriterion,
} from '../normalise/determination.js';
import type { Span } from '../parse/letter.js';
import { criterionNodes, nodesAbove, type CriterionNodes } from './criteria.js';
import {
  caseId,
  factsHash,
  guidelineNodes,
  itemNode,
  reviewerNode,
  type GuidelineNodes,
  type ItemNode,
  type ReviewerNode,
} from './identity.js';

type Properties = Readonly<Record<string, unknown>>;

/** A determination as rows for the writing statements. */
export interface CaseRecord {
  readonly id: string;
  readonly factsHash: string;
  readonly parserVersion: string;
  readonly properties: Properties;
  readonly reviewer: ReviewerNode;
  /** The file that it was read from. */
  readonly document: DocumentSource & Pick<Determination, 'template' | 'parserVersion'>;
  readonly findings: readonly FindingRecord[];
}

export interface FindingRecord {
  readonly id: string;
  readonly item: ItemNode;
  readonly properties: Properties;
  readonly citations: readonly CitationRecord[];
  readonly applied: readonly AppliedRecord[];
  readonly quoted: readonly QuotedRecord[];
}

export interface CitationRecord {
  /** What it points at, and all nodes above that. */
  readonly guidelines: GuidelineNodes;
  /** One for each guideline that it points at, in their order. */
  readonly edges: readonly { readonly guidelineId: string; readonly properties: Properties }[];
}

export interface AppliedRecord {
  /** The criterion that it applies, and all nodes above that. */
  readonly nodes: CriterionNodes;
  readonly properties: Properties;
}

/** Which node it belongs to is known only beside those of other letters (quotations.ts). */
export interface QuotedRecord {
  readonly criterion: QuotedCriterion;
  /** From the source down to what it is part of. */
  readonly above: ReturnType<typeof nodesAbove>;
  readonly properties: Properties;
}

/** Turns a determination into the rows that `cypher/write` takes. */
export function toCaseRecord(determination: Determination): CaseRecord {
  const id = caseId(determination);
  const hash = factsHash(determination);
  const { source, template, parserVersion, reviewer, findings } = determination;
  return {
    id,
    factsHash: hash,
    parserVersion,
    properties: caseProperties(determination, hash),
    reviewer: reviewerNode(reviewer),
    document: {
      path: source.path,
      sha256: source.sha256,
      mediaType: source.mediaType,
      pages: source.pages,
      template,
      parserVersion,
    },
    findings: findings.map((finding, i) => findingRecord(id, finding, i + 1)),
  };
}

function caseProperties(determination: Determination, hash: string): Properties {
  const { source, employee } = determination;
  const { spanFields, spanOffsets } = spanProperties(determination.spans);
  return {
    employeeAge: employee.age,
    employeeSex: employee.sex,
    clinicalSummary: determination.clinicalSummary,
    text: determination.text,
    template: determination.template,
    parserVersion: determination.parserVersion,
    documentPath: source.path,
    documentSha256: source.sha256,
    documentMediaType: source.mediaType,
    documentPages: source.pages,
    warnings: unlessEmpty(determination.warnings.map(({ code, message }) => `${code}: ${message}`)),
    spanFields,
    spanOffsets,
    factsHash: hash,
    // What is added after a spread takes hundreds of times as long as what stands before it.
    ...determination.case,
  };
}

function findingRecord(caseId: string, finding: Finding, ordinal: number): FindingRecord {
  const id = `${caseId}#${ordinal}`;
  const { spanFields, spanOffsets } = spanProperties(finding.spans);
  return {
    id,
    item: itemNode(finding.service, finding.label),
    properties: {
      id,
      ordinal,
      label: finding.label,
      decision: finding.decision,
      rationale: finding.rationale,
      originalRequest: finding.modification?.originalRequest ?? null,
      authorized: finding.modification?.authorized ?? null,
      retrospective: finding.service.retrospective,
      drug: finding.service.drug?.name ?? null,
      drugClass: finding.service.drug?.class ?? null,
      claimsAdministratorBasis: finding.bases.CLAIMS_ADMINISTRATOR,
      expertReviewerBasis: finding.bases.EXPERT_REVIEWER,
      spanFields,
      spanOffsets,
    },
    citations: finding.citations.map((citation, i) => citationRecord(id, citation, i + 1)),
    applied: finding.appliedCriteria.map((criterion) => appliedRecord(id, criterion)),
    quoted: finding.criteria.map((criterion, i) => quotedRecord(id, criterion, i + 1)),
  };
}

/** The ordinal tells apart two citations of one guideline by one party. */
function citationRecord(findingId: string, citation: Citation, ordinal: number): CitationRecord {
  const guidelines = guidelineNodes(citation);
  const edges = guidelines.targets.map(({ id }, target) => ({
    guidelineId: id,
    properties: {
      id: `${findingId}/${ordinal}.${target + 1}`,
      role: citation.role,
      edition: citation.edition,
      pages: unlessEmpty(citation.pages),
      tables: unlessEmpty(citation.tables),
      inferred: citation.inferred,
      silent: citation.silent,
      resolution: citation.resolution,
      candidates: unlessEmpty(citation.candidates),
      raw: citation.raw,
      spanStart: citation.span[0],
      spanEnd: citation.span[1],
    },
  }));
  return { guidelines, edges };
}

/** A finding has each pair of kind and status at most once. */
function appliedRecord(findingId: string, criterion: AppliedCriterion): AppliedRecord {
  const { kind, status, decisive, confidence, quote, note, span } = criterion;
  return {
    nodes: criterionNodes(criterion),
    properties: {
      id: `${findingId}/${kind}.${status}`,
      status,
      decisive,
      confidence,
      quote,
      note,
      spanStart: span[0],
      spanEnd: span[1],
    },
  };
}

function quotedRecord(findingId: string, criterion: QuotedCriterion, ordinal: number): QuotedRecord {
  const { text, span } = criterion;
  return {
    criterion,
    above: nodesAbove(criterion),
    properties: { id: `${findingId}/quote.${ordinal}`, text, spanStart: span[0], spanEnd: span[1] },
  };
}

/** A map of spans as two lists, since a property holds no map: the names, and their start and end offsets in turn. */
function spanProperties(spans: Readonly<Record<string, Span>>): {
  readonly spanFields: readonly string[] | null;
  readonly spanOffsets: readonly number[] | null;
} {
  const spanFields = Object.keys(spans);
  const spanOffsets: number[] = [];
  for (const field of spanFields) spanOffsets.push(...(spans[field] ?? []));
  return { spanFields: unlessEmpty(spanFields), spanOffsets: unlessEmpty(spanOffsets) };
}

/** Most of these lists are empty, and are then not kept: the import tool of Neo4j could not write them either. */
function unlessEmpty<Value>(list: readonly Value[]): readonly Value[] | null {
  return list.length > 0 ? list : null;
}
