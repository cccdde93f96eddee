import weights from '../data/criterion-weights.json' with { type: 'json' };
import {
  FEATURE_BITS,
  FeatureList,
  featuresOf,
  viewOf,
  type Evidence,
  type Frame,
  type View,
} from './features.js';
import type { CriterionKind, CriterionStatus } from './kinds.js';

/** What a statement may say. */
export interface Guess {
  readonly kind: CriterionKind;
  readonly status: CriterionStatus;
  /** That the statement applies a criterion of this kind, and that it is met, or not: 0 to 1. */
  readonly probability: number;
}

/** The trained weights, as `training/train.js` writes them: whole numbers from -127 to 127, in base64. */
export interface ClassifierData {
  /** A feature's weight is as many times this. */
  readonly steps: { readonly applied: number; readonly kind: number; readonly met: number };
  readonly kinds: readonly string[];
  /** A weight for each feature. */
  readonly applied: string;
  readonly met: string;
  /** For each feature how many kinds it has weights for; then those kinds and their weights, feature after feature. */
  readonly kind: { readonly counts: string; readonly kinds: string; readonly weights: string };
}

/** Sums over features are divided by the root of their number, and multiplied by this. */
export const SCALE = 3;
/** Of a statement that is less likely to apply a criterion nothing more is asked. */
const LEAST_APPLIED = 0.05;
/** Less likely kinds are left out. */
const LEAST_PROBABLE = 0.05;

/** Says of the statements of a rationale which criteria they may apply. */
export class Classifier {
  readonly #kinds: readonly CriterionKind[];
  // Small numbers as they are stored: a quarter of the memory that is jumped about in.
  readonly #applied: Int8Array;
  readonly #met: Int8Array;
  readonly #steps: ClassifierData['steps'];
  readonly #counts: Uint8Array;
  /** Of feature `f` the weights are those from `#from[f]` up to `#from[f + 1]`. */
  readonly #from = new Uint32Array((1 << FEATURE_BITS) + 1);
  readonly #kindOf: Uint8Array;
  readonly #weights: Int8Array;
  readonly #list = new FeatureList();
  readonly #sums: Float64Array;

  constructor({ steps, kinds, applied, met, kind }: ClassifierData) {
    this.#kinds = kinds as readonly CriterionKind[];
    this.#steps = steps;
    this.#applied = weightsFrom(applied);
    this.#met = weightsFrom(met);
    this.#kindOf = bytesFrom(kind.kinds);
    this.#weights = weightsFrom(kind.weights);
    this.#counts = bytesFrom(kind.counts);
    this.#counts.forEach((count, i) => (this.#from[i + 1] = (this.#from[i] ?? 0) + count));
    this.#sums = new Float64Array(kinds.length);
  }

  /** The criteria that a statement is likely to apply, the likeliest first; most statements have none. */
  classify(frame: Frame, index: number, evidence: Evidence): readonly Guess[] {
    const statement = frame.prose.statements[index];
    if (!statement) return [];
    const view = viewOf(frame, index, statement, evidence);
    const applied = this.#yes(view, 'applied', this.#applied);
    if (applied < LEAST_APPLIED) return [];
    const met = this.#yes(view, 'met', this.#met);
    const status = met > 0.5 ? 'MET' : 'NOT_MET';
    const sure = applied * Math.max(met, 1 - met);
    const likelihoods = this.#likelihoods(view);
    const guesses: Guess[] = [];
    for (const [i, kind] of this.#kinds.entries()) {
      const probability = sure * (likelihoods[i] ?? 0);
      if (probability >= LEAST_PROBABLE) guesses.push({ kind, status, probability });
    }
    return guesses.sort((a, b) => b.probability - a.probability);
  }

  #yes(view: View, question: 'applied' | 'met', weights: Int8Array): number {
    featuresOf(view, question, this.#list);
    const { ids, length } = this.#list;
    let sum = 0;
    for (let i = 0; i < length; i++) sum += weights[ids[i] ?? 0] ?? 0;
    return logistic(sum * this.#steps[question], length);
  }

  /** Of a statement that applies a criterion: how likely it is one of each kind. It may be of several. */
  #likelihoods(view: View): Float64Array {
    featuresOf(view, 'kind', this.#list);
    const { ids, length } = this.#list;
    const sums = this.#sums.fill(0);
    for (let i = 0; i < length; i++) {
      const feature = ids[i] ?? 0;
      if (this.#counts[feature] === 0) continue;
      const end = this.#from[feature + 1] ?? 0;
      for (let at = this.#from[feature] ?? 0; at < end; at++) {
        const kind = this.#kindOf[at] ?? 0;
        sums[kind] = (sums[kind] ?? 0) + (this.#weights[at] ?? 0);
      }
    }
    for (let i = 0; i < sums.length; i++) sums[i] = logistic((sums[i] ?? 0) * this.#steps.kind, length);
    return sums;
  }
}

/** The probability that a sum over so many features stands for. */
function logistic(sum: number, features: number): number {
  return 1 / (1 + Math.exp((-sum * SCALE) / Math.sqrt(features)));
}

function bytesFrom(base64: string): Uint8Array {
  return Uint8Array.from(Buffer.from(base64, 'base64'));
}

function weightsFrom(base64: string): Int8Array {
  return Int8Array.from(bytesFrom(base64));
}

/** The project's own, trained on the invented rationales of training/. */
export const CLASSIFIER = new Classifier(weights);
