import type { Rejection } from '../documents/document.js';
import type { Determination } from '../normalise/determination.js';
import type { GraphClient, Run } from './client.js';
import { planWrites, type CaseState, type WriteOutcome } from './plan.js';
import { planQuotations, type KnownCriterion } from './quotations.js';
import { toCaseRecord, type CaseRecord, type FindingRecord } from './records.js';

/**
 * Writes a batch of determinations in one transaction: either all of them are in the graph afterwards, or none.
 * Writing the same letters again changes nothing.
 * @returns what became of each determination, in the order given
 */
export async function writeDeterminations(
  client: GraphClient,
  determinations: readonly Determination[],
): Promise<readonly WriteOutcome[]> {
  if (determinations.length === 0) return [];
  const records = determinations.map(toCaseRecord);
  const ids = [...new Set(records.map(({ id }) => id))].sort();
  let firstOutcomes: readonly WriteOutcome[] | undefined;
  return client.write('ingest', async (run) => {
    const plan = planWrites(await run<CaseState>('write/lock-cases', { ids }), records);
    const removed = await clearCases(run, plan.replacements);
    await writeRecords(run, [...plan.creations, ...plan.replacements]);
    await run('write/documents', {
      documents: records.map(({ id, document }) => ({ caseId: id, ...document })),
    });
    await prune(run, removed);
    // Repeated from here on only when the answer to a commit was lost: it may have been carried out, and the repetition
    // then finds everything unchanged. What the first attempt did is what counts.
    firstOutcomes ??= plan.outcomes;
    return firstOutcomes;
  });
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
  await client.write('quarantine', (run) => run('write/quarantine', { documents }));
}

/** Lets go of quarantined files that have been read meanwhile. */
export async function releaseDocuments(client: GraphClient, paths: readonly string[]): Promise<void> {
  await client.write('release', (run) => run('write/release', { paths }));
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

interface Removed {
  readonly items: readonly string[];
  readonly guidelines: readonly string[];
  readonly reviewers: readonly string[];
}

async function clearCases(run: Run, replacements: readonly CaseRecord[]): Promise<Removed | undefined> {
  const [first] = replacements;
  if (first === undefined) return undefined;
  const ids = replacements.map(({ id }) => id);
  const [removed] = await run<Removed>('write/clear-cases', { ids, parserVersion: first.parserVersion });
  return removed;
}

async function writeRecords(run: Run, records: readonly CaseRecord[]): Promise<void> {
  if (records.length === 0) return;
  const findings = records.flatMap((record) => record.findings);
  await run('write/items', { items: distinct(findings.map(({ item }) => item)) });
  await writeGuidelines(run, findings);
  await run('write/cases', {
    cases: records.map(({ id, properties, reviewer }) => ({ id, properties, reviewer })),
  });
  await run('write/findings', {
    findings: records.flatMap((record) =>
      record.findings.map(({ item, properties }) => ({ caseId: record.id, itemId: item.id, properties })),
    ),
  });
  await writeCitations(run, findings);
  await writeAppliedCriteria(run, findings);
  await writeQuotations(run, findings);
}

/** One level at a time, so that every parent exists before its children look for it. */
async function writeGuidelines(run: Run, findings: readonly FindingRecord[]): Promise<void> {
  const nodes = findings.flatMap(({ citations, applied, quoted }) => [
    ...citations.flatMap(({ guidelines: { ancestors, targets } }) => [...ancestors, ...targets]),
    ...applied.flatMap(({ nodes: { ancestors, criterion } }) => [...ancestors, criterion]),
    ...quoted.flatMap(({ above }) => above),
  ]);
  for (const level of ['SOURCE', 'CHAPTER', 'TOPIC', 'CRITERION']) {
    await run('write/guidelines', { guidelines: distinct(nodes.filter((node) => node.level === level)) });
  }
}

async function writeCitations(run: Run, findings: readonly FindingRecord[]): Promise<void> {
  await run('write/citations', {
    citations: findings.flatMap(({ id, citations: cited }) =>
      cited.flatMap(({ edges }) => edges.map((edge) => ({ findingId: id, ...edge }))),
    ),
  });
}

async function writeAppliedCriteria(run: Run, findings: readonly FindingRecord[]): Promise<void> {
  await run('write/applied-criteria', {
    applied: findings.flatMap(({ id, applied }) =>
      applied.map(({ nodes, properties }) => ({
        findingId: id,
        criterionId: nodes.criterion.id,
        properties,
      })),
    ),
  });
}

/** The criteria are compared behind a lock, so that two writers cannot both hold one of them to be new. */
async function writeQuotations(run: Run, findings: readonly FindingRecord[]): Promise<void> {
  const quoted = findings.flatMap((finding) => finding.quoted);
  if (quoted.length === 0) return;
  const parentIds = [...new Set(quoted.flatMap(({ above }) => above.at(-1)?.id ?? []))].sort();
  const known = await run<KnownCriterion>('write/lock-quoted-criteria', { parentIds });
  const { creations, edges } = planQuotations(findings, known);
  await run('write/guidelines', { guidelines: distinct(creations) });
  await run('write/quotations', { quotations: edges });
}

/** Takes away shared nodes that the replaced cases alone had held; a guideline's parents follow upwards. */
async function prune(run: Run, removed: Removed | undefined): Promise<void> {
  if (removed === undefined) return;
  await run('write/prune-items', { ids: removed.items });
  await run('write/prune-reviewers', { ids: removed.reviewers });
  let ids = removed.guidelines;
  while (ids.length > 0) {
    const parents = await run<{ parentId: string }>('write/prune-guidelines', { ids });
    ids = parents.map(({ parentId }) => parentId);
  }
}

function distinct<Node extends { readonly id: string }>(nodes: readonly Node[]): Node[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
