import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { ImrError } from '../common/errors.js';

/** As whom PostgreSQL runs. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** In the order in which they are tried. */
const NAMES = ['postgres', 'nobody'];

/**
 * PostgreSQL refuses to run as root; it then runs as another user. Undefined: as the user of this process.
 * @throws {ImrError} POSTGRES_FAILED when root finds no other user.
 */
export function otherAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of NAMES) {
    const account = accountOf(name);
    if (account !== undefined) return account;
  }
  throw new ImrError(
    'POSTGRES_FAILED',
    `PostgreSQL does not run as root, and there is no user ${NAMES.join(' or ')}.`,
  );
}

/** Where its files are: below the data directory; as another user, where that user may reach them. */
export function filesFolder(dataDir: string, account: Account | undefined): string {
  if (account === undefined) return join(dataDir, 'postgres');
  const digest = createHash('sha256').update(dataDir).digest('hex').slice(0, 16);
  return join('/var/lib/imr-graph', digest);
}

function accountOf(name: string): Account | undefined {
  try {
    const id = (option: string) =>
      Number(execFileSync('id', [option, name], { encoding: 'utf8', stdio: 'pipe' }));
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
}
