import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { NotPassed } from '../../../src/browser/not-passed.js';
import { encode, endOfValue, readText, type Value } from '../../../src/browser/packstream.js';

/** A value of any kind that PackStream has, in one of the forms that it may be written in, as its bytes. */
const { value: anyValue } = fc.letrec<{ value: Buffer; leaf: Buffer }>((tie) => ({
  leaf: fc.oneof(
    fc.constantFrom(0xc0, 0xc2, 0xc3, 0x00, 0x7f, 0xf0, 0xff).map((marker) => Buffer.of(marker)),
    ofLength(0xc1, 8),
    ofLength(0xc8, 1),
    ofLength(0xc9, 2),
    ofLength(0xca, 4),
    ofLength(0xcb, 8),
    fc.oneof(
      sized(fc.string({ maxLength: 20 }), 0x80, 0xd0),
      sized(fc.string({ maxLength: 20 }), undefined, 0xcc),
    ),
  ),
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    tie('leaf'),
    nested(fc.array(tie('value'), { maxLength: 4 }), 0x90, 0xd4),
    nested(
      fc.array(
        fc.tuple(tie('leaf'), tie('value')).map((pair) => Buffer.concat(pair)),
        { maxLength: 4 },
      ),
      0xa0,
      0xd8,
    ),
    fc
      .array(tie('value'), { maxLength: 4 })
      .map((fields) => Buffer.concat([Buffer.of(0xb0 | fields.length, 0x4e), ...fields])),
  ),
}));

function ofLength(marker: number, length: number): fc.Arbitrary<Buffer> {
  return fc.uint8Array({ minLength: length, maxLength: length }).map((bytes) => Buffer.of(marker, ...bytes));
}

function sized(texts: fc.Arbitrary<string>, tiny: number | undefined, marker: number): fc.Arbitrary<Buffer> {
  return fc.tuple(texts, fc.constantFrom(0, 1, 2)).map(([text, form]) => {
    const bytes = Buffer.from(text);
    return Buffer.concat([header(bytes.length, tiny, marker, form), bytes]);
  });
}

function nested(values: fc.Arbitrary<Buffer[]>, tiny: number, marker: number): fc.Arbitrary<Buffer> {
  return fc
    .tuple(values, fc.constantFrom(0, 1, 2))
    .map(([parts, form]) => Buffer.concat([header(parts.length, tiny, marker, form), ...parts]));
}

function header(size: number, tiny: number | undefined, marker: number, form: number): Buffer {
  if (form === 0 && size < 16 && tiny !== undefined) return Buffer.of(tiny | size);
  const bytes = Buffer.alloc(1 + 2 ** form);
  bytes.writeUInt8(marker + form);
  bytes.writeUIntBE(size, 1, 2 ** form);
  return bytes;
}

describe('a value', () => {
  test('ends where it was written to end, whatever stands around it', () => {
    fc.assert(
      fc.property(anyValue, fc.uint8Array(), fc.uint8Array(), (value, before, after) => {
        expect(endOfValue(Buffer.concat([before, value, after]), before.length)).toBe(
          before.length + value.length,
        );
      }),
    );
  });

  test('that is cut off is refused', () => {
    fc.assert(
      fc.property(anyValue, fc.nat(), (value, at) => {
        expect(() => endOfValue(value.subarray(0, at % value.length), 0)).toThrow(NotPassed);
      }),
    );
  });

  test('of any bytes ends within them, or is refused', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const buffer = Buffer.from(bytes);
        try {
          expect(endOfValue(buffer, 0)).toBeLessThanOrEqual(buffer.length);
        } catch (error) {
          expect(error).toBeInstanceOf(NotPassed);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('of more values than there are bytes is refused at once', () => {
    expect(() => endOfValue(Buffer.of(0xda, 0xff, 0xff, 0xff, 0xff), 0)).toThrow(NotPassed);
  });
});

describe('a text', () => {
  test.each([0, 1, 15, 16, 255, 256, 70_000])('of %d bytes is read as it was written', (length) => {
    const text = 'ö'.repeat(length / 2) + 'a'.repeat(length % 2);
    const bytes = encode(text);
    expect(readText(bytes, 0)).toEqual({ text, end: bytes.length });
  });

  test('is read in each form', () => {
    for (const form of [0, 1, 2])
      expect(readText(Buffer.concat([header(2, undefined, 0xd0, form), Buffer.from('ab')]), 0).text).toBe(
        'ab',
      );
  });

  test.each([[0x01], [0xa0], [0xcc], [0xd4], [0xc0]])('is nothing that begins with %d', (marker) => {
    expect(() => readText(Buffer.of(marker, 0, 0), 0)).toThrow(NotPassed);
  });
});

test.each<[Value, string]>([
  [true, 'c3'],
  [false, 'c2'],
  [30_000, 'ca00007530'],
  ['r', '8172'],
  [['a'], '918161'],
  [{ mode: 'r' }, 'a1846d6f64658172'],
])('%j is written as %s', (value, bytes) => {
  expect(encode(value).toString('hex')).toBe(bytes);
});
