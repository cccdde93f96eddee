import { InvalidArgumentError, Option, type Command } from 'commander';
import { isGood, KeyStore, type ApiKey } from '../access/keys.js';
import { ROLES, type Role } from '../access/role.js';
import { readAccessSettings } from '../access/settings.js';
import { readSettings } from '../common/settings.js';
import { plainTable } from './table.js';
import { wholeNumber } from './whole-number.js';

/** Exit code of `revoke` when there is no such key. */
const NOT_THERE = 2;

const LONGEST_NOTE = 100;
const DAY = 86_400_000;

interface MakeOptions {
  readonly role: Role;
  readonly note: string;
  readonly days?: number;
  readonly costPerMinute?: number;
}

export function registerKeys(program: Command): void {
  const keys = program.command('keys').description('Keys with which people and programs use the API');
  keys
    .command('make')
    .description('Makes a key, and shows it this once: only its hash is kept')
    .addOption(
      new Option('--role <role>', 'reader: asks; contributor: adds letters, too; admin: removes them, too')
        .choices(ROLES)
        .makeOptionMandatory(),
    )
    .option('--note <text>', 'whose it is', note, '')
    .option('--days <n>', 'for how many days it is good (default: until it is revoked)', wholeNumber)
    .option('--cost-per-minute <n>', 'what it may spend (default: as COST_PER_MINUTE has it)', wholeNumber)
    .action(make);
  keys.command('list').description('Lists all keys').option('--json', 'as JSON').action(list);
  keys
    .command('revoke')
    .description('Revokes a key; servers that run notice it within a second')
    .argument('<id>', 'as `imr keys list` shows it')
    .addHelpText('after', '\nExit codes: 0 it is revoked, 2 there is no such key.')
    .action(revoke);
}

function openKeys(): KeyStore {
  return new KeyStore(readAccessSettings(readSettings()).keysDir);
}

function make({ role, note: whose, days, costPerMinute }: MakeOptions): void {
  const expiresAt = days === undefined ? null : new Date(Date.now() + days * DAY).toISOString();
  const { key, kept } = openKeys().make({
    role,
    note: whose,
    expiresAt,
    costPerMinute: costPerMinute ?? null,
  });
  process.stderr.write(`key ${kept.id}, role ${role}; it is shown only now:\n`);
  process.stdout.write(`${key}\n`);
}

function list({ json = false }: { readonly json?: boolean }): void {
  const keys = openKeys().list();
  if (json) {
    process.stdout.write(
      `${JSON.stringify(
        keys.map(({ hash: _, ...key }) => key),
        undefined,
        2,
      )}\n`,
    );
    return;
  }
  const table = plainTable(['id', 'role', 'note', 'made', 'state', 'cost a minute']);
  for (const key of keys)
    table.push([
      key.id,
      key.role,
      key.note,
      key.madeAt.slice(0, 10),
      stateOf(key),
      key.costPerMinute ?? 'as set',
    ]);
  process.stdout.write(keys.length === 0 ? 'no keys\n' : `${table.toString()}\n`);
}

function stateOf(key: ApiKey): string {
  const { revokedAt, expiresAt } = key;
  if (revokedAt !== null) return `revoked ${revokedAt.slice(0, 10)}`;
  if (expiresAt === null) return 'good';
  return isGood(key) ? `good until ${expiresAt.slice(0, 10)}` : 'expired';
}

function revoke(id: string): void {
  const revoked = openKeys().revoke(id);
  if (revoked === undefined) process.exitCode = NOT_THERE;
  process.stdout.write(revoked === undefined ? 'there is no such key\n' : `revoked ${revoked.id}\n`);
}

/** It is shown in a terminal. */
function note(text: string): string {
  if (text.length > LONGEST_NOTE || !/^[\p{L}\p{N}\p{P}\p{S} ]*$/u.test(text))
    throw new InvalidArgumentError(`It must be of at most ${LONGEST_NOTE} letters, figures and signs.`);
  return text;
}
