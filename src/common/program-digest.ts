import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectFolder } from './project.js';

/** Where what this process runs lies: the compiled program, or its sources, and the statements. */
const FOLDERS = [fileURLToPath(new URL('../', import.meta.url)), join(projectFolder, 'cypher')];

const READ = /\.(js|ts|json|cypher)$/;

/**
 * A hash of the program and its data, of some megabytes. The version of the package would not do: it stays while changes are
 * made, each of which may answer otherwise.
 */
export function programDigest(): string {
  const digest = createHash('sha256');
  for (const folder of FOLDERS) {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      READ.test(file),
    );
    for (const file of files.sort()) digest.update(`${file}\n`).update(readFileSync(join(folder, file)));
  }
  return digest.digest('hex');
}
