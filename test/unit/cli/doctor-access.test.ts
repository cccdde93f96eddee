import { once } from 'node:events';
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { KeyStore } from '../../../src/access/keys.js';
import { readAccessSettings } from '../../../src/access/settings.js';
import { accessChecks } from '../../../src/cli/doctor/access.js';
import { certificateIn } from '../../support/certificate.js';
import { temporaryFolder } from '../../support/settings.js';

const folder = temporaryFolder('doctor-access');
const ABROAD = '192.0.2.1';
const JWT = { JWT_ISSUER: 'https://id.example', JWT_AUDIENCE: 'imr' };
const DAY = 86_400_000;

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

let directories = 0;
/** What one check finds of a data directory of its own. */
async function found(
  name: string,
  { env = {}, host = '127.0.0.1', dataDir = newDirectory() }: Asked = {},
): Promise<string> {
  const check = accessChecks(readAccessSettings({ host, dataDir }, env), { host }).find(
    (each) => each.name === name,
  );
  const { state, says, remedy } = (await check?.run()) ?? {};
  return `${state}: ${says} -> ${remedy}`;
}

interface Asked {
  readonly env?: NodeJS.ProcessEnv;
  readonly host?: string;
  readonly dataDir?: string;
}

function newDirectory(): string {
  const dataDir = join(folder, `data${++directories}`);
  mkdirSync(dataDir, { mode: 0o700 });
  return dataDir;
}

/** A data directory with a key that is good for so many days. */
function withKey(days: number | null): { readonly dataDir: string; readonly id: string } {
  const dataDir = newDirectory();
  const expiresAt = days === null ? null : new Date(Date.now() + days * DAY).toISOString();
  const keys = new KeyStore(join(dataDir, 'keys'));
  const { kept } = keys.make({ role: 'reader', note: '', expiresAt, costPerMinute: null });
  return { dataDir, id: kept.id };
}

test('a server for others that lets nobody in', async () => {
  const nobody = await found('keys', { host: ABROAD });
  expect(nobody).toMatch(/^failure: nobody is let in.+imr keys make/);
  expect(await found('keys', { host: ABROAD, ...withKey(-1) })).toBe(nobody);
  expect(await found('keys', { host: ABROAD, ...withKey(null) })).toMatch(/^ok: 1 good of 1/);
  expect(await found('keys', { host: ABROAD, env: { ANONYMOUS_READING: 'on' } })).toMatch(/^skipped/);
  expect(await found('keys')).toMatch(/^skipped: none; anybody may ask/);
});

test('keys that end soon are named', async () => {
  const { dataDir, id } = withKey(3);
  expect(await found('keys', { dataDir })).toMatch(new RegExp(`^warning: 1 good of 1.+${id}`));
});

test('keys that others could add to', async () => {
  const { dataDir } = withKey(null);
  chmodSync(join(dataDir, 'keys'), 0o770);
  expect(await found('keys', { dataDir })).toMatch(
    /^failure: .+keys: others can put keys there -> chmod 700/,
  );
});

test('an issuer whose keys are had, one without any, and one that does not answer', async () => {
  let keys: object[] = [{ kty: 'oct', k: 'AA', kid: 'one' }];
  const issuer = createServer((_, response) => response.end(JSON.stringify({ keys })));
  await once(issuer.listen(0, '127.0.0.1'), 'listening');
  const JWT_JWKS_URL = `http://127.0.0.1:${(issuer.address() as AddressInfo).port}/keys`;
  const env = { ...JWT, JWT_JWKS_URL };
  expect(await found('JSON Web Tokens', { env })).toMatch(/^ok: 1 keys of https:\/\/id\.example/);
  keys = [];
  expect(await found('JSON Web Tokens', { env })).toMatch(/^failure: .+publishes no key/);
  issuer.closeAllConnections();
  issuer.close();
  expect(await found('JSON Web Tokens', { env })).toMatch(new RegExp(`^failure: ${JWT_JWKS_URL}: .+ -> see`));
  expect(await found('JSON Web Tokens')).toMatch(/^skipped/);
});

test('certificates that are good, end soon, or do not belong to the key; and none', async () => {
  const envOf = ({ cert, key }: { cert: string; key: string }) => ({ TLS_CERT: cert, TLS_KEY: key });
  const good = certificateIn(folder);
  const short = certificateIn(folder, { name: 'short', days: 2 });
  for (const { key } of [good, short]) chmodSync(key, 0o600);
  expect(await found('TLS', { env: envOf(good), host: ABROAD })).toMatch(/^ok: CN=127\.0\.0\.1, good until/);
  expect(await found('TLS', { env: envOf(short) })).toMatch(/^warning: CN=127\.0\.0\.1/);
  expect(await found('TLS', { env: envOf({ ...good, key: short.key }) })).toMatch(
    /^failure: TLS_CERT and TLS_KEY/,
  );
  chmodSync(good.key, 0o644);
  expect(await found('TLS', { env: envOf(good) })).toMatch(/^failure: .+others can read it -> chmod 600/);

  expect(await found('TLS')).toMatch(/^skipped/);
  expect(await found('TLS', { host: ABROAD })).toMatch(/^warning: .+in the clear -> set TLS_CERT/);
  expect(await found('TLS', { host: ABROAD, env: { TRUSTED_PROXIES: '1' } })).toMatch(/^skipped/);
});

test('an audit log that is there, that can be made, and that cannot', async () => {
  const dataDir = newDirectory();
  expect(await found('audit log', { env: { AUDIT_LOG: join(dataDir, 'new/audit.log') } })).toMatch(/^ok/);
  writeFileSync(join(dataDir, 'file'), '');
  expect(await found('audit log', { env: { AUDIT_LOG: join(dataDir, 'file') } })).toMatch(/^ok/);
  for (const AUDIT_LOG of [dataDir, join(dataDir, 'file/audit.log')])
    expect(await found('audit log', { env: { AUDIT_LOG } })).toMatch(/^failure: .+cannot be written/);
});
