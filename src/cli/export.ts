import { Option, type Command } from 'commander';
import { exportStar, FORMS, type FormName } from '../export/export.js';
import { readTotals } from '../graph/totals.js';
import { progressBar } from './progress-bar.js';
import { withGraph, type GraphSession } from './with-graph.js';

/** In milliseconds: a page of the largest letters, on a machine that has much else to do. */
const TIMEOUT = 120_000;

interface Options {
  readonly format: FormName;
  readonly out?: string;
}

export function registerExport(program: Command): void {
  program
    .command('export')
    .description(
      'Writes the star schema as flat files, a file for each table, with a datapackage.json that describes them',
    )
    .addOption(
      new Option('--format <format>', 'form of the files').choices(Object.keys(FORMS)).makeOptionMandatory(),
    )
    .option('--out <folder>', 'where to; it must not be there yet (default: imr-FORMAT)')
    .action((options: Options) => withGraph((session) => run(session, options), { timeout: TIMEOUT }));
}

async function run(
  { client, signal }: GraphSession,
  { format, out = `imr-${format}` }: Options,
): Promise<void> {
  const bar = progressBar('exporting', 'cases');
  bar.start((await readTotals(client)).cases, 0);
  const onProgress = (cases: number) => {
    bar.update(cases);
  };
  const summary = await exportStar(client, { form: format, folder: out, onProgress, signal }).finally(() => {
    bar.stop();
  });
  for (const { file, rows, bytes } of summary.tables) {
    process.stdout.write(`${out}/${file}: ${rows} rows, ${bytes} bytes\n`);
  }
  if (summary.isMixed)
    process.stderr.write(
      'The graph was changed meanwhile: the files may show cases of different states of it.\n',
    );
}
