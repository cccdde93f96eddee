import { Dimensions } from '../star/dimensions.js';
import type { MartDatabase } from './database.js';
import { definition, digest } from './definition.js';

/** Which state of the graph a mart shows. */
export interface MartState {
  /** Which definition of tables and views it has. */
  readonly definition: string;
  /** Null before the first load, as is the token. */
  readonly revision: number | null;
  readonly token: string | null;
  readonly cases: number | null;
  readonly loadedAt: Date | null;
}

/** @throws {ImrError} MART_UNAVAILABLE, MART_REFUSED */
export async function martState(database: MartDatabase): Promise<MartState> {
  const [state] = await database.run<MartState>('read/state');
  if (state === undefined) throw new Error('The mart has no state.');
  return state;
}

/**
 * Makes the tables and views of this program's definition, unless they are there.
 * @returns false when they were there
 */
export async function defineMart(database: MartDatabase): Promise<boolean> {
  const text = definition();
  const own = digest(text);
  const [there] = await database.runText<{ found: string | null }>(
    `SELECT to_regclass('imr.mart_state') AS found`,
  );
  if ((there?.found ?? null) !== null && (await martState(database)).definition === own) return false;
  await database.transaction(async () => {
    await database.runScript(`SET LOCAL lock_timeout = '10s'`);
    await database.runScript('DROP SCHEMA IF EXISTS imr CASCADE');
    await database.runScript(text);
    await database.runText('INSERT INTO imr.mart_state (definition) VALUES ($1)', [own]);
  });
  return true;
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

/** The dimensions as a mart has them. */
export async function dimensionsOf(database: MartDatabase): Promise<Dimensions> {
  const dimensions = new Dimensions();
  for (const { of, id, key, parent, source, chapter, topic } of await database.run<DimensionRow>(
    'read/dimensions',
  )) {
    if (of === 'guidelines')
      dimensions.addGuideline(id, { key, parentKey: parent, sourceKey: source, chapter, topic });
    else dimensions[of].set(id, { key });
  }
  const [numbers] = await database.run<{ years: number[] }>('read/numbers');
  for (const year of numbers?.years ?? []) dimensions.years.add(year);
  return dimensions;
}
