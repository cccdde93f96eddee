import { ImrError } from '../common/errors.js';
import { isNewer, projectVersion } from '../common/project.js';
import type { GraphVersion } from '../graph/version.js';
import { Dimensions } from '../star/dimensions.js';
import type { MartDatabase } from './database.js';
import { definition, digest } from './definition.js';

/** Which state of the graph a mart shows. */
export interface MartState {
  /** Which definition of tables and views it has. */
  readonly definition: string;
  /** Which version of the project made it; null when it does not say. */
  readonly program: string | null;
  /** Null before the first load, as are the others. */
  readonly version: GraphVersion | null;
  readonly cases: number | null;
  readonly loadedAt: Date | null;
}

/** @throws {ImrError} MART_UNAVAILABLE, MART_REFUSED */
export async function martState(database: MartDatabase): Promise<MartState> {
  type Stored = Omit<MartState, 'version'> & { revision: number | null; token: string | null };
  const [state] = await database.run<Stored>('read/state');
  if (state === undefined) throw new Error('The mart has no state.');
  const { revision, token, ...others } = state;
  return { ...others, version: revision === null || token === null ? null : { revision, token } };
}

/**
 * Makes the tables and views of this program's definition, unless they are there.
 * @returns false when they were there
 * @throws {ImrError} SCHEMA_TOO_NEW for others that a newer version has made: the two would undo each other's work
 */
export async function defineMart(database: MartDatabase): Promise<boolean> {
  const text = definition();
  const own = digest(text);
  const [there] = await database.runText<{ found: string | null }>(
    `SELECT to_regclass('imr.mart_state') AS found`,
  );
  if ((there?.found ?? null) !== null) {
    const { definition: found, program } = await martState(database);
    if (found === own) return false;
    refuseNewerProgram(program);
  }
  await database.transaction(async () => {
    await database.runScript(`SET LOCAL lock_timeout = '10s'`);
    await database.runScript('DROP SCHEMA IF EXISTS imr CASCADE');
    await database.runScript(text);
    await database.runText('INSERT INTO imr.mart_state (definition, program) VALUES ($1, $2)', [
      own,
      projectVersion,
    ]);
  });
  return true;
}

function refuseNewerProgram(program: string | null): void {
  if (program === null || !isNewer(program, projectVersion)) return;
  throw new ImrError(
    'SCHEMA_TOO_NEW',
    `The mart was made by version ${program} of the project, and this is ${projectVersion}: use that one, or name another database.`,
  );
}

interface DimensionRow {
  readonly of: 'reviewers' | 'specialties' | 'items' | 'guidelines';
  readonly id: string;
  readonly key: number;
  readonly parent: number | null;
  readonly source: number | null;
  readonly chapter: string | null;
  readonly topic: string | null;
}

/** What a mart has told of: the dimensions, and the last numbers that cases and findings were given. */
export interface Told {
  readonly dimensions: Dimensions;
  readonly numbers: { case: number; finding: number };
}

export async function toldBy(database: MartDatabase): Promise<Told> {
  const dimensions = new Dimensions();
  for (const { of, id, key, parent, source, chapter, topic } of await database.run<DimensionRow>(
    'read/dimensions',
  )) {
    if (of === 'guidelines')
      dimensions.addGuideline(id, { key, parentKey: parent, sourceKey: source, chapter, topic });
    else dimensions[of].set(id, { key });
  }
  type Numbers = { cases: number; findings: number; years: readonly number[] };
  const [last] = await database.run<Numbers>('read/numbers');
  for (const year of last?.years ?? []) dimensions.years.add(year);
  return { dimensions, numbers: { case: last?.cases ?? 0, finding: last?.findings ?? 0 } };
}
