import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { ErrorCode } from '../common/errors.js';
import { KeyStore } from './keys.js';
import { IssuerUnavailable, JwtReader } from './jwt.js';
import type { Caller } from './role.js';
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
  private readonly writeToken: Buffer | undefined;
  /** Of this process alone, which may ask as anybody may. */
  readonly ownToken = randomBytes(32).toString('base64url');
  private readonly own = digest(this.ownToken);

  constructor(private readonly settings: GateSettings) {
    const { writeToken, keysDir, jwt } = settings;
    this.keys = new KeyStore(keysDir);
    this.tokens = jwt && new JwtReader(jwt);
    this.writeToken = writeToken === undefined ? undefined : digest(writeToken);
  }

  /** Whether anybody at all could be let change the graph. */
  get takesChanges(): boolean {
    return this.writeToken !== undefined || this.tokens !== undefined || !this.keys.isEmpty;
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
    return this.byOwnToken(given) ?? this.byWriteToken(given) ?? this.byKey(given) ?? this.byToken(given);
  }

  /** Hashes are of one length, as the comparison in constant time needs them, so that not even the token's length shows. */
  private byWriteToken(given: string): Caller | undefined {
    if (this.writeToken === undefined || !timingSafeEqual(digest(given), this.writeToken)) return undefined;
    return { id: 'write-token', account: 'write-token', role: 'admin' };
  }

  private byOwnToken(given: string): Caller | undefined {
    if (!timingSafeEqual(digest(given), this.own)) return undefined;
    return { id: 'server', account: 'server', role: 'reader' };
  }

  private byKey(given: string): Caller | undefined {
    const key = this.keys.find(given);
    if (key === undefined) return undefined;
    const id = `key:${key.id}`;
    return { id, account: id, role: key.role, costPerMinute: key.costPerMinute ?? undefined };
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

function digest(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
