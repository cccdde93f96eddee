import { useId, useState, type SubmitEvent } from 'react';
import { graphql } from '../api/graphql.js';
import { useAnswer } from '../api/use-answer.js';
import { FilterBar } from '../filter/filter-bar.js';
import { toFindingFilter, type Filter } from '../filter/filter.js';
import { useFilter, useParam } from '../filter/use-filter.js';
import { Facets } from '../parts/facets.js';
import { FindingList } from '../parts/finding-list.js';
import { counted } from '../parts/numbers.js';
import { Pager } from '../parts/pager.js';
import { Answered, Empty } from '../parts/states.js';
import { useTitle } from '../parts/title.js';

const SEARCH = graphql(`
  query SearchInExplorer($query: String!, $filter: FindingFilter!, $orderBy: SearchOrder!, $after: String) {
    searchFindings(query: $query, filter: $filter, orderBy: $orderBy, first: 20, after: $after) {
      understoodAs
      edges {
        highlights {
          field
          excerpt
          ranges {
            start
            end
          }
        }
        node {
          id
          label
          decision
          item {
            modality
            bodyRegions
          }
          case {
            caseNumber
            decisionDate
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const LIST = graphql(`
  query ListInExplorer(
    $filter: FindingFilter!
    $orderBy: FindingOrder!
    $kind: CriterionKind
    $status: CriterionStatus
    $after: String
  ) {
    findings(filter: $filter, orderBy: $orderBy, first: 20, after: $after) {
      totalCount
      nodes {
        id
        label
        decision
        item {
          modality
          bodyRegions
        }
        case {
          caseNumber
          decisionDate
        }
        appliedCriteria(kind: $kind, status: $status, minConfidence: 0.5) {
          quote
          decisive
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export default function FindingsPage() {
  useTitle('Findings');
  const [filter, setFilter] = useFilter();
  const [query, setQuery] = useParam('q');
  return (
    <>
      <h1>Findings</h1>
      <SearchForm key={query} query={query ?? ''} onSearch={setQuery} />
      <FilterBar filter={filter} onChange={setFilter} />
      {query === undefined ? (
        <List filter={filter} />
      ) : (
        <Search filter={filter} query={query} onNarrow={(more) => setFilter({ ...filter, ...more })} />
      )}
    </>
  );
}

interface SearchFormProps {
  readonly query: string;
  readonly onSearch: (query: string) => void;
}

function SearchForm({ query, onSearch }: SearchFormProps) {
  const hint = useId();
  const [text, setText] = useState(query);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onSearch(text.trim());
  };
  return (
    <form className="ask" role="search" onSubmit={submit}>
      <label>
        Words of labels, rationales and summaries
        <input
          type="search"
          value={text}
          maxLength={500}
          aria-describedby={hint}
          onChange={({ target }) => setText(target.value)}
        />
      </label>
      <button>Search</button>
      <p id={hint} className="quiet">
        All words must match, in any inflection; “a phrase” in quotes; -word excludes; or joins two.
      </p>
    </form>
  );
}

interface SearchProps {
  readonly filter: Filter;
  readonly query: string;
  readonly onNarrow: (more: Filter) => void;
}

function Search({ filter, query, onNarrow }: SearchProps) {
  const [order, setOrder] = useParam('order');
  const [after] = useParam('after');
  const orderBy = order === 'DECISION_DATE' ? 'DECISION_DATE' : 'RELEVANCE';
  const answer = useAnswer(SEARCH, { query, filter: toFindingFilter(filter), orderBy, after: after ?? null });
  return (
    <div className="with-side">
      <Facets query={query} filter={filter} onNarrow={onNarrow} />
      <section aria-label="Findings that match">
        <Order
          value={orderBy}
          names={{ RELEVANCE: 'best match', DECISION_DATE: 'latest decision' }}
          onOrder={setOrder}
        />
        <Answered to={answer}>
          {({ searchFindings: { understoodAs, edges, pageInfo } }) => (
            <>
              <p className="quiet">Looked for: {understoodAs}</p>
              {edges.length === 0 ? (
                <Empty>Nothing matches. Fewer words or a wider filter may.</Empty>
              ) : (
                <FindingList findings={edges.map(({ node, highlights }) => ({ ...node, highlights }))} />
              )}
              <Pager next={pageInfo.hasNextPage ? pageInfo.endCursor : null} />
            </>
          )}
        </Answered>
      </section>
    </div>
  );
}

const LIST_ORDERS = {
  LATEST: { field: 'DECISION_DATE', direction: 'DESC' },
  EARLIEST: { field: 'DECISION_DATE', direction: 'ASC' },
  LABEL: { field: 'LABEL', direction: 'ASC' },
} as const;

function List({ filter }: { readonly filter: Filter }) {
  const [order, setOrder] = useParam('order');
  const [after] = useParam('after');
  const chosen = order !== undefined && order in LIST_ORDERS ? (order as keyof typeof LIST_ORDERS) : 'LATEST';
  const asked = toFindingFilter(filter);
  // The sentences are those of the criterion that the list is narrowed to.
  const only = <Value,>(values: readonly Value[] | null | undefined) =>
    values?.length === 1 ? (values[0] ?? null) : null;
  const kind = only(asked.criteria?.kind);
  const status = only(asked.criteria?.status);
  const answer = useAnswer(LIST, {
    filter: asked,
    orderBy: LIST_ORDERS[chosen],
    kind,
    status,
    after: after ?? null,
  });
  return (
    <section aria-label="Findings that pass the filter">
      <Order
        value={chosen}
        names={{ LATEST: 'latest decision', EARLIEST: 'earliest decision', LABEL: 'label' }}
        onOrder={setOrder}
      />
      <Answered to={answer}>
        {({ findings: { totalCount, nodes, pageInfo } }) => (
          <>
            <p role="status">{counted(totalCount, 'finding')}</p>
            {nodes.length === 0 ? (
              <Empty>No finding passes this filter.</Empty>
            ) : (
              <FindingList
                findings={nodes.map(({ appliedCriteria, ...node }) => ({
                  ...node,
                  quotes: kind === null ? [] : appliedCriteria.map(({ quote }) => quote),
                }))}
              />
            )}
            <Pager next={pageInfo.hasNextPage ? pageInfo.endCursor : null} />
          </>
        )}
      </Answered>
    </section>
  );
}

interface OrderProps<Name extends string> {
  readonly value: Name;
  readonly names: Readonly<Record<Name, string>>;
  readonly onOrder: (name: string) => void;
}

function Order<Name extends string>({ value, names, onOrder }: OrderProps<Name>) {
  return (
    <div className="choices">
      <label>
        First
        <select value={value} onChange={({ target }) => onOrder(target.value)}>
          {Object.entries<string>(names).map(([name, text]) => (
            <option key={name} value={name}>
              {text}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
