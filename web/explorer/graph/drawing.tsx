import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { words } from '../parts/words.js';
import { placesOf, type Place } from './layout.js';
import type { GraphNode } from './neighbours.js';
import type { Network } from './network.js';

interface DrawingProps {
  readonly network: Network;
  readonly selected: string | undefined;
  readonly open: readonly string[];
  readonly onSelect: (id: string) => void;
  readonly onToggle: (id: string) => void;
}

/** Which part is seen: its middle, and how much it is enlarged. */
interface View {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

const WIDTH = 900;
const HEIGHT = 620;
const LONGEST_LABEL = 26;

/** Of a node with more edges their names would hide each other. */
const MOST_NAMED = 10;
/** Room for labels at the edges. */
const PADDING = 90;

/** The network as a drawing: drag to move, wheel or buttons to enlarge, Tab to go from node to node. */
export function Drawing({ network, selected, open, onSelect, onToggle }: DrawingProps) {
  const places = usePlaces(network);
  const whole = useMemo(() => viewOf(places), [places]);
  const [view, setView] = useState(whole);
  // Another drawing is first seen as a whole.
  useEffect(() => setView(whole), [whole]);
  const drag = useDrag(view, setView);
  const svg = useWheel(setView);
  const named =
    network.edges.filter(({ from, to }) => selected === from || selected === to).length <= MOST_NAMED;
  const width = WIDTH / view.scale;
  const height = HEIGHT / view.scale;
  const zoom = (factor: number) => setView((now) => ({ ...now, scale: within(now.scale * factor) }));
  return (
    <div className="drawing">
      <div className="tools" role="group" aria-label="Size of the drawing">
        <button onClick={() => zoom(1.3)}>Larger</button>
        <button onClick={() => zoom(1 / 1.3)}>Smaller</button>
        <button onClick={() => setView(whole)}>Whole</button>
      </div>
      <svg
        ref={svg}
        viewBox={`${view.x - width / 2} ${view.y - height / 2} ${width} ${height}`}
        role="group"
        aria-label="Drawing of the graph; below it the same as a table"
        {...drag}
      >
        {network.edges.map(({ from, to, name }) => (
          <Edge
            key={`${from} ${to} ${name}`}
            from={places.get(from)}
            to={places.get(to)}
            name={name}
            isNamed={named && (selected === from || selected === to)}
          />
        ))}
        {network.nodes.map((node) => (
          <Node
            key={node.id}
            node={node}
            place={places.get(node.id)}
            isSelected={node.id === selected}
            isOpen={open.includes(node.id)}
            onSelect={onSelect}
            onToggle={onToggle}
          />
        ))}
      </svg>
    </div>
  );
}

/** The view in which all places are seen, and none is enlarged more than reads well. */
function viewOf(places: ReadonlyMap<string, Place>): View {
  const all = [...places.values()];
  const [left, right] = [Math.min(...all.map(({ x }) => x)), Math.max(...all.map(({ x }) => x))];
  const [top, bottom] = [Math.min(...all.map(({ y }) => y)), Math.max(...all.map(({ y }) => y))];
  const scale = Math.min(1.6, WIDTH / (right - left + 2 * PADDING), HEIGHT / (bottom - top + 2 * PADDING));
  return { x: (left + right) / 2, y: (top + bottom) / 2, scale };
}

function usePlaces(network: Network): ReadonlyMap<string, Place> {
  const former = useRef<ReadonlyMap<string, Place>>(new Map());
  const places = useMemo(() => placesOf(network, former.current), [network]);
  useEffect(() => {
    former.current = places;
  }, [places]);
  return places;
}

function within(scale: number): number {
  return Math.min(4, Math.max(0.2, scale));
}

function useDrag(view: View, setView: (view: View) => void) {
  const start = useRef<{ x: number; y: number; view: View } | undefined>(undefined);
  return {
    onPointerDown: ({ clientX, clientY }: PointerEvent) => {
      start.current = { x: clientX, y: clientY, view };
    },
    onPointerMove: ({ clientX, clientY, currentTarget }: PointerEvent) => {
      if (start.current === undefined) return;
      const { x, y, view: before } = start.current;
      const perPixel = WIDTH / before.scale / currentTarget.clientWidth;
      setView({ ...before, x: before.x - (clientX - x) * perPixel, y: before.y - (clientY - y) * perPixel });
    },
    onPointerUp: () => {
      start.current = undefined;
    },
    onPointerLeave: () => {
      start.current = undefined;
    },
  };
}

/** React listens to wheels passively, so that the page would scroll along. */
function useWheel(setView: (change: (now: View) => View) => void) {
  const svg = useRef<SVGSVGElement>(null);
  useEffect(() => {
    const element = svg.current;
    const enlarge = (event: WheelEvent) => {
      event.preventDefault();
      setView((now) => ({ ...now, scale: within(now.scale * (event.deltaY < 0 ? 1.1 : 1 / 1.1)) }));
    };
    element?.addEventListener('wheel', enlarge, { passive: false });
    return () => element?.removeEventListener('wheel', enlarge);
  }, [setView]);
  return svg;
}

interface EdgeProps {
  readonly from: Place | undefined;
  readonly to: Place | undefined;
  readonly name: string;
  /** Whether its name is written. */
  readonly isNamed: boolean;
}

function Edge({ from, to, name, isNamed }: EdgeProps) {
  if (from === undefined || to === undefined) return null;
  return (
    <g className={`edge ${(name.split(' ')[0] ?? '').toLowerCase()}`}>
      <title>{name}</title>
      <line x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
      {isNamed && (
        <text x={(from.x + to.x) / 2} y={(from.y + to.y) / 2} textAnchor="middle">
          {name}
        </text>
      )}
    </g>
  );
}

interface NodeProps {
  readonly node: GraphNode;
  readonly place: Place | undefined;
  readonly isSelected: boolean;
  readonly isOpen: boolean;
  readonly onSelect: (id: string) => void;
  readonly onToggle: (id: string) => void;
}

function Node({ node, place, isSelected, isOpen, onSelect, onToggle }: NodeProps) {
  if (place === undefined) return null;
  const { id, kind, label, decision } = node;
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter') onToggle(id);
    else if (event.key === ' ') onSelect(id);
    else return;
    event.preventDefault();
  };
  const classes = [
    'node',
    kind.toLowerCase(),
    decision?.toLowerCase(),
    isSelected && 'selected',
    isOpen && 'open',
  ];
  return (
    <g
      className={classes.filter(Boolean).join(' ')}
      transform={`translate(${place.x} ${place.y})`}
      tabIndex={0}
      role="button"
      aria-pressed={isSelected}
      aria-expanded={isOpen}
      aria-label={`${kind}${decision === undefined ? '' : `, ${words(decision).toLowerCase()}`}: ${label}`}
      onClick={() => onSelect(id)}
      onDoubleClick={() => onToggle(id)}
      onFocus={() => onSelect(id)}
      onKeyDown={press}
    >
      <title>{`${kind}: ${label}`}</title>
      <Shape kind={kind} />
      <text y="28" textAnchor="middle">
        {label.length > LONGEST_LABEL ? `${label.slice(0, LONGEST_LABEL - 1)}…` : label}
      </text>
    </g>
  );
}

/** Shapes tell kinds apart for those who do not see colours. */
export function Shape({ kind }: { readonly kind: GraphNode['kind'] }) {
  switch (kind) {
    case 'Case':
      return <rect x="-12" y="-15" width="24" height="30" rx="2" />;
    case 'Finding':
      return <circle r="14" />;
    case 'Item':
      return <rect x="-14" y="-14" width="28" height="28" rx="8" />;
    case 'Reviewer':
      return <polygon points="0,-16 15,12 -15,12" />;
    case 'Guideline':
      return <polygon points="-16,0 -8,-14 8,-14 16,0 8,14 -8,14" />;
    case 'Criterion':
      return <polygon points="0,-16 16,0 0,16 -16,0" />;
  }
}
