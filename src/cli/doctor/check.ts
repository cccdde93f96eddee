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
