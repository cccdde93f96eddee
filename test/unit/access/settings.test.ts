import { describe, expect, test } from '@jest/globals';
import { readAccessSettings } from '../../../src/access/settings.js';

const TOKEN = 'a-token-of-16-or-more';
const read = (environment: Record<string, string>, host = '127.0.0.1') =>
  readAccessSettings({ host, dataDir: '/data' }, environment);

test.each([
  ['127.0.0.1', {}, true],
  ['127.9.0.1', {}, true],
  ['localhost', {}, true],
  ['::1', {}, true],
  ['0.0.0.0', {}, false],
  ['::', {}, false],
  ['imr.example', {}, false],
  ['0.0.0.0', { ANONYMOUS_READING: 'on' }, true],
  ['127.0.0.1', { ANONYMOUS_READING: 'off' }, false],
  ['127.0.0.1', { TRUSTED_PROXIES: '1' }, false],
  ['127.0.0.1', { TRUSTED_PROXIES: '1', ANONYMOUS_READING: 'on' }, true],
])('who listens at %s with %j lets anybody ask: %s', (host, environment, expected) => {
  expect(read(environment, host).anonymousReading).toBe(expected);
});

test('by themselves keys and audit log are in the data folder, and there is nothing else', () => {
  expect(read({})).toEqual({
    anonymousReading: true,
    writeToken: undefined,
    keysDir: '/data/keys',
    jwt: undefined,
    costPerMinute: undefined,
    auditLog: '/data/audit.log',
    corsOrigins: [],
    tls: undefined,
    trustedProxies: 0,
  });
});

test('WRITE_TOKEN is taken as it is, and may be left out', () => {
  expect(read({ WRITE_TOKEN: TOKEN }).writeToken).toBe(TOKEN);
  expect(read({ WRITE_TOKEN: '' }).writeToken).toBeUndefined();
});

test.each(['fifteen-letters', 'with a space in the token', 'señor-token-mañana', 'line\nbreak-in-the-token'])(
  'WRITE_TOKEN %j is refused, and not told',
  (value) => {
    expect(() => read({ WRITE_TOKEN: value })).toThrow(/WRITE_TOKEN: expected at least 16/);
    expect(() => read({ WRITE_TOKEN: value })).not.toThrow(value);
  },
);

describe('what is not acceptable is named', () => {
  test.each([
    [{ CORS_ORIGINS: '*' }, /CORS_ORIGINS/],
    [{ CORS_ORIGINS: 'https://a.example, https://b.example/path' }, /CORS_ORIGINS.*b\.example/],
    [{ COST_PER_MINUTE: 'much' }, /COST_PER_MINUTE/],
    [{ TRUSTED_PROXIES: '-1' }, /TRUSTED_PROXIES/],
    [{ TLS_CERT: '/nowhere/a.pem' }, /TLS_CERT: there is no file/],
    [{ TLS_CERT: 'package.json' }, /TLS_KEY must be set/],
    [{ JWT_JWKS_URL: 'https://id.example/jwks' }, /JWT_ISSUER and JWT_AUDIENCE must be set/],
    [{ JWT_JWKS_URL: 'file:///etc/passwd', JWT_ISSUER: 'a', JWT_AUDIENCE: 'b' }, /JWT_JWKS_URL/],
    [{ ANONYMOUS_READING: 'yes' }, /ANONYMOUS_READING/],
  ])('%j', (environment, message) => {
    expect(() => read(environment)).toThrow(message);
  });
});

test('several origins are told apart by commas', () => {
  expect(read({ CORS_ORIGINS: 'https://a.example, http://localhost:3000' }).corsOrigins).toEqual([
    'https://a.example',
    'http://localhost:3000',
  ]);
});
