import type { Column } from './figure.js';
import { count, share } from './numbers.js';
import type { Tally } from './tally.js';

/** The columns of a tally in tables. */
export function tallyColumns<Row>(tallyOf: (row: Row) => Tally): readonly Column<Row>[] {
  const number = (head: string, value: (tally: Tally) => number): Column<Row> => ({
    head,
    value: (row) => value(tallyOf(row)),
    shown: (row) => count(value(tallyOf(row))),
  });
  const rate = (head: string, value: (tally: Tally) => number | null): Column<Row> => ({
    head,
    value: (row) => value(tallyOf(row)),
    shown: (row) => share(value(tallyOf(row))),
  });
  return [
    number('Findings', ({ findings }) => findings),
    number('Upheld', ({ upheld }) => upheld),
    number('Overturned', ({ overturned }) => overturned),
    rate('Uphold rate', ({ upholdRate }) => upholdRate),
    rate('95% from', ({ upholdRateInterval }) => upholdRateInterval.low),
    rate('95% to', ({ upholdRateInterval }) => upholdRateInterval.high),
  ];
}

/** Of rows that are tallies themselves. */
export const ownTallyColumns: readonly Column<Tally>[] = tallyColumns((tally) => tally);
