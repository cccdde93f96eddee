import { ImrError, messageOf } from '../../common/errors.js';
import type { GraphClient } from '../../graph/client.js';
import { pendingMigrations, refuseNewerSchema, newestSchema } from '../../graph/migrations.js';
import { readTotals } from '../../graph/totals.js';
import { currentVersion } from '../../graph/version.js';
import { INDEX_CHECK } from '../../graph/verification.js';
import { failure, ok, warning, type Check, type Finding } from './check.js';

/** Seconds by which the clocks of this machine and of the graph's may differ. */
const CLOCKS = 30;

/** What the graph has to be, once it is reached. */
export function graphChecks(client: GraphClient): Check[] {
  const checks: Record<string, () => Promise<Finding>> = {
    graph: () => reached(client),
    schema: () => schema(client),
    indexes: () => indexes(client),
    counts: () => counts(client),
    clock: () => clock(client),
  };
  return Object.entries(checks).map(([name, run]) => ({ name, run: () => translated(run) }));
}

async function translated(run: () => Promise<Finding>): Promise<Finding> {
  try {
    return await run();
  } catch (error) {
    const code = error instanceof ImrError ? error.code : 'UNEXPECTED';
    return failure(`${code}: ${messageOf(error)}`, REMEDIES[code] ?? 'see docs/errors.md');
  }
}

const REMEDIES: Readonly<Record<string, string>> = {
  DATABASE_UNAVAILABLE: 'start Neo4j, and see that NEO4J_URI is its address',
  DATABASE_REFUSED: 'set NEO4J_USER and NEO4J_PASSWORD to what Neo4j knows',
  SCHEMA_TOO_NEW: 'run the version of the project that migrated the graph',
  MIGRATION_FAILED: 'use the files of cypher/migrations as they were released',
};

async function reached(client: GraphClient): Promise<Finding> {
  await client.verify();
  const { cases, findings } = await readTotals(client);
  return ok(`answers: ${cases} cases, ${findings} findings`);
}

async function schema(client: GraphClient): Promise<Finding> {
  await refuseNewerSchema((name) => client.read(name));
  const missing = await pendingMigrations(client);
  if (missing.length === 0) return ok(`version ${newestSchema()}`);
  const names = missing.map(({ name }) => name).join(', ');
  return warning(`not applied yet: ${names}`, 'the next `imr serve`, `start` or `ingest` applies them');
}

async function indexes(client: GraphClient): Promise<Finding> {
  const wrong: string[] = [];
  for await (const differences of INDEX_CHECK.run(client))
    wrong.push(...differences.map(({ where }) => where));
  if (wrong.length === 0) return ok('all online');
  return failure(
    `not online: ${wrong.join(', ')}`,
    'one that is being built takes minutes on a large graph; `imr serve` makes one that is missing only with its migration: restore a backup, or create it by hand from cypher/migrations',
  );
}

/** Numbers that the store keeps anyway; `imr verify` looks at every node. */
async function counts(client: GraphClient): Promise<Finding> {
  const rows = await client.read<{ kind: string; count: number }>('read/kind-counts');
  const number = new Map(rows.map(({ kind, count }) => [kind, count]));
  const of = (kind: string) => number.get(kind) ?? 0;
  const { findings, upheld, overturned } = await readTotals(client);
  const same: [string, number, number][] = [
    ['findings, and those upheld or overturned', findings, upheld + overturned],
    ['findings, and findings of cases', findings, of('HAS_FINDING')],
    ['findings, and items decided on', findings, of('DECIDES')],
    ['cases, and cases with a reviewer', of('Case'), of('REVIEWED')],
  ];
  const wrong = same.filter(([, one, other]) => one !== other);
  if (wrong.length === 0) return ok(`${of('Case')} cases and ${findings} findings hang together`);
  const told = wrong.map(([what, one, other]) => `${what}: ${one}, ${other}`).join('; ');
  return failure(
    told,
    '`imr verify` names what differs and where; then ingest these letters again, or restore a backup',
  );
}

/** What was read of the graph is known to be whole by the time of its last change. */
async function clock(client: GraphClient): Promise<Finding> {
  const asked = Date.now();
  const [row] = await client.read<{ now: number; movedAt: number | null }>('read/clock');
  const { now = asked, movedAt = null } = row ?? {};
  const apart = Math.round(Math.abs(now - (asked + Date.now()) / 2) / 1000);
  if (apart > CLOCKS)
    return failure(`the clock of Neo4j is ${apart} s from that of this machine`, 'set both by NTP');
  if (movedAt !== null && movedAt > now + CLOCKS * 1000)
    return failure(
      `the graph was last changed in ${Math.round((movedAt - now) / 1000)} s from now`,
      'a clock was wrong, or is: set it by NTP; until that time nothing that is read is kept by clients',
    );
  const version = await currentVersion(client);
  return ok(`as Neo4j's${version === undefined ? '' : `; revision ${version.revision}`}`);
}
