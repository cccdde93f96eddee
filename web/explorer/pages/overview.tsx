import { useState, type SubmitEvent } from 'react';
import { useLocation } from 'wouter';
import { graphql } from '../api/graphql.js';
import { useAnswer } from '../api/use-answer.js';
import { FilterBar } from '../filter/filter-bar.js';
import { addressOf, isEmpty, toFindingFilter, type Filter } from '../filter/filter.js';
import { useFilter } from '../filter/use-filter.js';
import { CriterionFigure } from '../parts/criterion-figure.js';
import { count } from '../parts/numbers.js';
import { OutcomeFigure, valueOf, type Outcome } from '../parts/outcome-figure.js';
import { withoutGaps } from '../parts/quarters.js';
import { Answered } from '../parts/states.js';
import { described } from '../parts/tally.js';
import { TimeChart } from '../parts/time-chart.js';
import { useTitle } from '../parts/title.js';
import { serviceAddress } from '../parts/addresses.js';

const OVERVIEW = graphql(`
  query Overview($filter: FindingFilter!) {
    cases(filter: { findings: $filter }, first: 1) {
      totalCount
    }
    quarters: outcomes(
      filter: $filter
      groupBy: [QUARTER]
      first: 100
      orderBy: { field: VALUE, direction: ASC }
    ) {
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
    services: outcomes(filter: $filter, groupBy: [MODALITY], first: 12) {
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
  }
`);

const HOLDINGS = graphql(`
  query Holdings {
    guidelines(filter: { level: [SOURCE, CHAPTER, TOPIC] }, first: 1) {
      totalCount
    }
    reviewers(first: 1) {
      totalCount
    }
    items(first: 1) {
      totalCount
    }
  }
`);

export function OverviewPage() {
  useTitle('Overview');
  const [filter, setFilter] = useFilter();
  const answer = useAnswer(OVERVIEW, { filter: toFindingFilter(filter) });
  return (
    <>
      <h1>What decides Independent Medical Reviews</h1>
      <p className="lead">
        California’s determination letters as a graph: which guidelines uphold denials of care, and what was
        missing when they stand.
      </p>
      <Ask />
      <FilterBar filter={filter} onChange={setFilter} />
      <Answered to={answer}>
        {({ cases, quarters, services }) => (
          <>
            <dl className="totals">
              <Total name="Letters" value={cases.totalCount} />
              <Total name="Decisions" value={quarters.base.findings} />
              {isEmpty(filter) && <Holdings />}
            </dl>
            <p className="headline">{described(quarters.base)}.</p>
            <OverTime quarters={quarters.nodes} />
            <OutcomeFigure
              title="Most disputed services"
              note="Choose one to see what decides it."
              head="Service"
              file="services"
              outcomes={services.nodes}
              linkOf={(service) => serviceAddress(service)}
            />
          </>
        )}
      </Answered>
      <CriterionFigure
        title="What is missing when denials stand"
        file="criteria-not-met"
        filter={filter}
        linkOf={(kind) => addressOf('/findings', missing(filter, kind))}
      />
    </>
  );
}

function OverTime({ quarters }: { readonly quarters: readonly Outcome[] }) {
  return (
    <OutcomeFigure
      title="Outcomes over time"
      note="Decisions by the quarter of their date; letters that print no date are left out."
      head="Quarter"
      file="outcomes-by-quarter"
      outcomes={quarters}
      chart={
        <TimeChart
          label="Upheld and overturned decisions by quarter, with the uphold rate; the table has the numbers"
          periods={withoutGaps(quarters.map((tally) => ({ name: valueOf(tally), tally })))}
        />
      }
    />
  );
}

/** The findings in which a criterion is a reason and not met. */
function missing(filter: Filter, kind: string): Filter {
  return { ...filter, criterion: [kind], status: ['NOT_MET'], decisive: true };
}

function Total({ name, value }: { readonly name: string; readonly value: number }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{count(value)}</dd>
    </div>
  );
}

/** What the graph holds beside letters; nothing while that is not known. */
function Holdings() {
  const { data } = useAnswer(HOLDINGS, {});
  if (data === undefined) return null;
  return (
    <>
      <Total name="Guidelines cited" value={data.guidelines.totalCount} />
      <Total name="Kinds of request" value={data.items.totalCount} />
      <Total name="Reviewer profiles" value={data.reviewers.totalCount} />
    </>
  );
}

function Ask() {
  const [, navigate] = useLocation();
  const [service, setService] = useState('');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (service.trim() !== '') navigate(serviceAddress(service));
  };
  return (
    <form className="ask" role="search" onSubmit={submit}>
      <label>
        What decides a service?
        <input
          type="search"
          value={service}
          placeholder="MRI of the lumbar spine"
          onChange={({ target }) => setService(target.value)}
        />
      </label>
      <button>Show</button>
    </form>
  );
}
