import { userInfo } from 'node:os';
import { AuditLog } from '../access/audit.js';
import { readAccessSettings } from '../access/settings.js';
import type { GraphSession } from './with-graph.js';

/**
 * Makes a change that the audit log tells of, as made by the user of this command.
 * @param change what is changed; no names of files, which may be names of people
 * @param told what came of it
 */
export function audited<Result>(
  { settings }: Pick<GraphSession, 'settings'>,
  change: { readonly action: string; readonly [detail: string]: unknown },
  make: () => Promise<Result>,
  told: (result: Result) => object,
): Promise<Result> {
  const { auditLog } = readAccessSettings(settings);
  return new AuditLog(auditLog).around({ by: `cli:${userInfo().username}`, ...change }, make, told);
}
