import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { ImrError, messageOf } from '../common/errors.js';
import { sha256 } from '../common/hash.js';
import { projectFolder } from '../common/project.js';
import type { Java } from './java.js';

const SOURCE = join(projectFolder, 'engine', 'Neo4jLauncher.java');
const COMPILER = 'org.eclipse.jdt.internal.compiler.batch.Main';

/**
 * Compiles `engine/Neo4jLauncher.java` with the compiler that is among the jars, since a JRE brings none. Kept in
 * `folder` under the source's hash, so it happens once.
 * @param jars absolute paths.
 * @returns the folder of the class.
 */
export async function compileLauncher(java: Java, jars: readonly string[], folder: string): Promise<string> {
  const digest = sha256(readFileSync(SOURCE));
  const classes = join(folder, `launcher-${digest.slice(0, 12)}`);
  if (existsSync(classes)) return classes;
  const draft = `${classes}.${randomUUID()}`;
  try {
    await mkdir(draft);
    const classpath = jars.join(delimiter);
    await promisify(execFile)(java.path, [
      '-cp',
      classpath,
      COMPILER,
      '-17',
      '-nowarn',
      '-cp',
      classpath,
      '-d',
      draft,
      SOURCE,
    ]);
    await rename(draft, classes);
  } catch (error) {
    if (existsSync(classes)) return classes;
    throw new ImrError('ENGINE_FAILED', `${SOURCE} cannot be compiled: ${messageOf(error)}`, {
      cause: error,
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return classes;
}
