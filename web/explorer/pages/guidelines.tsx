import { useState } from 'react';
import { Link } from 'wouter';
import { graphql, type AnswerOf, type Enum } from '../api/graphql.js';
import { useAnswer } from '../api/use-answer.js';
import { FilterBar } from '../filter/filter-bar.js';
import { addressOf, toFindingFilter, type Filter } from '../filter/filter.js';
import { useFilter, useParam } from '../filter/use-filter.js';
import { CriterionFigure } from '../parts/criterion-figure.js';
import { Figure } from '../parts/figure.js';
import { GuidelinePath, labelOf, type PathGuideline } from '../parts/guideline-path.js';
import { RateBars } from '../parts/rate-bars.js';
import { Answered } from '../parts/states.js';
import { ownTallyColumns } from '../parts/tally-columns.js';
import { useTitle } from '../parts/title.js';
import { words } from '../parts/words.js';
import { graphAddress } from '../parts/addresses.js';

const OUTCOMES = graphql(`
  query GuidelinesBelow($filter: GuidelineOutcomeFilter!, $orderBy: GuidelineOutcomeOrder!, $first: Int!) {
    guidelineOutcomes(filter: $filter, orderBy: $orderBy, first: $first) {
      totalCount
      nodes {
        guideline {
          id
          name
          edition
          resolution
        }
        findings
        upheld
        overturned
        upholdRate
        upholdRateInterval {
          low
          high
        }
        small
      }
    }
  }
`);

const GUIDELINE = graphql(`
  query GuidelinePlace($id: ID!) {
    guideline(id: $id) {
      id
      name
      level
      edition
      parent {
        id
        name
        edition
        parent {
          id
          name
          edition
        }
      }
    }
  }
`);

type Level = Extract<Enum<'GuidelineLevel'>, 'SOURCE' | 'CHAPTER' | 'TOPIC'>;

/** What is looked at below each level. */
const BELOW: Readonly<Record<Enum<'GuidelineLevel'>, Level | undefined>> = {
  SOURCE: 'CHAPTER',
  CHAPTER: 'TOPIC',
  TOPIC: undefined,
  CRITERION: undefined,
};

const TITLES: Readonly<Record<Level, string>> = { SOURCE: 'Sources', CHAPTER: 'Chapters', TOPIC: 'Topics' };

const ORDERS = {
  UPHELD: 'most denials upheld',
  WILSON_LOW: 'surest to uphold',
  OVERTURNED: 'most denials overturned',
  FINDINGS: 'most findings',
} as const;

const ROLES = ['EXPERT_REVIEWER', 'CLAIMS_ADMINISTRATOR', 'RATIONALE'] as const;

const FEW = 20;
const MOST = 100;

export default function GuidelinesPage() {
  useTitle('Guidelines');
  const [filter, setFilter] = useFilter();
  const [under] = useParam('under');
  const answer = useAnswer(GUIDELINE, { id: under ?? '' }, { enabled: under !== undefined });
  return (
    <>
      <h1>Which guidelines uphold denials?</h1>
      <FilterBar filter={filter} onChange={setFilter} />
      {under === undefined ? (
        <Below filter={filter} level="SOURCE" />
      ) : (
        <Answered to={answer}>
          {({ guideline }) =>
            guideline === null ? (
              <p className="state">No letter cites this guideline.</p>
            ) : (
              <At filter={filter} at={guideline} />
            )
          }
        </Answered>
      )}
    </>
  );
}

interface Guideline extends PathGuideline {
  readonly level: Enum<'GuidelineLevel'>;
}

/** One guideline: what is below it, and the criteria that reviewers draw from it. */
function At({ filter, at }: { readonly filter: Filter; readonly at: Guideline }) {
  const level = BELOW[at.level];
  const citing = { ...filter, guideline: [at.id], role: [useRole()] };
  return (
    <>
      <GuidelinePath
        guideline={at}
        linkOf={(id) => addressOf('/guidelines', filter, id === undefined ? {} : { under: id })}
      />
      <p>
        <Link href={addressOf('/findings', citing)}>The findings that cite it</Link> ·{' '}
        <Link href={graphAddress(at.id)}>Look at it in the graph</Link>
      </p>
      {level !== undefined && <Below filter={filter} level={level} under={at.id} />}
      <CriterionFigure
        title={`Criteria that reviewers draw from ${at.name}`}
        file="criteria"
        filter={filter}
        guideline={at.id}
        first={20}
        linkOf={(kind) =>
          addressOf('/findings', {
            ...filter,
            criterion: [kind],
            status: ['NOT_MET'],
            reliesOn: [at.id],
            decisive: true,
          })
        }
      />
    </>
  );
}

