import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { readSettings } from '../common/settings.js';
import { readCorpus } from '../corpus/read-corpus.js';
import { isRejection } from '../documents/document.js';
import { FORMATS, type Format } from './formats.js';
import type { Printed } from './printed.js';
import { reportRejection } from './rejections.js';

const MOST_WORKERS = 256;

interface ParseOptions {
  readonly format: Format;
  readonly withText?: true;
  readonly workers?: number;
}

/** Adds `imr parse`: letters in, documents on standard output, without any database. */
export function registerParse(program: Command): void {
  const format = new Option(
    '--format <format>',
    'one JSON document a line, a JSON array, a table of findings, or a page of letters with their facts marked',
  )
    .choices(Object.keys(FORMATS))
    .default(process.stdout.isTTY ? 'table' : 'jsonl', 'table on a terminal, else jsonl');
  program
    .command('parse')
    .description('Parses letters and prints what they say, without any database')
    .argument('<path...>', 'letters (.txt, .pdf, .html, .docx), zip archives and folders of them')
    .addOption(format)
    .option('--with-text', 'print the cleaned text too, which all spans point into')
    .option('--workers <n>', 'threads that read letters (default: one a processor)', toWorkers)
    .addHelpText('after', '\nExit codes: 0 all files were read, 2 some were rejected, 1 failure.')
    .action(parse);
}

async function parse(paths: readonly string[], { format, withText, workers }: ParseOptions): Promise<void> {
  const documents = readAll(paths, withText === true || format === 'html', workers);
  await pipeline(Readable.from(FORMATS[format](documents)), process.stdout, { end: false });
}

/** The documents in input order; each file that gives none is reported on standard error. */
async function* readAll(
  paths: readonly string[],
  withText: boolean,
  workers: number | undefined,
): AsyncGenerator<Printed> {
  const { redact } = readSettings();
  for await (const outcome of readCorpus(paths, { workers, redact })) {
    if (isRejection(outcome)) {
      reportRejection(outcome);
    } else {
      const { text, ...document } = outcome;
      yield withText ? { ...document, text } : document;
    }
  }
}

function toWorkers(value: string): number {
  const workers = Number(value);
  if (!Number.isInteger(workers) || workers < 1 || workers > MOST_WORKERS) {
    throw new InvalidArgumentError(`Expected a number from 1 to ${MOST_WORKERS}.`);
  }
  return workers;
}
