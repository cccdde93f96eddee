import { statSync } from 'node:fs';

/** How a check ended. */
export interface Finding {
  /** `skipped`: what it would look at is not there, or not used. */
  readonly state: 'ok' | 'warning' | 'failure' | 'skipped';
  /** What was found. */
  readonly says: string;
  /** What to do; of what is wrong only. */
  readonly remedy?: string;
}

/** One thing that a deployment needs. */
export interface Check {
  readonly name: string;
  readonly run: () => Finding | Promise<Finding>;
}

export const ok = (says: string): Finding => ({ state: 'ok', says });
export const skipped = (says: string): Finding => ({ state: 'skipped', says });
export const warning = (says: string, remedy: string): Finding => ({ state: 'warning', says, remedy });
export const failure = (says: string, remedy: string): Finding => ({ state: 'failure', says, remedy });

/** Whether others than its owner have any of these rights (`0o077`: any at all); not known of Windows. */
export function isOpen(path: string, rights: number): boolean {
  return process.platform !== 'win32' && (statSync(path).mode & rights) !== 0;
}
