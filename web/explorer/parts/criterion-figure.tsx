import type { ReactNode } from 'react';
import { graphql } from '../api/graphql.js';
import { useAnswer } from '../api/use-answer.js';
import { toFindingFilter, type Filter } from '../filter/filter.js';
import { Figure } from './figure.js';
import { counted, share } from './numbers.js';
import { RateBars } from './rate-bars.js';
import { Answered } from './states.js';
import { tallyColumns } from './tally-columns.js';

const CRITERIA = graphql(`
  query Criteria($filter: CriterionOutcomeFilter!, $first: Int!) {
    criterionOutcomes(filter: $filter, first: $first, orderBy: { field: NOT_MET_UPHELD, direction: DESC }) {
      nodes {
        kind
        name
        notMetShare
        base {
          findings
        }
        notMet {
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
        met {
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
  }
`);

interface CriterionFigureProps {
  readonly title: string;
  readonly note?: ReactNode;
  readonly file: string;
  readonly filter: Filter;
  /** A guideline: what is relied on for the criteria is it, or below it. */
  readonly guideline?: string | undefined;
  readonly first?: number;
  /** Where the findings are in which a criterion is not met. */
  readonly linkOf: (kind: string) => string;
}

/** Which conditions rationales say not to be met, as a reason for the decision. */
export function CriterionFigure({
  title,
  note,
  file,
  filter,
  guideline,
  first = 10,
  linkOf,
}: CriterionFigureProps) {
  const answer = useAnswer(CRITERIA, {
    filter: {
      ...toFindingFilter(filter),
      ...(guideline !== undefined && { guideline }),
      decisiveOnly: true,
      minConfidence: 0.5,
    },
    first,
  });
  return (
    <Answered to={answer}>
      {({ criterionOutcomes: { nodes } }) => (
        <Figure
          title={title}
          note={
            note ??
            'Criteria that rationales give as a reason and as not met; read by program, with a confidence of 50% or more. Choose one for the sentences.'
          }
          file={file}
          rows={nodes.filter(({ notMet, met }) => notMet.findings + met.findings > 0)}
          keyOf={({ kind }) => kind}
          columns={[
            { head: 'Criterion', value: ({ name }) => name },
            ...tallyColumns<(typeof nodes)[number]>(({ notMet }) => notMet).map(prefixed('Not met')),
            ...tallyColumns<(typeof nodes)[number]>(({ met }) => met).map(prefixed('Met')),
          ]}
          chart={
            <RateBars
              bars={nodes
                .filter(({ notMet }) => notMet.findings > 0)
                .map(({ kind, name, notMet, notMetShare, met, base }) => ({
                  key: kind,
                  label: name,
                  detail: `not met in ${share(notMetShare)} of ${counted(base.findings, 'finding')}; met in ${met.findings}, ${met.overturned} of them overturned`,
                  tally: notMet,
                  href: linkOf(kind),
                }))}
            />
          }
        />
      )}
    </Answered>
  );
}

function prefixed(prefix: string) {
  return <Column extends { readonly head: string }>(column: Column): Column => ({
    ...column,
    head: `${prefix}: ${column.head}`,
  });
}
