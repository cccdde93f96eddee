import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { Neo4jError } from 'neo4j-driver';
import { answer } from '../../src/columns/answers/answers.js';
import { Follower as Columns } from '../../src/columns/follower.js';
import { Random } from '../../src/generate/random.js';
import { GraphClient, type Parameters, type Run } from '../../src/graph/client.js';
import { factsHash } from '../../src/graph/identity.js';
import { removeCase } from '../../src/graph/removal.js';
import { rewriteCase } from '../../src/graph/rewriting.js';
import { verifyGraph } from '../../src/graph/verification.js';
import { writeDeterminations } from '../../src/graph/writer.js';
import type { Determination } from '../../src/normalise/determination.js';
import { DIMENSIONS, type Dimension } from '../../src/query/dimensions.js';
import { dimensionQuestion } from '../support/column-questions.js';
import { folderOf } from '../support/folder.js';
import { differing, Follower, readFacts } from '../support/follower.js';
import { dumpGraph, emptyGraph, openClient, runCypher, testConnection } from '../support/graph.js';
import { randomLetter } from '../support/random-letters.js';

const numberOf = (writer: number, i: number) => `CM16-00${writer}000${i}`;
const LETTERS_EACH = 4;

/** All versions of letters that were made, and what the graph may hold of each case. */
class Truth {
  private serial = 0;
  private readonly versions = new Map<string, Determination>();
  /** By case: the version that it has for sure, null when it was removed. */
  readonly held = new Map<string, Determination | null>();

  constructor(readonly random: Random) {}

  letter(writer: number): Determination {
    const letter = randomLetter(
      this.random,
      numberOf(writer, this.random.below(LETTERS_EACH)),
      ++this.serial,
    );
    this.versions.set(factsHash(letter), letter);
    return letter;
  }

  /** The version that the graph holds of each case. */
  async inGraph(): Promise<Map<string, Determination>> {
    const rows = await runCypher<{ id: string; hash: string; parserVersion: string }>(
      'MATCH (c:Case) RETURN c.id AS id, c.factsHash AS hash, c.parserVersion AS parserVersion ORDER BY id',
    );
    return new Map(
      rows.map(({ id, hash, parserVersion }) => {
        const letter = this.versions.get(hash);
        if (letter === undefined) throw new Error(`${id} holds what no letter said.`);
        return [id, { ...letter, parserVersion }];
      }),
    );
  }
}

/** What may go wrong within a transaction, at some statement: it fails, must be repeated, or whoever asked for it hangs up. */
const MISHAPS = [
  () => Promise.reject(new Error('the power went out')),
  () =>
    Promise.reject(new Neo4jError('two waited', 'Neo.TransientError.Transaction.DeadlockDetected', '', '')),
  (hangUp: AbortController) => {
    hangUp.abort(new Error('hung up'));
    return Promise.reject(new Error('hung up'));
  },
] as const;

/** A client whose transactions meet mishaps, now and then. */
class UnluckyClient extends GraphClient {
  readonly hangUp = new AbortController();

  constructor(private readonly random: Random) {
    super(testConnection(), { patience: 20_000 });
  }

  override write<Result>(label: string, work: (run: Run) => Promise<Result>): Promise<Result> {
    const mishap = this.random.chance(0.3) ? this.random.pick(MISHAPS) : undefined;
    let left = this.random.below(9);
    return super.write(label, (run) =>
      work(async <Row>(name: string, parameters?: Parameters) => {
        const rows = await run<Row>(name, parameters);
        // Once: what must be repeated goes well then.
        if (mishap !== undefined && left-- === 0) await mishap(this.hangUp);
        return rows;
      }),
    );
  }
}

/** One operation of a writer on its own letters; tells what its cases are afterwards. */
async function writeSomething(
  client: GraphClient,
  truth: Truth,
  writer: number,
): Promise<[id: string, letter: Determination | null][]> {
  const { random, held } = truth;
  const id = numberOf(writer, random.below(LETTERS_EACH));
  const present = held.get(id);
  const choice = random.below(10);
  if (choice < 3) {
    await removeCase(client, id);
    return [[id, null]];
  }
  if (choice < 5 && present) {
    const newer = { ...present, parserVersion: String(Number(present.parserVersion) + 1) };
    await rewriteCase(client, { id, text: present.text }, newer);
    return [[id, newer]];
  }
  const letters = Array.from({ length: 1 + random.below(4) }, () => truth.letter(writer));
  if (present && random.chance(0.5)) letters.push(present);
  await writeDeterminations(client, letters);
  return letters.map((letter) => [letter.case.caseNumber ?? '', letter]);
}

