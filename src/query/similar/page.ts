import { InputError } from '../input-error.js';
import type { Page, PageArguments } from '../page.js';
import type { SimilarFinding } from './similar.js';

/** Where a finding stands in the list: its score, one more when it was set aside and such come first, and its id. */
export function similarKey({ score, decision, id }: SimilarFinding, overturnedFirst: boolean): string {
  return `${rank(score, overturnedFirst && decision === 'OVERTURNED')} ${id}`;
}

function rank(score: number, isFirst: boolean): number {
  return Math.round((isFirst ? score + 1 : score) * 10_000) / 10_000;
}

const KEY = /^(\d(?:\.\d+)?) (.+)$/s;

/**
 * One page of the list. A cursor stands behind a score and an id, so that the next page goes on there also when findings were added.
 * @throws {InputError} when `after` is no cursor of this list
 */
export function similarPage(
  findings: readonly SimilarFinding[],
  overturnedFirst: boolean,
  { first, after }: PageArguments,
): Page<SimilarFinding> {
  if (typeof after !== 'string') return pageFrom(findings, 0, first);
  const [, value, id = ''] = KEY.exec(after) ?? [];
  if (value === undefined) throw new InputError('after', 'this cursor is not of this list');
  const start = findings.findIndex(({ score, decision, id: own }) => {
    const its = rank(score, overturnedFirst && decision === 'OVERTURNED');
    return its < Number(value) || (its === Number(value) && own > id);
  });
  return pageFrom(findings, start < 0 ? findings.length : start, first);
}

function pageFrom(findings: readonly SimilarFinding[], start: number, first: number): Page<SimilarFinding> {
  return { nodes: findings.slice(start, start + first), hasNextPage: findings.length > start + first };
}
