import type { ReactNode } from 'react';
import { Figure } from './figure.js';
import { RateBars } from './rate-bars.js';
import { ownTallyColumns } from './tally-columns.js';
import type { Tally } from './tally.js';

/** How findings of one value of a dimension were decided. */
export interface Outcome extends Tally {
  readonly values: readonly { readonly value: string }[];
}

interface OutcomeFigureProps {
  readonly title: string;
  /** What the values are, for the head of the table. */
  readonly head: string;
  readonly file: string;
  readonly outcomes: readonly Outcome[];
  readonly note?: string;
  readonly empty?: string;
  /** Where a value leads to; without it bars are drawn that lead nowhere. */
  readonly linkOf?: (value: string) => string;
  /** Another drawing than bars. */
  readonly chart?: ReactNode;
}

/** Findings by the values of one dimension. */
export function OutcomeFigure({ head, outcomes, linkOf, chart, ...figure }: OutcomeFigureProps) {
  const bars = outcomes.map((tally) => {
    const value = valueOf(tally);
    return { key: value, label: value, tally, href: linkOf?.(value) };
  });
  return (
    <Figure
      {...figure}
      rows={outcomes}
      keyOf={valueOf}
      columns={[{ head, value: valueOf }, ...ownTallyColumns]}
      chart={chart ?? <RateBars bars={bars} />}
    />
  );
}

export function valueOf({ values }: Pick<Outcome, 'values'>): string {
  return values[0]?.value ?? '';
}
