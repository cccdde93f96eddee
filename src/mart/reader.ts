import { newPassword, scramVerifier } from '../postgres/scram.js';
import type { MartDatabase } from './database.js';

export const READER = 'imr_reader';

/** What a reader may take: a question of so long, a transaction left open for so long. */
const SETTINGS: Readonly<Record<string, string>> = {
  default_transaction_read_only: 'on',
  statement_timeout: '5min',
  idle_in_transaction_session_timeout: '30min',
  search_path: 'imr',
};

/**
 * Makes the role that may read the mart and nothing else, unless it is there.
 * @param database as a role that may make roles
 * @returns its password when it is new: to be shown once, it is kept nowhere; undefined when the role was there
 */
export async function createReader(database: MartDatabase): Promise<string | undefined> {
  const [role] = await database.runText('SELECT FROM pg_roles WHERE rolname = $1', [READER]);
  if (role !== undefined) {
    await allow(database);
    return undefined;
  }
  return database.transaction(async () => {
    await database.runScript(`CREATE ROLE ${READER} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE`);
    const quoted = (text: string) => database.client.escapeLiteral(text);
    for (const [name, value] of Object.entries(SETTINGS))
      await database.runScript(`ALTER ROLE ${READER} SET ${name} = ${quoted(value)}`);
    await allow(database);
    return renewReader(database);
  });
}

/** Gives the reader another password, and tells it; who is connected stays so. */
export async function renewReader(database: MartDatabase): Promise<string> {
  const password = newPassword();
  const verifier = database.client.escapeLiteral(scramVerifier(password));
  await database.runScript(`ALTER ROLE ${READER} PASSWORD ${verifier}`);
  return password;
}

/** The schema's tables are granted where they are made (sql/grants.sql). */
async function allow(database: MartDatabase): Promise<void> {
  const [{ name } = { name: '' }] = await database.runText<{ name: string }>(
    'SELECT current_database() AS name',
  );
  await database.runScript(
    `GRANT CONNECT ON DATABASE ${database.client.escapeIdentifier(name)} TO ${READER}`,
  );
}
