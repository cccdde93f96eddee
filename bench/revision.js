// @ts-check
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Builds a git revision in a folder of its own and hands it to `use`. The installed packages are the project's own,
 * unless the revision locks others.
 * @template T
 * @param {string} project
 * @param {string} revision
 * @param {(root: string) => Promise<T>} use
 * @returns {Promise<T>}
 */
export async function withRevision(project, revision, use) {
  const git = (/** @type {string[]} */ ...args) => execFileSync('git', args, { cwd: project, stdio: 'pipe' });
  const folder = mkdtempSync(join(tmpdir(), 'imr-bench-'));
  const root = join(folder, 'base');
  try {
    git('worktree', 'add', '--detach', root, revision);
    install(project, root);
    execFileSync(
      process.execPath,
      [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'],
      {
        cwd: root,
        stdio: ['ignore', 'inherit', 'inherit'],
      },
    );
    return await use(root);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    git('worktree', 'prune');
  }
}

/**
 * @param {string} project
 * @param {string} root
 */
function install(project, root) {
  const lock = (/** @type {string} */ folder) => readFileSync(join(folder, 'package-lock.json'), 'utf8');
  if (existsSync(join(project, 'node_modules')) && lock(project) === lock(root))
    symlinkSync(join(project, 'node_modules'), join(root, 'node_modules'));
  else
    execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: root,
      stdio: 'inherit',
    });
}
