import { rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type CryptoKey, type JWTPayload } from 'jose';
import { Gate, type GateSettings, type Told } from '../../../src/access/gate.js';
import { KeyStore } from '../../../src/access/keys.js';
import { temporaryFolder } from '../../support/settings.js';

const TOKEN = 'a-token-of-16-or-more';
const ADDRESS = '10.0.0.7';
const folder = temporaryFolder('gate');

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const NOBODY: GateSettings = {
  anonymousReading: false,
  writeToken: undefined,
  keysDir: join(folder, 'keys'),
  jwt: undefined,
};

test.each([
  [`Bearer ${TOKEN}`, 'write-token admin'],
  [`bearer   ${TOKEN}`, 'write-token admin'],
  [undefined, 'UNAUTHENTICATED'],
  ['', 'UNAUTHENTICATED'],
  ['Bearer', 'UNAUTHENTICATED'],
  ['Bearer ', 'UNAUTHENTICATED'],
  [TOKEN, 'UNAUTHENTICATED'],
  [`Basic ${TOKEN}`, 'UNAUTHENTICATED'],
  [`Bearer ${TOKEN} ${TOKEN}`, 'UNAUTHENTICATED'],
  [`Bearer ${TOKEN}x`, 'UNAUTHENTICATED'],
  [`Bearer ${TOKEN.slice(1)}`, 'UNAUTHENTICATED'],
  [`Bearer ${TOKEN.toUpperCase()}`, 'UNAUTHENTICATED'],
])('%j is %s', async (authorization, expected) => {
  const gate = new Gate({ ...NOBODY, writeToken: TOKEN });
  expect(named(await gate.tell(authorization, ADDRESS))).toBe(expected);
});

test('who sends nothing may ask where that is allowed; who sends something wrong may not even there', async () => {
  const gate = new Gate({ ...NOBODY, anonymousReading: true });
  expect(await gate.tell(undefined, ADDRESS)).toEqual({
    id: 'anonymous',
    account: `address:${ADDRESS}`,
    role: 'reader',
  });
  for (const wrong of ['Bearer', `Bearer ${TOKEN}`, 'Bearer imr_00000000_x'])
    expect(await gate.tell(wrong, ADDRESS)).toBe('UNAUTHENTICATED');
});

test('keys are told by their id, with their role and what they may spend', async () => {
  const gate = new Gate(NOBODY);
  expect(gate.takesChanges).toBe(false);
  const keys = new KeyStore(NOBODY.keysDir);
  const { key, kept } = keys.make({ role: 'admin', note: '', expiresAt: null, costPerMinute: 9 });
  const later = new Gate(NOBODY);
  expect(later.takesChanges).toBe(true);
  expect(await later.tell(`Bearer ${key}`, ADDRESS)).toEqual({
    id: `key:${kept.id}`,
    account: `key:${kept.id}`,
    role: 'admin',
    costPerMinute: 9,
  });
});

test('a process may ask itself, and no other one', async () => {
  const gate = new Gate(NOBODY);
  expect(named(await gate.tell(`Bearer ${gate.ownToken}`, ADDRESS))).toBe('server reader');
  expect(await new Gate(NOBODY).tell(`Bearer ${gate.ownToken}`, ADDRESS)).toBe('UNAUTHENTICATED');
});

