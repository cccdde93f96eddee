import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../../src/common/project.js';

/** The text of a file, named from the project's top folder. */
export function read(path: string): string {
  return readFileSync(join(projectFolder, path), 'utf8');
}

/** Every file that git tracks. */
export function trackedFiles(): string[] {
  return execFileSync('git', ['ls-files', '-z'], { cwd: projectFolder, encoding: 'utf8' })
    .split('\0')
    .filter((path) => path !== '');
}

/** The environment variables that the sources below a folder declare. */
export function environmentVariables(under = 'src/'): string[] {
  return trackedFiles()
    .filter((path) => path.startsWith(under) && path.endsWith('.ts'))
    .map(read)
    .filter((source) => source.includes('readEnvironment('))
    .flatMap((source) =>
      [...source.matchAll(/^\s+([A-Z][A-Z0-9_]+): \w+\(\{/gm)].map(([, name = '']) => name),
    );
}
