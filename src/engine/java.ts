import { execFile } from 'node:child_process';
import { access, constants, readdir, realpath } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { ImrError } from '../common/errors.js';

export interface Java {
  /** Absolute path of the executable. */
  readonly path: string;
  /** The feature release: 17, 21 … */
  readonly release: number;
}

/** The Java releases that Neo4j 5.26 runs on. */
const SUITABLE = [17, 21];
const EXECUTABLE = process.platform === 'win32' ? 'java.exe' : 'java';

/** Folders whose every subfolder may be a Java home, by platform. */
const FOLDERS_OF_HOMES: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: ['/usr/lib/jvm', '/usr/java', '/opt/java', '/opt', '/usr/local'],
  darwin: ['/Library/Java/JavaVirtualMachines', '/opt/homebrew/opt', '/usr/local/opt'],
  win32: ['Java', 'Eclipse Adoptium', 'Microsoft', 'Zulu', 'Amazon Corretto'].map((vendor) =>
    join('C:\\Program Files', vendor),
  ),
};

/**
 * The release in the output of `java -version`: `"1.8.0_392"` is 8, `"17.0.15"` is 17, `"21-ea"` is 21.
 * undefined when the text is not such an output.
 */
export function parseJavaRelease(output: string): number | undefined {
  const match = /version "(?:1\.)?(\d+)/.exec(output);
  return match === null ? undefined : Number(match[1]);
}

/**
 * The first suitable Java of JAVA_HOME, PATH and the places where installers put one. Each is asked for its version.
 * @throws {ImrError} JAVA_NOT_FOUND naming the ways out, and every Java that was found but cannot be used.
 */
export async function findJava(
  environment: NodeJS.ProcessEnv = process.env,
  foldersOfHomes: readonly string[] = usualFolders(),
): Promise<Java> {
  const unsuitable: Java[] = [];
  for (const path of await candidates(environment, foldersOfHomes)) {
    const release = await releaseOf(path);
    if (release === undefined) continue;
    if (SUITABLE.includes(release)) return { path, release };
    unsuitable.push({ path, release });
  }
  throw javaNotFound(unsuitable);
}

function usualFolders(): string[] {
  return [...(FOLDERS_OF_HOMES[process.platform] ?? []), join(homedir(), '.sdkman', 'candidates', 'java')];
}

async function candidates(
  environment: NodeJS.ProcessEnv,
  foldersOfHomes: readonly string[],
): Promise<string[]> {
  const { JAVA_HOME, PATH = '' } = environment;
  const homes = (await Promise.all(foldersOfHomes.map(homesIn))).flat();
  const folders = [
    ...(JAVA_HOME ? [join(JAVA_HOME, 'bin')] : []),
    ...PATH.split(delimiter).filter((folder) => folder !== ''),
    ...homes.flatMap((home) => [join(home, 'bin'), join(home, 'Contents', 'Home', 'bin')]),
  ];
  const paths = await Promise.all(folders.map((folder) => executable(join(folder, EXECUTABLE))));
  return [...new Set(paths.filter((path) => path !== undefined))];
}

async function homesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.sort().map((name) => join(folder, name));
}

/** The file that a path leads to in the end, so that no Java is asked twice; undefined when it cannot be run. */
async function executable(path: string): Promise<string | undefined> {
  try {
    await access(path, constants.X_OK);
    return await realpath(path);
  } catch {
    return undefined;
  }
}

async function releaseOf(path: string): Promise<number | undefined> {
  try {
    const { stdout, stderr } = await promisify(execFile)(path, ['-version'], { timeout: 10_000 });
    return parseJavaRelease(stderr + stdout);
  } catch {
    return undefined;
  }
}

function javaNotFound(unsuitable: readonly Java[]): ImrError {
  const found = unsuitable.map(({ path, release }) => `${path} is Java ${release}`).join('; ');
  return new ImrError(
    'JAVA_NOT_FOUND',
    [
      `The embedded Neo4j needs Java 17 or 21${found === '' ? ', and no Java was found' : ` (${found})`}. Three ways out:`,
      '  1. install a Java runtime (JRE) 17 or 21, and set JAVA_HOME if it is not on the PATH;',
      '  2. `docker compose up`, which brings Neo4j and the API in containers;',
      '  3. set NEO4J_URI (and NEO4J_PASSWORD) to a Neo4j of your own.',
    ].join('\n'),
  );
}