/** Who cites the guidelines that are counted. */
function useRole(): Enum<'CitationRole'> {
  const [role] = useParam('by');
  return ROLES.find((each) => each === role) ?? 'EXPERT_REVIEWER';
}

interface BelowProps {
  readonly filter: Filter;
  readonly level: Level;
  readonly under?: string;
}

function Below({ filter, level, under }: BelowProps) {
  const role = useRole();
  const [wanted, setOrder] = useParam('order');
  const [first, setFirst] = useState(FEW);
  const order = isOrder(wanted) ? wanted : 'UPHELD';
  const answer = useAnswer(OUTCOMES, {
    filter: {
      ...toFindingFilter(filter),
      level,
      role: [role],
      ...(under !== undefined && { guideline: under }),
    },
    orderBy: { field: order, direction: 'DESC' },
    first,
  });
  return (
    <>
      <Choices role={role} order={order} onOrder={setOrder} />
      <Answered to={answer}>
        {({ guidelineOutcomes: { nodes, totalCount } }) => (
          <>
            <LevelFigure
              level={level}
              isWhole={under === undefined}
              outcomes={nodes}
              filter={filter}
              role={role}
            />
            {totalCount > nodes.length && first < MOST && (
              <button onClick={() => setFirst(MOST)}>
                {totalCount <= MOST ? `Show all ${totalCount}` : `Show ${MOST} of ${totalCount}`}
              </button>
            )}
          </>
        )}
      </Answered>
    </>
  );
}

interface ChoicesProps {
  readonly role: Enum<'CitationRole'>;
  readonly order: keyof typeof ORDERS;
  readonly onOrder: (order: string) => void;
}

function Choices({ role, order, onOrder }: ChoicesProps) {
  const [, setRole] = useParam('by');
  return (
    <div className="choices">
      <label>
        Cited by
        <select value={role} onChange={({ target }) => setRole(target.value)}>
          {ROLES.map((each) => (
            <option key={each} value={each}>
              {words(each)}
            </option>
          ))}
        </select>
      </label>
      <label>
        First
        <select value={order} onChange={({ target }) => onOrder(target.value)}>
          {Object.entries(ORDERS).map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

interface LevelFigureProps {
  readonly level: Level;
  /** Whether all guidelines of the level are looked at, and not those below one. */
  readonly isWhole: boolean;
  readonly outcomes: AnswerOf<typeof OUTCOMES>['guidelineOutcomes']['nodes'];
  readonly filter: Filter;
  readonly role: Enum<'CitationRole'>;
}

function LevelFigure({ level, isWhole, outcomes, filter, role }: LevelFigureProps) {
  const by = role === 'EXPERT_REVIEWER' ? {} : { by: role };
  return (
    <Figure
      title={TITLES[level]}
      note="Each finding counts once for a guideline, whatever it cites of it. Choose one for what is below it, its criteria and findings."
      file={TITLES[level].toLowerCase()}
      rows={outcomes}
      keyOf={({ guideline }) => guideline.id}
      columns={[{ head: 'Guideline', value: ({ guideline }) => labelOf(guideline) }, ...ownTallyColumns]}
      empty={isWhole ? undefined : `No letter cites a ${level.toLowerCase()} of it under this filter.`}
      chart={
        <RateBars
          bars={outcomes.map((tally) => ({
            key: tally.guideline.id,
            label: labelOf(tally.guideline),
            detail:
              tally.guideline.resolution === 'RESOLVED'
                ? undefined
                : 'as letters word it; not in the catalogue',
            tally,
            href: addressOf('/guidelines', filter, { ...by, under: tally.guideline.id }),
          }))}
        />
      }
    />
  );
}

function isOrder(value: string | undefined): value is keyof typeof ORDERS {
  return value !== undefined && value in ORDERS;
}
