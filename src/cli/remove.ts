import { rm } from 'node:fs/promises';
import type { Command } from 'commander';
import { snapshotFile } from '../columns/snapshot.js';
import { printable } from '../documents/document.js';
import { migrate } from '../graph/migrations.js';
import { removeCase } from '../graph/removal.js';
import { auditedBy } from './audited.js';
import { withGraph, type GraphSession } from './with-graph.js';

/** Exit code when some of the cases were not there. */
const NOT_THERE = 2;

export function registerRemove(program: Command): void {
  program
    .command('remove')
    .description('Removes cases from the graph, with all that no other case needs')
    .argument('<case...>', 'case numbers, or ids of cases without one (sha256:…)')
    .addHelpText('after', '\nExit codes: 0 done, 2 some cases were not in the graph, 1 failure.')
    .action((ids: string[]) => withGraph((session) => removeCases(session, ids)));
}

async function removeCases(session: GraphSession, ids: readonly string[]): Promise<void> {
  const { client, settings, signal } = session;
  await client.verify();
  await migrate(client);
  // It may hold labels of them; a server that runs writes it anew.
  await rm(snapshotFile(settings.dataDir), { force: true });
  const audited = auditedBy(settings);
  for (const id of ids) {
    if (signal.aborted) return;
    const removed = await audited(
      { action: 'imr remove', case: id },
      () => removeCase(client, id),
      (gone) => ({ outcome: gone === null ? 'NO_SUCH_CASE' : 'REMOVED' }),
    );
    if (removed === null) process.exitCode = NOT_THERE;
    const told = removed === null ? 'is not in the graph' : `removed, with ${removed.findings} findings`;
    process.stdout.write(`${printable(id)}: ${told}\n`);
  }
}
