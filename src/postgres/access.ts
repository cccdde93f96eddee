import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../common/whole-file.js';
import { clientOf } from './client.js';
import { newPassword, scramVerifier } from './scram.js';
import { administratorUrl, urlOf, type Postgres } from './server.js';

export const DATABASE = 'imr';
const LOADER = 'imr_loader';

/** What `sql/write/trust-references.sql` needs; before PostgreSQL 15 nobody but the administrator may have it. */
const ALLOW_TRUST = `DO $$ BEGIN
  IF current_setting('server_version_num')::integer >= 150000 THEN
    GRANT SET ON PARAMETER session_replication_role TO ${LOADER};
  END IF;
END $$`;

/** How a mart's database is reached. The addresses hold passwords: they are neither shown nor logged. */
export interface Access {
  /** As whom roles are made. */
  readonly administrator: string;
  /** As whom the mart is written. */
  readonly loader: string;
}

/** The access to a managed PostgreSQL: its database and its loader are made unless they are there. */
export async function managedAccess(postgres: Postgres): Promise<Access> {
  const client = clientOf(administratorUrl(postgres, 'postgres'));
  const password = loaderPassword(postgres.folder);
  await client.connect();
  try {
    if ((await client.query('SELECT FROM pg_roles WHERE rolname = $1', [LOADER])).rowCount === 0)
      await client.query(`CREATE ROLE ${LOADER} LOGIN`);
    // Each time: had this process been killed between the two, the role would have none.
    const verifier = client.escapeLiteral(scramVerifier(password));
    await client.query(`ALTER ROLE ${LOADER} NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD ${verifier}`);
    await client.query(ALLOW_TRUST);
    if ((await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE])).rowCount === 0)
      await client.query(`CREATE DATABASE ${DATABASE} OWNER ${LOADER} TEMPLATE template0 ENCODING 'UTF8'`);
    await client.query(`REVOKE ALL ON DATABASE ${DATABASE} FROM PUBLIC`);
  } finally {
    await client.end();
  }
  return accessTo(postgres);
}

/** The access to a managed PostgreSQL that was made before. */
export function accessTo(postgres: Postgres): Access {
  return {
    administrator: administratorUrl(postgres, DATABASE),
    loader: urlOf(postgres.address, LOADER, loaderPassword(postgres.folder), DATABASE),
  };
}

function loaderPassword(folder: string): string {
  const file = join(folder, 'loader-password');
  if (!existsSync(file)) writeWhole(file, newPassword());
  return readFileSync(file, 'utf8');
}
