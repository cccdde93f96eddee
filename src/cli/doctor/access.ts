import { X509Certificate } from 'node:crypto';
import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { isGood, KeyStore } from '../../access/keys.js';
import { issuedKeys } from '../../access/jwt.js';
import type { AccessSettings, TlsFiles } from '../../access/settings.js';
import { createHttpServer } from '../../api/http/http-server.js';
import { messageOf } from '../../common/errors.js';
import { isLoopback } from '../../common/loopback.js';
import type { Settings } from '../../common/settings.js';
import { failure, isOpen, ok, skipped, warning, type Check, type Finding } from './check.js';

const DAY = 86_400_000;
/** What ends within so many days is to be made anew. */
const SOON = 14;

/** Who is let in, by what, and where it is noted. */
export function accessChecks(access: AccessSettings, settings: Pick<Settings, 'host'>): Check[] {
  return [
    { name: 'keys', run: () => keys(access) },
    { name: 'JSON Web Tokens', run: () => tokens(access) },
    { name: 'TLS', run: () => tls(access, settings) },
    { name: 'audit log', run: () => auditLog(access) },
  ];
}

function keys({ keysDir, anonymousReading, jwt, writeToken }: AccessSettings): Finding {
  if (existsSync(keysDir) && isOpen(keysDir, 0o022))
    return failure(`${keysDir}: others can put keys there`, `chmod 700 ${keysDir}`);
  const all = new KeyStore(keysDir).list();
  const good = all.filter((key) => isGood(key));
  if (good.length === 0 && !anonymousReading && jwt === undefined && writeToken === undefined)
    return failure(
      'nobody is let in: ANONYMOUS_READING is off, and there is no key',
      '`imr keys make --role reader`, or ANONYMOUS_READING=on',
    );
  const soon = good.filter((key) => !isGood(key, new Date(Date.now() + SOON * DAY)));
  const says = `${good.length} good of ${all.length}: ${keysDir}`;
  if (soon.length > 0)
    return warning(
      `${says}; within ${SOON} days end ${soon.map(({ id }) => id).join(', ')}`,
      'give those who use them new ones: `imr keys make`',
    );
  return all.length === 0 ? skipped(anonymousReading ? 'none; anybody may ask' : 'none') : ok(says);
}

async function tokens({ jwt }: AccessSettings): Promise<Finding> {
  if (jwt === undefined) return skipped('JWT_JWKS_URL is not set');
  try {
    const count = await issuedKeys(jwt);
    if (count > 0) return ok(`${count} keys of ${jwt.issuer}`);
    return failure(`${jwt.jwksUrl} publishes no key`, 'see that JWT_JWKS_URL is the issuer’s');
  } catch (error) {
    return failure(
      `${jwt.jwksUrl}: ${messageOf(error)}`,
      'see that JWT_JWKS_URL is right, and reached from this machine',
    );
  }
}

function tls({ tls: files, trustedProxies }: AccessSettings, { host }: Pick<Settings, 'host'>): Finding {
  if (files !== undefined) return certificate(files);
  if (isLoopback(host) || trustedProxies > 0) return skipped('TLS_CERT is not set');
  return warning(
    `keys and answers go to ${host} in the clear`,
    'set TLS_CERT and TLS_KEY; or let a proxy speak TLS, and set TRUSTED_PROXIES',
  );
}

function certificate(files: TlsFiles): Finding {
  const remedy =
    'give TLS_CERT and TLS_KEY a certificate that is good, and its key; then start the server anew';
  try {
    createHttpServer(() => undefined, { tls: files });
  } catch (error) {
    return failure(messageOf(error), remedy);
  }
  if (isOpen(files.key, 0o077)) return failure(`${files.key}: others can read it`, `chmod 600 ${files.key}`);
  const { subject, validFrom, validTo } = new X509Certificate(readFileSync(files.cert));
  const says = `${subject.replaceAll('\n', ', ')}, good until ${validTo}`;
  const days = (Date.parse(validTo) - Date.now()) / DAY;
  if (days <= 0 || Date.parse(validFrom) > Date.now()) return failure(`${says}, from ${validFrom}`, remedy);
  return days < SOON ? warning(says, remedy) : ok(says);
}

/** Changes are refused when it cannot be written. */
function auditLog({ auditLog: path }: AccessSettings): Finding {
  let where = path;
  while (!existsSync(where)) where = dirname(where);
  try {
    accessSync(where, constants.W_OK);
    const isRight = where === path ? statSync(where).isFile() : statSync(where).isDirectory();
    if (isRight) return ok(path);
  } catch {
    // As below.
  }
  return failure(`${path} cannot be written`, `see to ${where}, or set AUDIT_LOG to another file`);
}
