import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serialize } from 'node:v8';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { pino } from 'pino';
import { sha256 } from '../../src/common/hash.js';
import { answer } from '../../src/columns/answers/answers.js';
import { Columns } from '../../src/columns/columns.js';
import { Follower } from '../../src/columns/follower.js';
import { columnCheck } from '../../src/columns/verification.js';
import { verifyGraph } from '../../src/graph/verification.js';
import { RECOUNTS } from '../../src/query/recounts.js';
import { loadSnapshot, saveSnapshot } from '../../src/columns/snapshot.js';
import { Store } from '../../src/columns/store.js';
import type { GraphClient } from '../../src/graph/client.js';
import { caseId } from '../../src/graph/identity.js';
import { removeCase } from '../../src/graph/removal.js';
import { writeDeterminations } from '../../src/graph/writer.js';
import type { Determination } from '../../src/normalise/determination.js';
import { DIMENSIONS, type Dimension } from '../../src/query/dimensions.js';
import { findingConditions } from '../../src/query/filter/conditions.js';
import {
  columnQuestions,
  dimensionQuestion,
  labelPages,
  labelQuestions,
  type KnownIds,
  type Question,
} from '../support/column-questions.js';
import { SMALL_CORPUS } from '../support/determinations.js';
import { folderOf } from '../support/folder.js';
import { ODD_LABELS } from '../support/labels.js';
import { emptyGraph, openClient, runCypher, testConnection } from '../support/graph.js';
import { readSamples } from '../support/recount.js';

let graph: GraphClient;
let follower: Follower;
let letters: readonly Determination[];

beforeAll(async () => {
  letters = [...(await readSamples()), ...SMALL_CORPUS, ...ODD_LABELS];
  graph = await emptyGraph();
});

/** Writes all letters that are not there, and builds the columns. */
async function begin(): Promise<void> {
  await writeDeterminations(graph, letters);
  follower = new Follower(openClient());
  expect(await follower.build()).toBe(true);
}

/** Columns and graph give the same rows; undefined when the columns leave the question to the graph. */
async function answersAlike([name, parameters]: Question): Promise<boolean> {
  const view = await follower.current();
  if (view === undefined) throw new Error('The columns have to be built.');
  const rows = answer(view, name, parameters);
  if (rows === undefined) return false;
  const reference = await graph.read<object>(name, parameters);
  const comparable = /-page/.test(name)
    ? (all: object[]) => all.map(sorted)
    : (all: object[]) => all.map(sorted).sort();
  expect(comparable(rows)).toEqual(comparable(reference));
  return true;
}

