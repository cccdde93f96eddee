import type { GraphClient } from '../graph/client.js';
import type { MartDatabase } from './database.js';
import { martLag } from './lag.js';
import { martState } from './state.js';

/** What a case holds, counted on one side. */
interface Counts {
  readonly id: string;
  readonly findings: number;
  readonly upheld: number;
  readonly citations: number;
  readonly appliedCriteria: number;
}

type DimensionCounts = Readonly<Record<'reviewers' | 'items' | 'guidelines', number>>;

interface WrongTally {
  readonly year: number;
  readonly role: string;
  readonly guideline: string;
  readonly kept: string | null;
  readonly counted: string | null;
}

/** What graph and mart do not count alike. */
export interface MartCheck {
  /** One line each: what, and what either side counts. */
  readonly differences: readonly string[];
  /** Whether the graph was changed meanwhile, or the mart is behind: then differences are to be expected. */
  readonly isMoving: boolean;
}

/** Cases that are compared at once. */
const CASES_AT_ONCE = 5_000;

/** Counts the mart and the graph, case by case, and names what differs. */
export async function checkMart(graph: GraphClient, database: MartDatabase): Promise<MartCheck> {
  const behind = await martLag(graph, await martState(database));
  const differences = [
    ...(await differentCases(graph, database)),
    ...(await differentDimensions(graph, database)),
    ...(await wrongTallies(database)),
  ];
  const { changes } = await martLag(graph, await martState(database));
  return { differences, isMoving: behind.changes !== 0 || changes !== 0 };
}

/** Goes through both sides in the order of ids: at each step the cases up to the last that both were asked for. */
async function differentCases(graph: GraphClient, database: MartDatabase): Promise<string[]> {
  const differences: string[] = [];
  const limit = CASES_AT_ONCE;
  for (let after = ''; ;) {
    const theirs = await graph.read<Counts>('read/star-counts', { page: { after, limit } });
    const ours = await database.run<Counts>('read/counts', [after, limit]);
    const ends = [theirs, ours].flatMap((page) => (page.length < limit ? [] : [page.at(-1)?.id ?? '']));
    const upTo = ends.sort()[0];
    const within = ({ id }: Counts) => upTo === undefined || id <= upTo;
    differences.push(...compared(theirs.filter(within), ours.filter(within)));
    if (upTo === undefined) return differences;
    after = upTo;
  }
}

function compared(theirs: readonly Counts[], ours: readonly Counts[]): string[] {
  const graph = new Map(theirs.map((counts) => [counts.id, described(counts)]));
  const mart = new Map(ours.map((counts) => [counts.id, described(counts)]));
  return [...new Set([...graph.keys(), ...mart.keys()])]
    .filter((id) => graph.get(id) !== mart.get(id))
    .map((id) => `case ${id}: graph ${graph.get(id) ?? 'has none'}; mart ${mart.get(id) ?? 'has none'}`);
}

function described({ findings, upheld, citations, appliedCriteria }: Counts): string {
  return `${findings} findings (${upheld} upheld), ${citations} citations, ${appliedCriteria} applied criteria`;
}

async function differentDimensions(graph: GraphClient, database: MartDatabase): Promise<string[]> {
  const [theirs] = await graph.read<DimensionCounts>('read/star-dimensions');
  const [ours] = await database.run<DimensionCounts>('read/dimension-counts');
  return (['reviewers', 'items', 'guidelines'] as const)
    .filter((dimension) => theirs?.[dimension] !== ours?.[dimension])
    .map((dimension) => `${dimension}: graph ${theirs?.[dimension]}; mart ${ours?.[dimension]}`);
}

async function wrongTallies(database: MartDatabase): Promise<string[]> {
  const wrong = await database.run<WrongTally>('read/wrong-tallies');
  return wrong.map(
    ({ year, role, guideline, kept, counted }) =>
      `tally of ${guideline}, ${role}, ${year}: kept ${kept ?? 'none'}; counted ${counted ?? 'none'} (upheld/overturned)`,
  );
}
