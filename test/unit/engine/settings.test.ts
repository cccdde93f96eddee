import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { readSettings } from '../../../src/common/settings.js';
import { openDatabase } from '../../../src/engine/database.js';
import { readEngineOptions } from '../../../src/engine/options.js';

test('a Neo4j of the user’s own is taken as it is', async () => {
  const database = await openDatabase(
    readSettings({
      NEO4J_URI: 'neo4j://db.example:7687',
      NEO4J_USER: 'reader',
      NEO4J_PASSWORD: 'secret',
      NEO4J_DATABASE: 'imr',
    }),
  );
  expect(database).toMatchObject({
    uri: 'neo4j://db.example:7687',
    user: 'reader',
    password: 'secret',
    database: 'imr',
  });
  await database.close();
});

test('a Neo4j of the user’s own needs a password', async () => {
  const opening = openDatabase(readSettings({ NEO4J_URI: 'bolt://db.example:7687' }));
  await expect(opening).rejects.toMatchObject({
    code: 'BAD_SETTING',
    message: expect.stringContaining('NEO4J_PASSWORD'),
  });
});

test('the engine’s own options come from the environment', () => {
  const options = readEngineOptions({
    IMR_CACHE_DIR: '/cache',
    IMR_MAVEN_REPOSITORY: 'https://mirror.example/maven2',
    IMR_ENGINE_HEAP: '2G',
    IMR_ENGINE_PAGECACHE: '512m',
  });
  expect(options).toEqual({
    cacheDir: '/cache',
    repository: 'https://mirror.example/maven2/',
    heap: '2g',
    pageCache: '512m',
  });
  expect(readEngineOptions({ XDG_CACHE_HOME: '/cache/of/x' })).toMatchObject({
    cacheDir: join('/cache/of/x', 'imr-graph'),
    repository: undefined,
  });
});

test('a size that is none is refused by name', () => {
  expect(() => readEngineOptions({ IMR_ENGINE_HEAP: 'much' })).toThrow(
    'IMR_ENGINE_HEAP: "much" is not a size such as 512m or 2g',
  );
});
