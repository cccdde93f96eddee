import { setMaxListeners } from 'node:events';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { projectFolder } from '../../../src/common/project.js';
import { TextReader, type TextReaderOptions } from '../../../src/corpus/text-reader.js';

const workerFile = join(projectFolder, 'test/support/obedient-worker.js');
const readers: TextReader[] = [];

afterEach(async () => {
  for (const reader of readers.splice(0)) await reader.close();
});

function readerOf(options: TextReaderOptions): TextReader {
  const reader = new TextReader({ workerFile, workers: 1, ...options });
  readers.push(reader);
  return reader;
}

test('a text is read in a thread', async () => {
  const outcome = await readerOf({}).read('Käse');
  expect(outcome).toMatchObject({ error: { message: 'Käse' } });
});

test('one that takes too long is refused, and the next is read', async () => {
  const reader = readerOf({ time: 500 });
  const outcomes = await Promise.all([reader.read('hang'), reader.read('letter')]);
  expect(outcomes).toMatchObject([{ error: { code: 'DOCUMENT_TIMEOUT' } }, { error: { message: 'letter' } }]);
});

test('only so many are taken on at once, and more again when they are read', async () => {
  const reader = readerOf({ most: 2 });
  const under = [reader.read('one'), reader.read('two')];
  await expect(reader.read('three')).rejects.toMatchObject({ code: 'READER_BUSY' });
  await Promise.all(under);
  expect(await reader.read('three')).toMatchObject({ error: { message: 'three' } });
});

test('closing a reader that nobody asked ends at once', async () => {
  await readerOf({}).close();
});

test('a text that nobody waits for any more is not read, and makes room for others', async () => {
  const reader = readerOf({ most: 40, time: 500 });
  const controller = new AbortController();
  setMaxListeners(0, controller.signal);
  const hanging = reader.read('hang', controller.signal);
  const waiting = Array.from({ length: 39 }, () => reader.read('hang', controller.signal));
  const outcomes = Promise.allSettled([hanging, ...waiting]);
  const reason = new Error('over');
  controller.abort(reason);
  expect(await outcomes).toEqual(Array(40).fill({ status: 'rejected', reason }));
  expect(await reader.read('letter')).toMatchObject({ error: { message: 'letter' } });
  await expect(reader.read('letter', controller.signal)).rejects.toBe(reason);
});
