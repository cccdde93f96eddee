import type { GraphClient } from '../../graph/client.js';
import { findingConditions } from '../filter/conditions.js';
import type { FindingFilter } from '../filter/filters.js';
import type { Place } from '../place.js';

/** So many times as many are looked at as are wanted: some have the last score. */
const MORE = 2;

/** So many times as many are looked at when these were not enough: few pass, or many have one score. */
const GROWTH = 8;

/** A finding that matches. */
export interface SearchHit {
  /** Of the finding. */
  readonly id: string;
  /** Above 1 of what matches by its own words, else between 0 and 1; only to be compared within one search. */
  readonly score: number;
  /** ISO 8601. */
  readonly decisionDate: string | null;
}

interface Looked {
  readonly looked: number;
  readonly hits: readonly (readonly [id: string, score: number, decisionDate: string | null])[];
}

/** What was found. */
export interface OwnWords {
  readonly hits: readonly SearchHit[];
  /** All that match, whether or not they pass, where there are fewer hits than were wanted. */
  readonly looked: number;
}

/**
 * Some findings that match by their own words, the best first, equals by id. The index tells the best by itself, so that a first page takes
 * no longer where a million match.
 * @param query in Lucene's language
 * @param place behind which they begin: score and id of a hit
 */
export async function ownWordsHits(
  client: GraphClient,
  query: string,
  filter: FindingFilter,
  { place, limit }: { readonly place: Place | null; readonly limit: number },
): Promise<OwnWords> {
  const after = { after: place?.key ?? null, afterScore: place?.value ?? null };
  for (let look = limit * MORE; ; look *= GROWTH) {
    const [row] = await client.read<Looked>('read/search-own-words', {
      query,
      page: { ...after, look, limit },
      filter: findingConditions(filter),
    });
    const { looked, hits } = row ?? { looked: 0, hits: [] };
    if (hits.length < limit && looked === look) continue;
    return { hits: hits.map(([id, score, decisionDate]) => ({ id, score, decisionDate })), looked };
  }
}
