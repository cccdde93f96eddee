import type { Command } from 'commander';
import { ImrError } from '../common/errors.js';
import { readSettings } from '../common/settings.js';
import { printable } from '../documents/document.js';
import { bulkLoad, type LoadSummary } from '../load/load.js';
import type { Corpus } from '../load/reading.js';
import { auditedBy } from './audited.js';
import { QUARANTINED } from './exit-codes.js';
import { interruptible } from './interruptible.js';
import { LoadReport } from './load-report.js';
import { wholeNumber } from './whole-number.js';

interface LoadCommandOptions {
  readonly bulk: true;
  readonly replace?: true;
  readonly generate?: number;
  readonly seed: number;
}

/** Adds `imr load --bulk`: a whole corpus at once, into a new graph. */
export function registerLoad(program: Command): void {
  program
    .command('load')
    .description("Makes the embedded engine's graph anew of a whole corpus, by Neo4j's import tool")
    .argument('[path...]', 'files, archives and folders')
    .requiredOption('--bulk', 'in place of any other way: for single letters there is `imr ingest`')
    .option('--replace', 'also when the graph holds cases: the new one takes its place once it is checked')
    .option('--generate <number>', 'so many generated letters instead of files', wholeNumber)
    .option('--seed <number>', 'of the generated letters', wholeNumber, 1)
    .addHelpText(
      'after',
      '\nExit codes: 0 done, 2 some files were quarantined, 1 failure. The same command again goes on with what was interrupted.',
    )
    .action(load);
}

async function load(paths: string[], options: LoadCommandOptions): Promise<void> {
  const corpus = corpusOf(paths, options);
  const settings = readSettings();
  const report = new LoadReport();
  const replace = options.replace === true;
  const write = async (signal: AbortSignal) => {
    const make = () => bulkLoad(settings, corpus, { replace, signal, ...report.hooks });
    const summary = await auditedBy(settings)({ action: 'imr load' }, make, ({ outcomes }) => outcomes);
    process.stdout.write(describe(summary, report));
    if (summary.quarantined.length > 0) process.exitCode = QUARANTINED;
  };
  try {
    await interruptible(write, 'interrupted: run the same command again to go on');
  } finally {
    report.stop();
  }
}

/** @throws {ImrError} BAD_SETTING */
function corpusOf(paths: readonly string[], { generate, seed }: LoadCommandOptions): Corpus {
  if (generate !== undefined && paths.length === 0) return { letters: generate, recipe: { seed, noise: 1 } };
  if (generate !== undefined || paths.length === 0)
    throw new ImrError('BAD_SETTING', 'Either paths or --generate has to be given.');
  return { paths };
}

function describe({ outcomes, quarantined, counts }: LoadSummary, report: LoadReport): string {
  const { ingested, updated, unchanged } = outcomes;
  const files = ingested + updated + unchanged + quarantined.length;
  return [
    ...quarantined.map(({ path, code, message }) => printable(`quarantined ${path}: ${code}: ${message}`)),
    `${files} files: ${ingested} ingested, ${updated} updated, ${unchanged} unchanged, ${quarantined.length} quarantined`,
    `graph: ${counts.Case ?? 0} cases, ${counts.Finding ?? 0} findings`,
    ...report.lines(files),
    '',
  ].join('\n');
}
