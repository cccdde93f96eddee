import type { IncomingMessage } from 'node:http';
import { expect, test } from '@jest/globals';
import { comesFromOwnPage, originOf } from '../../../src/browser/origin.js';

const asked = (headers: Record<string, string>) => ({ headers }) as unknown as IncomingMessage;

test.each([
  [{ host: '127.0.0.1:4000' }, 'http://127.0.0.1:4000'],
  [{ host: 'LocalHost' }, 'http://localhost'],
  [{ host: '[::1]:4000' }, 'http://[::1]:4000'],
  [{ host: 'imr.example.org', 'x-forwarded-proto': 'https' }, 'https://imr.example.org'],
  [{}, undefined],
  [{ host: 'a"><script>' }, undefined],
  [{ host: 'a@b' }, undefined],
  [{ host: 'a/b' }, undefined],
])('the origin of %j is %s', (headers, origin) => {
  expect(originOf(asked(headers as Record<string, string>))).toBe(origin);
});

test.each([
  ['a page of this server', '127.0.0.1', '127.0.0.1:4000', 'http://127.0.0.1:4000', true],
  ['the same by another name', '127.0.0.1', 'localhost:4000', 'http://localhost:4000', true],
  ['one over IPv6', '::1', '[::1]:4000', 'http://[::1]:4000', true],
  ['a page of elsewhere', '127.0.0.1', '127.0.0.1:4000', 'http://example.org', false],
  ['one of another port', '127.0.0.1', '127.0.0.1:4000', 'http://127.0.0.1:4001', false],
  [
    'a name that leads here all of a sudden',
    '127.0.0.1',
    'example.org:4000',
    'http://example.org:4000',
    false,
  ],
  [
    'a name like one of this machine',
    '127.0.0.1',
    'localhost.example.org',
    'http://localhost.example.org',
    false,
  ],
  ['a server for others, by its name', '0.0.0.0', 'imr.example.org', 'http://imr.example.org', true],
])('%s: %s is asked as %s from %s: %s', (_, listensAt, host, origin, isOwn) => {
  expect(comesFromOwnPage(asked({ host, origin }), listensAt)).toBe(isOwn);
});

test('what is no page has no origin', () => {
  expect(comesFromOwnPage(asked({ host: '127.0.0.1:4000' }), '127.0.0.1')).toBe(false);
});
