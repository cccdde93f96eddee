import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload } from 'jose';
import { messageOf } from '../common/errors.js';
import { sha256 } from '../common/hash.js';
import { includes, isRole, type Caller, type Role } from './role.js';

/** Whose tokens are taken. */
export interface JwtSettings {
  /** Where the issuer publishes its public keys. */
  readonly jwksUrl: string;
  readonly issuer: string;
  readonly audience: string;
  /** The claim that holds a role of ours, or several. */
  readonly roleClaim: string;
}

/** The issuer's keys cannot be had, so that nobody can tell whether a token is good. */
export class IssuerUnavailable extends Error {}

/** Signatures by a public key; never by a shared secret, and never none. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];

/** For how long a good token is not looked at again, in milliseconds, and how many are remembered. */
const REMEMBERED_FOR = 60_000;
const MOST_REMEMBERED = 1_000;

/** Clocks of others may differ by so many seconds. */
const CLOCK_TOLERANCE = 30;

/** Tells callers by the JSON Web Tokens of one issuer. */
export class JwtReader {
  private readonly keys: ReturnType<typeof createRemoteJWKSet>;
  /** By the hash of the token. */
  private readonly remembered = new Map<string, { readonly caller: Caller; readonly until: number }>();

  constructor(private readonly settings: JwtSettings) {
    this.keys = createRemoteJWKSet(new URL(settings.jwksUrl));
  }

  /**
   * Who sent a token; undefined when it is not good. At once where it is known from before.
   * @throws {IssuerUnavailable}
   */
  read(token: string): Caller | undefined | Promise<Caller | undefined> {
    const hash = sha256(token);
    const known = this.remembered.get(hash);
    if (known !== undefined && known.until > Date.now()) return known.caller;
    this.remembered.delete(hash);
    return this.verify(token, hash);
  }

  private async verify(token: string, hash: string): Promise<Caller | undefined> {
    const { issuer, audience } = this.settings;
    try {
      const { payload } = await jwtVerify(token, this.keys, {
        issuer,
        audience,
        algorithms: ALGORITHMS,
        requiredClaims: ['exp', 'sub'],
        clockTolerance: CLOCK_TOLERANCE,
      });
      const caller = this.callerOf(payload);
      if (caller !== undefined) this.remember(hash, caller, payload.exp ?? 0);
      return caller;
    } catch (error) {
      if (isAboutToken(error)) return undefined;
      throw new IssuerUnavailable(messageOf(error), { cause: error });
    }
  }

  private callerOf(payload: JWTPayload): Caller | undefined {
    const claimed = [payload[this.settings.roleClaim]].flat().filter(isRole);
    const role = claimed.reduce<Role | undefined>(
      (most, each) => (most !== undefined && includes(most, each) ? most : each),
      undefined,
    );
    const id = `jwt:${payload.sub ?? ''}`;
    return role && { id, account: id, role };
  }

  private remember(hash: string, caller: Caller, expires: number): void {
    if (this.remembered.size >= MOST_REMEMBERED) this.remembered.clear();
    this.remembered.set(hash, { caller, until: Math.min(Date.now() + REMEMBERED_FOR, expires * 1000) });
  }
}

/**
 * How many keys an issuer publishes.
 * @throws when they cannot be had
 */
export async function issuedKeys({ jwksUrl }: JwtSettings): Promise<number> {
  const keys = createRemoteJWKSet(new URL(jwksUrl));
  await keys.reload();
  return keys.jwks()?.keys.length ?? 0;
}

/** Whether the fault is the token's, and not that the issuer's keys cannot be had. */
function isAboutToken(error: unknown): boolean {
  return (
    error instanceof errors.JWTExpired ||
    error instanceof errors.JWTClaimValidationFailed ||
    error instanceof errors.JWTInvalid ||
    error instanceof errors.JWSInvalid ||
    error instanceof errors.JWSSignatureVerificationFailed ||
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys ||
    error instanceof errors.JOSEAlgNotAllowed ||
    error instanceof errors.JOSENotSupported
  );
}
