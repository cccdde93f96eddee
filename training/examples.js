// @ts-check
import { evidenceIn, FeatureList, featuresOf, frameOf, viewOf } from '../dist/normalise/criteria/features.js';
import { readProse } from '../dist/normalise/criteria/statements.js';
import { readService } from '../dist/normalise/service/service.js';
import { placed } from '../bench/criteria/cases.js';
import { overlap } from '../bench/criteria/confusion.js';

/**
 * @typedef {import('../bench/criteria/read.js').Rationale} Rationale
 * @typedef {import('../bench/criteria/score.js').Applied} Applied
 *
 * What there is to learn from one statement.
 * @typedef {object} Example
 * @property {readonly Applied[]} criteria that it applies
 * @property {Record<'applied' | 'kind' | 'met', Int32Array>} features
 * @property {{ criteria: readonly Applied[], features: Int32Array }[]} quotes the words of each criterion alone, with all
 *   that they show
 */

const list = new FeatureList();

/**
 * The statements of a rationale with the criteria whose quotes they hold, or hold most of.
 * @param {Rationale} rationale
 * @returns {Example[]}
 */
export function examplesOf({ item, decision, rationale, applied }) {
  const prose = readProse(rationale);
  const frame = frameOf(prose, { decision, service: readService(item).service });
  const views = prose.statements.map((statement, index) =>
    viewOf(frame, index, statement, evidenceIn(prose, statement)),
  );
  const owners = placed(applied, rationale).map((one) => ({ ...one, owner: ownerOf(one, views) }));
  return views.map((view, i) => {
    const criteria = owners.filter(({ owner }) => owner === i);
    return {
      criteria,
      features: {
        applied: features(view, 'applied'),
        kind: features(view, 'kind'),
        met: features(view, 'met'),
      },
      quotes: criteria.map((one) => ({
        criteria: criteria.filter((other) => overlap(one, other)),
        features: features(view, 'kind', wordsWithin(view, one.span ?? [0, 0])),
      })),
    };
  });
}

/**
 * @param {import('../src/normalise/criteria/features.js').View} view
 * @param {'applied' | 'kind' | 'met'} question
 * @param {{ first: number, next: number }} [run]
 */
function features(view, question, run) {
  featuresOf(view, question, list, run);
  return list.ids.slice(0, list.length);
}

/**
 * The statement with most of a quote; -1 when the quote does not stand in the rationale.
 * @param {Applied} applied
 * @param {readonly import('../src/normalise/criteria/features.js').View[]} views
 */
function ownerOf({ span }, views) {
  if (!span) return -1;
  const shares = views.map(
    ({
      frame: {
        prose: { words },
      },
      statement,
    }) => {
      const start = words.starts[statement.first] ?? 0;
      const end = words.ends[statement.next - 1] ?? 0;
      return Math.min(span[1], end) - Math.max(span[0], start);
    },
  );
  const most = Math.max(...shares);
  return most > 0 ? shares.indexOf(most) : -1;
}

/**
 * @param {import('../src/normalise/criteria/features.js').View} view
 * @param {readonly [number, number]} span
 */
function wordsWithin(
  {
    frame: {
      prose: { words },
    },
    statement,
  },
  [start, end],
) {
  let { first, next } = statement;
  while (first < next - 1 && (words.ends[first] ?? 0) <= start) first++;
  while (next > first + 1 && (words.starts[next - 1] ?? 0) >= end) next--;
  return { first, next };
}
