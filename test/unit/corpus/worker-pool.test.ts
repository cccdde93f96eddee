import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { projectFolder } from '../../../src/common/project.js';
import { reading } from '../../../src/corpus/messages.js';
import { WorkerPool } from '../../../src/corpus/worker-pool.js';
import { isRejection, type FileBytes, type Rejection } from '../../../src/documents/document.js';
import type { Determination } from '../../../src/normalise/determination.js';

const workerFile = join(projectFolder, 'test/support/obedient-worker.js');
type Pool = WorkerPool<FileBytes, Determination | Rejection>;

const pools: Pool[] = [];

afterEach(async () => {
  for (const pool of pools.splice(0)) await pool.close();
});

function poolOf(size: number, limits: { time?: number; memory?: number; workerFile?: string } = {}): Pool {
  const pool = new WorkerPool(reading({}), size, { time: 60_000, memory: 256, workerFile, ...limits });
  pools.push(pool);
  return pool;
}

/** What becomes of documents that say what their reader is to do: the code of a failure, or the text. */
async function run(pool: Pool, texts: readonly (string | Uint8Array)[]): Promise<string[]> {
  const outcomes = await Promise.all(
    texts.map((text, i) => pool.run({ path: `${i}.txt`, sha256: String(i), bytes: Buffer.from(text) })),
  );
  return outcomes.map((outcome, i) => {
    if (!isRejection(outcome)) throw new Error('not a rejection');
    expect(outcome).toMatchObject({ path: `${i}.txt`, sha256: String(i) });
    const { code, message } = outcome.error;
    return code === 'UNKNOWN_TEMPLATE' ? message : code;
  });
}

const many = Array.from({ length: 60 }, (_, i) => `letter ${i}`);

test.each([1, 2, 3])('every document is answered, by %d threads', async (size) => {
  expect(await run(poolOf(size), many)).toEqual(many);
});

test.each([
  ['hangs', 'hang', 'DOCUMENT_TIMEOUT', { time: 1_000 }],
  ['ends its thread', 'die', 'READER_FAILED', {}],
  ['exhausts the memory', 'exhaust', 'DOCUMENT_OUT_OF_MEMORY', { memory: 32 }],
])('a document that %s is rejected by name, and the others are read', async (_, deed, code, limits) => {
  const texts = many.map((text, i) => (i === 7 || i === 30 ? deed : text));
  const expected = many.map((text, i) => (i === 7 || i === 30 ? code : text));
  expect(await run(poolOf(2, limits), texts)).toEqual(expected);
});

test('so is one that fills memory outside of the heap', async () => {
  const texts = ['letter', 'fill 400', 'another'];
  expect(await run(poolOf(1, { time: 10_000, memory: 150 }), texts)).toEqual([
    'letter',
    'DOCUMENT_OUT_OF_MEMORY',
    'another',
  ]);
});

test('time counts for each document and not for all that a thread was sent', async () => {
  const texts = Array.from({ length: 12 }, () => 'wait 200');
  expect(await run(poolOf(1, { time: 2_000 }), texts)).toEqual(texts);
});

test('large documents, whose bytes change hands, are answered like others', async () => {
  const large = () => Buffer.concat([Buffer.from('letter'), Buffer.alloc(2_500_000, ' ')]);
  expect(await run(poolOf(1), [large(), 'small', large(), large(), 'small'])).toEqual([
    'letter',
    'small',
    'letter',
    'letter',
    'small',
  ]);
});

test('when no thread can be started, whoever waits is told', async () => {
  const pool = poolOf(2, { workerFile: join(projectFolder, 'no-such-worker.js') });
  await expect(run(pool, ['letter'])).rejects.toMatchObject({ code: 'READER_FAILED' });
});

test('closing ends threads that are under way', async () => {
  const pool = poolOf(1);
  void pool.run({ path: 'a.txt', sha256: 'a', bytes: Buffer.from('hang') });
  await run(poolOf(1), ['letter']);
  await pool.close();
});
