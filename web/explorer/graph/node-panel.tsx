import { useState } from 'react';
import { Link } from 'wouter';
import { useSettings } from '../api/settings.js';
import { addressOf } from '../filter/filter.js';
import { caseAddress, findingAddress, graphAddress, serviceAddress, withSearch } from '../parts/addresses.js';
import { DecisionMark } from '../parts/finding-list.js';
import type { GraphNode } from './neighbours.js';
import { cypherOf, graphqlOf } from './statements.js';

interface NodePanelProps {
  readonly node: GraphNode;
  readonly isOpen: boolean;
  readonly isCentre: boolean;
  readonly onToggle: (id: string) => void;
}

/** One node of the drawing: what it is, and where one can go on from it. */
export function NodePanel({ node, isOpen, isCentre, onToggle }: NodePanelProps) {
  const { id, kind, label, decision } = node;
  const settings = useSettings();
  const page = pageOf(node);
  const browser = settings?.neo4jBrowser;
  return (
    <aside className="node-panel" aria-label="The chosen node">
      <h2>{label}</h2>
      <p>
        {kind} {decision !== undefined && <DecisionMark decision={decision} />}
      </p>
      <ul>
        {!isCentre && (
          <li>
            <button onClick={() => onToggle(id)}>{isOpen ? 'Close' : 'Open'} what is around it</button>
          </li>
        )}
        {!isCentre && (
          <li>
            <Link href={graphAddress(id)}>Put it in the middle</Link>
          </li>
        )}
        {page !== undefined && (
          <li>
            <Link href={page}>Read it</Link>
          </li>
        )}
        {browser != null && (
          <li>
            <a
              href={withSearch(browser, { cmd: 'edit', arg: cypherOf(node) })}
              target="_blank"
              rel="noreferrer"
            >
              Open in Neo4j Browser
            </a>
          </li>
        )}
        <li>
          <CopyButton name="Copy as GraphQL" text={graphqlOf(node)} />
        </li>
        <li>
          <CopyButton name="Copy as Cypher" text={cypherOf(node)} />
        </li>
      </ul>
    </aside>
  );
}

/** The page that tells most of a node. */
function pageOf({ id, kind, label }: GraphNode): string | undefined {
  switch (kind) {
    case 'Case':
      return caseAddress(id);
    case 'Finding':
      return findingAddress(id);
    case 'Guideline':
      return addressOf('/guidelines', {}, { under: id });
    case 'Item':
      return serviceAddress(label);
    case 'Criterion':
      return addressOf('/findings', { reliesOn: [id] });
    case 'Reviewer':
      return undefined;
  }
}

/** Where pages may not write to the clipboard, the text is shown to be copied by hand. */
function CopyButton({ name, text }: { readonly name: string; readonly text: string }) {
  const [state, setState] = useState<'ready' | 'copied' | 'shown'>('ready');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setState('copied');
    } catch {
      setState('shown');
    }
  };
  return (
    <>
      <button onClick={() => void copy()} aria-live="polite">
        {state === 'copied' ? 'Copied' : name}
      </button>
      {state === 'shown' && <pre>{text}</pre>}
    </>
  );
}
