import { expect } from '@jest/globals';
import type { GraphClient } from '../../src/graph/client.js';
import { readChanges, type GraphVersion } from '../../src/graph/version.js';
import { runCypher } from './graph.js';

/** By id of the case: all that the graph tells of it. */
export type Facts = ReadonlyMap<string, string>;

/** Reads what the graph tells of some cases, or of all. */
export async function readFacts(ids: readonly string[] | null = null): Promise<Map<string, string>> {
  const rows = await runCypher<{ id: string }>(
    `MATCH (c:Case)<-[:REVIEWED]-(r:Reviewer)
     WHERE $ids IS NULL OR c.id IN $ids
     RETURN c.id AS id, c.factsHash AS hash, c.parserVersion AS version, r.id AS reviewer, COLLECT {
       MATCH (c)-[:HAS_FINDING]->(f)-[:DECIDES]->(i)
       RETURN [f.id, f.decision, i.id] + COLLECT {
         MATCH (f)-[edge:CITES|APPLIES|QUOTES]->(g) RETURN edge.id + ' ' + g.id AS told ORDER BY told
       } AS told ORDER BY f.ordinal
     } AS findings`,
    { ids },
  );
  return new Map(rows.map((row) => [row.id, JSON.stringify(row)]));
}

/** The ids of which two states of the graph tell different things. */
export function differing(one: Facts, other: Facts): string[] {
  const ids = new Set([...one.keys(), ...other.keys()]);
  return [...ids].filter((id) => one.get(id) !== other.get(id)).sort();
}

async function currentVersion(): Promise<GraphVersion> {
  const [version] = await runCypher<GraphVersion>(
    'MATCH (v:GraphVersion) RETURN v.revision AS revision, v.token AS token',
  );
  if (version === undefined) throw new Error('The graph has no version.');
  return version;
}

/** Keeps what the graph tells of each case in step with it by the log of changes alone. */
export class Follower {
  private constructor(
    private readonly client: GraphClient,
    private at: GraphVersion,
    readonly facts: Map<string, string>,
  ) {}

  static async begin(client: GraphClient): Promise<Follower> {
    return new Follower(client, await currentVersion(), await readFacts());
  }

  /** Catches up; returns the ids that the changes were about, one list for each. */
  async follow(): Promise<readonly (readonly string[])[]> {
    const [own, ...changes] = await readChanges(this.client, this.at.revision);
    expect(own).toMatchObject({ ...this.at });
    expect(changes.map(({ revision }) => revision)).toEqual(changes.map((_, i) => this.at.revision + i + 1));
    const lists = changes.map(({ cases }) => cases ?? []);
    const ids = [...new Set(lists.flat())];
    const fresh = await readFacts(ids);
    for (const id of ids) {
      const facts = fresh.get(id);
      if (facts === undefined) this.facts.delete(id);
      else this.facts.set(id, facts);
    }
    const { revision, token } = changes.at(-1) ?? this.at;
    this.at = { revision, token };
    expect(await currentVersion()).toEqual(this.at);
    return lists;
  }
}
