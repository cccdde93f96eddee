import { readFileSync } from 'node:fs';
import { request } from 'node:https';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { KeyStore } from '../../src/access/keys.js';
import type { Role } from '../../src/access/role.js';
import type { TlsFiles } from '../../src/access/settings.js';
import type { GraphClient } from '../../src/graph/client.js';
import { startApi, type TestApi } from '../support/api.js';
import { certificateIn } from '../support/certificate.js';
import { emptyGraph, openClient } from '../support/graph.js';
import { letter2016 } from '../support/letters.js';
import { temporaryFolder } from '../support/settings.js';
import { INGEST, REMOVE, REPARSE } from '../support/writing.js';

const QUESTION = '{ cases(first: 2) { totalCount nodes { caseNumber } } }';
const CASE = 'CM16-0999901';

let client: GraphClient;
let api: TestApi;
let keys: KeyStore;
const folder = temporaryFolder('access');
const auditLog = join(folder, 'audit.log');
const keysDir = join(folder, 'keys');

beforeAll(async () => {
  client = await emptyGraph();
  keys = new KeyStore(keysDir);
  api = await startApi(client, { mayWrite: false, access: { anonymousReading: false, keysDir, auditLog } });
});

function keyOf(role: Role, costPerMinute: number | null = null) {
  const { key, kept } = keys.make({ role, note: '', expiresAt: null, costPerMinute });
  return { id: kept.id, headers: { authorization: `Bearer ${key}` } };
}

/** Longer than a new or revoked key may go unnoticed. */
const untilNoticed = () => sleep(1_100);

const refused = (status: number, code: string) => ({ status, body: { errors: [{ extensions: { code } }] } });

describe('a server that lets nobody ask without a key', () => {
  test.each<[string, RequestInit]>([
    ['/graphql', { method: 'POST', body: JSON.stringify({ query: QUESTION }) }],
    ['/graphql?query={totals{cases}}', {}],
    ['/metrics', {}],
  ])('refuses %s, and says how to ask', async (path, init) => {
    const headers = { 'content-type': 'application/json', accept: 'application/json' };
    const response = await fetch(api.url + path, { headers, ...init });
    expect([response.status, response.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  });

  test.each(['/healthz', '/readyz', '/', '/settings.json'])('tells anybody of %s', async (path) => {
    expect((await fetch(api.url + path)).status).toBe(200);
  });

  test('answers who has a key, again and again, until it is revoked', async () => {
    const { id, headers } = keyOf('reader');
    await untilNoticed();
    for (let i = 0; i < 4; i++) expect(await api.ask(QUESTION, {}, headers)).toMatchObject({ status: 200 });
    expect((await fetch(`${api.url}/metrics`, { headers })).status).toBe(200);
    keys.revoke(id);
    await untilNoticed();
    expect(await api.ask(QUESTION, {}, headers)).toMatchObject(refused(401, 'UNAUTHENTICATED'));
  });

  test('does not answer from what it prepared for others', async () => {
    const { headers } = keyOf('reader');
    await untilNoticed();
    for (let i = 0; i < 4; i++) await api.ask(QUESTION, {}, headers);
    expect(await api.ask(QUESTION)).toMatchObject(refused(401, 'UNAUTHENTICATED'));
  });
});

describe('a role', () => {
  const input = { text: letter2016() };

  beforeEach(async () => {
    const { headers } = keyOf('contributor');
    await untilNoticed();
    await api.ask(INGEST, { input }, headers);
  });

  test.each<[Role, string, object, boolean]>([
    ['reader', INGEST, { input }, false],
    ['reader', REPARSE, { id: CASE }, false],
    ['reader', REMOVE, { id: CASE }, false],
    ['contributor', INGEST, { input }, true],
    ['contributor', REPARSE, { id: CASE }, true],
    ['contributor', REMOVE, { id: CASE }, false],
    ['admin', INGEST, { input }, true],
    ['admin', REMOVE, { id: CASE }, true],
  ])('%s: %s', async (role, mutation, variables, isAllowed) => {
    const { headers } = keyOf(role);
    await untilNoticed();
    const answer = await api.ask(mutation, variables, headers);
    if (isAllowed) expect(answer.body.errors).toBeUndefined();
    else expect(answer).toMatchObject(refused(403, 'FORBIDDEN'));
    const known = await client.read<object>('read/cases-by-id', { ids: [CASE] });
    expect(known).toHaveLength(mutation === REMOVE && isAllowed ? 0 : 1);
  });
});

describe('the audit log', () => {
  const lines = () =>
    readFileSync(auditLog, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);

  test('tells who wrote and removed what, and nothing of a letter', async () => {
    const { id, headers } = keyOf('admin');
    await untilNoticed();
    const text = letter2016();
    await api.ask(INGEST, { input: { text } }, headers);
    await api.ask(INGEST, { input: { text: 'no letter, of Mr. Secret' } }, headers);
    await api.ask(REMOVE, { id: CASE }, headers);
    await api.ask(REMOVE, { id: CASE }, headers);
    const by = `key:${id}`;
    const begun = lines().filter((line) => line['by'] === by);
    const ended = begun.map((line) =>
      lines().find((each) => each['id'] === line['id'] && each !== line && each['state'] !== 'begun'),
    );
    expect(begun.map(({ action }) => action)).toEqual([
      'ingestLetter',
      'ingestLetter',
      'removeCase',
      'removeCase',
    ]);
    expect(ended).toMatchObject([
      { state: 'done', case: CASE },
      { state: 'done', outcome: 'REFUSED', code: 'UNKNOWN_TEMPLATE' },
      { state: 'done', outcome: 'REMOVED', case: CASE },
      { state: 'done', outcome: 'NO_SUCH_CASE' },
    ]);
    expect(readFileSync(auditLog, 'utf8')).not.toMatch(/Secret|MRI|authorization|imr_/);
  });
});

describe('what may be spent in a minute', () => {
  /** Of {@link QUESTION}. */
  let cost: number;

  beforeAll(async () => {
    const { url } = await startApi(openClient());
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: QUESTION }),
    });
    cost = Number(response.headers.get('x-query-cost'));
  });

  test('ends, for that key alone, and it is said when there is more', async () => {
    const poor = keyOf('reader', 3 * cost);
    const rich = keyOf('reader');
    await untilNoticed();
    const statuses = [];
    for (let i = 0; i < 6; i++) statuses.push((await api.ask(QUESTION, {}, poor.headers)).status);
    expect(statuses).toEqual([200, 200, 200, 429, 429, 429]);
    const response = await fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...poor.headers },
      body: JSON.stringify({ query: QUESTION }),
    });
    const wait = Number(response.headers.get('retry-after'));
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(60);
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: 'RATE_LIMITED', retryAfter: wait } }],
    });
    expect(await api.ask(QUESTION, {}, rich.headers)).toMatchObject({ status: 200 });
  });

  test('is counted by the address of who has no key, as our own proxies tell it', async () => {
    const open = await startApi(openClient(), { access: { costPerMinute: cost, trustedProxies: 1 } });
    const from = (address: string) => ({ 'x-forwarded-for': `198.51.100.1, ${address}` });
    const ask = async (address: string) => (await open.ask(QUESTION, {}, from(address))).status;
    const answers = [];
    for (const last of [1, 1, 2, 1]) answers.push(await ask(`203.0.113.${last}`));
    expect(answers).toEqual([200, 429, 200, 429]);
  });
});

