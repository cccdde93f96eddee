import type { Command } from 'commander';
import { printable } from '../documents/document.js';
import { migrate } from '../graph/migrations.js';
import { readTotals, type GraphTotals } from '../graph/totals.js';
import { ingest, type IngestSummary } from '../ingest/ingest.js';
import { auditedBy } from './audited.js';
import { INTERRUPTED, QUARANTINED } from './exit-codes.js';
import { progressBar } from './progress-bar.js';
import { withGraph, type GraphSession } from './with-graph.js';

/** In milliseconds: long enough for an engine that ended to be started again. */
const PATIENCE = 30_000;
/** Of one batch, in milliseconds: a machine that has much else to do takes its time. */
const TIMEOUT = 120_000;

export function registerIngest(program: Command): void {
  program
    .command('ingest')
    .description('Parses letters and writes them into the graph; what is there already is left alone')
    .argument('<path...>', 'files and folders')
    .addHelpText('after', '\nExit codes: 0 done, 2 some files were quarantined, 1 failure.')
    .action(runIngest);
}

async function runIngest(paths: string[]): Promise<void> {
  await withGraph((session) => ingestInto(session, paths), { patience: PATIENCE, timeout: TIMEOUT });
}

async function ingestInto(session: GraphSession, paths: string[]): Promise<void> {
  const { client, settings, signal } = session;
  // A database that is down from the start is not waited for.
  await client.verify();
  await migrate(client);
  signal.addEventListener('abort', () => {
    process.stderr.write('\nending after the batch under way; Ctrl-C again ends at once\n');
  });
  const progress = createProgress();
  const onProgress = process.stderr.isTTY && { onProgress: progress.show };
  const { redact } = settings;
  const read = () => ingest(client, paths, { ...onProgress, signal, redact }).finally(progress.stop);
  const summary = await auditedBy(settings)({ action: 'imr ingest' }, read, counted);
  process.stdout.write(describe(summary, await readTotals(client)));
  if (summary.quarantined.length > 0) process.exitCode = QUARANTINED;
  if (summary.interrupted) process.exitCode = INTERRUPTED;
}

/** What is noted of an ingest. */
function counted({ quarantined, ...counts }: IngestSummary): object {
  return { ...counts, quarantined: quarantined.length };
}

/** A bar on a terminal; nothing in a pipe or a log. */
function createProgress(): { show: (done: number, total: number) => void; stop: () => void } {
  const bar = progressBar('ingesting', 'files');
  return {
    show: (done, total) => {
      if (done === 0) bar.start(total, 0);
      else bar.update(done);
    },
    stop: () => {
      bar.stop();
    },
  };
}

function describe(summary: IngestSummary, totals: GraphTotals): string {
  const { files, ingested, updated, unchanged, quarantined, interrupted } = summary;
  return [
    ...quarantined.map(({ path, error }) =>
      printable(`quarantined ${path}: ${error.code}: ${error.message}`),
    ),
    `${files} files: ${ingested} ingested, ${updated} updated, ${unchanged} unchanged, ${quarantined.length} quarantined`,
    `graph: ${totals.cases} cases, ${totals.findings} findings (${totals.upheld} upheld, ${totals.overturned} overturned)`,
    ...(interrupted ? ['interrupted: run the same command again to go on'] : []),
    '',
  ].join('\n');
}
