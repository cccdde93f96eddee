import { useMemo } from 'react';
import { FactList } from './fact-list.js';
import { FactPanel } from './fact-panel.js';
import { factsOf, passagesOf, type ReadLetter } from './facts.js';
import { Letter } from './letter.js';

interface ReadingProps {
  readonly letter: ReadLetter;
  readonly selected: string | undefined;
  readonly onSelect: (id: string | undefined) => void;
}

/** A letter beside what was read in it. */
export function Reading({ letter, selected, onSelect }: ReadingProps) {
  const facts = useMemo(() => factsOf(letter), [letter]);
  const passages = useMemo(() => passagesOf(letter), [letter]);
  const unplaced = letter.warnings.filter(({ span }) => span == null);
  return (
    <div className="reading">
      <Letter text={letter.text} facts={facts} passages={passages} selected={selected} onSelect={onSelect} />
      <aside aria-label="What was read in the letter">
        <FactPanel fact={facts.find(({ id }) => id === selected)} />
        {unplaced.length > 0 && (
          <ul className="warnings" aria-label="Warnings">
            {unplaced.map(({ code, message }) => (
              <li key={code + message} className="warning">
                {message} <small>{code}</small>
              </li>
            ))}
          </ul>
        )}
        <FactList facts={facts} findings={letter.findings} selected={selected} onSelect={onSelect} />
      </aside>
    </div>
  );
}
