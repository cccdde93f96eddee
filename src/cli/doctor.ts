import type { Command } from 'commander';
import { printable } from '../documents/document.js';
import { examine, type Examined } from './doctor/examination.js';

/** Exit code when something is wrong. */
const WRONG = 1;

export function registerDoctor(program: Command): void {
  program
    .command('doctor')
    .description(
      'Checks a deployment, and says what is wrong and what to do; starts nothing and changes nothing',
    )
    .option('--json', 'as one JSON array')
    .addHelpText('after', '\nExit codes: 0 nothing is wrong (there may be warnings), 1 something is.')
    .action(doctor);
}

async function doctor({ json = false }: { json?: boolean }): Promise<void> {
  const all: Examined[] = [];
  for await (const examined of examine()) {
    all.push(examined);
    if (!json) process.stdout.write(`${describe(examined)}\n`);
  }
  if (json) process.stdout.write(`${JSON.stringify(all, null, 2)}\n`);
  if (all.some(({ state }) => state === 'failure')) process.exitCode = WRONG;
}

function describe({ check, state, says, remedy }: Examined): string {
  const what = `${state.padEnd(7)}  ${check}: ${says}`;
  return printable(remedy === undefined ? what : `${what} -> ${remedy}`);
}
