import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { runCommand } from '../support/cli.js';
import { folderOf } from '../support/folder.js';

describe('imr generate', () => {
  test('writes letters that imr parse reads, and says how many', async () => {
    const out = join(folderOf({}), 'letters');
    const made = await runCommand([
      'generate',
      '--letters',
      '12',
      '--seed',
      '3',
      '--era',
      'e5',
      '--out',
      out,
    ]);
    expect(made).toMatchObject({ code: 0, stdout: '' });
    expect(made.stderr).toMatch(/^12 letters in [\d.]+ s \(\d+\/s\): /);
    expect(readdirSync(out)).toHaveLength(24);
    const { code, stdout, stderr } = await runCommand(['parse', '--format', 'jsonl', out]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.trim().split('\n')).toHaveLength(12);
  });

  test.each([
    [['--letters', '-1'], 'whole number'],
    [['--letters', 'many'], 'whole number'],
    [['--seed', '1.5'], 'whole number'],
    [['--noise', '2'], 'from 0 to 1'],
    [['--era', 'e9'], 'Allowed choices'],
  ])('refuses %j', async (args, says) => {
    const all = ['--letters', '1', '--seed', '1', '--out', folderOf({}), ...args];
    const { code, stderr } = await runCommand(['generate', ...all]);
    expect(code).toBe(1);
    expect(stderr).toContain(says);
  });
});
