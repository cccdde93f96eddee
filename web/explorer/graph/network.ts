import type { GraphEdge, GraphNode, Neighbourhood } from './neighbours.js';

/** What is drawn: all neighbourhoods that are open, each node and edge once. */
export interface Network {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

export function joined(neighbourhoods: readonly Neighbourhood[]): Network {
  const nodes = new Map<string, GraphNode>();
  const edges = new Map<string, GraphEdge>();
  for (const { nodes: more, edges: between } of neighbourhoods) {
    for (const node of more) nodes.set(node.id, node);
    for (const edge of between) edges.set(`${edge.from}\n${edge.to}\n${edge.name}`, edge);
  }
  return { nodes: [...nodes.values()], edges: [...edges.values()] };
}
