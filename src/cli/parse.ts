import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Option, type Command } from 'commander';
import { isRejection } from '../documents/document.js';
import { listFiles } from '../documents/files.js';
import { readDetermination } from '../ingest/read-determination.js';
import { FORMATS, type Format, type Printed } from './formats.js';

/** Exit code when every file was looked at, but some could not be used. */
const REJECTED = 2;

interface ParseOptions {
  readonly format: Format;
  readonly withText?: true;
}

/** Adds `imr parse`: letters in, documents on standard output, without any database. */
export function registerParse(program: Command): void {
  const format = new Option(
    '--format <format>',
    'one JSON document a line, a JSON array, or a table of findings',
  )
    .choices(Object.keys(FORMATS))
    .default(process.stdout.isTTY ? 'table' : 'jsonl', 'table on a terminal, else jsonl');
  program
    .command('parse')
    .description('Parses letters and prints what they say, without any database')
    .argument('<path...>', 'letters (.txt, .pdf) and folders of them')
    .addOption(format)
    .option('--with-text', 'print the cleaned text too, which all spans point into')
    .addHelpText('after', '\nExit codes: 0 all files were read, 2 some were rejected, 1 failure.')
    .action(parse);
}

async function parse(paths: readonly string[], { format, withText }: ParseOptions): Promise<void> {
  const documents = readAll(paths, withText === true);
  await pipeline(Readable.from(FORMATS[format](documents)), process.stdout, { end: false });
}

/** The documents in input order; each file that gives none is reported on standard error. */
async function* readAll(paths: readonly string[], withText: boolean): AsyncGenerator<Printed> {
  for (const path of await listFiles(paths)) {
    const result = await readDetermination(path);
    if (isRejection(result)) {
      process.stderr.write(`imr: ${result.error.code}: ${result.path}: ${result.error.message}\n`);
      process.exitCode = REJECTED;
    } else {
      const { text, ...document } = result;
      yield withText ? { ...document, text } : document;
    }
  }
}
