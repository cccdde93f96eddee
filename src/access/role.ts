/** What callers may do; each may what those before it may: to ask, to add letters, to remove them. */
export const ROLES = ['reader', 'contributor', 'admin'] as const;

export type Role = (typeof ROLES)[number];

/** Who sent a request. */
export interface Caller {
  /** `key:ID`, `jwt:SUBJECT`, `write-token`, `anonymous`: for the audit log. */
  readonly id: string;
  /** What its costs are counted by: for those without a key their address. */
  readonly account: string;
  readonly role: Role;
  /** What it may spend in a minute; undefined: as the server's setting has it. */
  readonly costPerMinute?: number | undefined;
}

/** Whether a role may what another one may. */
export function includes(role: Role, needed: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(needed);
}

export function isRole(name: unknown): name is Role {
  return ROLES.some((role) => role === name);
}