/** Maps within maps have no order of their own either. */
function sorted(row: object): string {
  return JSON.stringify(row, (_, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

async function expectAlike(numRuns: number): Promise<void> {
  const questions = columnQuestions(await knownIds());
  const property = fc.asyncProperty(questions, async (question) => {
    expect(await answersAlike(question)).toBe(true);
  });
  await fc.assert(property, { numRuns, endOnFailure: true });
}

async function knownIds(): Promise<KnownIds> {
  const ids = async (label: string) => {
    const rows = await runCypher<{ id: string }>(`MATCH (n:${label}) RETURN n.id AS id ORDER BY id LIMIT 40`);
    return rows.map(({ id }) => id);
  };
  return { guidelines: await ids('Guideline'), items: await ids('Item'), reviewers: await ids('Reviewer') };
}

describe('the columns answer as the graph does', () => {
  beforeAll(begin);

  test.each(Object.keys(DIMENSIONS) as Dimension[])('outcomes by %s', async (name) => {
    expect(await answersAlike(dimensionQuestion(name))).toBe(true);
  });

  test('labels that hold letters, of whatever kind', async () => {
    for (const question of labelQuestions) expect(await answersAlike(question)).toBe(true);
  });

  test('pages in the order of labels', async () => {
    for (const question of labelPages) expect(await answersAlike(question)).toBe(true);
    const filter = findingConditions({});
    const page = { by: 'LABEL', descending: false, after: { value: 7, key: '' }, limit: 7 };
    expect(await answersAlike(['read/finding-page-by', { filter, page }])).toBe(false);
  });

  test('any question, with any filter', async () => {
    await expectAlike(150);
  });

  test('after letters were corrected, removed and added', async () => {
    const [first, second, ...others] = letters;
    if (first === undefined || second === undefined) throw new Error('There are no letters.');
    await removeCase(graph, caseId(first));
    const corrected = {
      ...second,
      findings: [...second.findings]
        .reverse()
        .map((finding) => ({ ...finding, label: `${finding.label}, größer` })),
      employee: { age: 17, sex: null },
    };
    await writeDeterminations(graph, [corrected]);
    await Promise.all(others.slice(0, 4).map((letter) => removeCase(graph, caseId(letter))));
    await expectAlike(40);
    await writeDeterminations(graph, [first, ...others.slice(0, 4)]);
    await expectAlike(40);
  });

  test('after they let go of what is gone, of which nothing is left', async () => {
    const [letter] = letters;
    if (letter === undefined) throw new Error('There are no letters.');
    const [finding] = letter.findings;
    const label = 'Nowhere else but here';
    const own = finding && { ...letter, findings: [{ ...finding, label }] };
    const marked = { ...own, case: { ...letter.case, caseNumber: 'CM16-0777777' } } as Determination;
    await writeDeterminations(graph, [marked]);
    await follower.current();
    await removeCase(graph, caseId(marked));
    await follower.current();
    const held = () => Buffer.from(serialize(follower.store?.dump())).toString('latin1');
    expect(held()).toContain(label.toLowerCase());
    expect(await follower.forget()).toBe(true);
    expect(held()).not.toContain(label.toLowerCase());
    expect(held()).not.toContain('CM16-0777777');
    expect(await follower.forget()).toBe(false);
    await expectAlike(60);
  });

  test('while they let go of what is gone', async () => {
    const [first, second] = letters;
    if (first === undefined || second === undefined) throw new Error('There are no letters.');
    await removeCase(graph, caseId(first));
    await follower.current();
    await removeCase(graph, caseId(second));
    await writeDeterminations(graph, [first]);
    const [hasForgotten] = await Promise.all([follower.forget(), follower.current()]);
    expect(hasForgotten).toBe(true);
    await expectAlike(40);
    await writeDeterminations(graph, [second]);
  });

  test('after they were kept and taken up again', async () => {
    const { store, version } = follower;
    if (store === undefined || version === undefined) throw new Error('There are no columns.');
    const [first] = letters;
    if (first !== undefined) await removeCase(graph, caseId(first));
    const again = new Follower(openClient());
    again.resume({ store: Store.load(structuredClone(store.dump())), version });
    follower = again;
    await expectAlike(40);
  });
});

describe('a thread of columns', () => {
  let columns: Columns;
  let quick: GraphClient;
  const answers: string[] = [];
  const problems: string[] = [];

  beforeAll(async () => {
    await begin();
    quick = openClient();
    await new Promise<void>((resolve) => {
      columns = new Columns(testConnection(), null, {
        log: pino({ level: 'warn' }, { write: (line: string) => void problems.push(line) }),
        onProgress: ({ state }) => {
          if (state === 'ready') resolve();
        },
        onAnswer: (name, answered) => answers.push(`${name} ${String(answered)}`),
      });
    });
    quick.answerBy(columns.shortcut);
  });

  afterAll(() => columns.close());

  test('answers a client, which sees its own changes', async () => {
    const question = dimensionQuestion('SEX');
    const both = () => Promise.all([quick, graph].map((client) => client.read<object>(...question)));
    for (const letter of letters.slice(0, 5)) {
      await removeCase(quick, caseId(letter));
      const [own, reference] = await both();
      expect(own?.map(sorted).sort()).toEqual(reference?.map(sorted).sort());
    }
    expect(answers).toEqual(Array(5).fill('read/outcomes true'));
  });

  test('leaves to the graph what only letters say in words', async () => {
    answers.length = 0;
    const filter = findingConditions({ rationale: { contains: ['medically'] } });
    const [own] = await quick.read<{ total: number }>('read/finding-count', { filter });
    expect(own?.total).toBeGreaterThan(0);
    expect(await quick.read('read/graph-version', { settledFor: 0 })).toHaveLength(1);
    expect(answers).toEqual(['read/finding-count false']);
  });

  test('leaves all to the graph when it is gone', async () => {
    await columns.close();
    answers.length = 0;
    expect(await quick.read(...dimensionQuestion('SEX'))).not.toEqual([]);
    expect([answers, problems]).toEqual([[], []]);
  });
});

describe('a file of columns', () => {
  test('is taken up only when it is whole', async () => {
    await begin();
    const { store, version } = follower;
    if (store === undefined || version === undefined) throw new Error('There are no columns.');
    const file = join(folderOf({}), 'deep', 'columns.snapshot');
    expect(await loadSnapshot(file)).toBeUndefined();
    await saveSnapshot(file, { store, version });
    const kept = await loadSnapshot(file);
    expect(kept?.version).toEqual(version);
    expect(kept?.store.dump()).toEqual(store.dump());
    const bytes = readFileSync(file);
    const older = bytes
      .toString('latin1')
      .slice(64)
      .replace(/imr-columns-\d+/, 'imr-columns-0');
    writeFileSync(file, `${sha256(Buffer.from(older, 'latin1'))}${older}`, 'latin1');
    expect(await loadSnapshot(file)).toBeUndefined();
    writeFileSync(file, bytes.subarray(0, -1));
    expect(await loadSnapshot(file)).toBeUndefined();
    bytes[bytes.length - 9] = (bytes.at(-9) ?? 0) ^ 1;
    writeFileSync(file, bytes);
    expect(await loadSnapshot(file)).toBeUndefined();
  });
});

describe('a verification of columns', () => {
  test('names the cells that are not what the graph counts', async () => {
    await begin();
    const { store, version } = follower;
    if (store === undefined || version === undefined) throw new Error('There are no columns.');
    const file = join(folderOf({}), 'columns.snapshot');
    const verify = () => verifyGraph(graph, [columnCheck(file, RECOUNTS)]);
    expect(await verify()).toEqual({ differences: [], isMoving: false });
    await saveSnapshot(file, { store, version });
    expect(await verify()).toEqual({ differences: [], isMoving: false });
    const [changed] = await runCypher<{ id: string }>(
      "MATCH (c:Case {employeeSex: 'MALE'}) WITH c LIMIT 1 SET c.employeeSex = 'FEMALE' RETURN c.id AS id",
    );
    const { differences } = await verify();
    expect(differences.map(({ what, count }) => [what, count])).toEqual([
      ['findings by SEX: the same in columns and graph', 4],
    ]);
    expect(differences[0]?.first[0]).toMatch(/^columns \{"findings":\d+,"first":"(FE)?MALE"/);
    await runCypher("MATCH (c:Case {id: $id}) SET c.employeeSex = 'MALE'", changed);
    await runCypher(
      "MATCH (f:Finding) WHERE f.label STARTS WITH '😀' WITH f LIMIT 1 SET f.label = '😀 sling'",
    );
    expect((await verify()).differences.map(({ what, count, first }) => [what, count, first[0]])).toEqual([
      [
        'findings by the beginning of their label: the same in columns and graph',
        3,
        'columns {"beginning":"😀 brace","findings":2}',
      ],
    ]);
    await runCypher('MATCH (n) WHERE NOT n:Migration DETACH DELETE n');
  });
});

describe('the columns have to be built', () => {
  beforeEach(begin);

  test.each<[string, () => Promise<unknown>]>([
    [
      'after a migration',
      () => runCypher('MATCH (c:Change) WITH c ORDER BY c.revision DESC LIMIT 1 REMOVE c.cases'),
    ],
    ['when the log has forgotten where they stand', () => runCypher('MATCH (c:Change) DELETE c')],
    [
      'when the graph is that of another history',
      () => runCypher("MATCH (c:Change) SET c.token = 'another ' + c.revision"),
    ],
  ])('%s', async (_, change) => {
    const [first] = letters;
    if (first === undefined) throw new Error('There are no letters.');
    await removeCase(graph, caseId(first));
    await change();
    expect(await follower.current()).toBeUndefined();
    expect(await follower.build()).toBe(true);
    await expectAlike(10);
  });

  test('when nobody has ever written to the graph, not even that', async () => {
    await runCypher('MATCH (n) WHERE NOT n:Migration DETACH DELETE n');
    const fresh = new Follower(openClient());
    expect(await fresh.build()).toBe(false);
    expect(await fresh.current()).toBeUndefined();
  });
});
