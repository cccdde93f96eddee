import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { projectFolder } from '../../src/common/project.js';
import { runCommand } from '../support/cli.js';
import { folderOf } from '../support/folder.js';
import { docxOf, htmlOf } from '../support/forms.js';
import { letter2016 } from '../support/letters.js';
import { zipOf } from '../support/zip.js';

const numbered = (i: number) => letter2016({ caseNumber: `CM16-${1_000_000 + i}` });

function pathsIn(stdout: string): string[] {
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { source: { path: string } }).source.path);
}

test('imr parse reads the letters of an archive, and reports on standard error what it cannot use', async () => {
  const archive = zipOf({
    'a.docx': docxOf(numbered(1)),
    'sub/b.html': htmlOf(numbered(2)),
    'c.doc': 'x',
    '../d.txt': 'x',
  });
  const path = join(folderOf({ 'letters.zip': archive }), 'letters.zip');
  const { code, stdout, stderr } = await runCommand(['parse', path]);
  expect(code).toBe(2);
  expect(pathsIn(stdout)).toEqual([`${path}!/a.docx`, `${path}!/sub/b.html`]);
  expect(stderr.split('\n')).toEqual([
    `imr: UNSUPPORTED_MEDIA_TYPE: ${path}!/c.doc: Files of type ".doc" are not read; save it as .docx.`,
    expect.stringMatching(/^imr: UNSAFE_PATH: .*\/letters\.zip!\/\.\.\/d\.txt: /),
    '',
  ]);
});

test('imr parse prints a name that would upset a terminal on one line', async () => {
  const { code, stderr } = await runCommand(['parse', 'no\u001b[31m\nsuch.txt']);
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: 'imr: NOT_FOUND: no?[31m?such.txt: No such file or folder.\n',
  });
});

test.each(['1', '3'])(
  'imr parse --workers %s prints documents in the order of the files',
  async (workers) => {
    const folder = folderOf(
      Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`${i + 10}.txt`, numbered(i)])),
    );
    const { code, stdout, stderr } = await runCommand(['parse', '--workers', workers, folder]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(pathsIn(stdout)).toEqual(Array.from({ length: 40 }, (_, i) => join(folder, `${i + 10}.txt`)));
  },
);

test.each(['0', '-1', '1.5', 'many', ''])('imr parse --workers %j is refused with 1', async (workers) => {
  const { code, stdout, stderr } = await runCommand(['parse', `--workers=${workers}`, '.']);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toContain('Expected a number from 1 to 256.');
});

test('in a pipe the first documents come before the last are read, and the command ends when nobody reads on', async () => {
  const letters = Object.fromEntries(Array.from({ length: 3000 }, (_, i) => [`${i}.txt`, numbered(i)]));
  const child = spawn(
    process.execPath,
    [
      join(projectFolder, 'bin/imr.js'),
      'parse',
      '--format',
      'jsonl',
      folderOf({ 'all.zip': zipOf(letters) }),
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const stderr: Buffer[] = [];
  child.stderr.on('data', (data: Buffer) => stderr.push(data));
  await once(child.stdout, 'data');
  expect(child.exitCode).toBeNull();
  child.stdout.destroy();
  const [code] = (await once(child, 'close')) as [number | null];
  expect({ code, stderr: Buffer.concat(stderr).toString() }).toEqual({ code: 0, stderr: '' });
});
