import { InvalidArgumentError, Option, type Command } from 'commander';
import { ERAS, type Era } from '../generate/letter.js';
import { writeLetters } from '../generate/write.js';
import { wholeNumber } from './whole-number.js';

interface GenerateOptions {
  readonly letters: number;
  readonly seed: number;
  readonly out: string;
  readonly era?: Era;
  readonly noise: number;
}

/** Adds `imr generate`: invented letters with what is in them beside each. */
export function registerGenerate(program: Command): void {
  program
    .command('generate')
    .description('Writes synthetic letters, each as NAME.txt with its truth in NAME.expected.json')
    .requiredOption('--letters <number>', 'how many', wholeNumber)
    .requiredOption('--seed <number>', 'the same seed gives the same letters', wholeNumber)
    .requiredOption('--out <folder>', 'where to; it is made when it is not there')
    .addOption(new Option('--era <era>', 'letters of one template era only').choices(ERAS))
    .option('--noise <share>', 'layout noise and typing errors, from 0 (none) to 1', share, 1)
    .action(generate);
}

async function generate({ letters, out, ...recipe }: GenerateOptions): Promise<void> {
  const start = performance.now();
  await writeLetters(out, letters, recipe);
  const seconds = (performance.now() - start) / 1000;
  const rate = Math.round(letters / seconds);
  process.stderr.write(`${letters} letters in ${seconds.toFixed(1)} s (${rate}/s): ${out}\n`);
}

function share(written: string): number {
  const number = Number(written);
  if (written === '' || !(number >= 0 && number <= 1)) {
    throw new InvalidArgumentError('It must be a number from 0 to 1.');
  }
  return number;
}
