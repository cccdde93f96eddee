import { describe, expect, test } from '@jest/globals';
import { oneAhead } from '../../../src/ingest/one-ahead.js';

/** Gives 1, 2, 3 …, keeps what was asked for, and fails at an item if one is named. */
function source(last: number, failsAt?: number) {
  const events: string[] = [];
  async function* items(): AsyncGenerator<number, void> {
    try {
      for (let item = 1; item <= last; item++) {
        await Promise.resolve();
        events.push(`asked ${item}`);
        if (item === failsAt) throw new Error(`no ${item}`);
        yield item;
      }
    } finally {
      events.push('ended');
    }
  }
  return { events, items: items() };
}

describe('one ahead', () => {
  test.each([0, 1, 4])('gives all of %d items in order', async (last) => {
    const given: number[] = [];
    for await (const item of oneAhead(source(last).items)) given.push(item);
    expect(given).toEqual(Array.from({ length: last }, (_, i) => i + 1));
  });

  test('asks for the next item, and no more, while one is worked on', async () => {
    const { events, items } = source(3);
    for await (const item of oneAhead(items)) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      events.push(`worked on ${item}`);
    }
    expect(events.slice(0, 5)).toEqual(['asked 1', 'asked 2', 'worked on 1', 'asked 3', 'worked on 2']);
  });

  test('throws a failure when its turn comes', async () => {
    const { items } = source(3, 2);
    const given: number[] = [];
    const all = async () => {
      for await (const item of oneAhead(items)) given.push(item);
    };
    await expect(all()).rejects.toThrow('no 2');
    expect(given).toEqual([1]);
  });

  test('ends its source when the work ends early', async () => {
    const { events, items } = source(9);
    for await (const item of oneAhead(items)) if (item === 2) break;
    expect(events).toEqual(['asked 1', 'asked 2', 'asked 3', 'ended']);
  });
});
