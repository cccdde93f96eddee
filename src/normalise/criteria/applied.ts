import type { Decision, Quote } from '../../parse/letter.js';
import { within } from '../../parse/quote.js';
import type { AppliedCriterion, ServiceRequest } from '../determination.js';
import { reliesOn, type Grounds } from './reliance.js';
import type { Words } from '../term-index.js';
import type { CriterionKind, CriterionStatus } from './kinds.js';
import { familyOf, LEXICON, type Entry, type Family } from './lexicon.js';
import { negationsIn, type Negation } from './negation.js';
import type { PhraseMatch } from './phrases.js';
import { readProse, type Statement } from './statements.js';

/** What a rationale is read for. */
export interface AppliedContext {
  readonly decision: Decision;
  readonly service: ServiceRequest;
  readonly grounds: Grounds;
}

/** A condition that a clause seems to speak of; places are indexes of words. */
interface Candidate {
  readonly kind: CriterionKind;
  readonly status: CriterionStatus;
  readonly note: string | null;
  /** The phrase alone. */
  readonly phrase: { readonly first: number; readonly next: number };
  /** The phrase with what negates it. */
  readonly first: number;
  readonly next: number;
  readonly score: number;
  readonly beside: boolean;
  readonly negation: Negation | undefined;
  readonly statement: Statement;
}

const DECIDING: Readonly<Record<Decision, CriterionStatus>> = { UPHELD: 'NOT_MET', OVERTURNED: 'MET' };

export function readAppliedCriteria(
  rationale: Quote,
  { decision, service, grounds }: AppliedContext,
): readonly AppliedCriterion[] {
  const { words, statements } = readProse(rationale.value);
  const family = familyOf(service);
  const deciding = DECIDING[decision];
  const found: Candidate[] = [];
  for (const statement of statements) {
    if (statement.stance === 'GENERAL') continue;
    const candidates = candidatesOf(words, statement, family).filter(
      ({ kind, status }) =>
        status === deciding || statement.isConcession || kind === 'PRIMARY_SERVICE_APPROVED',
    );
    found.push(...specific(withoutOverlaps(candidates)));
  }
  if (!found.some(({ status }) => status === deciding) && decision === 'UPHELD')
    found.push(...unsupported(words, statements, family));
  const reasons = found.filter(({ statement }) => !isMerelyRecited(statement, words));
  return firstOfEach(reasons.some(({ status }) => status === deciding) ? reasons : found).map((one) =>
    toApplied(one, rationale, words, { decision, service, grounds }),
  );
}

/** A sentence of the history is no reason, unless it says what the records lack. */
function isMerelyRecited({ isRecital, first, next }: Statement, words: Words): boolean {
  return isRecital && !words.words.slice(first, next).some((word) => LACKS.has(word));
}

const LACKS = new Set([
  'documentation',
  'documented',
  'evidence',
  'indication',
  'lack',
  'mention',
  'failed',
  'unclear',
]);

function unsupported(words: Words, statements: readonly Statement[], family: Family): Candidate[] {
  for (const statement of statements) {
    if (statement.stance !== 'GENERAL') continue;
    const found = candidatesOf(words, statement, family).filter(
      ({ kind, status }) => kind === 'TREATMENT_RECOMMENDED' && status === 'NOT_MET',
    );
    if (found[0]) return [found[0]];
  }
  return [];
}

function candidatesOf(words: Words, statement: Statement, family: Family): Candidate[] {
  const negations = negationsIn(words, statement.first, statement.next);
  return LEXICON.findAll(words, statement.first, statement.next).flatMap((match) => {
    const { only, not, inConclusion, asGround, lastResort } = match.value;
    if ((only && !only.has(family)) || not.has(family)) return [];
    // What is concluded on a surgery is no ground for another service where the surgery itself is in dispute.
    if (inConclusion && family === 'surgery' && !statement.isGround) return [];
    if (statement.stance === 'CONCLUSION' && !inConclusion) return [];
    if ((asGround && !statement.isGround) || (lastResort && statement.stance !== 'GENERAL')) return [];
    const candidate = candidateOf(match, negations, statement);
    return candidate ? [candidate] : [];
  });
}

