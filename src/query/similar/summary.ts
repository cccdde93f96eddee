import type { CriterionKind, CriterionStatus } from '../../normalise/criteria/kinds.js';
import { criterionKinds } from '../criterion-filter.js';
import { tally, type Tally } from '../tally.js';
import type { Candidate } from './candidates.js';

/** What the nearest findings say of one kind of criterion. */
export interface SimilarCriterion {
  readonly kind: CriterionKind;
  /** How those were decided that say that it is met; one that says both counts for both. */
  readonly met: Tally;
  readonly notMet: Tally;
  /**
   * How well it tells overturned from upheld, -1 to 1: how much more often it is met among the overturned than among the upheld, and
   * how much more often it is not met among the upheld, as shares of all of them, the mean of both; each group counts as one finding
   * more, which says it by half, lest a single finding says all. Null when none was overturned, or none upheld.
   */
  readonly separation: number | null;
}

/** How the findings nearest to a seed were decided. */
export interface SimilarSummary {
  readonly nearest: Tally;
  /** First what tells overturned from upheld best. */
  readonly criteria: readonly SimilarCriterion[];
}

type Decided = Pick<Candidate, 'decision' | 'criteria'>;

export function summarise(nearest: readonly Decided[]): SimilarSummary {
  const all = tallyOf(nearest);
  const criteria = criterionKinds
    .map((kind) => criterionOf(kind, nearest, all))
    .filter(({ met, notMet }) => met.findings + notMet.findings > 0)
    .sort((a, b) => Math.abs(b.separation ?? 0) - Math.abs(a.separation ?? 0) || said(b) - said(a));
  return { nearest: all, criteria };
}

function criterionOf(kind: CriterionKind, nearest: readonly Decided[], all: Tally): SimilarCriterion {
  const saying = (status: CriterionStatus) =>
    tallyOf(
      nearest.filter(({ criteria }) => criteria.some((one) => one.kind === kind && one.status === status)),
    );
  const [met, notMet] = [saying('MET'), saying('NOT_MET')];
  if (all.upheld === 0 || all.overturned === 0) return { kind, met, notMet, separation: null };
  const difference = (of: Tally) => share(of.overturned, all.overturned) - share(of.upheld, all.upheld);
  return { kind, met, notMet, separation: (difference(met) - difference(notMet)) / 2 };
}

function share(part: number, whole: number): number {
  return (part + 0.5) / (whole + 1);
}

function tallyOf(findings: readonly Decided[]): Tally {
  return tally(findings.length, findings.filter(({ decision }) => decision === 'UPHELD').length);
}

function said({ met, notMet }: SimilarCriterion): number {
  return met.findings + notMet.findings;
}
