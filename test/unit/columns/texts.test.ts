import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { TextOrder } from '../../../src/columns/text-order.js';
import { Texts } from '../../../src/columns/texts.js';

// Few letters, so that parts are found, of one to four bytes.
const letters = fc.constantFrom('a', 'b', 'é', 'ÿ', '…', '\uFFFD', '😀');
const words = fc.string({ unit: letters, maxLength: 4 });
const someTexts = fc.array(words, { maxLength: 60 });

function textsOf(all: readonly string[]): Texts {
  const texts = new Texts();
  for (const text of all) texts.add(text);
  return texts;
}

test('a text has the same code whenever it is added', () => {
  fc.assert(
    fc.property(someTexts, (all) => {
      const texts = new Texts();
      const distinct = [...new Set(all)];
      expect(all.map((text) => texts.add(text))).toEqual(all.map((text) => distinct.indexOf(text)));
      expect(distinct.map((_, code) => texts.text(code))).toEqual(distinct);
      expect(texts.size).toBe(distinct.length);
    }),
  );
});

test('thousands of texts are told apart, also after they were taken up from a file', () => {
  const all = Array.from({ length: 5_000 }, (_, i) => `label ${i} of ${i % 7}`);
  const texts = textsOf(all);
  const again = new Texts();
  again.bytes.load(texts.bytes.toArray());
  again.ends.load(texts.ends.toArray());
  for (const store of [texts, again]) {
    expect(all.map((text) => store.add(text))).toEqual([...all.keys()]);
    expect(all.map((_, code) => store.text(code))).toEqual(all);
    expect(store.add('another label')).toBe(5_000);
  }
});

test('a part is found within texts, never across two of them', () => {
  fc.assert(
    fc.property(someTexts, fc.array(words, { maxLength: 3 }), (all, parts) => {
      const distinct = [...new Set(all)];
      expect([...textsOf(all).containing(parts)]).toEqual(
        distinct.map((text) => Number(parts.some((part) => text.includes(part)))),
      );
    }),
  );
});

test.each([
  ['the end of one and the beginning of the next', 'halfsecond'],
  ['what stands between them', '\u00ff'],
  ['the end of one', 'half '],
])('%s is in neither', (_, part) => {
  expect([...textsOf(['first half', 'second half']).containing([part])]).toEqual([0, 0]);
});

test('the order is that of strings, also when texts are added later', () => {
  fc.assert(
    fc.property(fc.array(someTexts, { minLength: 1, maxLength: 3 }), someTexts, (parts, places) => {
      const texts = new Texts();
      const order = new TextOrder(texts);
      for (const part of parts) {
        for (const text of part) texts.add(text);
        const codes = [...order.places()];
        const sorted = codes.map((_, code) => texts.text(code)).sort();
        expect(codes.map((place) => order.textAt(place))).toEqual(codes.map((_, code) => texts.text(code)));
        expect(codes.map((_, place) => order.textAt(place))).toEqual(sorted);
        for (const text of places) {
          const before = sorted.filter((other) => other < text).length;
          expect(order.placeOf(text)).toBe(sorted.includes(text) ? before : before - 0.5);
        }
      }
    }),
  );
  const texts = textsOf(['😀', '\uFFFD', 'z', 'é', 'e\u0301']);
  expect([...new TextOrder(texts).places()]).toEqual([3, 4, 1, 2, 0]);
});
