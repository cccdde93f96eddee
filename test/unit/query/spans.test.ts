import { expect, test } from '@jest/globals';
import { fieldSpans } from '../../../src/query/spans.js';

test('names and offsets that are stored apart come together again', () => {
  expect(fieldSpans({ spanFields: ['label', 'decision'], spanOffsets: [3, 8, 10, 16] })).toEqual([
    { field: 'label', start: 3, end: 8 },
    { field: 'decision', start: 10, end: 16 },
  ]);
});

test('a node without spans has none', () => {
  expect(fieldSpans({ spanFields: null, spanOffsets: null })).toEqual([]);
});
