import { expect, jest, test } from '@jest/globals';
import { Memo } from '../../../src/common/memo.js';

test('the same text of the same scope is read once', () => {
  const read = jest.fn((text: string) => ({ text }));
  const memo = new Memo<{ text: string }>(10);
  const first = memo.of('a', 'some words', read);
  expect(first).toEqual({ text: 'some words' });
  expect(memo.of('a', 'some words', read)).toBe(first);
  expect(memo.of('b', 'some words', read)).not.toBe(first);
  expect(memo.of('a', 'other words', read)).toEqual({ text: 'other words' });
  expect(read).toHaveBeenCalledTimes(3);
});

test('what is asked for stays, what is not goes', () => {
  const read = jest.fn((text: string) => text);
  const memo = new Memo<string>(4);
  for (let i = 0; i < 40; i++) {
    memo.of('', 'often', read);
    memo.of('', `once ${i}`, read);
  }
  expect(read).toHaveBeenCalledTimes(41);
  memo.of('', 'once 0', read);
  expect(read).toHaveBeenCalledTimes(42);
});

test('long texts are not kept', () => {
  const read = jest.fn((text: string) => text.length);
  const memo = new Memo<number>(4);
  const long = 'word '.repeat(1_000);
  expect(memo.of('', long, read)).toBe(long.length);
  memo.of('', long, read);
  expect(read).toHaveBeenCalledTimes(2);
});
