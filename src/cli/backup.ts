import type { Command } from 'commander';
import { backUp } from '../backup/backup.js';
import type { Backup } from '../backup/manifest.js';
import { restore } from '../backup/restore.js';
import type { BackupOptions } from '../backup/stopped.js';
import { readSettings } from '../common/settings.js';
import { interruptible } from './interruptible.js';

/** Adds `backup` and `restore` to the commands of the embedded engine. */
export function registerBackups(engine: Command): void {
  engine
    .command('backup')
    .description('Writes the graph into a file, with a manifest beside it; the engine is stopped for it')
    .argument('<path>', 'the file; or a folder, in which it is named by the time')
    .action((path: string) => untilEnded('backed up to', (options) => backUp(readSettings(), path, options)));
  engine
    .command('restore')
    .description('Makes the graph of a backup; the engine is stopped for it')
    .argument('<path>', 'the file; or a folder, of which the newest backup is taken')
    .option('--replace', 'also when there is a graph: the restored one takes its place once it is checked')
    .action((path: string, { replace }: { replace?: true }) =>
      untilEnded('restored', (options) =>
        restore(readSettings(), path, { ...options, replace: replace === true }),
      ),
    );
}

/** Ctrl-C gives it up: what was stopped is started again, and then the process ends. */
async function untilEnded(
  did: string,
  work: (options: Required<BackupOptions>) => Promise<Backup>,
): Promise<void> {
  const away = new Stopwatch();
  await interruptible(async (signal) => {
    const backup = await work({ signal, onPause: away.note });
    process.stdout.write(describe(did, backup, away));
  }, 'interrupted: the graph is as it was');
}

/** How long the engine was away. */
class Stopwatch {
  private began: number | undefined;
  seconds: number | undefined;

  readonly note = (isPaused: boolean): void => {
    if (isPaused) process.stderr.write('the engine is stopped: the API answers 503 until it is back\n');
    if (isPaused) this.began = performance.now();
    else this.seconds = Math.round((performance.now() - (this.began ?? 0)) / 1000);
  };
}

function describe(did: string, { file, manifest }: Backup, { seconds }: Stopwatch): string {
  const { graph, madeAt } = manifest;
  const { bytes } = manifest.file;
  const revision = graph.revision === null ? '' : `, revision ${graph.revision}`;
  return [
    `${did} ${file} (${(bytes / 1e6).toFixed(1)} MB, made ${madeAt})`,
    `graph: ${graph.cases} cases, ${graph.findings} findings, schema ${graph.schema}${revision}`,
    ...(seconds === undefined ? [] : [`the engine was away for ${seconds} s; it starts again`]),
    '',
  ].join('\n');
}
