import { expect, test } from '@jest/globals';
import { identify, isRunning, peakMemory } from '../../../src/common/process.js';

/** More than the system gives out. */
const NOBODY = 2 ** 30;

test('a process is told from one that is gone', () => {
  const own = identify(process.pid);
  expect(own && isRunning(own)).toBe(true);
  expect(identify(NOBODY)).toBeUndefined();
});

test('the most memory of a process is told where the system knows it', () => {
  expect(peakMemory(NOBODY)).toBeUndefined();
  const peak = peakMemory(process.pid);
  expect(peak === undefined).toBe(process.platform !== 'linux');
  expect(peak ?? Infinity).toBeGreaterThanOrEqual(10_000_000);
});
