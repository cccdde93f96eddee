// @ts-check
import { columns, share } from '../accuracy/print.js';
import { scores } from '../statistics.js';
import { confusion, slipsOf } from './confusion.js';
import { byThreshold, calibration, qualityOfHits } from './hits.js';
import { frequentKinds, scoreWithIntervals } from './score.js';

/** @typedef {import('./score.js').Case} Case */

const MOST_SLIPS = 25;

/**
 * All that is said of one set of cases.
 * @param {string} title
 * @param {readonly Case[]} cases
 * @param {readonly string[]} frequent kinds that are also scored for themselves, together
 */
export function report(title, cases, frequent) {
  const letters = new Set(cases.map(({ letter }) => letter)).size;
  return [
    `${title}: ${cases.length} findings of ${letters} letters`,
    scoreRows(cases, frequent),
    quality(cases),
    `By confidence\n${thresholds(cases)}`,
    `Slips (* for nothing)\n${slipRows(cases)}`,
  ].join('\n\n');
}

/**
 * @param {readonly Case[]} cases
 * @param {readonly string[]} frequent
 */
function scoreRows(cases, frequent) {
  const kinds = frequentKinds(cases, Infinity);
  const rest = new Set(cases.flatMap(({ found }) => found.map(({ kind }) => kind)));
  for (const kind of kinds) rest.delete(kind);
  return columns([
    ['kind', 'expected', 'found', 'right', 'precision (95 %)', 'recall (95 %)', 'F1 (95 %)'],
    row('all', cases),
    row(`the ${frequent.length} most frequent`, cases, new Set(frequent)),
    ...[...kinds, ...[...rest].sort()].map((kind) => row(kind, cases, new Set([kind]))),
  ]);
}

/**
 * @param {string} title
 * @param {readonly Case[]} cases
 * @param {ReadonlySet<string>} [kinds]
 */
function row(title, cases, kinds) {
  const { counts, precision, recall, f1 } = scoreWithIntervals(cases, ({ kind }) => kinds?.has(kind) ?? true);
  return [title, counts.expected, counts.found, counts.right, ...[precision, recall, f1].map(withBounds)];
}

/** @param {{ value: number | null, low: number | null, high: number | null }} measure */
function withBounds({ value, low, high }) {
  if (value === null) return '-';
  return `${value.toFixed(3)} (${low?.toFixed(3)}-${high?.toFixed(3)})`;
}

/** @param {readonly Case[]} cases */
function quality(cases) {
  const { decisive, place } = qualityOfHits(cases);
  return columns([
    ['of the hits', 'right', 'of', 'share (95 %)'],
    ['decisive', decisive.right, decisive.of, share(decisive.right, decisive.of)],
    ["quotes the label's words", place.right, place.of, share(place.right, place.of)],
  ]);
}

/** @param {readonly Case[]} cases */
function thresholds(cases) {
  const within = calibration(cases);
  return columns([
    ['at least', 'found', 'precision', 'recall', 'F1', 'in this step', 'said', 'right'],
    ...byThreshold(cases).map(({ threshold, counts }) => {
      const { precision, recall, f1 } = scores(counts);
      const step = within.find(({ low }) => low === threshold);
      return [
        threshold.toFixed(2),
        counts.found,
        ...[precision, recall, f1].map((value) => value?.toFixed(3) ?? '-'),
        step?.of ?? 0,
        step?.said.toFixed(2) ?? '-',
        step ? (step.right / step.of).toFixed(2) : '-',
      ];
    }),
  ]);
}

/** @param {readonly Case[]} cases */
function slipRows(cases) {
  const slips = confusion(cases);
  const rows = slips
    .slice(0, MOST_SLIPS)
    .map(({ wanted, given, times }) => [times, wanted ?? '*', given ?? '*']);
  const more = slips.length > MOST_SLIPS ? `\n… and ${slips.length - MOST_SLIPS} more` : '';
  return columns([['times', 'wanted', 'given'], ...rows]) + more;
}

/**
 * Each slip with the sentence that it is about.
 * @param {readonly Case[]} cases
 * @returns {string[]}
 */
export function slipLines(cases) {
  return cases.flatMap((one) =>
    slipsOf(one).map(({ wanted, given, span }) => {
      const what = wanted && given ? 'CONFUSED' : wanted ? 'MISSED  ' : 'SPURIOUS';
      const pair = [wanted, given].filter((name) => name !== null).join(' as ');
      return `${what} ${one.finding}: ${pair}\n         ${span ? sentenceAt(one.rationale, span) : '(its quote is not there)'}`;
    }),
  );
}

/**
 * The words around a place, up to the full stops before and after it.
 * @param {string} text
 * @param {readonly [number, number]} span
 */
function sentenceAt(text, [start, end]) {
  const from = Math.max(0, text.lastIndexOf('. ', start) + 1);
  const stop = text.indexOf('. ', end);
  const to = stop < 0 ? text.length : stop + 1;
  return `${text.slice(from, start)}«${text.slice(start, end)}»${text.slice(end, to)}`.trim();
}
