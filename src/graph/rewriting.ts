import { ImrError } from '../common/errors.js';
import type { Determination } from '../normalise/determination.js';
import { writeRecords } from './case-writing.js';
import { clearCases, prune } from './clearing.js';
import type { GraphClient, Run } from './client.js';
import { lockGraph } from './lock.js';
import { planWrites, type CaseState } from './plan.js';
import { toCaseRecord } from './records.js';
import { moveVersion } from './version.js';
import { toWrittenCase, type WrittenCase } from './writer.js';

/** A case, and the text of it that was read again. */
export interface StoredText {
  readonly id: string;
  readonly text: string;
}

/**
 * Writes what a case's own text says to the present parser, in one transaction. The records of its files stay as they are: a
 * newer parser may make more of them than of the text, so that an ingest must read them again. Where the new reading gives
 * the case another id, the case moves there.
 * @throws {ImrError} CASE_CHANGED when the case is gone, or has another text by now
 */
export async function rewriteCase(
  client: GraphClient,
  { id, text }: StoredText,
  determination: Determination,
): Promise<WrittenCase> {
  const record = toCaseRecord(determination);
  const hasMoved = record.id !== id;
  const ids = [...new Set([id, record.id])].sort();
  let first: WrittenCase | undefined;
  return client.write('rewrite-case', async (run) => {
    await lockGraph(run);
    const states = await run<CaseState>('read/case-states', { ids });
    if (first === undefined) await refuseChanged(run, { id, text });
    const plan = planWrites(states, [record]);
    const replaced = plan.replacements.map((replacement) => replacement.id);
    const cleared = await clearCases(run, hasMoved ? [...replaced, id] : replaced);
    const changes = [...plan.creations, ...plan.replacements];
    await writeRecords(run, changes);
    if (hasMoved) await move(run, id, record.id);
    const removed = { ...(await prune(run, cleared)), documents: 0 };
    if (changes.length > 0 || hasMoved) await moveVersion(run, ids);
    const outcome = hasMoved ? 'updated' : (plan.outcomes[0] ?? 'unchanged');
    const previous = states.find((state) => state.id === id);
    // As in `writeDeterminations`: what the first attempt did is what counts.
    first ??= toWrittenCase(record, { outcome, previous, removed });
    return first;
  });
}

async function refuseChanged(run: Run, { id, text }: StoredText): Promise<void> {
  const [current] = await run<StoredText>('read/case-texts', { ids: [id] });
  if (current?.text !== text)
    throw new ImrError('CASE_CHANGED', 'the case has another text by now, or is gone');
}

async function move(run: Run, from: string, to: string): Promise<void> {
  await run('write/move-documents', { from, to });
  await run('write/remove-case', { id: from });
}
