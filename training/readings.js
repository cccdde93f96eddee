// @ts-check
import { readAppliedCriteria } from '../dist/normalise/criteria/applied.js';
import { findCandidates } from '../dist/normalise/criteria/candidates.js';
import { frameOf, seenIn } from '../dist/normalise/criteria/features.js';
import { readProse } from '../dist/normalise/criteria/statements.js';
import { readService } from '../dist/normalise/service/service.js';

/**
 * @typedef {import('../bench/criteria/read.js').Rationale} Rationale
 * @typedef {import('../bench/criteria/score.js').Applied} Applied
 * @typedef {import('../dist/normalise/criteria/classifier.js').Classifier} Classifier
 * @typedef {Pick<Rationale, 'item' | 'decision' | 'rationale'>} Unread
 */

/** @param {Unread} unread */
function prepared({ item, decision, rationale }) {
  const prose = readProse(rationale);
  const { service } = readService(item);
  return { prose, seen: seenIn(prose), decision, service };
}

/**
 * What the reader finds with a classifier.
 * @param {Unread} unread
 * @param {Classifier} classifier
 * @returns {Applied[]}
 */
export function readWith({ item, decision, rationale }, classifier) {
  const quote = { value: rationale, span: /** @type {const} */ ([0, rationale.length]) };
  const grounds = { inLines: [], mentions: [] };
  const context = { decision, service: readService(item).service, grounds };
  return /** @type {any} */ (readAppliedCriteria(quote, context, classifier));
}

/**
 * What the rules find alone.
 * @param {Unread} unread
 * @returns {Applied[]}
 */
export function rulesAlone(unread) {
  const { prose, seen, decision, service } = prepared(unread);
  return findCandidates(prose.words.words, seen, { decision, service }).map(
    ({ kind, status, first, next }) => ({
      kind,
      status,
      span: [prose.words.starts[first] ?? 0, prose.words.ends[next - 1] ?? 0],
    }),
  );
}

/**
 * What the classifier holds likely alone: each pair of kind and status once, with its greatest probability.
 * @param {Unread} unread
 * @param {Classifier} classifier
 * @returns {(Applied & { confidence: number })[]}
 */
export function classifierAlone(unread, classifier) {
  const { prose, seen, ...context } = prepared(unread);
  const frame = frameOf(prose, context);
  /** @type {Map<string, Applied & { confidence: number }>} */
  const likeliest = new Map();
  prose.statements.forEach(({ first, next }, i) => {
    for (const { kind, status, probability } of classifier.classify(frame, i, seen[i].evidence)) {
      const key = `${kind} ${status}`;
      if (probability <= (likeliest.get(key)?.confidence ?? 0)) continue;
      const span = /** @type {const} */ ([prose.words.starts[first] ?? 0, prose.words.ends[next - 1] ?? 0]);
      const guessed = /** @type {Pick<Applied, 'kind' | 'status'>} */ ({ kind, status });
      likeliest.set(key, { ...guessed, confidence: probability, span });
    }
  });
  return [...likeliest.values()];
}
