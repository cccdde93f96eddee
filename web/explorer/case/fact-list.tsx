import type { Fact, ReadFinding } from './facts.js';
import { DecisionMark } from '../parts/finding-list.js';

interface FactListProps {
  readonly facts: readonly Fact[];
  readonly findings: readonly ReadFinding[];
  readonly selected: string | undefined;
  readonly onSelect: (id: string) => void;
}

/** The record beside the letter: every fact as a button that shows where it was read. */
export function FactList({ facts, findings, selected, onSelect }: FactListProps) {
  const within = (prefix: string) => facts.filter(({ id }) => id.startsWith(prefix));
  const list = (of: readonly Fact[]) => <Facts facts={of} selected={selected} onSelect={onSelect} />;
  return (
    <div className="record">
      <section aria-label="The case">
        <h2>Case</h2>
        {list(within('case.'))}
      </section>
      {findings.map(({ ordinal, label, decision }) => (
        <section key={ordinal} aria-label={`Item ${ordinal}`}>
          <h2>
            {ordinal}. {label}
          </h2>
          <p>
            <DecisionMark decision={decision} />
          </p>
          {list([...facts.filter(({ id }) => id === `finding.${ordinal}`), ...within(`finding.${ordinal}.`)])}
        </section>
      ))}
      {within('warning.').length > 0 && (
        <section aria-label="Warnings">
          <h2>Warnings</h2>
          {list(within('warning.'))}
        </section>
      )}
    </div>
  );
}

function Facts({ facts, selected, onSelect }: Omit<FactListProps, 'findings'>) {
  return (
    <ul>
      {facts.map(({ id, kind, title, says, unsure }) => (
        <li key={id}>
          <button
            type="button"
            className={`fact-button ${kind}`}
            aria-pressed={id === selected}
            onClick={() => onSelect(id)}
          >
            <span>{title}</span> <span className="quiet">{says[0]}</span>
            {unsure !== undefined && <span className="warning">not sure</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}
