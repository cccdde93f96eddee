import { setImmediate } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { inOrder } from '../../../src/corpus/in-order.js';

/** Work that ends when it is told to, and what became of it. */
class Bench {
  readonly taken: number[] = [];
  readonly given: number[] = [];
  private readonly ends = new Map<number, () => void>();

  async *items(count: number): AsyncGenerator<number> {
    for (let item = 0; item < count; item++) {
      await setImmediate();
      this.taken.push(item);
      yield item;
    }
  }

  readonly work = (item: number): Promise<number> =>
    new Promise((resolve) => {
      this.ends.set(item, () => {
        resolve(item);
      });
    });

  async end(item: number): Promise<void> {
    this.ends.get(item)?.();
    await settle();
  }

  async consume(results: AsyncIterable<number>): Promise<void> {
    for await (const result of results) this.given.push(result);
  }
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await setImmediate();
}

const count = { items: 3, size: Infinity, sizeOf: () => 1 };

test('results come in the order of the items, however the work ends, and no more is begun than may be', async () => {
  const bench = new Bench();
  const done = bench.consume(inOrder(bench.items(5), bench.work, count));
  await settle();
  // One more is at hand, but not begun.
  expect(bench.taken).toEqual([0, 1, 2, 3]);
  await bench.end(2);
  await bench.end(1);
  expect(bench.given).toEqual([]);
  await bench.end(0);
  expect(bench.given).toEqual([0, 1, 2]);
  for (const item of [4, 3]) await bench.end(item);
  await done;
  expect(bench.given).toEqual([0, 1, 2, 3, 4]);
});

test('nothing is taken while nobody asks', async () => {
  const bench = new Bench();
  const results = inOrder(bench.items(50), bench.work, count);
  const first = results.next();
  await settle();
  await bench.end(0);
  expect(await first).toEqual({ value: 0, done: false });
  await settle();
  expect(bench.taken.length).toBeLessThanOrEqual(5);
  await results.return(undefined);
});

test('a result is given while the next item is waited for', async () => {
  const bench = new Bench();
  async function* slowItems() {
    yield 0;
    await new Promise(() => undefined);
  }
  void bench.consume(inOrder(slowItems(), bench.work, count));
  await settle();
  await bench.end(0);
  expect(bench.given).toEqual([0]);
});

test('the size of what is under way is bounded, but a single item may be larger', async () => {
  const bench = new Bench();
  const done = bench.consume(inOrder(bench.items(3), bench.work, { items: 9, size: 10, sizeOf: () => 100 }));
  for (const item of [0, 1, 2]) {
    await settle();
    expect(bench.taken.at(-1)).toBe(Math.min(item + 1, 2));
    await bench.end(item);
  }
  await done;
  expect(bench.given).toEqual([0, 1, 2]);
});

test('a failure of the work is thrown in its turn', async () => {
  const bench = new Bench();
  const results = inOrder(
    bench.items(3),
    (item) => (item === 1 ? Promise.reject(new Error('no')) : Promise.resolve(item)),
    count,
  );
  await expect(bench.consume(results)).rejects.toThrow('no');
  expect(bench.given).toEqual([0]);
});
