import {
  forceCenter,
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from 'd3-force';
import type { Network } from './network.js';

export interface Place {
  readonly x: number;
  readonly y: number;
}

interface Point extends SimulationNodeDatum {
  readonly id: string;
}

const TICKS = 200;
const LINK = 130;

/**
 * Where each node is drawn, around 0. What was placed before hardly moves, so that one finds it again.
 * @param former places of an earlier drawing
 */
export function placesOf({ nodes, edges }: Network, former: ReadonlyMap<string, Place>): Map<string, Place> {
  const points: Point[] = nodes.map(({ id }) => ({ id, ...former.get(id) }));
  const links = edges.map(({ from, to }) => ({ source: from, target: to }));
  const simulation = forceSimulation(points)
    .force(
      'link',
      forceLink<Point, (typeof links)[number]>(links)
        .id(({ id }) => id)
        .distance(LINK),
    )
    .force('charge', forceManyBody().strength(-500))
    .force('collide', forceCollide(50))
    .force('x', forceX().strength(0.04))
    .force('y', forceY().strength(0.07))
    .force('center', forceCenter())
    .stop();
  if (former.size > 0) simulation.alpha(0.5);
  simulation.tick(TICKS);
  return new Map(points.map(({ id, x = 0, y = 0 }) => [id, { x, y }]));
}
