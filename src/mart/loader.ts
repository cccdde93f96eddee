import { ImrError } from '../common/errors.js';
import { parts } from '../common/parts.js';
import type { GraphClient } from '../graph/client.js';
import { changesSince, currentVersion, type GraphVersion } from '../graph/version.js';
import { Dimensions } from '../star/dimensions.js';
import { allCases, casesOf, type StarCase } from '../star/letters.js';
import { streamCases } from '../star/stream.js';
import { Copying } from './copying.js';
import type { MartDatabase } from './database.js';
import { MART_TABLES, SCHEMA } from './definition.js';
import { defineMart, martState, toldBy, type Told } from './state.js';

/** Keys of cases that one statement is given. */
const KEYS_AT_ONCE = 10_000;

/** Levels of the tree of guidelines: when one goes, so may the one above it. */
const LEVELS = 4;

/** "imr" and "mart": the one loader of a mart holds this lock. */
const LOCK = [0x696d72, 0x6d617274];

export type LoadOutcome = 'unchanged' | 'followed' | 'built' | 'empty';

/** Writes the mart: each step is one transaction, so that readers see the old state or the new one. */
export class MartLoader {
  private told: Told | undefined;

  private constructor(
    private readonly graph: GraphClient,
    private readonly database: MartDatabase,
    private readonly onProgress: (cases: number) => void,
  ) {}

  /**
   * The tables are made when they are not there, or are of another definition.
   * @param onProgress told how many cases a build has read
   * @throws {ImrError} MART_BUSY while another process loads this mart.
   */
  static async open(
    graph: GraphClient,
    database: MartDatabase,
    onProgress: (cases: number) => void = () => undefined,
  ): Promise<MartLoader> {
    const [lock] = await database.runText<{ free: boolean }>(
      'SELECT pg_try_advisory_lock($1, $2) AS free',
      LOCK,
    );
    if (lock?.free !== true)
      throw new ImrError('MART_BUSY', 'Another process keeps this mart in step with the graph.');
    await defineMart(database);
    return new MartLoader(graph, database, onProgress);
  }

  /** Brings the mart to the state of the graph: by what has changed since, or anew when that is not known. */
  async catchUp(): Promise<LoadOutcome> {
    const version = await currentVersion(this.graph);
    if (version === undefined) return 'empty';
    const { version: own } = await martState(this.database);
    if (own?.token === version.token) return 'unchanged';
    const changes = own === null ? undefined : await changesSince(this.graph, own);
    if (changes === undefined) return this.build();
    await this.changing(() => this.replace(changes.cases, changes.version));
    return 'followed';
  }

  /** Makes the mart anew of all cases. What changes meanwhile is caught up with by the next `catchUp`. */
  async build(): Promise<LoadOutcome> {
    const version = await currentVersion(this.graph);
    if (version === undefined) return 'empty';
    await this.changing(async () => {
      await this.database.run('write/trust-references');
      for (const { name } of MART_TABLES.toReversed())
        await this.database.runText(`DELETE FROM ${SCHEMA}.${name}`);
      const told = { dimensions: new Dimensions(), numbers: { case: 0, finding: 0 } };
      this.told = told;
      await this.write(allCases(this.graph), version, () => ++told.numbers.case);
      await this.database.run('write/tally-guidelines', [null, 1]);
      await this.settle(version);
    });
    await this.database.runScript('VACUUM (ANALYZE)');
    return 'built';
  }

  /** The cases as they are now, in the place of what the mart has of them. */
  private async replace(ids: readonly string[], version: GraphVersion): Promise<void> {
    const known = await this.database.run<{ id: string; key: number }>('read/case-keys', [ids]);
    const keys = new Map(known.map(({ id, key }) => [id, key]));
    const { numbers } = await this.knowing();
    const held = [];
    for (const part of parts([...keys.values()], KEYS_AT_ONCE)) {
      held.push(...(await this.database.run<Held>('read/held-by-cases', [part])));
      await this.database.run('write/tally-guidelines', [part, -1]);
      await this.removeCases(part);
    }
    const written: number[] = [];
    await this.write(casesOf(this.graph, ids), version, ({ id }) => {
      const key = keys.get(id) ?? ++numbers.case;
      written.push(key);
      return key;
    });
    for (const part of parts(written, KEYS_AT_ONCE))
      await this.database.run('write/tally-guidelines', [part, 1]);
    await this.prune(held);
    await this.settle(version);
  }

  private async removeCases(keys: readonly number[]): Promise<void> {
    for (const { name, columns } of MART_TABLES.toReversed()) {
      if ('case_key' in columns)
        await this.database.runText(`DELETE FROM ${SCHEMA}.${name} WHERE case_key = ANY ($1)`, [keys]);
    }
  }

  private async write(
    pages: AsyncIterable<readonly StarCase[]>,
    { revision }: GraphVersion,
    keyOf: (letter: StarCase) => number,
  ): Promise<void> {
    const copying = new Copying(this.database);
    const { dimensions, numbers } = await this.knowing();
    const nextFinding = () => ++numbers.finding;
    await streamCases(this.graph, pages, {
      dimensions,
      put: copying.put,
      numbersOf: (letter) => ({ caseKey: keyOf(letter), nextFinding, revision }),
      onPage: async (read) => {
        if (copying.isFull) await copying.write();
        this.onProgress(read);
      },
    });
    await copying.write();
  }

  /** Takes away what only removed cases needed. */
  private async prune(held: readonly Held[]): Promise<void> {
    const { dimensions } = await this.knowing();
    await this.database.run('write/prune-tally-guidelines');
    for (const { reviewers, items, guidelines } of held) {
      for (let level = 0; level < LEVELS; level++) {
        for (const id of await this.pruned('guidelines', [guidelines])) dimensions.guidelines.delete(id);
      }
      for (const id of await this.pruned('items', [items])) dimensions.items.delete(id);
      for (const id of await this.pruned('reviewers', [reviewers])) dimensions.reviewers.delete(id);
    }
    for (const id of await this.pruned('specialties', [])) dimensions.specialties.delete(id);
  }

  private async pruned(what: string, values: readonly unknown[]): Promise<string[]> {
    return (await this.database.run<{ id: string }>(`write/prune-${what}`, values)).map(({ id }) => id);
  }

  private async settle({ revision, token }: GraphVersion): Promise<void> {
    await this.database.run('write/state', [revision, token]);
  }

  /** One transaction; when it fails, what the mart tells of is read again. */
  private async changing(work: () => Promise<void>): Promise<void> {
    try {
      await this.database.transaction(work);
    } catch (error) {
      this.told = undefined;
      throw error;
    }
  }

  private async knowing(): Promise<Told> {
    return (this.told ??= await toldBy(this.database));
  }
}

/** Keys of what cases hold. */
interface Held {
  readonly reviewers: readonly number[];
  readonly items: readonly number[];
  readonly guidelines: readonly number[];
}
