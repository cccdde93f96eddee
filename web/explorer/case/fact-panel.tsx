import { Link } from 'wouter';
import type { Fact } from './facts.js';
import { graphAddress } from '../parts/addresses.js';

/** What was read at the place that is looked at, and the edge of the graph that holds it. */
export function FactPanel({ fact }: { readonly fact: Fact | undefined }) {
  return (
    <section className="fact" aria-live="polite" aria-label="What is marked">
      {fact === undefined ? (
        <p className="quiet">Choose a mark in the letter, or a fact below, to see what was read there.</p>
      ) : (
        <>
          <h2>{fact.title}</h2>
          {fact.says.map((line) => (
            <p key={line}>{line}</p>
          ))}
          {fact.unsure !== undefined && <p className="warning">Not sure. {fact.unsure}</p>}
          <p>
            <code>{fact.edge}</code>
          </p>
          {fact.node !== undefined && (
            <p>
              <Link href={graphAddress(fact.node)}>Look at it in the graph</Link>
            </p>
          )}
        </>
      )}
    </section>
  );
}
