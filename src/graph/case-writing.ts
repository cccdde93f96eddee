import type { Run } from './client.js';
import type { CriterionNode } from './criteria.js';
import type { GuidelineNode } from './identity.js';
import { planQuotations, type KnownCriterion, type QuotationPlan } from './quotations.js';
import type { CaseRecord, FindingRecord } from './records.js';
import { toRows, type Edge } from './rows.js';

/** Cases that go to the database in one statement: it carries out one while the next is made ready. */
const CASES_AT_ONCE = 100;

const LEVELS = ['SOURCE', 'CHAPTER', 'TOPIC', 'CRITERION'] as const;

/** Writes cases that hold nothing, with all that they lead to. Whoever asks for it holds the lock of the graph. */
export async function writeRecords(run: Run, records: readonly CaseRecord[]): Promise<void> {
  if (records.length === 0) return;
  const findings = records.flatMap((record) => record.findings);
  await writeSharedNodes(run, records, findings);
  const quoted = await writeQuotedCriteria(run, findings);
  await Promise.all(inParts(records).map((part) => run('write/cases', { batch: toRows(part, quoted) })));
}

function inParts(records: readonly CaseRecord[]): (readonly CaseRecord[])[] {
  const parts: (readonly CaseRecord[])[] = [];
  for (let i = 0; i < records.length; i += CASES_AT_ONCE) parts.push(records.slice(i, i + CASES_AT_ONCE));
  return parts;
}

/** Creates the reviewers, items and guidelines that are not there yet. Nearly all are: so it is asked first. */
async function writeSharedNodes(
  run: Run,
  records: readonly CaseRecord[],
  findings: readonly FindingRecord[],
): Promise<void> {
  const reviewers = distinct(records.map(({ reviewer }) => reviewer));
  const items = distinct(findings.map(({ item }) => item));
  const guidelines = distinct(findings.flatMap(guidelinesOf));
  const nodes = { reviewers: idsOf(reviewers), items: idsOf(items), guidelines: idsOf(guidelines) };
  const rows = await run<{ id: string }>('read/missing-nodes', { nodes });
  const missing = new Set(idsOf(rows));
  const isMissing = ({ id }: { readonly id: string }) => missing.has(id);
  await create(run, 'write/reviewers', { reviewers: reviewers.filter(isMissing) });
  await create(run, 'write/items', { items: items.filter(isMissing) });
  await writeGuidelines(run, guidelines.filter(isMissing));
}

/** All nodes that a finding leads to but the criteria that it quotes, which are known only beside those of other letters. */
export function guidelinesOf({
  citations,
  applied,
  quoted,
}: FindingRecord): (GuidelineNode | CriterionNode)[] {
  return [
    ...citations.flatMap(({ guidelines: { ancestors, targets } }) => [...ancestors, ...targets]),
    ...applied.flatMap(({ nodes: { ancestors, criterion } }) => [...ancestors, criterion]),
    ...quoted.flatMap(({ above }) => above),
  ];
}

/** One level at a time, so that every parent exists before its children look for it. */
async function writeGuidelines(run: Run, nodes: readonly (GuidelineNode | CriterionNode)[]): Promise<void> {
  for (const level of LEVELS) {
    await create(run, 'write/guidelines', { guidelines: nodes.filter((node) => node.level === level) });
  }
}

/**
 * Creates the quoted criteria that are new. They are compared behind the lock of the graph, so that two writers cannot both
 * hold one of them to be new.
 * @returns by id of the finding: edges to the criteria that it quotes
 */
async function writeQuotedCriteria(
  run: Run,
  findings: readonly FindingRecord[],
): Promise<ReadonlyMap<string, readonly Edge[]>> {
  const quoted = findings.flatMap((finding) => finding.quoted);
  if (quoted.length === 0) return new Map();
  const parentIds = [...new Set(quoted.flatMap(({ above }) => above.at(-1)?.id ?? []))].sort();
  const known = await run<KnownCriterion>('read/quoted-criteria-below', { parentIds });
  const { creations, edges } = planQuotations(findings, known);
  await writeGuidelines(run, distinct(creations));
  return byFinding(edges);
}

function byFinding(edges: QuotationPlan['edges']): ReadonlyMap<string, readonly Edge[]> {
  const groups = new Map<string, Edge[]>();
  for (const { findingId, criterionId, properties } of edges) {
    const group = groups.get(findingId) ?? [];
    group.push({ guidelineId: criterionId, properties });
    groups.set(findingId, group);
  }
  return groups;
}

/** Runs a statement for rows, if there are any. */
async function create(run: Run, name: string, parameters: Readonly<Record<string, readonly object[]>>) {
  if (Object.values(parameters).some((rows) => rows.length > 0)) await run(name, parameters);
}

const idsOf = (nodes: readonly { readonly id: string }[]): string[] => nodes.map(({ id }) => id);

/** Sorted, so that all writers take locks in one order. */
function distinct<Node extends { readonly id: string }>(nodes: readonly Node[]): Node[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
