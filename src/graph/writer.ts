import type { Rejection } from '../documents/document.js';
import type { Determination } from '../normalise/determination.js';
import { writeRecords } from './case-writing.js';
import { clearCases, prune, remove, type RemovedNodes } from './clearing.js';
import type { GraphClient, Parameters, Run } from './client.js';
import { lockGraph } from './lock.js';
import { refuseNewerSchema } from './migrations.js';
import { planWrites, type CaseState, type Superseded, type WriteOutcome, type WritePlan } from './plan.js';
import { toCaseRecord, type CaseRecord } from './records.js';
import { moveVersion } from './version.js';

/** Letters of one transaction: enough that what it costs by itself is little, and few enough that others who write wait a second at most. */
export const LETTERS_AT_ONCE = 250;

/** What writing one determination did. */
export interface WrittenCase {
  readonly caseId: string;
  readonly outcome: WriteOutcome;
  /** Number of findings of the letter. */
  readonly findings: number;
  readonly parserVersion: string;
  /** Of the case as it was; null when it is new. */
  readonly previousParserVersion: string | null;
  /** What went of the case as it was. */
  readonly removed: RemovedNodes;
}

/**
 * Writes a batch of determinations in one transaction: either all of them are in the graph afterwards, or none.
 * Writing the same letters again changes nothing.
 * @returns what became of each determination, in the order given
 */
export async function writeDeterminations(
  client: GraphClient,
  determinations: readonly Determination[],
): Promise<readonly WriteOutcome[]> {
  return writeCaseRecords(client, determinations.map(toCaseRecord));
}

/** As `writeDeterminations`, of determinations that were made ready before. */
export async function writeCaseRecords(
  client: GraphClient,
  records: readonly CaseRecord[],
): Promise<readonly WriteOutcome[]> {
  if (records.length === 0) return [];
  const { outcomes } = await writeRecordsAtOnce(client, records);
  return outcomes;
}

/** Writes one determination in a transaction of its own, as `writeDeterminations` does, and tells more of it. */
export async function writeDetermination(
  client: GraphClient,
  determination: Determination,
): Promise<WrittenCase> {
  const record = toCaseRecord(determination);
  const { outcomes, states, removed } = await writeRecordsAtOnce(client, [record]);
  return toWrittenCase(record, { outcome: outcomes[0], previous: states[0], removed });
}

/** What a transaction did for one record. */
export function toWrittenCase(
  { id, findings, parserVersion }: CaseRecord,
  did: {
    readonly outcome: WriteOutcome | undefined;
    readonly previous: CaseState | undefined;
    readonly removed: RemovedNodes;
  },
): WrittenCase {
  const { outcome = 'unchanged', previous, removed } = did;
  const previousParserVersion = previous?.parserVersion ?? null;
  return {
    caseId: id,
    outcome,
    findings: findings.length,
    parserVersion,
    previousParserVersion,
    removed,
  };
}

interface Written {
  readonly outcomes: readonly WriteOutcome[];
  /** What the graph held of each case before. */
  readonly states: readonly CaseState[];
  readonly removed: RemovedNodes;
}

async function writeRecordsAtOnce(client: GraphClient, records: readonly CaseRecord[]): Promise<Written> {
  const ids = [...new Set(records.map(({ id }) => id))].sort();
  let first: Written | undefined;
  return client.write('ingest', async (run) => {
    await lockGraph(run);
    const states = await run<CaseState>('read/case-states', { ids });
    const documents = records.map(({ id, document }) => ({ caseId: id, ...document }));
    const sha256s = documents.map(({ sha256 }) => sha256);
    const superseded = await run<Superseded>('read/superseded-cases', { documents, sha256s });
    const { outcomes, ...plan } = planWrites(states, records, superseded);
    const { removed, changed } = await carryOut(run, plan);
    const documentsChanged = await countChanges(run, 'write/documents', { documents });
    if (changed.length + documentsChanged > 0) await moveVersion(run, changed);
    // Repeated from here on only when the answer to a commit was lost: it may have been carried out, and the repetition
    // then finds everything unchanged. What the first attempt did is what counts.
    first ??= { outcomes, states, removed };
    return first;
  });
}

/** Writes new cases, and others in the place of what they were or of what had another id. */
async function carryOut(
  run: Run,
  { creations, replacements, removals }: Omit<WritePlan, 'outcomes'>,
): Promise<{ removed: RemovedNodes; changed: string[] }> {
  const ids = replacements.map(({ id }) => id);
  const [replacement] = replacements;
  const cleared = await clearCases(run, [...ids, ...removals]);
  for (const id of removals) await run('write/remove-case', { id });
  const documents = replacement
    ? await remove(run, 'write/clear-documents', { ids, parserVersion: replacement.parserVersion })
    : 0;
  const changes = [...creations, ...replacements];
  await writeRecords(run, changes);
  const pruned = await prune(run, cleared);
  return { removed: { ...pruned, documents }, changed: [...changes.map(({ id }) => id), ...removals] };
}

/** Keeps files aside that could not be used, with the reason. */
export async function writeQuarantine(client: GraphClient, rejections: readonly Rejection[]): Promise<void> {
  if (rejections.length === 0) return;
  const documents = rejections.map(({ path, sha256, error }) => ({
    path,
    sha256,
    code: error.code,
    message: error.message,
  }));
  await client.write('quarantine', async (run) => {
    await refuseNewerSchema(run);
    if ((await countChanges(run, 'write/quarantine', { documents })) > 0) await moveVersion(run, []);
  });
}

/** Lets go of quarantined files that have been read meanwhile. */
export async function releaseDocuments(client: GraphClient, paths: readonly string[]): Promise<void> {
  await client.write('release', async (run) => {
    await refuseNewerSchema(run);
    if ((await countChanges(run, 'write/release', { paths })) > 0) await moveVersion(run, []);
  });
}

/** Which of these files (by hash) are in the graph already, read by this version of the parser. */
export async function knownDocuments(
  client: GraphClient,
  sha256s: readonly string[],
  parserVersion: string,
): Promise<ReadonlySet<string>> {
  const rows = await client.read<{ sha256: string }>('read/known-documents', { sha256s, parserVersion });
  return new Set(rows.map(({ sha256 }) => sha256));
}

/** Whether the graph holds no case yet. */
export async function isEmpty(client: GraphClient): Promise<boolean> {
  const [row] = await client.read<{ found: boolean }>('read/any-case');
  return row?.found !== true;
}

/** Runs a statement that leaves alone what is right already; returns how many nodes it changed. */
async function countChanges(run: Run, name: string, parameters: Parameters): Promise<number> {
  const [row] = await run<{ changed: number }>(name, parameters);
  return row?.changed ?? 0;
}
