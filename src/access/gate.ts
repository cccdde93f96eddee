import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { ErrorCode } from '../common/errors.js';
import { KeyStore } from './keys.js';
import { IssuerUnavailable, JwtReader } from './jwt.js';
import type { Caller, Role } from './role.js';
import type { AccessSettings } from './settings.js';

/** What decides who is let in. */
export type GateSettings = Pick<AccessSettings, 'anonymousReading' | 'writeToken' | 'keysDir' | 'jwt'>;

/** Why nobody can be told from what a request sends. */
export type Refused = Extract<ErrorCode, 'UNAUTHENTICATED' | 'ISSUER_UNAVAILABLE'>;

export type Told = Caller | Refused;

/** Tells who sends a request, by its header `Authorization`. This is the one place that decides it. */
export class Gate {
  private readonly keys: KeyStore;
  private readonly tokens: JwtReader | undefined;
  /** Tokens that are known from the start, by their hashes. */
  private readonly fixed: readonly { readonly hash: Buffer; readonly caller: Caller }[];
  /** Of this process alone, which may ask as anybody may. */
  readonly ownToken = randomBytes(32).toString('base64url');

  constructor(private readonly settings: GateSettings) {
    const { keysDir, jwt, writeToken } = settings;
    this.keys = new KeyStore(keysDir);
    this.tokens = jwt && new JwtReader(jwt);
    const own = { hash: digest(this.ownToken), caller: callerBy('server', 'reader') };
    this.fixed =
      writeToken === undefined
        ? [own]
        : [own, { hash: digest(writeToken), caller: callerBy('write-token', 'admin') }];
  }

  /** Whether anybody at all could be let change the graph. */
  get takesChanges(): boolean {
    return this.settings.writeToken !== undefined || this.tokens !== undefined || !this.keys.isEmpty;
  }

  /**
   * @param address where the request comes from
   * @returns at once, unless it is a JSON Web Token that is not known yet
   */
  tell(authorization: string | undefined, address: string): Told | Promise<Told> {
    if (authorization === undefined) {
      if (!this.settings.anonymousReading) return 'UNAUTHENTICATED';
      return { id: 'anonymous', account: `address:${address}`, role: 'reader' };
    }
    const [, given] = /^Bearer +([!-~]+)$/i.exec(authorization) ?? [];
    if (given === undefined) return 'UNAUTHENTICATED';
    return this.byFixedToken(given) ?? this.byKey(given) ?? this.byToken(given);
  }

  /** Hashes are of one length, as the comparison in constant time needs them, so that not even the token's length shows. */
  private byFixedToken(given: string): Caller | undefined {
    const hash = digest(given);
    return this.fixed.find((each) => timingSafeEqual(each.hash, hash))?.caller;
  }

  private byKey(given: string): Caller | undefined {
    const key = this.keys.find(given);
    if (key === undefined) return undefined;
    return { ...callerBy(`key:${key.id}`, key.role), costPerMinute: key.costPerMinute ?? undefined };
  }

  private byToken(given: string): Told | Promise<Told> {
    const caller = this.tokens?.read(given);
    if (!(caller instanceof Promise)) return caller ?? 'UNAUTHENTICATED';
    return caller.then(
      (told) => told ?? 'UNAUTHENTICATED',
      (error: unknown) => {
        if (error instanceof IssuerUnavailable) return 'ISSUER_UNAVAILABLE';
        throw error;
      },
    );
  }
}

function callerBy(id: string, role: Role): Caller {
  return { id, account: id, role };
}

function digest(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
