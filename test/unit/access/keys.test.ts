import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { KeyStore, type KeyWishes } from '../../../src/access/keys.js';
import { folderOf } from '../../support/folder.js';

const WISHES: KeyWishes = { role: 'reader', note: 'a tool', expiresAt: null, costPerMinute: null };

function store() {
  const folder = join(folderOf({}), 'keys');
  return { folder, keys: new KeyStore(folder) };
}

/** Longer than a change of the keys may go unnoticed. */
const untilNoticed = () => sleep(1_100);

test('a key is good from when it is made, for who holds all of it', () => {
  const { folder, keys } = store();
  const { key, kept } = keys.make({ ...WISHES, role: 'contributor', costPerMinute: 7 });
  const others = new KeyStore(folder);
  expect(others.find(key)).toMatchObject({ id: kept.id, role: 'contributor', costPerMinute: 7 });
  const last = key.endsWith('A') ? 'B' : 'A';
  for (const wrong of ['', 'imr_', key.slice(0, -1), key.slice(0, -1) + last, `${key} `, kept.id, kept.hash])
    expect(others.find(wrong)).toBeUndefined();
});

test('what is kept tells no key, and nobody else may read it', () => {
  const { folder, keys } = store();
  const { key } = keys.make(WISHES);
  const [file = ''] = readdirSync(folder);
  const secret = key.split('_').slice(2).join('_');
  expect(readFileSync(join(folder, file), 'utf8')).not.toContain(secret);
  expect(statSync(join(folder, file)).mode & 0o077).toBe(0);
  expect(statSync(folder).mode & 0o077).toBe(0);
});

test('a key that is revoked, or whose time is over, is good no more', async () => {
  const { folder, keys } = store();
  const other = new KeyStore(folder);
  const { key, kept } = keys.make(WISHES);
  const over = keys.make({ ...WISHES, expiresAt: new Date(Date.now() - 1).toISOString() });
  const later = keys.make({ ...WISHES, expiresAt: new Date(Date.now() + 60_000).toISOString() });
  expect([other.find(key)?.id, other.find(over.key), other.find(later.key)?.id]).toEqual([
    kept.id,
    undefined,
    later.kept.id,
  ]);
  expect(keys.revoke(kept.id)?.revokedAt).toEqual(expect.any(String));
  await untilNoticed();
  expect(other.find(key)).toBeUndefined();
  expect(keys.list()).toHaveLength(3);
});

test('what is revoked stays revoked since when it was; what is not there is not', () => {
  const { keys } = store();
  const { kept } = keys.make(WISHES);
  const first = keys.revoke(kept.id)?.revokedAt;
  expect(keys.revoke(kept.id)?.revokedAt).toBe(first);
  expect(keys.revoke('00000000')).toBeUndefined();
});

test('keys that several make and revoke at the same time are all there', async () => {
  const { folder } = store();
  const made = await Promise.all(
    Array.from({ length: 20 }, async () => {
      await Promise.resolve();
      return new KeyStore(folder).make(WISHES);
    }),
  );
  made.slice(10).forEach(({ kept }) => new KeyStore(folder).revoke(kept.id));
  const list = new KeyStore(folder).list();
  expect(list.filter(({ revokedAt }) => revokedAt === null)).toHaveLength(10);
  expect(list).toHaveLength(20);
});
