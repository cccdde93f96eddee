import 'reflect-metadata';
import { afterEach, beforeEach, expect, jest } from '@jest/globals';

// A guard against tests that hang, not a measure of speed.
jest.setTimeout(120_000);

const METHODS = ['log', 'info', 'warn', 'error'] as const;
const original = { ...console };
const written: unknown[][] = [];

beforeEach(() => {
  written.length = 0;
  for (const method of METHODS) console[method] = (...words: unknown[]) => void written.push(words);
});

// A test that writes to the console fails: output that nobody reads hides a defect.
afterEach(() => {
  Object.assign(console, original);
  expect(written).toEqual([]);
});
