import type { Command } from 'commander';
import { columnCheck } from '../columns/verification.js';
import { snapshotFile } from '../columns/snapshot.js';
import { printable } from '../documents/document.js';
import { GRAPH_CHECKS, verifyGraph, type DifferenceSummary } from '../graph/verification.js';
import { RECOUNTS } from '../query/recounts.js';
import { withGraph, type GraphSession } from './with-graph.js';

/** Exit code when something does not hold. */
const DIFFERS = 1;
/** In milliseconds: one page of the largest nodes, on a machine that has much else to do. */
const TIMEOUT = 120_000;

export function registerVerify(program: Command): void {
  program
    .command('verify')
    .description(
      'Checks that the graph is whole and that columns hold what it counts, and names what differs and where',
    )
    .addHelpText('after', '\nExit codes: 0 all holds, 1 something differs, or failure.')
    .action(() => withGraph(verify, { timeout: TIMEOUT }));
}

async function verify({ client, settings }: GraphSession): Promise<void> {
  await client.verify();
  const onCheck = (name: string) => {
    if (process.stderr.isTTY) process.stderr.write(`checking ${name}\n`);
  };
  const { differences, isMoving } = await verifyGraph(
    client,
    [...GRAPH_CHECKS, columnCheck(snapshotFile(settings.dataDir), RECOUNTS)],
    onCheck,
  );
  if (differences.length === 0) {
    process.stdout.write('the graph is whole\n');
    return;
  }
  process.exitCode = DIFFERS;
  process.stdout.write(differences.map(describe).join(''));
  if (isMoving) process.stdout.write('the graph was written meanwhile: verify again when nobody writes\n');
}

function describe({ check, what, count, first }: DifferenceSummary): string {
  const lines = [...first, ...(count > first.length ? [`and ${count - first.length} more`] : [])];
  return [
    `${check}: ${what}: ${count} ${count === 1 ? 'differs' : 'differ'}`,
    ...lines.map((line) => `  ${printable(line)}`),
    '',
  ].join('\n');
}
