import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { fill, lettersAtHand } from '../../../bench/speed/folders.js';
import { machineLine } from '../../../bench/speed/machine.js';
import { inTurn, rateTable } from '../../../bench/speed/rounds.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'imr-bench-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('tasks run in turn, and the first round is not counted', async () => {
  const ran: string[] = [];
  const task = (name: string) => ({ name, unit: 'letters', run: () => ran.push(name) });
  const measured = await inTurn([task('a'), task('b')], 2);
  expect(ran.join('')).toBe('ababab');
  expect(measured.map(({ name, rates, own }) => [name, rates.length, own.length])).toEqual([
    ['a', 2, 2],
    ['b', 2, 2],
  ]);
});

test('rates are printed with their spread', () => {
  const measured = [{ name: 'parse', unit: 'letters', rates: [1234.5, 1000, 2000], own: [1500] }];
  expect(rateTable(measured, { own: true }).split('\n')[1]?.split(/ {2,}/)).toEqual([
    'parse',
    '1000',
    '1230',
    '2000',
    'letters/s',
    '1500',
  ]);
  expect(rateTable(measured)).not.toContain('1500');
});

test('a folder is filled with as many letters as are asked for', () => {
  const paths = ['a.txt', 'b.txt'].map((name) => join(folder, name));
  for (const path of paths) writeFileSync(path, path);
  fill(join(folder, 'many'), paths, 5);
  const names = readdirSync(join(folder, 'many')).sort();
  expect(names).toEqual(['000000-a.txt', '000001-b.txt', '000002-a.txt', '000003-b.txt', '000004-a.txt']);
  expect(readFileSync(join(folder, 'many', '000003-b.txt'), 'utf8')).toBe(paths[1]);
});

test.each(['.txt', '.pdf'] as const)('there are letters of form %s', (form) => {
  const { paths } = lettersAtHand(form);
  expect(paths.length).toBeGreaterThan(0);
  expect(paths.filter((path) => !path.endsWith(form))).toEqual([]);
});

test('the machine line names the version of Node and the number of cores', () => {
  expect(machineLine()).toMatch(/^Node v\d+\.\d+\.\d+, .+, \d+ cores/);
});
