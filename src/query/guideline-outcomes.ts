import type { GraphClient } from '../graph/client.js';
import type { GuidelineLevel } from '../graph/identity.js';
import type { CitationRole } from '../normalise/determination.js';
import { findingConditions } from './filter/conditions.js';
import type { FindingFilter } from './filter/filters.js';
import type { ListPage, Optional, PageArguments } from './page.js';
import type { Direction } from './place.js';
import { rankedPage } from './ranking.js';
import { tally, TALLY_MEASURES, type Tally, type TallyMeasure } from './tally.js';

/** How the findings that cite one guideline, or one below it, were decided; each finding counts once. */
export interface GuidelineOutcome extends Tally {
  readonly guidelineId: string;
  /** Upheld out of all findings, 0 to 1. */
  readonly upholdRate: number;
}

/** Which guidelines, and by whose citations of them; and which findings count. */
export interface GuidelineOutcomeFilter extends FindingFilter {
  readonly level: GuidelineLevel;
  readonly source?: Optional<string>;
  /** Id of a guideline: it, or those below it. */
  readonly guideline?: Optional<string>;
  /** Whose citations count; left out: anyone's. */
  readonly role?: Optional<readonly CitationRole[]>;
}

export interface GuidelineOutcomeOrder {
  readonly field: TallyMeasure;
  readonly direction: Direction;
}

type Counts = Pick<GuidelineOutcome, 'guidelineId' | 'findings' | 'upheld'>;

/**
 * For each guideline of a level: how many findings cite it, and how they were decided; equals by guideline id.
 * @throws {InputError} when `after` is no place of this order
 */
export async function guidelineOutcomes(
  client: GraphClient,
  filter: GuidelineOutcomeFilter,
  { field, direction }: GuidelineOutcomeOrder,
  page: PageArguments,
): Promise<ListPage<GuidelineOutcome>> {
  const { level, source, guideline, role } = filter;
  const counts = await client.read<Counts>('read/guideline-outcomes', {
    filter: findingConditions(filter),
    level,
    source,
    guideline,
    roles: role,
  });
  const order = `guidelineOutcomes of ${level} by ${field} ${direction}`;
  const ranking = { order, valueOf: TALLY_MEASURES[field], direction, keyOf: idOf };
  return rankedPage(counts.map(withRate), ranking, page);
}

const idOf = ({ guidelineId }: GuidelineOutcome): string => guidelineId;

function withRate({ guidelineId, findings, upheld }: Counts): GuidelineOutcome {
  return { guidelineId, ...tally(findings, upheld), upholdRate: upheld / findings };
}
