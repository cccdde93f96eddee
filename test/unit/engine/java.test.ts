import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { findJava, parseJavaRelease } from '../../../src/engine/java.js';
import { temporaryFolder } from '../../support/settings.js';

test.each([
  ['openjdk version "17.0.15" 2025-04-15\nOpenJDK Runtime Environment', 17],
  ['openjdk version "21" 2023-09-19', 21],
  ['openjdk version "21-ea" 2023-09-19', 21],
  ['java version "1.8.0_392"', 8],
  ['Picked up JAVA_TOOL_OPTIONS: -Xmx1g\nopenjdk version "11.0.2" 2019-01-15', 11],
  ['The operation could not be completed. Unable to locate a Java Runtime.', undefined],
])('%j is release %s', (output, release) => {
  expect(parseJavaRelease(output)).toBe(release);
});

describe('findJava', () => {
  let folder: string;

  beforeEach(() => {
    folder = temporaryFolder('java');
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  /** A program that answers `-version` as that release does. */
  function install(path: string, version: string): string {
    const executable = join(folder, path);
    mkdirSync(dirname(executable), { recursive: true });
    writeFileSync(executable, `#!/bin/sh\necho 'openjdk version "${version}"' >&2\n`);
    chmodSync(executable, 0o755);
    return executable;
  }

  test('takes JAVA_HOME before PATH, and PATH before the usual places', async () => {
    const ofHome = install('home/bin/java', '17.0.1');
    const ofPath = install('path/java', '21.0.2');
    const usual = install('jvm/temurin-17/bin/java', '17.0.3');
    const environment = { JAVA_HOME: join(folder, 'home'), PATH: join(folder, 'path') };
    const places = [join(folder, 'jvm')];
    expect(await findJava(environment, places)).toEqual({ path: ofHome, release: 17 });
    expect(await findJava({ PATH: environment.PATH }, places)).toEqual({ path: ofPath, release: 21 });
    expect(await findJava({}, places)).toEqual({ path: usual, release: 17 });
  });

  test('passes over releases that Neo4j does not run on, files that cannot be run, and programs that fail', async () => {
    install('home/bin/java', '25.0.1');
    writeFileSync(join(folder, 'java'), 'not a program');
    const failing = install('failing/java', '17');
    writeFileSync(failing, '#!/bin/sh\nexit 1\n');
    const good = install('good/java', '21.0.2');
    const PATH = [folder, join(folder, 'failing'), join(folder, 'good')].join(delimiter);
    expect(await findJava({ JAVA_HOME: join(folder, 'home'), PATH }, [])).toEqual({
      path: good,
      release: 21,
    });
  });

  test('says what it found and names the three ways out when nothing fits', async () => {
    const eleven = install('eleven/java', '11.0.2');
    symlinkSync(eleven, join(folder, 'java'));
    const search = findJava({ PATH: [folder, join(folder, 'eleven')].join(delimiter) }, []);
    await expect(search).rejects.toMatchObject({ code: 'JAVA_NOT_FOUND' });
    const message = await search.catch((error: unknown) => (error as Error).message);
    expect(message).toContain(`(${eleven} is Java 11)`);
    expect(message).toMatch(/1\. install .*17 or 21.*\n.*2\. `docker compose up`.*\n.*3\. set NEO4J_URI/s);
  });

  test('says so when there is no Java at all', async () => {
    await expect(findJava({ PATH: folder }, [])).rejects.toThrow('no Java was found');
  });
});