function candidateOf(
  match: PhraseMatch<Entry>,
  negations: readonly Negation[],
  statement: Statement,
): Candidate | undefined {
  const { kind, note, sense, specificity, beside } = match.value;
  const negation = negations.find(
    ({ cue, first, next }) =>
      match.first < next &&
      match.next > first &&
      !(match.value.holdsNegation && cue.first >= match.first && cue.next <= match.next),
  );
  const status = statusOf(sense, negation !== undefined);
  if (!status) return undefined;
  const cue = sense === 'CONDITION' || sense === 'NEGATED' ? negation?.cue : undefined;
  return {
    kind,
    status,
    note,
    phrase: { first: match.first, next: match.next },
    first: Math.min(match.first, cue?.first ?? match.first),
    next: Math.max(match.next, cue?.next ?? match.next),
    score: specificity + (sense === 'NEGATED' ? 0 : 0.5),
    beside,
    negation,
    statement,
  };
}

function statusOf(sense: Entry['sense'], isNegated: boolean): CriterionStatus | undefined {
  if (sense === 'CONDITION') return isNegated ? 'NOT_MET' : 'MET';
  if (sense === 'NEGATED') return isNegated ? 'NOT_MET' : undefined;
  if (isNegated) return undefined;
  return sense === 'MET' ? 'MET' : 'NOT_MET';
}

/** Of phrases that share words the one that says most. */
function withoutOverlaps(candidates: readonly Candidate[]): Candidate[] {
  const kept: Candidate[] = [];
  for (const one of [...candidates].sort((a, b) => b.score - a.score)) {
    const clash = kept.some(
      ({ phrase, kind }) =>
        kind !== one.kind && !one.beside && phrase.first < one.phrase.next && one.phrase.first < phrase.next,
    );
    if (!clash) kept.push(one);
  }
  return kept;
}

/** Kinds that the words of others hold: "no signs of radiculopathy" is about nerves, and not about signs. */
const BROAD: ReadonlySet<CriterionKind> = new Set(['CLINICAL_FINDINGS', 'DIAGNOSIS_MATCHES']);

/** Insufficient documentation is said only where nothing more specific is; a broad kind only where its negation has no other. */
function specific(candidates: readonly Candidate[]): readonly Candidate[] {
  const named = candidates.filter(({ kind }) => kind !== 'DOCUMENTATION');
  return (named.length > 0 ? named : candidates).filter(
    (one) =>
      !BROAD.has(one.kind) ||
      !one.negation ||
      !named.some(({ kind, negation }) => !BROAD.has(kind) && negation === one.negation),
  );
}

function firstOfEach(candidates: readonly Candidate[]): Candidate[] {
  const best = new Map<string, Candidate>();
  for (const one of candidates) {
    const key = `${one.kind} ${one.status}`;
    const other = best.get(key);
    if (!other || one.score > other.score) best.set(key, one);
  }
  const all = [...best.values()];
  const named = all.filter(({ kind, score }) => kind !== 'DOCUMENTATION' || score > 0);
  return (named.length > 0 ? named : all).sort((a, b) => a.first - b.first);
}

function toApplied(
  { kind, status, note, first, next }: Candidate,
  rationale: Quote,
  words: Words,
  { decision, grounds }: AppliedContext,
): AppliedCriterion {
  const { value, span } = within(rationale, words.starts[first] ?? 0, words.ends[next - 1] ?? 0);
  return {
    kind,
    status,
    decisive: status === DECIDING[decision],
    quote: value,
    span,
    confidence: 0.5,
    note,
    reliesOn: reliesOn(span[0], grounds),
  };
}
