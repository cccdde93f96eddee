import { graphql } from '../api/graphql.js';
import { useAnswer } from '../api/use-answer.js';
import { toFindingFilter, type Filter } from '../filter/filter.js';
import { count, counted } from './numbers.js';
import { Answered } from './states.js';
import { words } from './words.js';

const FACETS = graphql(`
  query SearchFacets($query: String!, $filter: FindingFilter!) {
    searchFindings(query: $query, filter: $filter, first: 1) {
      totalCount
      isComplete
      facets(first: 8) {
        decision {
          value
          findings
        }
        category {
          value
          findings
        }
        bodyRegion {
          value
          findings
        }
        source {
          value
          findings
        }
        year {
          value
          findings
        }
      }
    }
  }
`);

interface FacetsProps {
  readonly query: string;
  readonly filter: Filter;
  readonly onNarrow: (more: Filter) => void;
}

/** What the findings that match have in common; each value narrows to it. */
export function Facets({ query, filter, onNarrow }: FacetsProps) {
  const answer = useAnswer(FACETS, { query, filter: toFindingFilter(filter) });
  return (
    <aside className="facets" aria-label="What the findings that match have in common">
      <Answered to={answer}>
        {({ searchFindings: { totalCount, isComplete, facets } }) => (
          <>
            <p role="status">
              {isComplete ? '' : 'at least '}
              {counted(totalCount, 'finding')}
            </p>
            <Facet
              name="Decision"
              wordsOf={words}
              values={facets.decision}
              narrowing={(value) => ({ decision: [value] })}
              onNarrow={onNarrow}
            />
            <Facet
              name="Body region"
              values={facets.bodyRegion}
              narrowing={(value) => ({ bodyRegion: [value] })}
              onNarrow={onNarrow}
            />
            <Facet
              name="Category"
              values={facets.category}
              narrowing={(value) => ({ category: [value] })}
              onNarrow={onNarrow}
            />
            <Facet
              name="Source"
              wordsOf={(id) => id.replace(/^Guideline:/, '')}
              values={facets.source}
              narrowing={(value) => ({ guideline: [value] })}
              onNarrow={onNarrow}
            />
            <Facet name="Year" values={facets.year} narrowing={yearOf} onNarrow={onNarrow} />
          </>
        )}
      </Answered>
    </aside>
  );
}

interface FacetProps {
  readonly name: string;
  readonly values: readonly { readonly value: string; readonly findings: number }[];
  readonly narrowing: (value: string) => Filter;
  /** What people call a value; left out: as it is. */
  readonly wordsOf?: (value: string) => string;
  readonly onNarrow: (more: Filter) => void;
}

function Facet({ name, values, narrowing, onNarrow, wordsOf = (value) => value }: FacetProps) {
  if (values.length === 0) return null;
  return (
    <section>
      <h2>{name}</h2>
      <ul>
        {values.map(({ value, findings }) => (
          <li key={value}>
            <button className="link" onClick={() => onNarrow(narrowing(value))}>
              {wordsOf(value)}
            </button>{' '}
            <small>{count(findings)}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}

function yearOf(year: string): Filter {
  return { from: `${year}-01-01`, to: `${year}-12-31` };
}