describe('JSON Web Tokens', () => {
  let issuer: Server;
  let keys: { readonly publicKey: CryptoKey; readonly privateKey: CryptoKey };
  let gate: Gate;
  const asked: string[] = [];
  const CLAIMS = { sub: 'ada', role: 'contributor' };

  beforeAll(async () => {
    keys = await generateKeyPair('RS256');
    const jwks = { keys: [{ ...(await exportJWK(keys.publicKey)), kid: 'one', alg: 'RS256' }] };
    issuer = createServer(({ url = '' }, response) => {
      asked.push(url);
      response.setHeader('content-type', 'application/json').end(JSON.stringify(jwks));
    });
    await once(issuer.listen(0, '127.0.0.1'), 'listening');
    gate = gateOf((issuer.address() as AddressInfo).port);
  });

  afterAll(() => {
    issuer.close();
  });

  function gateOf(port: number): Gate {
    const jwksUrl = `http://127.0.0.1:${port}/jwks.json`;
    const jwt = { jwksUrl, issuer: 'https://id.example', audience: 'imr', roleClaim: 'role' };
    return new Gate({ ...NOBODY, jwt });
  }

  interface Wishes {
    readonly claims?: JWTPayload;
    readonly by?: string;
    readonly to?: string;
    readonly expires?: string | number | null;
    readonly key?: CryptoKey | Uint8Array;
    readonly alg?: string;
  }

  function token({ claims = CLAIMS, by, to, expires = '5m', key, alg = 'RS256' }: Wishes = {}) {
    const jwt = new SignJWT(claims)
      .setProtectedHeader({ alg, kid: 'one' })
      .setIssuer(by ?? 'https://id.example')
      .setAudience(to ?? 'imr');
    return (expires === null ? jwt : jwt.setExpirationTime(expires)).sign(key ?? keys.privateKey);
  }

  const tell = async (jwt: string) => named(await gate.tell(`Bearer ${jwt}`, ADDRESS));

  test('that are good tell who it is, and the highest role of ours', async () => {
    expect(await tell(await token())).toBe('jwt:ada contributor');
    expect(await tell(await token({ claims: { sub: 'bo', role: ['x', 'reader', 'admin'] } }))).toBe(
      'jwt:bo admin',
    );
  });

  test.each<[string, Wishes]>([
    ['is of another issuer', { by: 'https://elsewhere.example' }],
    ['is for another audience', { to: 'another' }],
    ['is over', { expires: Math.floor(Date.now() / 1000) - 120 }],
    ['never ends', { expires: null }],
    ['tells nobody', { claims: { role: 'admin' } }],
    ['holds no role of ours', { claims: { sub: 'ada', role: 'owner' } }],
    [
      'is signed with a shared secret',
      { key: new TextEncoder().encode('0123456789'.repeat(4)), alg: 'HS256' },
    ],
  ])('one that %s is not taken', async (_, wishes) => {
    expect(await tell(await token(wishes))).toBe('UNAUTHENTICATED');
  });

  test('one of another key, one that is changed, and one without a signature are not taken', async () => {
    const other = await generateKeyPair('RS256');
    expect(await tell(await token({ key: other.privateKey }))).toBe('UNAUTHENTICATED');
    const [head = '', , signature = ''] = (await token()).split('.');
    const body = Buffer.from(JSON.stringify({ ...CLAIMS, role: 'admin' })).toString('base64url');
    expect(await tell(`${head}.${body}.${signature}`)).toBe('UNAUTHENTICATED');
    const bare = new UnsecuredJWT(CLAIMS).setIssuer('https://id.example').setAudience('imr');
    expect(await tell(bare.setExpirationTime('5m').encode())).toBe('UNAUTHENTICATED');
  });

  test('the issuer is asked once for its keys, and a token that is known is known at once', async () => {
    const jwt = await token({ claims: { sub: 'eve', role: 'reader' } });
    await tell(jwt);
    const before = asked.length;
    expect(gate.tell(`Bearer ${jwt}`, ADDRESS)).toMatchObject({ id: 'jwt:eve' });
    await tell(await token());
    expect([asked.length, before]).toEqual([1, 1]);
  });

  test('without its keys nobody can tell, which is not the fault of who asks', async () => {
    const gone = gateOf(1);
    expect(await gone.tell(`Bearer ${await token()}`, ADDRESS)).toBe('ISSUER_UNAVAILABLE');
  });
});

function named(told: Told): string {
  return typeof told === 'string' ? told : `${told.id} ${told.role}`;
}
