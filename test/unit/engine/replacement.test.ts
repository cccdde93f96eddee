import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { hasDatabase, prepareSuccessor, replaceData } from '../../../src/engine/replacement.js';
import { tryLock } from '../../../src/engine/state.js';
import { folderOf } from '../../support/folder.js';

const STORE = 'data/databases/neo4j/store';
const SYSTEM = 'data/databases/system/store';

const whichOf = (dataDir: string): string => readFileSync(join(dataDir, STORE), 'utf8');

test('the new data take the place of the old', () => {
  const [dataDir, successor] = [folderOf({ [STORE]: 'old' }), folderOf({ [STORE]: 'new' })];
  replaceData(dataDir, successor);
  expect(whichOf(dataDir)).toBe('new');
  expect(existsSync(join(dataDir, 'data.former'))).toBe(false);
});

test.each([
  ['between the two steps leaves the old ones', false, 'old'],
  ['after the second leaves the new ones', true, 'new'],
])('a kill %s', (_, isReplaced, expected) => {
  const dataDir = folderOf({ [STORE]: 'old' });
  renameSync(join(dataDir, 'data'), join(dataDir, 'data.former'));
  if (isReplaced) {
    mkdirSync(join(dataDir, 'data/databases/neo4j'), { recursive: true });
    writeFileSync(join(dataDir, STORE), 'new');
  }
  expect(hasDatabase(dataDir)).toBe(true);
  expect(whichOf(dataDir)).toBe(expected);
  expect(existsSync(join(dataDir, 'data.former'))).toBe(false);
});

test('the successor has the password and the users of the one that it replaces', () => {
  const dataDir = folderOf({ [STORE]: 'old', [SYSTEM]: 'users', password: 'secret\n' });
  const successor = join(dataDir, 'next');
  prepareSuccessor(dataDir, successor);
  expect(readFileSync(join(successor, 'password'), 'utf8')).toBe('secret\n');
  expect(readFileSync(join(successor, SYSTEM), 'utf8')).toBe('users');
});

test('nothing is replaced while somebody starts an engine', () => {
  const [dataDir, successor] = [folderOf({ [STORE]: 'old' }), folderOf({ [STORE]: 'new' })];
  const release = tryLock(dataDir);
  expect(() => {
    replaceData(dataDir, successor);
  }).toThrow(expect.objectContaining({ code: 'ENGINE_RUNNING' }));
  release?.();
  expect(whichOf(dataDir)).toBe('old');
});
