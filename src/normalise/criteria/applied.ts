import type { Decision, Quote } from '../../parse/letter.js';
import type { AppliedCriterion, ServiceRequest } from '../determination.js';
import type { Words } from '../term-index.js';
import { contradicts, DECIDING, findCandidates, type Candidate } from './candidates.js';
import { CLASSIFIER, type Classifier, type Guess } from './classifier.js';
import { confidenceOf } from './confidence.js';
import { frameOf, seenIn, type Frame, type Seen } from './features.js';
import { quotationOf } from './quotation.js';
import { reliesOn, type Grounds } from './reliance.js';
import { readProse } from './statements.js';

/** What a rationale is read for. */
export interface AppliedContext {
  readonly decision: Decision;
  readonly service: ServiceRequest;
  readonly grounds: Grounds;
}

/** What the classifier holds likely of a statement. */
interface Likely {
  readonly guess: Guess;
  readonly seen: Seen;
}

/** What is said to apply, and where; places are indexes of words. */
type Found = Pick<Candidate, 'kind' | 'status' | 'note' | 'first' | 'next' | 'statement'> & {
  readonly confidence: number;
};

/** Readings less sure than this are left out: most of them would be wrong. */
const LEAST_CONFIDENCE = 0.4;
/** Least probability of the only reason of a decision, and how often such reasons are right. */
const LEAST_REASON = 0.2;
const AS_REASON = 0.5;

/**
 * The criteria that a rationale applies, in its order: what the rules find and what the classifier holds likely, each with
 * how sure both together are.
 */
export function readAppliedCriteria(
  rationale: Quote,
  { decision, service, grounds }: AppliedContext,
  classifier: Classifier = CLASSIFIER,
): readonly AppliedCriterion[] {
  const prose = readProse(rationale.value);
  const seen = seenIn(prose);
  const likely = likeliest(frameOf(prose, { decision, service }), seen, classifier);
  const candidates = findCandidates(
    prose.words.words,
    seen,
    { decision, service },
    (one) => likely.get(keyOf(one))?.seen.statement,
  );
  const found = new Map<string, Found>();
  for (const [key, one] of likely) {
    const confidence = confidenceOf(false, one.guess.probability);
    if (confidence < LEAST_CONFIDENCE || contradicts(one.seen, one.guess)) continue;
    found.set(key, asFound(one, prose.words, confidence));
  }
  for (const one of candidates) {
    const key = keyOf(one);
    const confidence = confidenceOf(true, likely.get(key)?.guess.probability ?? 0);
    const { kind, status, note, first, next, statement } = one;
    found.set(key, { kind, status, note, first, next, statement, confidence });
  }
  const sure = [...found.values()].filter(({ confidence }) => confidence >= LEAST_CONFIDENCE);
  const decides = ({ status }: Pick<Guess, 'status'>): boolean => status === DECIDING[decision];
  const reasons = sure.some(decides)
    ? []
    : [...likely.values()].filter((one) => decides(one.guess) && isLikelyReason(one));
  return [...withoutVague(sure), ...reasons.map((one) => asFound(one, prose.words, AS_REASON))]
    .sort((a, b) => a.first - b.first || a.next - b.next)
    .map((one) => toApplied(one, rationale, prose.words, { decision, service, grounds }));
}

/** Nearly every decision has a reason: where nothing sure is found, what is likely enough is taken for it. */
function isLikelyReason({ guess, seen }: Likely): boolean {
  return guess.probability >= LEAST_REASON && !contradicts(seen, guess);
}

/** A rationale is not called insufficient by a statement that says in what respect. */
function withoutVague(found: readonly Found[]): readonly Found[] {
  const named = new Set(
    found.filter(({ kind }) => kind !== 'DOCUMENTATION').map(({ statement }) => statement),
  );
  return found.filter(({ kind, statement }) => kind !== 'DOCUMENTATION' || !named.has(statement));
}

function keyOf({ kind, status }: Pick<Guess, 'kind' | 'status'>): string {
  return `${kind} ${status}`;
}

/** Of each pair of kind and status the statement that the classifier holds likeliest to say it. */
function likeliest(frame: Frame, seen: readonly Seen[], classifier: Classifier): ReadonlyMap<string, Likely> {
  const best = new Map<string, Likely>();
  seen.forEach((one, i) => {
    // A general statement without a phrase of any kind hardly ever applies one.
    if (one.statement.stance === 'GENERAL' && one.evidence.phrases.length === 0) return;
    for (const guess of classifier.classify(frame, i, one.evidence)) {
      const key = keyOf(guess);
      if (guess.probability > (best.get(key)?.guess.probability ?? 0)) best.set(key, { guess, seen: one });
    }
  });
  return best;
}

/** Its words are those of its statement, from the first negation on where there is one. */
function asFound({ guess, seen }: Likely, { words }: Words, confidence: number): Found {
  const { statement, evidence } = seen;
  let { first } = statement;
  while (first < statement.next - 1 && JOINTS.has(words[first] ?? '')) first++;
  const cue = evidence.negations[0]?.cue.first ?? first;
  return {
    kind: guess.kind,
    status: guess.status,
    note: null,
    first: statement.next - cue >= 3 ? cue : first,
    next: statement.next,
    statement,
    confidence,
  };
}

/** What joins a statement to the one before. */
const JOINTS = new Set([
  'and',
  'but',
  'however',
  'also',
  'additionally',
  'furthermore',
  'moreover',
  'therefore',
]);

function toApplied(
  found: Found,
  rationale: Quote,
  words: Words,
  { decision, grounds }: AppliedContext,
): AppliedCriterion {
  const { kind, status, note, confidence } = found;
  const { value, span } = quotationOf(found, rationale, words);
  return {
    kind,
    status,
    decisive: status === DECIDING[decision],
    quote: value,
    span,
    confidence,
    note,
    reliesOn: reliesOn(span[0], grounds),
  };
}
