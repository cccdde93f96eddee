import { Link } from 'wouter';
import type { Enum } from '../api/graphql.js';
import { day } from './numbers.js';
import { words } from './words.js';
import { findingAddress } from './addresses.js';

interface Highlight {
  readonly field: Enum<'SearchField'>;
  readonly excerpt: string;
  readonly ranges: readonly { readonly start: number; readonly end: number }[];
}

/** A finding in a list. */
export interface ListedFinding {
  readonly id: string;
  readonly label: string;
  readonly decision: Enum<'Decision'>;
  readonly item: { readonly modality: string | null; readonly bodyRegions: readonly string[] };
  readonly case: { readonly caseNumber: string | null; readonly decisionDate: string | null };
  /** Where a search matches. */
  readonly highlights?: readonly Highlight[];
  /** Sentences of its rationale. */
  readonly quotes?: readonly string[];
}

export function FindingList({ findings }: { readonly findings: readonly ListedFinding[] }) {
  return (
    <ol className="findings">
      {findings.map((finding) => (
        <li key={finding.id}>
          <h2>
            <Link href={findingAddress(finding.id)}>{finding.label}</Link>
          </h2>
          <p className="facts">
            <DecisionMark decision={finding.decision} />
            <span>{finding.case.caseNumber ?? 'no case number'}</span>
            <span>decided: {day(finding.case.decisionDate)}</span>
            <span>
              {[finding.item.modality, ...finding.item.bodyRegions]
                .filter((each) => each !== null)
                .join(', ')}
            </span>
          </p>
          {(finding.highlights ?? []).map((highlight) => (
            <Excerpt key={highlight.field} {...highlight} />
          ))}
          {(finding.quotes ?? []).map((quote) => (
            <blockquote key={quote}>{quote}</blockquote>
          ))}
        </li>
      ))}
    </ol>
  );
}

export function DecisionMark({ decision }: { readonly decision: Enum<'Decision'> }) {
  return <span className={`decision ${decision.toLowerCase()}`}>{words(decision)}</span>;
}

/** The part of a text that matches, with the words that do marked. */
function Excerpt({ field, excerpt, ranges }: Highlight) {
  const parts = ranges.flatMap(({ start, end }, i) => [
    excerpt.slice(ranges[i - 1]?.end ?? 0, start),
    <mark key={start}>{excerpt.slice(start, end)}</mark>,
  ]);
  return (
    <blockquote>
      <small>{words(field)}: </small>
      {parts}
      {excerpt.slice(ranges.at(-1)?.end ?? 0)}
    </blockquote>
  );
}
