import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { fetchArtifacts, jarName, readArtifactLock, type Artifact } from '../../../src/engine/artifacts.js';
import { temporaryFolder } from '../../support/settings.js';

describe('artifacts.lock.json', () => {
  const { neo4jVersion, artifacts } = readArtifactLock();

  test('names each jar once, with a well-formed checksum and a size', () => {
    expect(new Set(artifacts.map(jarName)).size).toBe(artifacts.length);
    for (const { sha256, size } of artifacts) {
      expect(sha256).toMatch(/^[0-9a-f]{64}$/);
      expect(size).toBeGreaterThan(0);
    }
  });

  test('holds what pom.xml asks for, in its versions', () => {
    const pom = readFileSync(new URL('../../../engine/pom.xml', import.meta.url), 'utf8');
    const property = (name: string): string => new RegExp(`<${name}>(.*)</${name}>`).exec(pom)?.[1] ?? '';
    const wanted = [...pom.matchAll(/<artifactId>(.*)<\/artifactId>\s*<version>\$\{(.*)\}<\/version>/g)];
    expect(wanted).toHaveLength(5);
    for (const [, artifactId, name] of wanted) {
      expect(artifacts).toContainEqual(
        expect.objectContaining({ artifactId, version: property(name ?? '') }),
      );
    }
    expect(neo4jVersion).toBe(property('neo4j.version'));
  });
});

describe('fetchArtifacts', () => {
  const BODY = 'the bytes of a jar';
  const ARTIFACT: Artifact = {
    groupId: 'org.example',
    artifactId: 'thing',
    version: '1.0',
    classifier: 'linux',
    size: BODY.length,
    sha256: createHash('sha256').update(BODY).digest('hex'),
  };
  let folder: string;
  let requests: string[];
  let server: Server | undefined;

  beforeEach(() => {
    folder = temporaryFolder('artifacts');
    requests = [];
  });

  afterEach(() => {
    server?.closeAllConnections();
    server?.close();
    server = undefined;
    rmSync(folder, { recursive: true });
  });

  /** A Maven repository on this machine; the n-th request gets the n-th answer, later ones the last. */
  async function repository(...answers: RequestListener[]): Promise<string> {
    server = createServer((request, response) => {
      requests.push(request.url ?? '');
      answers[Math.min(requests.length, answers.length) - 1]?.(request, response);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  }

  const whole: RequestListener = (_request, response) => response.end(BODY);
  const altered: RequestListener = (_request, response) => response.end(BODY.toUpperCase());
  const absent: RequestListener = (_request, response) => response.writeHead(404).end();
  const cutOff: RequestListener = (_request, response) => {
    response
      .writeHead(200, { 'Content-Length': BODY.length })
      .write(BODY.slice(0, 5), () => response.destroy());
  };
  const silent: RequestListener = () => undefined;
  const slow: RequestListener = (_request, response) => {
    const bytes = Array.from(BODY);
    const timer = setInterval(() => {
      const next = bytes.shift();
      if (next !== undefined) return void response.write(next);
      clearInterval(timer);
      response.end();
    }, 25);
  };
  const quick = { retryDelay: 1, stallLimit: 100 };

  test('fetches what is missing, checks it, and leaves nothing else', async () => {
    const progress: number[][] = [];
    await fetchArtifacts([ARTIFACT], folder, {
      repository: await repository(whole),
      onProgress: (...bytes) => progress.push(bytes),
    });
    expect(requests).toEqual(['/org/example/thing/1.0/thing-1.0-linux.jar']);
    expect(readFileSync(join(folder, 'thing-1.0-linux.jar'), 'utf8')).toBe(BODY);
    expect(readdirSync(folder)).toEqual(['thing-1.0-linux.jar']);
    expect(progress).toEqual([
      [0, BODY.length],
      [BODY.length, BODY.length],
    ]);
  });

  test('asks nobody when everything is there', async () => {
    writeFileSync(join(folder, jarName(ARTIFACT)), BODY);
    await fetchArtifacts([ARTIFACT], folder, { repository: await repository(whole) });
    expect(requests).toEqual([]);
  });

  test.each([
    ['was cut off', BODY.slice(3)],
    ['was altered, at the same size', BODY.toUpperCase()],
  ])('fetches again what %s', async (_what, found) => {
    const path = join(folder, jarName(ARTIFACT));
    writeFileSync(path, found);
    await fetchArtifacts([ARTIFACT], folder, { repository: await repository(whole) });
    expect(readFileSync(path, 'utf8')).toBe(BODY);
  });

  test.each([
    ['a wrong checksum', altered],
    ['an error of the repository', absent],
    ['a connection that breaks', cutOff],
    ['a connection that goes silent', silent],
  ])('recovers from %s', async (_what, trouble) => {
    await fetchArtifacts([ARTIFACT], folder, { repository: await repository(trouble, whole), ...quick });
    expect(readFileSync(join(folder, jarName(ARTIFACT)), 'utf8')).toBe(BODY);
    expect(requests).toHaveLength(2);
  });

  test('waits for a slow repository, as long as something comes', async () => {
    const options = { ...quick, stallLimit: 200 };
    await fetchArtifacts([ARTIFACT], folder, { repository: await repository(slow), ...options });
    expect(readFileSync(join(folder, jarName(ARTIFACT)), 'utf8')).toBe(BODY);
    expect(requests).toHaveLength(1);
  });

  test.each([
    ['a checksum that stays wrong', altered, 2, /its sha256 is .*, not /],
    ['a repository that does not have it', absent, 4, /Status 404.*copy .* set NEO4J_URI/],
  ])('gives up on %s, naming the artifact', async (_what, trouble, attempts, message) => {
    const fetching = fetchArtifacts([ARTIFACT], folder, { repository: await repository(trouble), ...quick });
    await expect(fetching).rejects.toMatchObject({
      code: 'DOWNLOAD_FAILED',
      message: expect.stringMatching(message),
    });
    await expect(fetching).rejects.toThrow('org.example:thing:1.0');
    expect(requests).toHaveLength(attempts);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('says what to do without a network', async () => {
    const fetching = fetchArtifacts([ARTIFACT], folder, { repository: 'http://127.0.0.1:1/', ...quick });
    await expect(fetching).rejects.toThrow(/ECONNREFUSED.*The first start needs the network/);
  });

  test('says that the folder is at fault when it cannot be written to, without trying again', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    const fetching = fetchArtifacts([ARTIFACT], join(file, 'lib'), { repository: await repository(whole) });
    await expect(fetching).rejects.toMatchObject({
      code: 'DOWNLOAD_FAILED',
      message: expect.stringMatching(/lib cannot be written to: E.*IMR_CACHE_DIR/),
    });
    expect(requests).toEqual([]);
  });

  test('removes the parts of a download that was killed, but not those of one that is at work', async () => {
    const { pid: ended } = spawnSync(process.execPath, ['--version']);
    const [abandoned, growing] = [ended, process.pid].map((pid) => join(folder, `thing.jar.1.${pid}.part`));
    writeFileSync(abandoned ?? '', 'half');
    writeFileSync(growing ?? '', 'half');
    await fetchArtifacts([ARTIFACT], folder, { repository: await repository(whole) });
    expect(readdirSync(folder).sort()).toEqual([jarName(ARTIFACT), basename(growing ?? '')]);
  });

  test('two at once fill one folder', async () => {
    const address = await repository(whole);
    await Promise.all([1, 2].map(() => fetchArtifacts([ARTIFACT], folder, { repository: address })));
    expect(readdirSync(folder)).toEqual([jarName(ARTIFACT)]);
  });
});