describe('pages of other origins', () => {
  const ORIGIN = 'https://tools.example';
  interface Asked {
    readonly method?: string;
    readonly headers?: Record<string, string>;
  }

  const ask = (url: string, origin: string, { method = 'POST', headers = {} }: Asked = {}) =>
    fetch(`${url}/graphql`, {
      method,
      headers: { 'content-type': 'application/json', origin, ...headers },
      ...(method === 'POST' && { body: JSON.stringify({ query: QUESTION }) }),
    });
  const preflight = (url: string, origin: string) =>
    ask(url, origin, {
      method: 'OPTIONS',
      headers: { 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
    });
  const allowed = ({ headers }: Response) => headers.get('access-control-allow-origin');

  test('may read answers where they are named, and nowhere else', async () => {
    const open = await startApi(openClient(), { access: { corsOrigins: [ORIGIN] } });
    expect(allowed(await preflight(open.url, ORIGIN))).toBe(ORIGIN);
    for (let i = 0; i < 3; i++) expect(allowed(await ask(open.url, ORIGIN))).toBe(ORIGIN);
    expect(allowed(await preflight(open.url, 'https://other.example'))).toBeNull();
    expect(allowed(await ask(open.url, 'https://other.example'))).toBeNull();
  });

  test('may by themselves read nothing', async () => {
    const open = await startApi(openClient());
    expect(allowed(await preflight(open.url, ORIGIN))).toBeNull();
    expect(allowed(await ask(open.url, ORIGIN))).toBeNull();
  });
});

describe('TLS', () => {
  let tls: TlsFiles;
  beforeAll(() => {
    tls = certificateIn(folder);
  });

  test('is spoken with the certificate that is given, and nothing without it', async () => {
    const server = await startApi(openClient(), { access: { tls } });
    expect(server.url).toMatch(/^https:/);
    const status = await new Promise((resolve, reject) => {
      const asking = request(`${server.url}/healthz`, { ca: readFileSync(tls.cert) }, ({ statusCode }) => {
        resolve(statusCode);
      });
      asking.on('error', reject).end();
    });
    expect(status).toBe(200);
    await expect(fetch(server.url.replace('https:', 'http:') + '/healthz')).rejects.toThrow();
  });

  test('with a key of another certificate the server does not start, and says which settings are wrong', async () => {
    const access = { tls: { cert: tls.cert, key: tls.cert } };
    await expect(startApi(openClient(), { access })).rejects.toMatchObject({ code: 'BAD_SETTING' });
  });
});
