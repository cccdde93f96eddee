import { expect, test } from '@jest/globals';
import { createWriteJudge } from '../../../src/api/access.js';
import { readSettings } from '../../../src/common/settings.js';

const TOKEN = 'a-token-of-16-or-more';

test.each([
  [`Bearer ${TOKEN}`, undefined],
  [`bearer   ${TOKEN}`, undefined],
  [undefined, 'UNAUTHENTICATED'],
  ['', 'UNAUTHENTICATED'],
  ['Bearer', 'UNAUTHENTICATED'],
  ['Bearer ', 'UNAUTHENTICATED'],
  [TOKEN, 'UNAUTHENTICATED'],
  [`Basic ${TOKEN}`, 'UNAUTHENTICATED'],
  [`Bearer ${TOKEN} ${TOKEN}`, 'UNAUTHENTICATED'],
  [`Bearer ${TOKEN}x`, 'FORBIDDEN'],
  [`Bearer ${TOKEN.slice(1)}`, 'FORBIDDEN'],
  [`Bearer ${TOKEN.toUpperCase()}`, 'FORBIDDEN'],
])('%j is answered with %j', (authorization, refusal) => {
  expect(createWriteJudge(TOKEN)(authorization)).toBe(refusal);
});

test('without a token nobody may, whatever they send', () => {
  for (const authorization of [undefined, 'Bearer', 'Bearer undefined', `Bearer ${TOKEN}`])
    expect(createWriteJudge(undefined)(authorization)).toBe('WRITING_DISABLED');
});

test('WRITE_TOKEN is taken as it is, and may be left out', () => {
  expect(readSettings({ WRITE_TOKEN: TOKEN }).writeToken).toBe(TOKEN);
  expect(readSettings({}).writeToken).toBeUndefined();
  expect(readSettings({ WRITE_TOKEN: '' }).writeToken).toBeUndefined();
});

test.each(['fifteen-letters', 'with a space in the token', 'señor-token-mañana', 'line\nbreak-in-the-token'])(
  'WRITE_TOKEN %j is refused, and not told',
  (value) => {
    expect(() => readSettings({ WRITE_TOKEN: value })).toThrow(/WRITE_TOKEN: expected at least 16/);
    expect(() => readSettings({ WRITE_TOKEN: value })).not.toThrow(value);
  },
);
