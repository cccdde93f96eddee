import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decodeCursor, encodeCursor } from '../../../src/api/cursor.js';

test('a cursor gives back its id', () => {
  const wellFormed = fc.string({ unit: 'grapheme' });
  fc.assert(fc.property(wellFormed, (id) => decodeCursor(encodeCursor(id)) === id));
});

test.each([
  '',
  'x',
  'CM16-0000001',
  Buffer.from('CM16-0000001').toString('base64url'),
  `${encodeCursor('a')}=`,
  '"; RETURN 1',
])('%j is no cursor', (cursor) => {
  expect(decodeCursor(cursor)).toBeUndefined();
});
