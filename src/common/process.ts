import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** A process and when it began. Process ids are given out again; the pair is not. */
export interface ProcessIdentity {
  readonly pid: number;
  /** In the notation of the system: only to be compared. */
  readonly startedAt: string;
}

/** undefined when there is no such process. */
export function identify(pid: number): ProcessIdentity | undefined {
  const startedAt = startOf(pid);
  return startedAt === undefined ? undefined : { pid, startedAt };
}

export function isRunning({ pid, startedAt }: ProcessIdentity): boolean {
  return startOf(pid) === startedAt;
}

/** Sends the signal unless the process is gone, or its id belongs to another one by now. */
export function signalProcess(identity: ProcessIdentity, signal: NodeJS.Signals): void {
  if (!isRunning(identity)) return;
  try {
    process.kill(identity.pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Waits for the process to end; false when it has not after `patience` milliseconds. */
export async function hasEnded(identity: ProcessIdentity, patience: number): Promise<boolean> {
  const deadline = Date.now() + patience;
  while (isRunning(identity)) {
    if (Date.now() > deadline) return false;
    await sleep(50);
  }
  return true;
}

/** The most memory (bytes) that a process has had so far; undefined when it is gone, or the system does not tell. */
export function peakMemory(pid: number): number | undefined {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kilobytes === undefined ? undefined : 1024 * Number(kilobytes);
  } catch {
    return undefined;
  }
}

function startOf(pid: number): string | undefined {
  try {
    if (process.platform === 'linux') return startInProc(readFileSync(`/proc/${pid}/stat`, 'utf8'));
    if (process.platform === 'win32') return startUnknown(pid);
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
}

/** Windows tells when a process began only through a shell that takes a second: there, the id alone has to do. */
function startUnknown(pid: number): string {
  process.kill(pid, 0);
  return 'unknown';
}

/** Fields 3 (state) and 22 (start, in ticks since boot) of proc_pid_stat(5); the name in field 2 may hold anything. */
function startInProc(stat: string): string | undefined {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const isZombie = fields[0] === 'Z';
  return isZombie ? undefined : fields[19];
}
