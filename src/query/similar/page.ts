import type { ListPage, PageArguments } from '../page.js';
import { rankedPage } from '../ranking.js';
import type { SimilarFinding } from './similar.js';

/** What the list is in order by: the score, one more of what was set aside when such comes first. */
function rank(score: number, isFirst: boolean): number {
  return Math.round((isFirst ? score + 1 : score) * 10_000) / 10_000;
}

/**
 * One page of the list, the highest rank first, equals by id.
 * @throws {InputError} when `after` is no place of this order
 */
export function similarPage(
  findings: readonly SimilarFinding[],
  overturnedFirst: boolean,
  page: PageArguments,
): ListPage<SimilarFinding> {
  const ranking = {
    order: overturnedFirst ? 'similarFindings, overturned first' : 'similarFindings',
    valueOf: ({ score, decision }: SimilarFinding) =>
      rank(score, overturnedFirst && decision === 'OVERTURNED'),
    direction: 'DESC' as const,
    keyOf: ({ id }: SimilarFinding) => id,
  };
  return rankedPage(findings, ranking, page);
}
