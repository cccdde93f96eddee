import type { Run } from './client.js';
import { refuseNewerSchema } from './migrations.js';

/**
 * Waits until no other transaction writes or removes cases, and keeps all others waiting until this one ends. To be run first of
 * all. Whoever reads waits for nobody.
 * @throws {ImrError} SCHEMA_TOO_NEW
 */
export async function lockGraph(run: Run): Promise<void> {
  await run('write/lock-graph');
  await refuseNewerSchema(run);
}
