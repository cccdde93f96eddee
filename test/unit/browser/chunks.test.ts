import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { inChunks, MessageReader } from '../../../src/browser/chunks.js';
import { NotPassed } from '../../../src/browser/not-passed.js';

const message = fc.uint8Array({ minLength: 1, maxLength: 300 }).map((bytes) => Buffer.from(bytes));

test('messages come out whole, wherever the bytes are cut', () => {
  fc.assert(
    fc.property(fc.array(message, { maxLength: 5 }), fc.array(fc.nat(50)), (messages, cuts) => {
      const bytes = Buffer.concat(messages.map(inChunks));
      const reader = new MessageReader(1000);
      const found: Buffer[] = [];
      let at = 0;
      for (const cut of [...cuts, bytes.length]) {
        found.push(...reader.take(bytes.subarray(at, at + cut)));
        at += cut;
      }
      expect(found).toEqual(messages);
    }),
  );
});

test('a message of several chunks is one, and empty chunks between messages are none', () => {
  const long = Buffer.alloc(150_000, 7);
  const reader = new MessageReader(200_000);
  expect(reader.take(Buffer.of(0, 0, 0, 0))).toEqual([]);
  expect(reader.take(inChunks(long))).toEqual([long]);
  expect(inChunks(long).length).toBe(150_000 + 3 * 2 + 2);
});

test('a message that is too long is refused before it is there', () => {
  const reader = new MessageReader(100);
  reader.take(Buffer.concat([Buffer.of(0xff, 0xff), Buffer.alloc(100)]));
  expect(() => reader.take(Buffer.of(1))).toThrow(NotPassed);
});
