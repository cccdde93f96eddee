// @ts-check
import { scores, wilson } from '../statistics.js';

/**
 * Rows of cells as lines of aligned columns, numbers to the right.
 * @param {readonly (readonly (string | number)[])[]} rows
 */
export function columns(rows) {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => String(row[i] ?? '').length)));
  const pad = (/** @type {string | number} */ cell, /** @type {number} */ i) => {
    const width = widths[i] ?? 0;
    return typeof cell === 'number' ? String(cell).padStart(width) : cell.padEnd(width);
  };
  return rows.map((row) => row.map(pad).join('  ').trimEnd()).join('\n');
}

/**
 * A share with its 95 % interval: `0.9912 (0.9874-0.9939)`.
 * @param {number} hits
 * @param {number} total
 */
export function share(hits, total) {
  const interval = wilson(hits, total);
  if (!interval) return '-';
  return `${(hits / total).toFixed(4)} (${interval.low.toFixed(4)}-${interval.high.toFixed(4)})`;
}

/** @param {readonly import('./tally.js').Row[]} rows */
export function scoreTable(rows) {
  const title = [
    'set',
    'era',
    'group',
    'expected',
    'found',
    'right',
    'precision (95 %)',
    'recall (95 %)',
    'F1',
  ];
  return columns([
    title,
    ...rows.map(({ set, era, group, counts }) => {
      const { expected, found, right } = counts;
      const f1 = scores(counts).f1.toFixed(4);
      return [set, era, group, expected, found, right, share(right, found), share(right, expected), f1];
    }),
  ]);
}

/** @param {readonly import('./coverage.js').EraCoverage[]} eras */
export function coverageTable(eras) {
  return columns([
    ['era', 'letters', 'with every field (95 %)', 'most often missing', 'not required: letters with it'],
    ...eras.map(({ era, letters, complete, missing, optional }) => [
      era,
      letters,
      share(complete, letters),
      missing
        .slice(0, 5)
        .map((one) => one.join(' '))
        .join(', ') || '-',
      optional.map((one) => one.join(' ')).join(', ') || '-',
    ]),
  ]);
}

/** @param {import('./compare.js').Change} change */
export function changeLine({ kind, document, group, fact, how }) {
  return `${kind.padEnd(10)} ${document} ${group}: ${fact} (${how})`;
}
