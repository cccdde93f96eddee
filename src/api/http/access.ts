import type { IncomingMessage } from 'node:http';
import type { Request, RequestHandler, Response } from 'express';
import type { AuthChecker } from 'type-graphql';
import { addressOf } from '../../access/address.js';
import type { Budget } from '../../access/budget.js';
import type { Gate } from '../../access/gate.js';
import { includes, type Caller, type Role } from '../../access/role.js';
import { ERROR_CODES, ImrError, type ErrorCode } from '../../common/errors.js';
import { refuse } from './refusal.js';
import { handedOn } from '../telemetry/request-note.js';

/** What decides who may do what. */
export interface Access {
  readonly gate: Gate;
  readonly budget: Budget;
  /** How many proxies in front of the server add to `X-Forwarded-For`. */
  readonly trustedProxies: number;
}

/** Why a request is not answered. */
export type AccessRefusal = Extract<
  ErrorCode,
  'UNAUTHENTICATED' | 'FORBIDDEN' | 'WRITING_DISABLED' | 'RATE_LIMITED' | 'ISSUER_UNAVAILABLE'
>;

/** What HTTP says of it. */
export const REFUSAL_STATUS: Readonly<Record<AccessRefusal, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  WRITING_DISABLED: 403,
  RATE_LIMITED: 429,
  ISSUER_UNAVAILABLE: 503,
};

/** Lets those in who may ask. */
export function admit(access: Access): RequestHandler {
  return async (request, response, next) => {
    const { authorization } = request.headers;
    const told = await access.gate.tell(authorization, addressOf(request, access.trustedProxies));
    if (typeof told === 'string') {
      refuseAccess(request, response, told);
      return;
    }
    handedOn(request).caller = told;
    next();
  };
}

/** The caller of a request, if it is known at once who it is. */
export function callerAtOnce(access: Access, request: IncomingMessage): Caller | undefined {
  const { authorization } = request.headers;
  const told = access.gate.tell(authorization, addressOf(request, access.trustedProxies));
  if (typeof told === 'string') return undefined;
  if (!(told instanceof Promise)) return told;
  // It is asked for again where there is time; what it fails of is told there.
  told.catch(() => undefined);
  return undefined;
}

/** Refuses a request in the form of GraphQL's errors. */
export function refuseAccess(request: Request, response: Response, code: AccessRefusal): void {
  if (code === 'UNAUTHENTICATED') response.set('www-authenticate', 'Bearer');
  // What nobody reads of a body must still arrive, or the connection would stay open.
  response.once('finish', () => request.unpipe().resume());
  refuse(request, response, { status: REFUSAL_STATUS[code], code, message: ERROR_CODES[code] });
}

/** Why a caller may not do what a role may; undefined: it may. */
export function refusalOf(caller: Caller, needed: Role, { takesChanges }: Gate): AccessRefusal | undefined {
  if (includes(caller.role, needed)) return undefined;
  if (caller.id !== 'anonymous') return 'FORBIDDEN';
  return takesChanges ? 'UNAUTHENTICATED' : 'WRITING_DISABLED';
}

/** Refuses fields that are marked `@Authorized(role)`, which all mutations are, before their arguments are looked at. */
export const checkRole: AuthChecker<{ readonly caller: Caller; readonly access: Access }, Role> = (
  { context: { caller, access } },
  [needed = 'admin'],
) => {
  const code = refusalOf(caller, needed, access.gate);
  if (code !== undefined) throw new ImrError(code, 'a change was refused');
  return true;
};
