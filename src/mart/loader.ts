import { ImrError } from '../common/errors.js';
import type { GraphClient } from '../graph/client.js';
import { currentVersion, readChanges, type GraphVersion } from '../graph/version.js';
import { Dimensions } from '../star/dimensions.js';
import { allCases, casesOf, type StarCase } from '../star/letters.js';
import { streamCases } from '../star/stream.js';
import { Copying } from './copying.js';
import type { MartDatabase } from './database.js';
import { MART_TABLES, SCHEMA } from './definition.js';
import { defineMart, dimensionsOf, martState, type MartState } from './state.js';

/** Keys of cases that one statement is given. */
const KEYS_AT_ONCE = 10_000;

/** Levels of the tree of guidelines: when one goes, so may the one above it. */
const LEVELS = 4;

/** "imr" and "mart": the one loader of a mart holds this lock. */
const LOCK = [0x696d72, 0x6d617274];

export type LoadOutcome = 'unchanged' | 'followed' | 'built' | 'empty';

/** Writes the mart: each step is one transaction, so that readers see the old state or the new one. */
export class MartLoader {
  private dimensions: Dimensions | undefined;
  private numbers = { case: 0, finding: 0 };

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
    const state = await martState(this.database);
    if (state.token === version.token) return 'unchanged';
    const changes = await this.changesSince(state);
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
      this.dimensions = new Dimensions();
      this.numbers = { case: 0, finding: 0 };
      await this.write(allCases(this.graph), version, () => ++this.numbers.case);
      await this.database.run('write/tally-guidelines', [null, 1]);
      await this.settle(version);
    });
    await this.database.runScript('VACUUM (ANALYZE)');
    return 'built';
  }

  /** Undefined when the log of changes does not tell. */
  private async changesSince({
    revision,
    token,
  }: MartState): Promise<{ cases: readonly string[]; version: GraphVersion } | undefined> {
    if (revision === null) return undefined;
    const [own, ...changes] = await readChanges(this.graph, revision);
    const last = changes.at(-1);
    if (own?.token !== token || last === undefined) return undefined;
    const cases = new Set<string>();
    for (const change of changes) {
      if (change.cases === null) return undefined;
      for (const id of change.cases) cases.add(id);
    }
    return { cases: [...cases], version: { revision: last.revision, token: last.token } };
  }

  /** The cases as they are now, in the place of what the mart has of them. */
  private async replace(ids: readonly string[], version: GraphVersion): Promise<void> {
    const known = await this.database.run<{ id: string; key: number }>('read/case-keys', [ids]);
    const keys = new Map(known.map(({ id, key }) => [id, key]));
    const removed = [...keys.values()];
    const held = [];
    for (const part of parts(removed)) {
      held.push(...(await this.database.run<Held>('read/held-by-cases', [part])));
      await this.database.run('write/tally-guidelines', [part, -1]);
      await this.removeCases(part);
    }
    const written: number[] = [];
    await this.write(casesOf(this.graph, ids), version, ({ id }) => {
      const key = keys.get(id) ?? ++this.numbers.case;
      written.push(key);
      return key;
    });
    for (const part of parts(written)) await this.database.run('write/tally-guidelines', [part, 1]);
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
    const nextFinding = () => ++this.numbers.finding;
    await streamCases(this.graph, pages, {
      dimensions: await this.knownDimensions(),
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
    const dimensions = await this.knownDimensions();
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

  /** One transaction; when it fails, what was told of dimensions is read again. */
  private async changing(work: () => Promise<void>): Promise<void> {
    try {
      await this.database.transaction(work);
    } catch (error) {
      this.dimensions = undefined;
      throw error;
    }
  }

  private async knownDimensions(): Promise<Dimensions> {
    if (this.dimensions === undefined) {
      this.dimensions = await dimensionsOf(this.database);
      const [last] = await this.database.run<{ cases: number; findings: number }>('read/numbers');
      this.numbers = { case: last?.cases ?? 0, finding: last?.findings ?? 0 };
    }
    return this.dimensions;
  }
}

/** Keys of what cases hold. */
interface Held {
  readonly reviewers: readonly number[];
  readonly items: readonly number[];
  readonly guidelines: readonly number[];
}

function* parts(keys: readonly number[]): Generator<readonly number[]> {
  for (let start = 0; start < keys.length; start += KEYS_AT_ONCE)
    yield keys.slice(start, start + KEYS_AT_ONCE);
}
