import { useEffect, useMemo, useRef, type KeyboardEvent } from 'react';
import type { Fact, Passage } from './facts.js';
import { linesOf, type Line, type Segment } from './marked-text.js';

interface LetterProps {
  readonly text: string;
  readonly facts: readonly Fact[];
  readonly passages: readonly Passage[];
  /** Id of the fact that is looked at. */
  readonly selected: string | undefined;
  readonly onSelect: (id: string) => void;
}

/** The text of a letter with every fact marked where it was read. */
export function Letter({ text, facts, passages, selected, onSelect }: LetterProps) {
  const lines = useMemo(() => linesOf(text, facts, passages), [text, facts, passages]);
  const letter = useRef<HTMLElement>(null);
  useEffect(() => {
    const marked = letter.current?.querySelector('.selected');
    if (letter.current !== null && marked != null) showWithin(letter.current, marked);
  }, [selected, lines]);
  return (
    <article className="letter" ref={letter} aria-label="The text of the letter">
      {lines.map((line, i) => (
        <LetterLine
          key={line.start}
          line={line}
          isFirst={line.passage !== undefined && line.passage !== lines[i - 1]?.passage}
          selected={selected}
          onSelect={onSelect}
        />
      ))}
    </article>
  );
}

/** Brings a part of the letter to its middle, and leaves the page where it is. */
function showWithin(letter: Element, part: Element): void {
  const { top, height } = letter.getBoundingClientRect();
  letter.scrollTop += part.getBoundingClientRect().top - top - height / 2;
}

interface LineProps extends Pick<LetterProps, 'selected' | 'onSelect'> {
  readonly line: Line;
  /** Whether its passage begins with it. */
  readonly isFirst: boolean;
}

function LetterLine({ line: { segments, passage }, isFirst, selected, onSelect }: LineProps) {
  return (
    <p className={passage === undefined ? undefined : 'passage'}>
      {isFirst && <small className="passage-name">{passage?.name}</small>}
      {segments.map((segment) =>
        segment.facts.length === 0 ? (
          segment.text
        ) : (
          <Mark key={segment.start} segment={segment} selected={selected} onSelect={onSelect} />
        ),
      )}
    </p>
  );
}

interface MarkProps extends Pick<LetterProps, 'selected' | 'onSelect'> {
  readonly segment: Segment;
}

/** A part of the text that can be pressed (a real button could not break at the end of a line); where facts overlap, again for the next. */
function Mark({ segment: { text, facts }, selected, onSelect }: MarkProps) {
  const at = facts.findIndex(({ id }) => id === selected);
  const shown = facts[Math.max(0, at)];
  const next = facts[(at + 1) % facts.length];
  if (shown === undefined || next === undefined) return text;
  const kinds = [
    shown.kind,
    ...(at >= 0 ? ['selected'] : []),
    ...(shown.unsure === undefined ? [] : ['unsure']),
  ];
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    onSelect(next.id);
  };
  return (
    <span
      role="button"
      tabIndex={0}
      className={`mark ${kinds.join(' ')}`}
      aria-pressed={at >= 0}
      title={facts.map(({ title }) => title).join('; ')}
      onClick={() => onSelect(next.id)}
      onKeyDown={press}
    >
      {text}
    </span>
  );
}
