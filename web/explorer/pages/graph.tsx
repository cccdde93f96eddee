import { useQueries, type UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link, useSearchParams } from 'wouter';
import { ask } from '../api/ask.js';
import { graphql, type AnswerOf } from '../api/graphql.js';
import { useAnswer } from '../api/use-answer.js';
import { Drawing, Shape } from '../graph/drawing.js';
import { EdgeTable } from '../graph/edge-table.js';
import { neighbourhoodOf, NEIGHBOURS, SHOWN, type NodeKind } from '../graph/neighbours.js';
import { joined } from '../graph/network.js';
import { NodePanel } from '../graph/node-panel.js';
import { counted } from '../parts/numbers.js';
import { Answered, Empty, Failure, Loading } from '../parts/states.js';
import { useTitle } from '../parts/title.js';
import { graphAddress } from '../parts/addresses.js';

const KINDS: readonly NodeKind[] = ['Case', 'Finding', 'Item', 'Reviewer', 'Guideline', 'Criterion'];

/** Nodes that may be open at once: beyond these nobody finds anything in the drawing. */
const MOST_OPEN = 12;

export default function GraphPage() {
  useTitle('Graph');
  const [params] = useSearchParams();
  const centre = params.get('node');
  return (
    <>
      <h1>The graph</h1>
      {centre === null ? <Beginnings /> : <Neighbourhoods centre={centre} />}
    </>
  );
}

/** What is open, and what is looked at: both are in the address. */
function useOpen(centre: string) {
  const [params, setParams] = useSearchParams();
  const open = [centre, ...params.getAll('open').filter((id) => id !== centre)].slice(0, MOST_OPEN);
  const change = (name: string, values: readonly string[]) =>
    setParams(
      (now) => {
        const changed = new URLSearchParams(now);
        changed.delete(name);
        for (const value of values) changed.append(name, value);
        return changed;
      },
      { replace: true },
    );
  const toggle = (id: string) => {
    if (id === centre) return;
    const others = open.slice(1);
    change('open', others.includes(id) ? others.filter((each) => each !== id) : [...others, id]);
  };
  return { open, toggle, selected: params.get('at') ?? centre, select: (id: string) => change('at', [id]) };
}

function Neighbourhoods({ centre }: { readonly centre: string }) {
  const { open, toggle, selected, select } = useOpen(centre);
  const { failed, isThere, neighbourhoods } = useQueries({
    queries: open.map((id) => ({
      queryKey: [NEIGHBOURS, { id, first: SHOWN }],
      queryFn: ({ signal }: { signal: AbortSignal }) => ask(NEIGHBOURS, { id, first: SHOWN }, { signal }),
    })),
    combine: combined,
  });
  const network = useMemo(() => joined(neighbourhoods), [neighbourhoods]);
  if (failed !== undefined) return <Failure error={failed} />;
  if (isThere === undefined) return <Loading />;
  if (!isThere) return <Empty>The graph has no such node.</Empty>;
  const node = network.nodes.find(({ id }) => id === selected);
  const more = neighbourhoods.reduce((sum, each) => sum + each.more, 0);
  return (
    <>
      <Legend />
      <p className="quiet">
        Double-click a node, or press Enter on it, to open or close what is around it.{' '}
        {more > 0 && `${counted(more, 'neighbour')} not shown.`}
      </p>
      <div className="with-panel">
        <Drawing network={network} selected={selected} open={open} onSelect={select} onToggle={toggle} />
        {node !== undefined && (
          <NodePanel
            node={node}
            isOpen={open.includes(node.id)}
            isCentre={node.id === centre}
            onToggle={toggle}
          />
        )}
      </div>
      <EdgeTable network={network} />
    </>
  );
}

/** What is open together; `isThere` tells of the first, the centre, once it is known. */
function combined(answers: readonly UseQueryResult<AnswerOf<typeof NEIGHBOURS>>[]) {
  const nodes = answers.flatMap(({ data }) => data?.node ?? []);
  const centre = answers[0]?.data;
  return {
    failed: answers.find(({ error }) => error !== null)?.error ?? undefined,
    isThere: centre && centre.node !== null,
    neighbourhoods: nodes.map(neighbourhoodOf),
  };
}

function Legend() {
  return (
    <ul className="legend" aria-label="Legend">
      {KINDS.map((kind) => (
        <li key={kind}>
          <svg viewBox="-18 -18 36 36" aria-hidden="true" className={`node ${kind.toLowerCase()}`}>
            <Shape kind={kind} />
          </svg>
          {kind}
        </li>
      ))}
      <li>
        <span className="decision upheld">Upheld</span>
      </li>
      <li>
        <span className="decision overturned">Overturned</span>
      </li>
    </ul>
  );
}

const BEGINNINGS = graphql(`
  query Beginnings {
    guidelines(filter: { level: SOURCE }, first: 12, orderBy: { field: ID, direction: ASC }) {
      nodes {
        id
        name
      }
    }
    cases(first: 8, orderBy: { field: DECISION_DATE, direction: DESC }) {
      nodes {
        id
        caseNumber
      }
    }
  }
`);

/** Where one may begin to look. */
function Beginnings() {
  const answer = useAnswer(BEGINNINGS, {});
  const link = (id: string, name: string) => (
    <li key={id}>
      <Link href={graphAddress(id)}>{name}</Link>
    </li>
  );
  return (
    <Answered to={answer}>
      {({ guidelines, cases }) => (
        <>
          <p>
            Begin at a source of guidelines or a letter; every guideline, case and finding of the other pages
            leads here too.
          </p>
          <h2>Sources</h2>
          <ul className="columns">{guidelines.nodes.map(({ id, name }) => link(id, name))}</ul>
          <h2>Latest letters</h2>
          <ul className="columns">
            {cases.nodes.map(({ id, caseNumber }) => link(id, caseNumber ?? 'without a number'))}
          </ul>
        </>
      )}
    </Answered>
  );
}