/** Writes at random; an operation that fails leaves nothing, or all of it when the answer to a commit was lost. */
async function writeAtRandom(truth: Truth, writer: number, operations: number): Promise<void> {
  for (let i = 0; i < operations; i++) {
    const client = new UnluckyClient(truth.random);
    const scope = { signal: client.hangUp.signal, endsAt: performance.now() + 60_000 };
    try {
      const written = await writeSomething(client.within(scope), truth, writer);
      for (const [id, letter] of written) truth.held.set(id, letter);
    } catch (error) {
      expect(String(error)).toMatch(/the power went out|hung up/);
    } finally {
      await client.close();
    }
  }
}

/** Lets another process write, and kills it at some moment. */
async function writeAndKill(truth: Truth, writer: number): Promise<void> {
  const batches = Array.from({ length: 40 }, () => [truth.letter(writer), truth.letter(writer)]);
  const file = join(folderOf({}), 'batches.json');
  writeFileSync(file, JSON.stringify(batches));
  const child = spawn(process.execPath, ['test/support/writing-process.js', file], {
    env: process.env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await new Promise((resolve) => child.stdout.once('data', resolve));
  await sleep(truth.random.below(400));
  child.kill('SIGKILL');
  await ended;
}

/** What a dump tells of the letters, without the files: a corrected letter was read from several. */
async function letters() {
  const { nodes, relationships } = await dumpGraph();
  return {
    nodes: nodes.filter((node) => !String(node).includes('"labels":["Document"]')),
    relationships: relationships.filter((edge) => !String(edge).includes('"READ_FROM"')),
  };
}

async function expectWhole(client: GraphClient, truth: Truth): Promise<void> {
  expect(await verifyGraph(client)).toEqual({ differences: [], isMoving: false });
  const held = await truth.inGraph();
  const after = await letters();
  await emptyGraph();
  for (const letter of held.values()) await writeDeterminations(client, [letter]);
  expect(after).toEqual(await letters());
}

/** What columns answer to questions about all that they hold. */
async function toldBy(columns: Columns): Promise<unknown[]> {
  const view = await columns.current();
  if (view === undefined) throw new Error('The columns have to be built.');
  const questions = [
    ...(Object.keys(DIMENSIONS) as Dimension[]).map(dimensionQuestion),
    ['read/finding-page', { filter: { conditions: [] }, page: { after: '', limit: 1000 } }],
    ['read/totals', {}],
  ] as const;
  return questions.map(([name, parameters]) =>
    answer(view, name, parameters)
      ?.map((row) => JSON.stringify(row))
      .sort(),
  );
}

describe('whatever is written, by whom and in whatever order', () => {
  test.each([11, 12, 13])('each change names just the cases that differ (seed %d)', async (seed) => {
    const client = await emptyGraph();
    await writeDeterminations(client, []);
    const truth = new Truth(new Random(seed));
    await writeDeterminations(client, [truth.letter(9)]);
    const follower = await Follower.begin(client);
    for (let i = 0; i < 12; i++) {
      const before = new Map(follower.facts);
      await writeAtRandom(truth, 1, 1);
      const changes = await follower.follow();
      expect(changes.flat().sort()).toEqual(differing(before, follower.facts));
    }
    expect(follower.facts).toEqual(await readFacts());
    for (const [id, letter] of truth.held) {
      expect([id, (await truth.inGraph()).get(id) ?? null]).toEqual([id, letter]);
    }
    await expectWhole(client, truth);
  });

  test.each([21, 22])(
    'three writers, and one that is killed, leave what their last letters say (seed %d)',
    async (seed) => {
      const client = await emptyGraph();
      const truth = new Truth(new Random(seed));
      await writeDeterminations(client, [truth.letter(9)]);
      const follower = await Follower.begin(client);
      const columns = new Columns(openClient());
      await columns.build();
      for (let round = 0; round < 2; round++) {
        await Promise.all([
          writeAtRandom(truth, 1, 6),
          writeAtRandom(truth, 2, 6),
          writeAtRandom(truth, 3, 6),
          writeAndKill(truth, 4),
        ]);
        // What the database still does for the one that was killed has ended once another has had its lock.
        await openClient().write('waiting', async (run) => {
          await run('write/lock-graph');
        });
        await follower.follow();
        expect(follower.facts).toEqual(await readFacts());
        const anew = new Columns(openClient());
        await anew.build();
        expect(await toldBy(columns)).toEqual(await toldBy(anew));
      }
      await expectWhole(client, truth);
    },
  );
});
