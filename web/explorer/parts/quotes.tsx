import { Link } from 'wouter';
import { findingAddress } from './addresses.js';

interface QuotesProps {
  readonly title: string;
  readonly quotes: readonly {
    readonly quote: string;
    readonly finding: {
      readonly id: string;
      readonly case: { readonly caseNumber: string | null };
    };
  }[];
}

/** Sentences of rationales, each with the letter that it is of. */
export function Quotes({ title, quotes }: QuotesProps) {
  if (quotes.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      {quotes.map(({ quote, finding }) => (
        <blockquote key={finding.id}>
          {quote} <Link href={findingAddress(finding.id)}>{finding.case.caseNumber ?? 'the letter'}</Link>
        </blockquote>
      ))}
    </>
  );
}
