import type { GraphClient, Parameters } from '../graph/client.js';
import type { Check, Difference } from '../graph/verification.js';
import { answer } from './answers/answers.js';
import { Follower } from './follower.js';
import { loadSnapshot } from './snapshot.js';

/** A question that columns and graph are both asked. */
export interface Recount {
  /** What is counted, in words. */
  readonly what: string;
  readonly statement: string;
  readonly parameters: Parameters;
}

/** That the columns of a file, once they have caught up, hold what the graph counts: a difference is a cell. */
export function columnCheck(file: string, recounts: readonly Recount[]): Check {
  return {
    name: 'columns',
    run: async function* (client) {
      const state = await loadSnapshot(file);
      if (state === undefined) return;
      const follower = new Follower(client);
      follower.resume(state);
      for (const recount of recounts) yield await differencesOf(client, follower, recount);
    },
  };
}

/** None where the columns would be built anew: they answer nothing then. */
async function differencesOf(
  client: GraphClient,
  follower: Follower,
  { what, statement, parameters }: Recount,
): Promise<Difference[]> {
  const view = await follower.current();
  const own = view && answer(view, statement, parameters);
  if (own === undefined) return [];
  const counted = new Set((await client.read<object>(statement, parameters)).map(cellOf));
  const held = new Set(own.map(cellOf));
  const only = (cells: Set<string>, others: Set<string>, where: string) =>
    [...cells]
      .filter((cell) => !others.has(cell))
      .map((cell) => ({ what: `${what}: the same in columns and graph`, where: `${where} ${cell}` }));
  return [...only(held, counted, 'columns'), ...only(counted, held, 'graph')];
}

function cellOf(row: object): string {
  return JSON.stringify(Object.fromEntries(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1))));
}
