import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import {
  clearFirstStart,
  endFirstStart,
  noteFirstStart,
  wasCutOff,
} from '../../../src/engine/first-start.js';
import { folderOf } from '../../support/folder.js';

const there = (dataDir: string, ...names: string[]) => names.map((name) => existsSync(join(dataDir, name)));

test('of a first start that was cut off all that Neo4j has made goes, and nothing else', () => {
  const dataDir = folderOf({ password: 'x' });
  noteFirstStart(dataDir);
  const made = folderOf({});
  expect([wasCutOff(dataDir), wasCutOff(made)]).toEqual([true, false]);
  for (const name of ['databases/system', 'databases/neo4j', 'transactions/system', 'dbms'])
    mkdirSync(join(dataDir, 'data', name), { recursive: true });
  // Started again, and cut off again: it is still the first.
  noteFirstStart(dataDir);
  clearFirstStart(dataDir);
  expect(
    there(dataDir, 'data/databases/system', 'data/databases/neo4j', 'data/transactions/system', 'data/dbms'),
  ).toEqual(Array(4).fill(false));
  expect(there(dataDir, 'password')).toEqual([true]);
  expect(wasCutOff(dataDir)).toBe(false);
});

test('a graph that was imported before the first start stays', () => {
  const dataDir = folderOf({ 'data/databases/neo4j/store': 'x', 'data/transactions/neo4j/log': 'x' });
  noteFirstStart(dataDir);
  mkdirSync(join(dataDir, 'data/databases/system'));
  clearFirstStart(dataDir);
  expect(
    there(dataDir, 'data/databases/neo4j/store', 'data/transactions/neo4j/log', 'data/databases/system'),
  ).toEqual([true, true, false]);
});

test('a data directory that was started before is never noted', () => {
  const dataDir = folderOf({ 'data/databases/system/store': 'x' });
  noteFirstStart(dataDir);
  expect(wasCutOff(dataDir)).toBe(false);
  const fresh = folderOf({});
  noteFirstStart(fresh);
  endFirstStart(fresh);
  expect(wasCutOff(fresh)).toBe(false);
});
