import { wilsonInterval } from '../../../src/query/wilson.js';
import { graphql, type AnswerOf } from '../api/graphql.js';
import { useAnswer } from '../api/use-answer.js';
import { FilterBar } from '../filter/filter-bar.js';
import { addressOf, toFindingFilter, type Filter } from '../filter/filter.js';
import { useFilter } from '../filter/use-filter.js';
import { Figure, type Column } from '../parts/figure.js';
import { count, share } from '../parts/numbers.js';
import { valueOf } from '../parts/outcome-figure.js';
import { PairedPoints, type Pair, type Share } from '../parts/paired-points.js';
import { Answered } from '../parts/states.js';
import { described, type Tally } from '../parts/tally.js';
import { useTitle } from '../parts/title.js';

const SIDE = graphql(`
  query OneSide(
    $filter: FindingFilter!
    $criteria: CriterionOutcomeFilter!
    $guidelines: GuidelineOutcomeFilter!
  ) {
    outcomes(filter: $filter, groupBy: [YEAR], first: 40, orderBy: { field: VALUE, direction: ASC }) {
      base {
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
      nodes {
        values {
          value
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
    criterionOutcomes(filter: $criteria, first: 12, orderBy: { field: NOT_MET, direction: DESC }) {
      nodes {
        kind
        name
        base {
          findings
          small
        }
        notMet {
          findings
        }
        notMetShare
      }
    }
    guidelineOutcomes(filter: $guidelines, first: 15, orderBy: { field: FINDINGS, direction: DESC }) {
      nodes {
        guideline {
          id
          path
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

type Side = AnswerOf<typeof SIDE>;

export default function ComparePage() {
  useTitle('Compare');
  const [first, setFirst] = useFilter('a.');
  const [second, setSecond] = useFilter('b.');
  const a = useAnswer(SIDE, variablesOf(first));
  const b = useAnswer(SIDE, variablesOf(second));
  return (
    <>
      <h1>Compare two groups of findings</h1>
      <div className="sides">
        <section className="side-a" aria-label="First group">
          <h2>First</h2>
          <FilterBar label="Filter of the first group" filter={first} onChange={setFirst} />
          <Answered to={a}>
            {({ outcomes: { base } }) => <p className="headline">{described(base)}.</p>}
          </Answered>
        </section>
        <section className="side-b" aria-label="Second group">
          <h2>Second</h2>
          <FilterBar label="Filter of the second group" filter={second} onChange={setSecond} />
          <Answered to={b}>
            {({ outcomes: { base } }) => <p className="headline">{described(base)}.</p>}
          </Answered>
        </section>
      </div>
      {a.data !== undefined && b.data !== undefined && <Comparison first={first} a={a.data} b={b.data} />}
    </>
  );
}

function variablesOf(filter: Filter) {
  const conditions = toFindingFilter(filter);
  return {
    filter: conditions,
    criteria: { ...conditions, decisiveOnly: true, minConfidence: 0.5 },
    guidelines: { ...conditions, level: 'CHAPTER' as const, role: ['EXPERT_REVIEWER' as const] },
  };
}

function Comparison({ first, a, b }: { readonly first: Filter; readonly a: Side; readonly b: Side }) {
  return (
    <>
      <PairFigure
        title="Uphold rate by year"
        scale="uphold rate"
        file="compared-years"
        pairs={paired(yearsOf(a), yearsOf(b))}
      />
      <PairFigure
        title="What is missing: findings in which a criterion is a reason and not met"
        scale="share of the group’s findings"
        file="compared-criteria"
        pairs={paired(criteriaOf(a), criteriaOf(b))}
        linkOf={(kind) =>
          addressOf('/findings', { ...first, criterion: [kind], status: ['NOT_MET'], decisive: true })
        }
      />
      <PairFigure
        title="Uphold rate by the chapter that the reviewer cites"
        scale="uphold rate"
        file="compared-chapters"
        pairs={paired(chaptersOf(a), chaptersOf(b))}
        linkOf={(id) => addressOf('/guidelines', first, { under: id })}
      />
    </>
  );
}

interface Entry {
  readonly key: string;
  readonly label: string;
  readonly share: Share;
}

function upholdShare({ upholdRate, upholdRateInterval, findings, small }: Tally): Share {
  return { rate: upholdRate, interval: upholdRateInterval, findings, small };
}

function yearsOf({ outcomes }: Side): Entry[] {
  return outcomes.nodes.map((tally) => ({
    key: valueOf(tally),
    label: valueOf(tally),
    share: upholdShare(tally),
  }));
}

function chaptersOf({ guidelineOutcomes }: Side): Entry[] {
  return guidelineOutcomes.nodes.map((tally) => ({
    key: tally.guideline.id,
    label: tally.guideline.path,
    share: upholdShare(tally),
  }));
}

function criteriaOf({ criterionOutcomes }: Side): Entry[] {
  return criterionOutcomes.nodes.map(({ kind, name, base, notMet, notMetShare }) => ({
    key: kind,
    label: name,
    share: { ...base, rate: notMetShare, interval: wilsonInterval(notMet.findings, base.findings) },
  }));
}

/** What is there on either side, in the order of the first; what the list of one side leaves out is not known to be none. */
function paired(a: readonly Entry[], b: readonly Entry[]): Pair[] {
  const first = new Map(a.map(({ key, share }) => [key, share]));
  const second = new Map(b.map(({ key, share }) => [key, share]));
  const all = [...a, ...b.filter(({ key }) => !first.has(key))];
  return all.map(({ key, label }) => ({ key, label, a: first.get(key), b: second.get(key) }));
}

interface PairFigureProps {
  readonly title: string;
  readonly scale: string;
  readonly file: string;
  readonly pairs: readonly Pair[];
  readonly linkOf?: (key: string) => string;
}

function PairFigure({ title, scale, file, pairs, linkOf }: PairFigureProps) {
  return (
    <Figure
      title={title}
      note="Points are shares with 95% intervals; hollow ones rest on fewer than 30 findings. A dash: not among the most frequent of that side."
      file={file}
      rows={pairs}
      keyOf={({ key }) => key}
      columns={[
        { head: 'Group', value: ({ label }) => label },
        ...columnsOf('First', ({ a }) => a),
        ...columnsOf('Second', ({ b }) => b),
      ]}
      chart={<PairedPoints pairs={pairs} scale={scale} linkOf={linkOf} />}
    />
  );
}

function columnsOf(side: string, shareOf: (pair: Pair) => Share | undefined): Column<Pair>[] {
  const column = (
    head: string,
    value: (told: Share) => number | null,
    written: (value: number | null) => string,
  ): Column<Pair> => {
    const of = (pair: Pair) => {
      const told = shareOf(pair);
      return told === undefined ? null : value(told);
    };
    return { head: `${side}: ${head}`, value: of, shown: (pair) => written(of(pair)) };
  };
  return [
    column('share', ({ rate }) => rate, share),
    column('95% from', ({ interval }) => interval.low, share),
    column('95% to', ({ interval }) => interval.high, share),
    column(
      'of findings',
      ({ findings }) => findings,
      (value) => (value === null ? '–' : count(value)),
    ),
  ];
}
