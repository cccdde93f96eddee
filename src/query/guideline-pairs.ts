import type { GraphClient } from '../graph/client.js';
import type { GuidelineLevel } from '../graph/identity.js';
import type { CitationRole } from '../normalise/determination.js';
import { findingConditions } from './filter/conditions.js';
import type { FindingFilter } from './filter/filters.js';
import { InputError } from './input-error.js';
import type { ListPage, PageArguments } from './page.js';
import type { Direction } from './place.js';
import { rankedPage } from './ranking.js';
import { benjaminiHochberg, fisherExact } from './significance.js';
import { tally, TALLY_MEASURES, type Tally, type TallyMeasure } from './tally.js';

/** Two guidelines that are cited in one finding, the one by one party, the other by the same or another. */
export interface GuidelinePair extends Tally {
  readonly guidelineId: string;
  readonly withGuidelineId: string;
  /** All findings in which the first party cites the first guideline, whatever the second cites. */
  readonly guidelineTally: Tally;
  /** All findings in which the second party cites the second guideline, whatever the first cites. */
  readonly withGuidelineTally: Tally;
  /** Findings that cite both, over as many as there would be if neither went with the other. */
  readonly lift: number;
  /** Of Fisher's exact test, two-sided: whether findings that cite the one cite the other more or less often than the rest. */
  readonly pValue: number;
  /** The p-value adjusted by Benjamini and Hochberg for all pairs that are tested. */
  readonly qValue: number;
}

export interface GuidelinePairQuestion {
  readonly role: CitationRole;
  readonly level: GuidelineLevel;
  /** Who cites the second guideline, and its level. */
  readonly withRole: CitationRole;
  readonly withLevel: GuidelineLevel;
  /** Leaves out of each finding what both parties cite: what is left, the one cites in place of the other. */
  readonly inPlace: boolean;
  readonly filter: FindingFilter;
  /** Pairs of fewer findings are not tested. */
  readonly minFindings: number;
}

/** Its length is the number of pairs that were tested. */
export interface GuidelinePairPage extends ListPage<GuidelinePair> {
  /** All findings that pass the filter, whatever they cite. */
  readonly base: Tally;
}

export type GuidelinePairOrderField = 'LIFT' | 'Q_VALUE' | TallyMeasure;

export interface GuidelinePairOrder {
  readonly field: GuidelinePairOrderField;
  readonly direction: Direction;
}

const VALUES: Readonly<Record<GuidelinePairOrderField, (of: GuidelinePair) => number | null>> = {
  ...TALLY_MEASURES,
  LIFT: ({ lift }) => lift,
  Q_VALUE: ({ qValue }) => qValue,
};

/** Counts of a pair, of one guideline (the other is null), or of all findings (both are). */
interface Counts {
  readonly guidelineId: string | null;
  readonly withGuidelineId: string | null;
  readonly findings: number;
  readonly upheld: number;
}

/**
 * The pairs of guidelines that enough findings cite together, and how these were decided; equals by their ids.
 * @throws {InputError} when what is asked in place of the other could not differ, or `after` is no place of this order
 */
export async function guidelinePairs(
  client: GraphClient,
  { filter, ...question }: GuidelinePairQuestion,
  { field, direction }: GuidelinePairOrder,
  page: PageArguments,
): Promise<GuidelinePairPage> {
  const { role, withRole, level, withLevel, inPlace } = question;
  if (inPlace && (role === withRole || level !== withLevel)) {
    throw new InputError('inPlace', 'needs two roles, and one level');
  }
  const rows = await client.read<Counts>('read/guideline-pairs', {
    ...question,
    filter: findingConditions(filter),
  });
  const { base, pairs } = pairsOf(rows);
  const order = `guidelinePairs of ${role} ${level} and ${withRole} ${question.withLevel} by ${field} ${direction}`;
  const ranking = { order, valueOf: VALUES[field], direction, keyOf: pairKey };
  return { ...rankedPage(pairs, ranking, page), base };
}

/** Tells a pair from the others of the same question. */
function pairKey({ guidelineId, withGuidelineId }: GuidelinePair): string {
  return JSON.stringify([guidelineId, withGuidelineId]);
}

/** The pairs among counts that come with those of their guidelines, and of all findings. */
function pairsOf(rows: readonly Counts[]): { base: Tally; pairs: GuidelinePair[] } {
  const tallies = new Map(rows.map((row) => [placeOf(row), tally(row.findings, row.upheld)]));
  const tallyOf = (guidelineId: string | null, withGuidelineId: string | null): Tally =>
    tallies.get(placeOf({ guidelineId, withGuidelineId })) ?? tally(0, 0);
  const base = tallyOf(null, null);
  const counted = rows.flatMap(({ guidelineId, withGuidelineId, findings, upheld }) => {
    if (guidelineId === null || withGuidelineId === null) return [];
    const guidelineTally = tallyOf(guidelineId, null);
    const withGuidelineTally = tallyOf(null, withGuidelineId);
    const [one, other] = [guidelineTally.findings, withGuidelineTally.findings];
    const lift = (findings * base.findings) / (one * other);
    const pValue = fisherExact(findings, one, other, base.findings);
    const ids = { guidelineId, withGuidelineId };
    return [{ ...ids, ...tally(findings, upheld), guidelineTally, withGuidelineTally, lift, pValue }];
  });
  const qValues = benjaminiHochberg(counted.map(({ pValue }) => pValue));
  return { base, pairs: counted.map((pair, i) => ({ ...pair, qValue: qValues[i] ?? 1 })) };
}

function placeOf({ guidelineId, withGuidelineId }: Pick<Counts, 'guidelineId' | 'withGuidelineId'>): string {
  return JSON.stringify([guidelineId, withGuidelineId]);
}
