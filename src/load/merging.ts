import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FlatRejection } from '../corpus/messages.js';
import { LETTERS_AT_ONCE } from '../graph/writer.js';
import { chooseLetters, type Choice } from './choosing.js';
import { keepRows, summed, type PartTotals } from './dropping.js';
import type { Definition, SharedKind } from './letter-encoding.js';
import { definitionsFile, headsFile, partFiles, type HeadLine, type Part, type PartLines } from './parts.js';
import { headerOf, SHARED_TABLES, TABLES } from './tables.js';
import { TableWriter } from './table-writer.js';
import { Definitions, Tying } from './tying.js';

/** The rows of a whole graph. */
export interface GraphFiles {
  /** For each table its files, header first; names below the folder. */
  readonly files: Readonly<Record<string, readonly string[]>>;
  /** For each label and type the number of its nodes or relationships. */
  readonly counts: Readonly<Record<string, number>>;
  readonly outcomes: Choice['outcomes'];
  readonly quarantined: readonly FlatRejection[];
}

/** The folder of what is made of all parts together, below that of the load. */
const MERGED = 'merged';

/**
 * Makes one graph of all parts: decides which letters it holds, ties them to what they share, and takes the rows of the
 * others away. The same parts give the same graph, so what was interrupted is simply done again.
 */
export async function mergeParts(
  folder: string,
  parts: readonly Part[],
  signal?: AbortSignal,
): Promise<GraphFiles> {
  await rm(join(folder, MERGED), { recursive: true, force: true });
  await mkdir(join(folder, MERGED));
  const files = parts.reduce((sum, part) => sum + part.files, 0);
  const totals: PartTotals[] = [];
  const choice = await chooseLetters(inBatches(summed(linesOf(folder, parts, signal), totals)), files);
  const { counts, quarantined } = await writeShared(folder, parts, choice, signal);
  const read = (part: Part): Promise<HeadLine[]> => {
    signal?.throwIfAborted();
    return headsOf(folder, part);
  };
  const kept = await keepRows(folder, MERGED, parts, { totals, marks: choice.marks, read });
  for (const table of TABLES) await writeFile(join(folder, headerName(table.name)), headerOf(table));
  const shared = Object.values(SHARED_TABLES).map(({ name }) => [name, [sharedName(name)]] as const);
  const rows = [...Object.entries(kept.files), ...shared];
  return {
    files: Object.fromEntries(rows.map(([name, list]) => [name, [headerName(name), ...list]])),
    counts: { ...kept.counts, ...counts },
    outcomes: choice.outcomes,
    quarantined,
  };
}

/** Takes the files of parts away of which a graph is not made: heads, definitions, and what was written again. */
export async function removeUnused(
  folder: string,
  parts: readonly Part[],
  used: GraphFiles['files'],
): Promise<void> {
  const names = new Set(Object.values(used).flat());
  for (const { number } of parts)
    for (const name of partFiles(number)) if (!names.has(name)) await rm(join(folder, name), { force: true });
}

const headerName = (table: string): string => join(MERGED, `${table}.header.csv`);
const sharedName = (table: string): string => join(MERGED, `${table}.csv`);

async function* linesOf(
  folder: string,
  parts: readonly Part[],
  signal: AbortSignal | undefined,
): AsyncGenerator<PartLines> {
  let start = 0;
  for (const part of parts) {
    signal?.throwIfAborted();
    const lines = await headsOf(folder, part);
    yield { part, start, lines };
    start += lines.length;
  }
}

function headsOf(folder: string, { number }: Part): Promise<HeadLine[]> {
  return jsonLines(join(folder, headsFile(number)));
}

async function* inBatches(parts: AsyncIterable<PartLines>): AsyncGenerator<readonly HeadLine[]> {
  let batch: HeadLine[] = [];
  for await (const { lines } of parts) {
    for (const line of lines) {
      batch.push(line);
      if (batch.length < LETTERS_AT_ONCE) continue;
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

async function jsonLines<Line>(path: string): Promise<Line[]> {
  // Decoding it as a whole takes a fraction of what `readFile` takes to decode it piece by piece.
  const text = (await readFile(path)).toString();
  return text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Line]));
}

async function writeShared(
  folder: string,
  parts: readonly Part[],
  choice: Choice,
  signal: AbortSignal | undefined,
): Promise<Pick<GraphFiles, 'counts' | 'quarantined'>> {
  const definitions = new Definitions();
  for (const { number } of parts)
    for (const line of await jsonLines<Definition>(join(folder, definitionsFile(number))))
      definitions.add(line);
  const tying = new Tying(definitions, choice);
  const quarantined = new Map<string, FlatRejection>();
  const counts: Record<string, number> = {};
  const write = async (name: keyof typeof SHARED_TABLES, rows: AsyncIterable<Row> | Iterable<Row>) => {
    const table = SHARED_TABLES[name];
    const writer = await TableWriter.open(table, join(folder, sharedName(table.name)));
    try {
      for await (const [ids, properties] of rows) await writer.add(ids, properties);
    } finally {
      await writer.close();
    }
    counts[table.kind] = writer.rows;
  };
  await write('quotes', quotationRows(inBatches(linesOf(folder, parts, signal)), tying, quarantined));
  for (const kind of ['reviewers', 'items', 'guidelines'] as const) await write(kind, nodeRows(tying, kind));
  await write('partOf', partRows(tying));
  await write('quarantined', quarantineRows(quarantined.values()));
  return { counts, quarantined: [...quarantined.values()] };
}

/** A row of a table, before it is one line. */
type Row = readonly [ids: readonly string[], properties: Readonly<Record<string, unknown>>];

async function* quotationRows(
  batches: AsyncIterable<readonly HeadLine[]>,
  tying: Tying,
  quarantined: Map<string, FlatRejection>,
): AsyncGenerator<Row> {
  for await (const batch of batches) {
    for (const { findingId, criterionId, properties } of tying.take(batch))
      yield [[findingId, criterionId], properties];
    for (const line of batch) if ('code' in line) quarantined.set(line.path, line);
    for (const line of batch) if (!('code' in line)) quarantined.delete(line.path);
  }
}

function* nodeRows(tying: Tying, kind: SharedKind): Generator<Row> {
  for (const { id, parentId, ...properties } of tying.shared[kind].nodes()) yield [[id], properties];
}

function* partRows(tying: Tying): Generator<Row> {
  for (const edge of tying.shared.guidelines.edges()) yield [edge, {}];
}

function* quarantineRows(rejections: Iterable<FlatRejection>): Generator<Row> {
  const quarantinedAt = new Date().toISOString();
  for (const { path, ...reason } of rejections) yield [[path], { ...reason, quarantinedAt }];
}
