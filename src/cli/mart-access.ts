import type { Settings } from '../common/settings.js';
import { accessTo, type Access } from '../postgres/access.js';
import { runningPostgres } from '../postgres/server.js';

/** How the mart is reached: the user's own PostgreSQL, else the managed one; undefined when that does not run. */
export function martAccess({ biDatabaseUrl: own, dataDir }: Settings): Access | undefined {
  if (own !== undefined) return { administrator: own, loader: own };
  const postgres = runningPostgres(dataDir);
  return postgres && accessTo(postgres);
}
