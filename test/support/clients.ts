import { execFile, execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { projectFolder } from '../../src/common/project.js';

/** What a program did. */
export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end, in the folder of the project unless told otherwise. The server under test goes on meanwhile. */
export function run(
  file: string,
  args: readonly string[],
  options: { cwd?: string; url?: string } = {},
): Promise<Ran> {
  const env = { ...process.env, ...(options.url === undefined ? {} : { IMR_URL: options.url }) };
  return new Promise((resolve) => {
    execFile(file, args, { cwd: options.cwd ?? projectFolder, env }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
      resolve({ code, stdout, stderr });
    });
  });
}

/** Runs the command of a package that is installed here. */
export function runPackage(path: string, args: readonly string[], cwd: string): Promise<Ran> {
  return run(process.execPath, [join(projectFolder, 'node_modules', path), ...args], { cwd });
}

/** Whether this machine has a program. */
export function has(program: string): boolean {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
