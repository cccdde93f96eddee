import type { GraphNode } from './neighbours.js';

/** A string in Cypher and in GraphQL: both escape as JSON does. */
function quoted(text: string): string {
  return JSON.stringify(text);
}

/** The part of a global id behind the type: what the graph keeps as `id`. */
function keyOf(id: string): string {
  return id.slice(id.indexOf(':') + 1);
}

/** The node with what is around it, for Neo4j Browser. */
export function cypherOf({ id, kind }: GraphNode): string {
  const label = kind === 'Criterion' ? 'Guideline' : kind;
  return `MATCH path = (n:${label} {id: ${quoted(keyOf(id))}})--() RETURN path LIMIT 50`;
}

/** The node with its own facts, for GraphiQL. */
export function graphqlOf({ id, kind }: GraphNode): string {
  const facts: Readonly<Record<GraphNode['kind'], string>> = {
    Case: 'caseNumber outcome decisionDate findings { label decision item { name } }',
    Finding: 'label decision rationale case { caseNumber } citations { role raw guideline { path } }',
    Item: 'name modality bodyRegions findings(first: 20) { totalCount nodes { label decision } }',
    Reviewer: 'specialties licensureStates cases(first: 20) { totalCount nodes { caseNumber outcome } }',
    Guideline: 'path level findings(first: 20) { totalCount nodes { label decision } }',
    Criterion:
      'path kind appliedCriteria(first: 20) { totalCount nodes { status quote finding { label decision } } }',
  };
  const type = kind === 'Criterion' ? 'Guideline' : kind;
  return `query {\n  node(id: ${quoted(id)}) {\n    ... on ${type} { ${facts[kind]} }\n  }\n}\n`;
}
