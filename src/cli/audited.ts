import { userInfo } from 'node:os';
import { AuditLog, type Change } from '../access/audit.js';
import { readAccessSettings } from '../access/settings.js';
import type { Settings } from '../common/settings.js';

/** Makes changes that the audit log tells of: what is changed, no names of files, which may be names of people. */
export type Audited = <Result>(
  change: Omit<Change, 'by'> & Pick<Change, 'action'>,
  make: () => Promise<Result>,
  told: (result: Result) => object,
) => Promise<Result>;

/** Changes that the user of this command makes. */
export function auditedBy(settings: Settings): Audited {
  const audit = new AuditLog(readAccessSettings(settings).auditLog);
  const by = `cli:${userInfo().username}`;
  return (change, make, told) => audit.around({ ...change, by }, make, told);
}
