import { spawnSync } from 'node:child_process';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { projectFolder } from '../../../src/common/project.js';
import { environmentVariables, read } from './project-files.js';

interface Service {
  image: string;
  build?: string;
  command?: string[];
  environment: Record<string, string>;
  ports?: string[];
  profiles?: string[];
  volumes?: string[];
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { test: string[] };
}

interface Compose {
  services: Record<'neo4j' | 'api' | 'postgres' | 'bi', Service>;
  volumes: Record<string, unknown>;
}

const text = read('docker-compose.yml');
const { services, volumes } = parse(text) as Compose;

test('Neo4j is the LTS release, pinned in full', () => {
  expect(services.neo4j.image).toMatch(/^neo4j:5\.26\.\d+-community$/);
});

test('Neo4j is the release of the embedded engine', () => {
  const pinned = /^neo4j:([\d.]+)-/.exec(services.neo4j.image)?.[1] ?? 'none';
  expect(read('engine/artifacts.lock.json')).toContain(pinned);
});

test('the image of the API carries the version of the package and is built here', () => {
  const { version } = JSON.parse(read('package.json')) as { version: string };
  expect(services.api).toMatchObject({ build: '.', image: `imr-graph:${version}` });
});

test.each(Object.entries(services))('%s is reachable from this machine only', (_name, { ports = [] }) => {
  for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
});

test('what the mart needs starts only when it is asked for', () => {
  for (const { profiles } of [services.postgres, services.bi]) expect(profiles).toEqual(['bi']);
  expect(services.bi.image).toBe(services.api.image);
});

test('no password is written down, and none is defaulted', () => {
  const passwords = [services.neo4j.environment.NEO4J_AUTH, services.api.environment.NEO4J_PASSWORD];
  // Empty where the mart is not asked for; PostgreSQL's image does not start with an empty one.
  expect(services.postgres.environment.POSTGRES_PASSWORD).toBe('${BI_PASSWORD:-}');
  expect(services.bi.environment.BI_DATABASE_URL).toBe(
    'postgres://imr_loader:${BI_PASSWORD:-}@postgres:5432/imr',
  );
  for (const password of passwords) expect(password).toMatch(/^(neo4j\/)?\$\{NEO4J_PASSWORD:\?.+\}$/);
});

test('every variable of the API is one that the settings read', () => {
  const known = [...environmentVariables('src/common/'), ...environmentVariables('src/access/')];
  for (const name of [services.api, services.bi].flatMap(({ environment }) => Object.keys(environment)))
    expect(known).toContain(name);
});

test('every variable that the file asks for is in .env.example', () => {
  const asked = [...text.matchAll(/\$\{([A-Z_0-9]+):/g)].map(([, name = '']) => name);
  const offered = [...read('.env.example').matchAll(/^#?([A-Z_0-9]+)=/gm)].map(([, name]) => name);
  expect([...new Set(asked)].sort()).toEqual(offered.sort());
});

test('the API waits for a healthy Neo4j and talks to it by its service name', () => {
  expect(services.api.depends_on).toEqual({ neo4j: { condition: 'service_healthy' } });
  expect(services.neo4j.healthcheck?.test.join(' ')).toContain('cypher-shell');
  expect(services.api.environment.NEO4J_URI).toBe('bolt://neo4j:7687');
});

test('the data outlives the container', () => {
  const kept = [services.api, services.neo4j, services.postgres].map(
    ({ volumes: own }) => own?.[0]?.split(':') ?? [],
  );
  expect(kept.map(([, target]) => target)).toEqual(['/data', '/data', '/var/lib/postgresql/data']);
  expect(Object.keys(volumes).sort()).toEqual(kept.map(([name]) => name).sort());
});

const hasCompose = spawnSync('docker', ['compose', 'version']).status === 0;

(hasCompose ? test : test.skip)('docker compose accepts the file (skipped: no compose plugin here)', () => {
  const { status, stderr } = spawnSync('docker', ['compose', 'config', '--quiet'], {
    cwd: projectFolder,
    encoding: 'utf8',
    env: { ...process.env, NEO4J_PASSWORD: 'only-to-check-the-file' },
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});
