import type { GraphClient } from '../../graph/client.js';
import type { FindingFilter } from '../filter/filters.js';
import { InputError } from '../input-error.js';
import { readCandidates, readFrequencies, type Candidate, type Cap } from './candidates.js';
import { comparison, type Reason } from './likeness.js';
import type { Seed } from './seed.js';
import { summarise, type SimilarSummary } from './summary.js';
import { countedWords, tellingWords, type TellingWord } from './telling-words.js';
import type { InTurn } from './text-seed.js';

/** What is asked of the findings that are similar to a seed. */
export interface SimilarQuestion {
  readonly filter: FindingFilter;
  /** Whether all that were set aside come before all whose denial stands. */
  readonly overturnedFirst: boolean;
}

/** A finding that is similar. */
export interface SimilarFinding extends Candidate {
  /** 0 to 1. */
  readonly score: number;
  /** The sum of their weights is the score; the weightiest first. */
  readonly reasons: readonly Reason[];
  /** Further findings with the same decision in the same words, none nearer; they are not listed. */
  readonly alike: number;
}

/** All findings that are similar to a seed, in order, and what is told beside them. */
export interface SimilarFindings {
  readonly seed: Seed;
  /** The words that are compared, the most telling first. */
  readonly words: readonly TellingWord[];
  readonly findings: readonly SimilarFinding[];
  /** Findings that were compared. */
  readonly considered: number;
  readonly caps: readonly Cap[];
  readonly summary: SimilarSummary;
}

/** Less than this says nothing: such findings are not listed. */
const LEAST_SCORE = 0.1;

/** Findings that the summary tells of at most: the nearest, with this part of the score of the nearest at least. */
export const MOST_SUMMARISED = 100;
export const SUMMARISED_FROM = 0.5;

/**
 * The decided findings that are most like a seed, the nearest first and equals by id. Findings of the seed's own letter are left
 * out: the same reviewer decided them at the same time on the same record.
 * @param path of the argument that holds the seed
 * @throws {InputError} when the seed says nothing that findings can be compared by
 */
export async function similarFindings(
  client: GraphClient,
  seed: Seed,
  { filter, overturnedFirst }: SimilarQuestion,
  { path, inTurn }: { readonly path: string; readonly inTurn: InTurn },
): Promise<SimilarFindings> {
  const counted = await inTurn(() => countedWords(seed.words));
  if (counted.length === 0) throw new InputError(path, 'holds no word that findings can be compared by');
  const words = await tellingWords(client, counted, seed.form === 'FINDING' ? 2 : 1);
  const frequencies = await readFrequencies(client, seed);
  const { candidates, caps } = await readCandidates(client, seed, { words, frequencies, filter });
  const reasonsFor = comparison(seed, frequencies, words);
  const scored = candidates
    .map((candidate) => withScore(candidate, reasonsFor(candidate)))
    .sort(nearestFirst);
  const findings = eachWording(scored.filter(({ score }) => score >= LEAST_SCORE));
  return {
    seed,
    words,
    findings: overturnedFirst ? overturnedBeforeUpheld(findings) : findings,
    considered: candidates.length,
    caps,
    summary: summarise(nearestOf(findings)),
  };
}

function nearestOf(ranked: readonly SimilarFinding[]): readonly SimilarFinding[] {
  const least = SUMMARISED_FROM * (ranked[0]?.score ?? 0);
  return ranked.slice(0, MOST_SUMMARISED).filter(({ score }) => score >= least);
}

function withScore(candidate: Candidate, reasons: readonly Reason[]): SimilarFinding {
  const score = reasons.reduce((sum, { weight }) => sum + weight, 0);
  // Scores are compared, and put into cursors: what the order of adding makes of them must not count.
  return { ...candidate, reasons, score: Math.round(score * 10_000) / 10_000, alike: 0 };
}

function nearestFirst(a: SimilarFinding, b: SimilarFinding): number {
  return b.score - a.score || (a.id < b.id ? -1 : 1);
}

function overturnedBeforeUpheld(ranked: readonly SimilarFinding[]): SimilarFinding[] {
  const isFirst = ({ decision }: SimilarFinding) => decision === 'OVERTURNED';
  return [...ranked.filter(isFirst), ...ranked.filter((finding) => !isFirst(finding))];
}

/** Of findings with the same decision in the same words the nearest, which tells how many there are beside it. */
function eachWording(ranked: readonly SimilarFinding[]): SimilarFinding[] {
  const byWording = new Map<string, { nearest: SimilarFinding; alike: number }>();
  for (const finding of ranked) {
    const known = byWording.get(finding.wording);
    if (known) known.alike++;
    else byWording.set(finding.wording, { nearest: finding, alike: 0 });
  }
  return [...byWording.values()].map(({ nearest, alike }) => ({ ...nearest, alike }));
}
