import type { Enum } from '../api/graphql.js';
import { share } from '../parts/numbers.js';
import { fieldWords, words } from '../parts/words.js';

/** What kind of thing was read, which its colour tells. */
export type FactKind =
  'case' | 'reviewer' | 'item' | 'decision' | 'citation' | 'met' | 'not-met' | 'quotation' | 'warning';

/** One thing that was read in a letter, and where. */
export interface Fact {
  /** Within its letter: `case.decisionDate`, `finding.1.citation.0`. */
  readonly id: string;
  readonly kind: FactKind;
  /** Offsets into the text, start inclusive, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly title: string;
  /** What was made of it, one line each. */
  readonly says: readonly string[];
  /** The part of the graph that holds it. */
  readonly edge: string;
  /** Id of the node that the edge leads to. */
  readonly node?: string | undefined;
  /** Why it is not sure. */
  readonly unsure?: string | undefined;
}

/** A stretch of the letter that facts are read in: the rationale of an item, the clinical summary. */
export interface Passage {
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

interface FieldSpan extends Span {
  readonly field: string;
}

/** What is shown of a letter, be it in the graph or just parsed. */
export interface ReadLetter {
  readonly text: string;
  readonly spans: readonly FieldSpan[];
  readonly findings: readonly ReadFinding[];
  readonly warnings: readonly {
    readonly code: string;
    readonly message: string;
    readonly span?: Span | null;
  }[];
}

export interface ReadFinding {
  readonly ordinal: number;
  readonly label: string;
  readonly decision: Enum<'Decision'>;
  readonly spans: readonly FieldSpan[];
  readonly citations: readonly ReadCitation[];
  readonly appliedCriteria: readonly ReadCriterion[];
  readonly quotedCriteria: readonly { readonly text: string; readonly span: Span }[];
}

export interface ReadCitation {
  readonly role: Enum<'CitationRole'>;
  readonly resolution: Enum<'Resolution'>;
  readonly candidates: readonly string[];
  readonly inferred: boolean;
  readonly silent: boolean;
  readonly span: Span;
  /** Id of what is cited, and its path. */
  readonly guideline: { readonly id: string; readonly path: string };
}

export interface ReadCriterion {
  readonly kind: Enum<'CriterionKind'>;
  readonly status: Enum<'CriterionStatus'>;
  readonly decisive: boolean;
  readonly confidence: number;
  readonly note: string | null;
  readonly span: Span;
}

/** Fields that hold others: shown as passages, not as marks. */
const PASSAGES: Readonly<Record<string, string>> = {
  clinicalSummary: 'Clinical case summary',
  rationale: 'Rationale',
  claimsAdministratorGuideline: 'Claims administrator’s guideline line',
  reviewerGuideline: 'Expert reviewer’s guideline line',
};

/** Headings hold label and decision, which are marked themselves. */
const UNMARKED = ['heading', ...Object.keys(PASSAGES)];

export function factsOf(letter: ReadLetter): Fact[] {
  return [
    ...letter.spans
      .filter(({ field }) => !UNMARKED.includes(field))
      .map((span) => caseFact(span, letter.text)),
    ...letter.findings.flatMap((finding) => findingFacts(finding, letter.text)),
    ...letter.warnings.flatMap(({ code, message, span }, i) =>
      span == null
        ? []
        : [
            {
              ...span,
              id: `warning.${i}`,
              kind: 'warning' as const,
              title: words(code),
              says: [message],
              edge: 'Case.warnings',
            },
          ],
    ),
  ];
}

export function passagesOf({ spans, findings }: ReadLetter): Passage[] {
  const passages = (fields: readonly FieldSpan[], of: string) =>
    fields.flatMap(({ field, start, end }) => {
      const name = PASSAGES[field];
      return name === undefined ? [] : [{ start, end, name: name + of }];
    });
  return [
    ...passages(spans, ''),
    ...findings.flatMap(({ ordinal, spans: own }) => passages(own, `, item ${ordinal}`)),
  ];
}

function caseFact({ field, start, end }: FieldSpan, text: string): Fact {
  const isReviewer = /^(specialties|licensureStates)\./.test(field);
  return {
    id: `case.${field}`,
    kind: isReviewer ? 'reviewer' : 'case',
    start,
    end,
    title: fieldWords(field),
    says: [text.slice(start, end)],
    edge: isReviewer
      ? `(:Reviewer {${field.replace(/\.\d+$/, '')}})-[:REVIEWED]->(:Case)`
      : `(:Case {${field}})`,
  };
}

function findingFacts(finding: ReadFinding, text: string): Fact[] {
  const { ordinal, spans, citations, appliedCriteria, quotedCriteria } = finding;
  const id = `finding.${ordinal}`;
  return [
    ...spans
      .filter(({ field }) => !UNMARKED.includes(field))
      .map((span) => fieldFact(id, finding, span, text)),
    ...citations.map((citation, i) => citationFact(`${id}.citation.${i}`, citation)),
    ...appliedCriteria.map((criterion, i) => criterionFact(`${id}.criterion.${i}`, criterion)),
    ...quotedCriteria.map(({ text: quoted, span: { start, end } }, i) => ({
      id: `${id}.quotation.${i}`,
      kind: 'quotation' as const,
      start,
      end,
      title: 'Criterion that the rationale quotes',
      says: [quoted],
      edge: "(:Finding)-[:QUOTES]->(:Guideline {level: 'CRITERION'})",
    })),
  ];
}

function fieldFact(finding: string, { label, decision }: ReadFinding, span: FieldSpan, text: string): Fact {
  const { field, start, end } = span;
  const place = { start, end };
  if (field === 'label')
    return {
      ...place,
      id: finding,
      kind: 'item',
      title: 'Item under review',
      says: [label],
      edge: '(:Finding)-[:DECIDES]->(:Item)',
    };
  if (field === 'decision') {
    const edge = `(:Case)-[:HAS_FINDING]->(:Finding {decision: '${decision}'})`;
    return {
      ...place,
      id: `${finding}.decision`,
      kind: 'decision',
      title: 'Decision',
      says: [words(decision)],
      edge,
    };
  }
  const name = field.replace(/^service\./, '');
  const owner = field.startsWith('service.') ? 'Item' : 'Finding';
  const edge = `(:${owner} {${name.replace(/\.\d+$/, '')}})`;
  return {
    ...place,
    id: `${finding}.${field}`,
    kind: 'item',
    title: fieldWords(name),
    says: [text.slice(start, end)],
    edge,
  };
}

function citationFact(id: string, citation: ReadCitation): Fact {
  const { role, resolution, candidates, inferred, silent, guideline, span } = citation;
  return {
    id,
    kind: 'citation',
    start: span.start,
    end: span.end,
    title: `Citation by the ${words(role).toLowerCase()}`,
    says: [guideline.path, ...(silent ? ['Named only as silent on the request: it supports nothing.'] : [])],
    edge: `(:Finding)-[:CITES {role: '${role}'}]->(:Guideline)`,
    node: guideline.id,
    unsure: uncertainty(resolution, candidates, inferred),
  };
}

function uncertainty(
  resolution: Enum<'Resolution'>,
  candidates: readonly string[],
  inferred: boolean,
): string | undefined {
  const could = candidates.length === 0 ? '' : ` It could be: ${candidates.join('; ')}.`;
  if (resolution === 'AMBIGUOUS') return `The words fit several guidelines.${could}`;
  if (resolution === 'NO_MATCH') return `The catalogue has no such guideline.${could}`;
  return inferred ? 'A part of it, such as the source, was concluded and not written.' : undefined;
}

function criterionFact(id: string, { kind, status, decisive, confidence, note, span }: ReadCriterion): Fact {
  return {
    id,
    kind: status === 'MET' ? 'met' : 'not-met',
    start: span.start,
    end: span.end,
    title: `${words(kind)}: ${words(status).toLowerCase()}`,
    says: [
      decisive ? 'Given as a reason for the decision.' : 'Not given as a reason for the decision.',
      `Read with a confidence of ${share(confidence)}.`,
      ...(note === null ? [] : [note]),
    ],
    edge: `(:Finding)-[:APPLIES {status: '${status}', decisive: ${decisive}}]->(:Guideline {kind: '${kind}'})`,
    unsure: confidence < 0.5 ? 'Read with little confidence: it is not counted unless asked for.' : undefined,
  };
}
