import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CASES } from '../../bench/peers/cases/index.js';
import { checkAnswers, type Checked } from '../../bench/peers/check.js';
import { inProcess, overHttp, startBare, type Contestant } from '../../bench/peers/contestants.js';
import { openDriver } from '../../bench/peers/database.js';
import { loadFor } from '../../bench/peers/load.js';
import { questionsOf } from '../../bench/peers/questions.js';
import { aCursor } from '../../bench/peers/run.js';
import { makeTallies } from '../../bench/peers/tallies.js';
import { readWorld, type World } from '../../bench/peers/world.js';
import { ingest } from '../../src/ingest/ingest.js';
import { startApi } from '../support/api.js';
import { emptyGraph, runCypher, testConnection } from '../support/graph.js';
import { samples } from '../support/recount.js';

/** What the benchmark can do without the peers' packages: our API, statements by hand over HTTP and by the driver, and tallies. */
const SEED = 1;
let contestants: Contestant[] = [];
let world: World;

beforeAll(async () => {
  const client = await emptyGraph();
  await ingest(client, [samples]);
  const { url } = await startApi(client, { queryTimeout: 100 });
  const { uri, password } = testConnection();
  const database = { uri, password, data: '', pid: process.pid };
  const driver = openDriver(database);
  await makeTallies(driver);
  const ours = overHttp('imr', {
    pid: process.pid,
    url: `${url}/graphql`,
    port: Number(new URL(url).port),
    stop: () => Promise.resolve(),
  });
  contestants = [ours, await startBare(database), inProcess(database)];
  world = await readWorld(driver, SEED, ...(await aCursor(ours)));
  await driver.close();
}, 120_000);

afterAll(async () => {
  for (const contestant of contestants) await contestant.stop();
  await runCypher('MATCH (n:BenchTally|BenchTalliesMade) DELETE n');
  await runCypher('DROP INDEX bench_tally IF EXISTS');
});

const problems = (checked: Record<string, Checked>) =>
  Object.entries(checked).flatMap(([name, { differs, failed }]) =>
    (differs ?? failed) ? [[name, differs ?? failed]] : [],
  );

describe('the benchmark', () => {
  test.each(CASES.map((one) => [one.name, one] as const))(
    '%s: all who are asked say the same',
    async (_, one) => {
      const asked = contestants.filter(({ name }) => one.ask[name] !== undefined);
      const checked = await checkAnswers(one, asked, world, SEED, 3);
      expect(problems(checked)).toEqual([]);
      expect(Object.values(checked).every(({ draws }) => draws > 0)).toBe(true);
    },
  );

  test('an answer that differs is found', async () => {
    const one = CASES.find(({ name }) => name === 'nested-case');
    if (one === undefined) throw new Error('no such case');
    const wrong = { ...one, answer: { ...one.answer, bare: () => [] } };
    const checked = await checkAnswers(wrong, contestants, world, SEED, 3);
    expect(problems(checked).map(([name]) => name)).toEqual(['bare']);
  });

  test('as many questions are asked as there is time for, and no more than are allowed', async () => {
    const [ours] = contestants;
    const one = CASES.find(({ name }) => name === 'case-list');
    if (ours === undefined || one === undefined) throw new Error('nobody to ask');
    const askers = await Promise.all([ours.open(), ours.open()]);
    const next = questionsOf(one, ours, world, SEED);
    const block = await loadFor(askers, next, { seconds: 60, most: 5 });
    expect(block.answers).toBe(5);
    expect(block.latencies.every((latency) => latency > 0)).toBe(true);
    for (const asker of askers) asker.close();
  });
});
