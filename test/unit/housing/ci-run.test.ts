import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { projectFolder } from '../../../src/common/project.js';

/** A project whose install, build and tests are the lines of shell that a test gives. */
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'imr-ci-'));
  for (const name of ['.ci', 'bin', 'scripts']) mkdirSync(join(folder, name));
  cpSync(join(projectFolder, '.ci/run'), join(folder, '.ci/run'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function script(path: string, body: string): void {
  writeFileSync(join(folder, path), `#!/bin/bash\n${body}\n`);
  chmodSync(join(folder, path), 0o755);
}

function ciRun(
  npm: { ci: string; test: string },
  install = 'true',
): { status: number | null; lastLine: string | undefined } {
  script('scripts/install-test-tools.sh', install);
  script('bin/npm', `case "$1" in ci) ${npm.ci};; test) ${npm.test};; esac`);
  const { status, stdout } = spawnSync(join(folder, '.ci/run'), {
    encoding: 'utf8',
    env: { PATH: `${join(folder, 'bin')}:${process.env.PATH ?? ''}` },
  });
  return { status, lastLine: stdout.trimEnd().split('\n').at(-1) };
}

const tests = (counts: string, status: number): string =>
  `echo -n "${counts}" >"$IMR_TEST_COUNTS"; exit ${status}`;

test.each([
  ['all pass', { ci: 'true', test: tests('12 passed, 0 failed', 0) }, 0, '12 passed, 0 failed'],
  [
    'some are skipped',
    { ci: 'true', test: tests('9 passed, 0 failed, 3 skipped', 0) },
    0,
    '9 passed, 0 failed, 3 skipped',
  ],
  ['some fail', { ci: 'true', test: tests('10 passed, 2 failed', 1) }, 1, '10 passed, 2 failed'],
  [
    'it fails after the tests',
    { ci: 'true', test: tests('20 passed, 0 failed', 1) },
    1,
    '20 passed, 1 failed',
  ],
  ['lint fails before the tests', { ci: 'true', test: 'exit 2' }, 2, '0 passed, 1 failed'],
  [
    'the install or the build fails',
    { ci: 'exit 7', test: tests('1 passed, 0 failed', 0) },
    7,
    '0 passed, 1 failed',
  ],
])('when %s', (_what, npm, status, lastLine) => {
  expect(ciRun(npm)).toEqual({ status, lastLine });
});

test('when the tools cannot be installed', () => {
  expect(ciRun({ ci: 'true', test: 'true' }, 'exit 100')).toEqual({
    status: 100,
    lastLine: '0 passed, 1 failed',
  });
});
