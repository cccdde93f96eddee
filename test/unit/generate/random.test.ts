import { describe, expect, test } from '@jest/globals';
import { Random, weigh } from '../../../src/generate/random.js';

function draws(random: Random, count: number): number[] {
  return Array.from({ length: count }, () => random.next());
}

describe('Random', () => {
  test('draws the same on every machine', () => {
    expect(draws(new Random(1, 1), 3)).toMatchInlineSnapshot(`
      [
        2485701129,
        2643310124,
        1244904304,
      ]
    `);
    expect(draws(new Random(2 ** 31 - 1, 7, 3), 3)).toMatchInlineSnapshot(`
      [
        3880567528,
        2370888809,
        1187571598,
      ]
    `);
  });

  test.each([
    [
      [1, 1],
      [1, 2],
    ],
    [
      [1, 1],
      [2, 1],
    ],
    [
      [1, 1],
      [1, 1, 1],
    ],
    [
      [1, 2, 3],
      [1, 3, 2],
    ],
    [
      [0, 1],
      [1, 0],
    ],
  ])('streams %j and %j have nothing in common', (one, other) => {
    const [seed = 0, ...streams] = one;
    const [otherSeed = 0, ...otherStreams] = other;
    const first = new Set(draws(new Random(seed, ...streams), 50));
    expect(draws(new Random(otherSeed, ...otherStreams), 50).filter((it) => first.has(it))).toEqual([]);
  });

  test('reaches both ends of a range and nothing beyond', () => {
    const random = new Random(3);
    const drawn = new Set(Array.from({ length: 500 }, () => random.between(-2, 2)));
    expect([...drawn].sort((a, b) => a - b)).toEqual([-2, -1, 0, 1, 2]);
  });

  test('chances of 0 and 1 are certain', () => {
    const random = new Random(4);
    const drawn = Array.from({ length: 200 }, () => [random.chance(0), random.chance(1)]);
    expect(drawn.every(([never, always]) => never === false && always === true)).toBe(true);
  });

  test('weighs: three of four, one of four', () => {
    const random = new Random(5);
    const choice = weigh([
      ['often', 3],
      ['seldom', 1],
    ]);
    const often = Array.from({ length: 4_000 }, () => random.weighted(choice)).filter((it) => it === 'often');
    expect(often.length).toBeGreaterThan(2_850);
    expect(often.length).toBeLessThan(3_150);
  });

  test('samples without repeating, and no more than there are', () => {
    const random = new Random(6);
    const sample = random.sample(['a', 'b', 'c', 'd'], 3);
    expect(new Set(sample).size).toBe(3);
    expect(random.sample(['a', 'b'], 5).sort()).toEqual(['a', 'b']);
  });
});
