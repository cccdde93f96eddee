import { describe, expect, test } from '@jest/globals';
import { ImrError } from '../../../src/common/errors.js';
import type { GraphClient, RequestScope } from '../../../src/graph/client.js';
import { Together } from '../../../src/graph/together.js';

/** A statement that was begun, and ends when the test says so. */
interface Begun {
  readonly keys: readonly string[];
  readonly wanted: number;
  readonly scope: RequestScope;
  readonly end: (error?: Error) => void;
}

const begun: Begun[] = [];

/** A client whose views know nothing but their scope. */
const client = { within: (scope: RequestScope) => ({ scope }) } as unknown as GraphClient;

function newTogether(): Together<string, number> {
  begun.length = 0;
  return new Together<string, number>(
    client,
    (view, keys, wanted) =>
      new Promise((resolve, reject) => {
        const { scope } = view;
        if (scope === undefined) throw new Error('no scope');
        const end = (error?: Error) => {
          if (error) reject(error);
          else resolve(new Map(keys.map((key) => [key, `of ${key}`])));
        };
        begun.push({ keys, wanted, scope, end });
      }),
    (one, other) => one | other,
  );
}

function request(endsAt = 1_000) {
  const controller = new AbortController();
  const view = { scope: { signal: controller.signal, endsAt } } as unknown as GraphClient;
  return {
    view,
    abort: (reason: Error) => {
      controller.abort(reason);
    },
  };
}

const tick = () => new Promise((resolve) => setImmediate(resolve));

describe('reading together', () => {
  test('what comes while two statements run is asked by one, for all', async () => {
    const together = newTogether();
    const answers = ['a', 'b', 'c', 'd', 'c'].map((key, i) =>
      together.load([key], 1 << i, request(1_000 + i).view).then((rows) => rows.get(key)),
    );
    expect(begun.map(({ keys }) => keys)).toEqual([['a'], ['b']]);
    begun[0]?.end();
    await tick();
    expect(begun[2]).toMatchObject({ keys: ['c', 'd'], wanted: 4 | 8 | 16, scope: { endsAt: 1_004 } });
    begun[1]?.end();
    begun[2]?.end();
    expect(await Promise.all(answers)).toEqual(['of a', 'of b', 'of c', 'of d', 'of c']);
  });

  test('many keys are asked by several statements, those of one request never apart', async () => {
    const together = newTogether();
    const many = (name: string, n: number) => Array.from({ length: n }, (_, i) => `${name}${i}`);
    for (const keys of [['a'], ['b'], many('c', 150), many('d', 100), many('e', 300)]) {
      void together.load(keys, 0, request().view);
    }
    for (const i of [0, 1, 2, 3]) {
      begun[i]?.end();
      await tick();
    }
    expect(begun.map(({ keys }) => keys.length)).toEqual([1, 1, 150, 100, 300]);
  });

  test('who gives up does so alone; the statement ends with the last', async () => {
    const together = newTogether();
    const [one, other] = [request(), request()];
    void together.load(['x'], 0, request().view);
    void together.load(['y'], 0, request().view);
    const first = together.load(['a'], 0, one.view);
    const second = together.load(['b'], 0, other.view);
    begun[0]?.end();
    await tick();
    const reason = new ImrError('QUERY_CANCELLED', 'gone');
    one.abort(reason);
    await expect(first).rejects.toBe(reason);
    expect(begun[2]?.scope.signal.aborted).toBe(false);
    other.abort(reason);
    await expect(second).rejects.toBe(reason);
    expect(begun[2]?.scope.signal.aborted).toBe(true);
  });

  test('nothing is begun for those who are gone', async () => {
    const together = newTogether();
    const reason = new ImrError('QUERY_CANCELLED', 'gone');
    const gone = request();
    gone.abort(reason);
    await expect(together.load(['a'], 0, gone.view)).rejects.toBe(reason);
    void together.load(['x'], 0, request().view);
    void together.load(['y'], 0, request().view);
    const late = request();
    const answer = together.load(['b'], 0, late.view);
    late.abort(reason);
    await expect(answer).rejects.toBe(reason);
    begun[0]?.end();
    await tick();
    expect(begun.map(({ keys }) => keys)).toEqual([['x'], ['y']]);
  });

  test('a failure is that of all, and of nobody after them', async () => {
    const together = newTogether();
    void together.load(['x'], 0, request().view);
    void together.load(['y'], 0, request().view);
    const answers = ['a', 'b'].map((key) => together.load([key], 0, request().view));
    begun[0]?.end();
    await tick();
    const error = new ImrError('DATABASE_UNAVAILABLE', 'down');
    begun[2]?.end(error);
    for (const answer of answers) await expect(answer).rejects.toBe(error);
    const after = together.load(['c'], 0, request().view);
    begun[3]?.end();
    expect((await after).get('c')).toBe('of c');
  });
});
