import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { projectFolder } from '../../src/common/project.js';

/** A command under test, without a terminal. */
export interface RunningCommand {
  readonly process: ChildProcess;
  /** What it has written so far. */
  readonly written: { stdout: string; stderr: string };
  /** Resolves with the exit code when it has ended. */
  readonly ended: Promise<number | null>;
}

/** Starts the built command (`npm run build`) with these variables over those of the test run. */
export function startCommand(args: readonly string[], env: Record<string, string> = {}): RunningCommand {
  return start(process.execPath, [join(projectFolder, 'bin/imr.js'), ...args], env);
}

/** Starts `npm start`, which puts a shell between itself and the command. */
export function startThroughNpm(env: Record<string, string>): RunningCommand {
  return start('npm', ['start', '--silent'], env);
}

function start(file: string, args: readonly string[], env: Record<string, string>): RunningCommand {
  const child = spawn(file, args, {
    cwd: projectFolder,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const written = { stdout: '', stderr: '' };
  child.stdout.on('data', (data: Buffer) => (written.stdout += data.toString()));
  child.stderr.on('data', (data: Buffer) => (written.stderr += data.toString()));
  const ended = once(child, 'close').then(() => child.exitCode);
  return { process: child, written, ended };
}

/** Runs the built command to its end. */
export async function runCommand(args: readonly string[], env: Record<string, string> = {}) {
  const { written, ended } = startCommand(args, env);
  return { code: await ended, ...written };
}

/** Resolves with the match when the command has written it to standard output; rejects when it ends without. */
export async function waitForOutput(command: RunningCommand, pattern: RegExp): Promise<RegExpExecArray> {
  const { stdout } = command.process;
  for (;;) {
    const match = pattern.exec(command.written.stdout);
    if (match) return match;
    const more = stdout ? once(stdout, 'data') : command.ended;
    const hasEnded = await Promise.race([more.then(() => false), command.ended.then(() => true)]);
    if (hasEnded) throw new Error(`ended without ${String(pattern)}: ${JSON.stringify(command.written)}`);
  }
}
