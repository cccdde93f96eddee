import { expect, test } from '@jest/globals';
import { ImrError } from '../../../src/common/errors.js';
import { loggedError, loggedMessage } from '../../../src/common/logged-error.js';

test.each([
  ['Cannot parse \'lumbar AND\': Encountered "<EOF>"', 'Cannot parse …'],
  [
    "Node(7) already exists with label `Case` and property `id` = 'CM16-0000001'",
    'Node(7) already exists with label …',
  ],
  ['Unexpected token M, "Ms. Roe" is not valid JSON', 'Unexpected token M, …'],
  ['Text cannot be parsed\nMs. Roe', 'Text cannot be parsed …'],
  [
    'Property values can only be of primitive types. Encountered: Map{who -> Roe}',
    'Property values can only be of primitive types. Encountered: Map …',
  ],
  ['The client is gone', 'The client is gone'],
])('%j is logged up to where it quotes', (message, expected) => {
  expect(loggedMessage(new Error(message))).toBe(expected);
});

test('an error is logged with where it came from and what caused it, and nothing that it quotes', () => {
  const cause = Object.assign(new Error("no such thing as 'Roe'"), { code: 'Neo.ClientError', query: 'Roe' });
  const error = new ImrError('READER_FAILED', 'It was not read.', { cause });
  const logged = loggedError(error);
  expect(logged).toMatchObject({
    code: 'READER_FAILED',
    message: 'It was not read.',
    cause: { type: 'Error', code: 'Neo.ClientError', message: 'no such thing as …' },
  });
  expect(logged.stack).toMatch(/^ +at .*logged-error\.test/);
  expect(JSON.stringify(logged)).not.toContain('Roe');
});
