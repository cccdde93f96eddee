import { readFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { AuditLog } from '../../../src/access/audit.js';
import { ImrError } from '../../../src/common/errors.js';
import { folderOf } from '../../support/folder.js';

const CHANGE = { by: 'key:00000000', action: 'removeCase', case: 'CM16-0000001' };

function log() {
  const path = join(folderOf({}), 'deep', 'audit.log');
  const lines = () =>
    readFileSync(path, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  return { path, lines, audit: new AuditLog(path) };
}

test('a change is noted before and after it', async () => {
  const { audit, lines } = log();
  const result = await audit.around(
    CHANGE,
    () => {
      expect(lines()).toMatchObject([{ ...CHANGE, state: 'begun' }]);
      return Promise.resolve(3);
    },
    (findings) => ({ findings }),
  );
  const [begun, done] = lines();
  expect([result, done]).toMatchObject([3, { id: begun?.['id'], state: 'done', findings: 3 }]);
});

test('one that fails is noted by its code, without its message', async () => {
  const { audit, lines } = log();
  const fail = () => Promise.reject(new ImrError('DATABASE_UNAVAILABLE', 'at bolt://secret'));
  await expect(audit.around(CHANGE, fail, () => ({}))).rejects.toThrow('secret');
  expect(lines()[1]).toMatchObject({ state: 'failed', reason: 'DATABASE_UNAVAILABLE' });
  expect(JSON.stringify(lines())).not.toContain('secret');
});

test('without the log nothing is changed', async () => {
  const path = join(folderOf({}), 'audit.log');
  mkdirSync(path);
  let isMade = false;
  const make = () => Promise.resolve((isMade = true));
  await expect(new AuditLog(path).check()).rejects.toMatchObject({ code: 'BAD_SETTING' });
  await expect(new AuditLog(path).around(CHANGE, make, () => ({}))).rejects.toThrow('EISDIR');
  expect(isMade).toBe(false);
});

test('what several add at the same time is all there, line by line', async () => {
  const { path, lines } = log();
  await Promise.all(
    Array.from({ length: 50 }, () =>
      new AuditLog(path).around(
        CHANGE,
        () => Promise.resolve(),
        () => ({}),
      ),
    ),
  );
  expect(lines()).toHaveLength(100);
});
