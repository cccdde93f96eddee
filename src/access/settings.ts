import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { makeValidator, str } from 'envalid';
import { ImrError } from '../common/errors.js';
import { readEnvironment } from '../common/environment.js';
import { isLoopback } from '../common/loopback.js';
import type { Settings } from '../common/settings.js';
import type { JwtSettings } from './jwt.js';

/** Who is let in, and as how; docs/commands.md lists each variable. */
export interface AccessSettings {
  /** Whether who sends nothing may ask. */
  readonly anonymousReading: boolean;
  /** With it a request may do everything; undefined: there is none. Never logged. */
  readonly writeToken: string | undefined;
  /** Absolute folder of the API keys. */
  readonly keysDir: string;
  /** Undefined: JSON Web Tokens are not taken. */
  readonly jwt: JwtSettings | undefined;
  /** What a caller may spend in a minute, in the costs of operations; undefined: as much as they like. */
  readonly costPerMinute: number | undefined;
  /** Absolute path of the log of who changed what. */
  readonly auditLog: string;
  /** Sites whose pages may read answers: `https://example.org`. */
  readonly corsOrigins: readonly string[];
  /** Undefined: HTTP without TLS. */
  readonly tls: TlsFiles | undefined;
  /** How many proxies in front of the server add to `X-Forwarded-For`. */
  readonly trustedProxies: number;
}

/** PEM files. */
export interface TlsFiles {
  readonly cert: string;
  readonly key: string;
}

/** A token is sent in a header, and must not be guessed. */
const token = makeValidator((input) => {
  if (!/^[!-~]{16,}$/.test(input))
    throw new Error('expected at least 16 printable ASCII characters, none a space');
  return input;
});

const wholeNumber = makeValidator((input) => {
  const value = Number(input);
  if (!Number.isSafeInteger(value) || value < 0) throw new Error(`"${input}" is not a whole number`);
  return value;
});

const origins = makeValidator((input) => {
  const list = input.split(',').map((origin) => origin.trim());
  const wrong = list.find((origin) => !/^https?:\/\/[^/\s*]+$/.test(origin));
  if (wrong !== undefined)
    throw new Error(`"${wrong}" is not an origin such as https://example.org; separate several by commas`);
  return list;
});

const httpUrl = makeValidator((input) => {
  if (!URL.canParse(input) || !/^https?:/.test(input)) throw new Error(`"${input}" is not an address`);
  return input;
});

const file = makeValidator((input) => {
  if (!existsSync(input)) throw new Error(`there is no file ${input}`);
  return resolve(input);
});

/**
 * Reads who is let in from the environment.
 * @throws {ImrError} BAD_SETTING naming every variable that is not acceptable, never its value where it is secret
 */
export function readAccessSettings(
  { host, dataDir }: Pick<Settings, 'host' | 'dataDir'>,
  environment: NodeJS.ProcessEnv = process.env,
): AccessSettings {
  const env = readEnvironment(environment, {
    ANONYMOUS_READING: str({ default: undefined, choices: ['on', 'off'] }),
    WRITE_TOKEN: token({ default: undefined }),
    KEYS_DIR: str({ default: join(dataDir, 'keys') }),
    JWT_JWKS_URL: httpUrl({ default: undefined }),
    JWT_ISSUER: str({ default: undefined }),
    JWT_AUDIENCE: str({ default: undefined }),
    JWT_ROLE_CLAIM: str({ default: 'role' }),
    COST_PER_MINUTE: wholeNumber({ default: undefined }),
    AUDIT_LOG: str({ default: join(dataDir, 'audit.log') }),
    CORS_ORIGINS: origins({ default: [] }),
    TLS_CERT: file({ default: undefined }),
    TLS_KEY: file({ default: undefined }),
    TRUSTED_PROXIES: wholeNumber({ default: 0 }),
  });
  // Behind a proxy a loopback address is not for this machine alone.
  const isForThisMachine = isLoopback(host) && env.TRUSTED_PROXIES === 0;
  const tls = together({ TLS_CERT: env.TLS_CERT, TLS_KEY: env.TLS_KEY });
  const { JWT_JWKS_URL, JWT_ISSUER, JWT_AUDIENCE } = env;
  const jwt = together({ JWT_JWKS_URL, JWT_ISSUER, JWT_AUDIENCE });
  return {
    anonymousReading: (env.ANONYMOUS_READING ?? (isForThisMachine ? 'on' : 'off')) === 'on',
    writeToken: env.WRITE_TOKEN,
    keysDir: resolve(env.KEYS_DIR),
    jwt: jwt && {
      jwksUrl: jwt.JWT_JWKS_URL,
      issuer: jwt.JWT_ISSUER,
      audience: jwt.JWT_AUDIENCE,
      roleClaim: env.JWT_ROLE_CLAIM,
    },
    costPerMinute: env.COST_PER_MINUTE,
    auditLog: resolve(env.AUDIT_LOG),
    corsOrigins: env.CORS_ORIGINS,
    tls: tls && { cert: tls.TLS_CERT, key: tls.TLS_KEY },
    trustedProxies: env.TRUSTED_PROXIES,
  };
}

/** Variables of which all are set, or none. */
function together<Name extends string>(
  variables: Readonly<Record<Name, string | undefined>>,
): Record<Name, string> | undefined {
  const missing = Object.entries(variables).flatMap(([name, value]) => (value === undefined ? [name] : []));
  const count = Object.keys(variables).length;
  if (missing.length === count) return undefined;
  if (missing.length === 0) return variables as Record<Name, string>;
  throw new ImrError('BAD_SETTING', `Environment: ${missing.join(' and ')} must be set, too`);
}
