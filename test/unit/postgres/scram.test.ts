import { createHash, createHmac, pbkdf2Sync } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { newPassword, scramVerifier } from '../../../src/postgres/scram.js';

test('a verifier lets the password be checked, and does not hold it', () => {
  const password = newPassword();
  const [, iterations, salt = '', storedKey, serverKey] =
    /^SCRAM-SHA-256\$(\d+):([^$]+)\$([^:]+):(.+)$/.exec(scramVerifier(password)) ?? [];
  const salted = pbkdf2Sync(password, Buffer.from(salt, 'base64'), Number(iterations), 32, 'sha256');
  const clientKey = createHmac('sha256', salted).update('Client Key').digest();
  expect(storedKey).toBe(createHash('sha256').update(clientKey).digest('base64'));
  expect(serverKey).toBe(createHmac('sha256', salted).update('Server Key').digest('base64'));
});

test('no two passwords, and no two verifiers of one, are the same', () => {
  expect(newPassword()).not.toBe(newPassword());
  expect(newPassword()).toMatch(/^[\w-]{24}$/);
  expect(scramVerifier('a')).not.toBe(scramVerifier('a'));
});
