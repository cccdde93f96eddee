import { InvalidArgumentError, Option, type Command } from 'commander';
import { readCorpus } from '../corpus/read-corpus.js';
import { isRejection } from '../documents/document.js';
import type { Citation } from '../normalise/determination.js';
import { resolveWords } from '../normalise/party.js';
import { UnresolvedTally, type UnresolvedMention } from '../normalise/unresolved.js';
import { reportRejection } from './rejections.js';
import { plainTable } from './table.js';

/** Characters of a mention that a table shows. */
const SHOWN = 80;

type Format = 'table' | 'json';
interface FormatOption {
  readonly format: Format;
}

/** Adds `imr catalogue`: what the guideline catalogue makes of words, without any database. */
export function registerCatalogue(program: Command): void {
  const catalogue = program.command('catalogue').description('The catalogue of guidelines');
  catalogue
    .command('unresolved')
    .description('Counts the citations in letters that the catalogue does not resolve to one guideline')
    .argument('<path...>', 'letters, zip archives and folders of them')
    .addOption(formatOption())
    .addHelpText('after', '\nExit codes: 0 all files were read, 2 some were rejected, 1 failure.')
    .action(unresolved);
  catalogue
    .command('resolve')
    .description('Says which guidelines a guideline line, a sentence or a name means')
    .argument('<text>', 'the words, in quotation marks')
    .option('--as-of <date>', 'a day (yyyy-mm-dd) on which they were written', toDay)
    .addOption(formatOption())
    .action(resolve);
}

function formatOption(): Option {
  return new Option('--format <format>', 'a table, or a JSON array')
    .choices(['table', 'json'])
    .default('table');
}

async function unresolved(paths: readonly string[], { format }: FormatOption): Promise<void> {
  const tally = new UnresolvedTally();
  for await (const outcome of readCorpus(paths)) {
    if (isRejection(outcome)) reportRejection(outcome);
    else tally.add(outcome);
  }
  const mentions = tally.mentions();
  if (format === 'json') {
    process.stdout.write(asJson(mentions));
    return;
  }
  const total = mentions.reduce((sum, { count }) => sum + count, 0);
  process.stdout.write(mentionTable(mentions));
  process.stdout.write(`${total} of ${tally.citations} citations are not resolved\n`);
}

function resolve(text: string, { format, asOf }: FormatOption & { readonly asOf?: string }): void {
  const citations = resolveWords(text, asOf ?? null);
  if (format === 'json') {
    process.stdout.write(asJson(citations.map(({ role, ...citation }) => citation)));
  } else if (citations.length === 0) {
    process.stdout.write('the words name no guideline\n');
  } else {
    process.stdout.write(citationTable(citations));
  }
}

function mentionTable(mentions: readonly UnresolvedMention[]): string {
  const table = plainTable(['count', 'resolution', 'role', 'source', 'mention', 'candidates', 'example']);
  for (const { count, resolution, role, source, mention, candidates, example } of mentions) {
    const named = source === mention ? '' : shortened(source);
    table.push([count, resolution, role, named, shortened(mention), candidates.join('\n'), example]);
  }
  return mentions.length > 0 ? `${table.toString()}\n` : '';
}

function citationTable(citations: readonly Citation[]): string {
  const table = plainTable(['resolution', 'guideline', 'pages', 'candidates', 'words']);
  for (const citation of citations) {
    const { resolution, candidates, raw, pages, tables } = citation;
    const places = [...pages, ...tables.map((one) => `Table ${one}`)].join(', ');
    table.push([resolution, guidelineOf(citation), places, candidates.join('\n'), shortened(raw)]);
  }
  return `${table.toString()}\n`;
}

/** "MTUS > Low Back Complaints (2004) > Special Studies; Summary"; nothing where it is not resolved. */
function guidelineOf({ resolution, source, chapter, edition, topics }: Citation): string {
  if (resolution !== 'RESOLVED') return '';
  const title = chapter === null || edition === null ? chapter : `${chapter} (${edition})`;
  return [source, title, topics.join('; ')].filter((part) => part !== null && part !== '').join(' > ');
}

function shortened(words: string): string {
  return words.length > SHOWN ? `${words.slice(0, SHOWN - 1)}…` : words;
}

function asJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function toDay(value: string): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(value) || Number.isNaN(Date.parse(value))) {
    throw new InvalidArgumentError('Expected a day such as 2017-12-01.');
  }
  return value;
}
