import type { Decision } from '../../parse/letter.js';
import type { ServiceRequest } from '../determination.js';
import type { Seen } from './features.js';
import type { CriterionKind, CriterionStatus } from './kinds.js';
import { familyOf, type Entry, type Family } from './lexicon.js';
import type { Negation } from './negation.js';
import type { PhraseMatch } from './phrases.js';
import type { Statement } from './statements.js';

/** A condition that a clause speaks of, by the rules; places are indexes of words. */
export interface Candidate {
  readonly kind: CriterionKind;
  readonly status: CriterionStatus;
  readonly note: string | null;
  /** The phrase alone. */
  readonly phrase: { readonly first: number; readonly next: number };
  /** The phrase with what negates it. */
  readonly first: number;
  readonly next: number;
  /** How much the phrase says. */
  readonly score: number;
  readonly beside: boolean;
  readonly negation: Negation | undefined;
  readonly statement: Statement;
}

/** Which status speaks for a decision: a denial stands for what is not met. */
export const DECIDING: Readonly<Record<Decision, CriterionStatus>> = {
  UPHELD: 'NOT_MET',
  OVERTURNED: 'MET',
};

/**
 * What the rules find that a rationale applies, each pair of kind and status once: phrases of the lexicon in clauses that
 * speak of this employee, negated or not.
 * @param likeliest the statement that the classifier holds likeliest to say a kind and status: of several it is taken
 */
export function findCandidates(
  words: readonly string[],
  seen: readonly Seen[],
  { decision, service }: { readonly decision: Decision; readonly service: Pick<ServiceRequest, 'category'> },
  likeliest: (one: Pick<Candidate, 'kind' | 'status'>) => Statement | undefined = () => undefined,
): readonly Candidate[] {
  const family = familyOf(service);
  const deciding = DECIDING[decision];
  const found: Candidate[] = [];
  for (const one of seen) {
    if (one.statement.stance === 'GENERAL' || one.evidence.phrases.length === 0) continue;
    for (const candidate of specific(withoutOverlaps(candidatesOf(one, family, deciding))))
      found.push(candidate);
  }
  if (decision === 'UPHELD' && !found.some(({ status }) => status === deciding))
    found.push(...lastResort(seen, family));
  const reasons = found.filter(({ statement }) => !isMerelyRecited(statement, words));
  const counted = reasons.some(({ status }) => status === deciding) ? reasons : found;
  return bestOfEach(counted, (one) => likeliest(one) === one.statement);
}

/** What speaks for the other side counts where it is granted; that a surgery was approved is a fact of the file. */
function candidatesOf(seen: Seen, family: Family, deciding: CriterionStatus): Candidate[] {
  return allCandidates(seen, family).filter(
    ({ kind, status }) =>
      status === deciding || seen.statement.isConcession || kind === 'PRIMARY_SERVICE_APPROVED',
  );
}

function allCandidates({ statement, evidence }: Seen, family: Family): Candidate[] {
  const candidates: Candidate[] = [];
  for (const match of evidence.phrases) {
    if (!counts(match.value, statement, family)) continue;
    const candidate = candidateOf(match, evidence.negations, statement);
    if (candidate) candidates.push(candidate);
  }
  return candidates;
}

function counts(entry: Entry, { stance, isGround }: Statement, family: Family): boolean {
  const { only, not, inConclusion, asGround, lastResort: isLast } = entry;
  if ((only && !only.has(family)) || not.has(family)) return false;
  // What is concluded on a surgery is no ground for another service where the surgery itself is in dispute.
  if (inConclusion && family === 'surgery' && !isGround) return false;
  if (stance === 'CONCLUSION' && !inConclusion) return false;
  return !(asGround && !isGround) && !(isLast && stance !== 'GENERAL');
}

/**
 * Whether the rules read a kind in a statement, and only with the other status: "no failed therapy" is not what a
 * reversal rests on, however often reversals rest on failed therapy. What a statement denies in words that they do not
 * follow is left to the classifier.
 */
export function contradicts(
  { statement, evidence }: Seen,
  { kind, status }: Pick<Candidate, 'kind' | 'status'>,
): boolean {
  if (status === 'NOT_MET' && evidence.negations.length > 0) return false;
  let isRead = false;
  for (const match of evidence.phrases) {
    if (match.value.kind !== kind) continue;
    const candidate = candidateOf(match, evidence.negations, statement);
    const reading = candidate?.status ?? (match.value.sense === 'UNMET' ? 'MET' : undefined);
    if (reading === status) return false;
    isRead ||= reading !== undefined;
  }
  return isRead;
}

/** A denial that gives no reason of its own may rest on what the guideline says of the service in general. */
function lastResort(all: readonly Seen[], family: Family): Candidate[] {
  for (const seen of all) {
    if (seen.statement.stance !== 'GENERAL') continue;
    const found = allCandidates(seen, family).find(
      ({ kind, status }) => kind === 'TREATMENT_RECOMMENDED' && status === 'NOT_MET',
    );
    if (found) return [found];
  }
  return [];
}

/** A sentence of the history is no reason, unless it says what the records lack. */
function isMerelyRecited({ isRecital, first, next }: Statement, words: readonly string[]): boolean {
  if (!isRecital) return false;
  for (let at = first; at < next; at++) if (SAYS_LACK.has(words[at] ?? '')) return false;
  return true;
}

const SAYS_LACK = new Set(
  'documentation documented evidence indication lack mention failed unclear'.split(' '),
);

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

/** What says more first; of equals the longer. */
function byScore(a: Candidate, b: Candidate): number {
  return b.score - a.score || b.next - b.first - (a.next - a.first);
}

/** Of phrases that share words the one that says most. */
function withoutOverlaps(candidates: readonly Candidate[]): readonly Candidate[] {
  if (candidates.length < 2) return candidates;
  const kept: Candidate[] = [];
  for (const one of [...candidates].sort(byScore)) {
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
  if (candidates.length < 2) return candidates;
  const named = candidates.filter(({ kind }) => kind !== 'DOCUMENTATION');
  return (named.length > 0 ? named : candidates).filter(
    (one) =>
      !BROAD.has(one.kind) ||
      !one.negation ||
      !named.some(({ kind, negation }) => !BROAD.has(kind) && negation === one.negation),
  );
}

function bestOfEach(candidates: readonly Candidate[], isLikeliest: (one: Candidate) => boolean): Candidate[] {
  const byPreference = (a: Candidate, b: Candidate): number =>
    Number(isLikeliest(b)) - Number(isLikeliest(a)) || byScore(a, b);
  const best = new Map<string, Candidate>();
  for (const one of candidates) {
    const key = `${one.kind} ${one.status}`;
    const other = best.get(key);
    if (!other || byPreference(one, other) < 0) best.set(key, one);
  }
  const all = [...best.values()];
  const named = all.filter(({ kind, score }) => kind !== 'DOCUMENTATION' || score > 0);
  return named.length > 0 ? named : all;
}
