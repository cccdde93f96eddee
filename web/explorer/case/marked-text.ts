import type { Fact, Passage } from './facts.js';

/** A stretch of a line to which the same facts belong. */
export interface Segment {
  readonly start: number;
  readonly text: string;
  /** The shortest first: it is the one that is meant when the stretch is pointed at. */
  readonly facts: readonly Fact[];
}

/** A line of a letter: a heading, a label line or a paragraph. */
export interface Line {
  readonly start: number;
  readonly segments: readonly Segment[];
  /** The passage that it is a part of. */
  readonly passage: Passage | undefined;
}

/** The lines of a text, each cut where a fact begins or ends: put together again they are the text. */
export function linesOf(text: string, facts: readonly Fact[], passages: readonly Passage[]): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start <= text.length;) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    const passage = passages.find((each) => each.start < Math.max(end, start + 1) && each.end > start);
    lines.push({ start, segments: segmentsOf(text, start, end, facts), passage });
    start = end + 1;
  }
  return lines;
}

function segmentsOf(text: string, start: number, end: number, all: readonly Fact[]): Segment[] {
  const facts = all
    .filter((fact) => fact.start < end && fact.end > start)
    .sort((a, b) => lengthOf(a) - lengthOf(b));
  const cuts = new Set([start, end]);
  for (const fact of facts) {
    cuts.add(Math.max(start, fact.start));
    cuts.add(Math.min(end, fact.end));
  }
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(0, -1).map((from, i) => {
    const to = places[i + 1] ?? end;
    return {
      start: from,
      text: text.slice(from, to),
      facts: facts.filter((fact) => fact.start <= from && fact.end >= to),
    };
  });
}

function lengthOf({ start, end }: Fact): number {
  return end - start;
}
