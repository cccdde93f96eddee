import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { ImrError } from '../common/errors.js';
import type { OnProgress } from './artifacts.js';
import { prepareEngine } from './engine.js';
import { writeConfiguration } from './home.js';
import { hasEnded, identify, peakMemory, signalProcess, type ProcessIdentity } from '../common/process.js';
import { quoteArgument } from './server.js';

/** The CSV files of one label or relationship type; the first holds the header alone. Relative to the folder. */
export interface ImportGroup {
  readonly kind: string;
  readonly isNode: boolean;
  readonly files: readonly string[];
}

export interface ImportOptions {
  /** Between the values of a list, as the tool names it: `U+001F`. */
  readonly listDelimiter: string;
  /** Java's heap, as Java writes sizes. */
  readonly heap: string;
  /** What the tool may take outside of the heap, likewise. */
  readonly offHeap: string;
  readonly signal?: AbortSignal | undefined;
  /** Told of a download, if one is needed. */
  readonly onDownload?: OnProgress | undefined;
  /** Told again and again of the most memory (bytes) that the tool has had; never where the system does not tell. */
  readonly onMemory?: ((peak: number) => void) | undefined;
}

/** Bytes of the longest value: a letter's text, of which READ_LIMITS allows two million characters. */
const LONGEST_VALUE = '16m';
/** Lines of a stack trace. */
const STACK = /^\s+(?:at |\.\.\. \d)/;
/** Lines of the tool's output that an error tells. */
const LAST_LINES = 20;
const STOP_LIMIT = 30_000;
/** How often (ms) its memory is looked at. */
const LOOK = 500;

/**
 * Makes the database of a data directory out of CSV files, by Neo4j's import tool; what the database held is gone. No engine may
 * run on it.
 * @param folder of the files
 * @throws {ImrError} IMPORT_FAILED with the tool's last lines; and as `prepareEngine`
 */
export async function importDatabase(
  dataDir: string,
  folder: string,
  groups: readonly ImportGroup[],
  options: ImportOptions,
): Promise<void> {
  const { javaPath, classpath, pageCache } = await prepareEngine(dataDir, {
    ...(options.onDownload && { onProgress: options.onDownload }),
  });
  // The tool opens no port.
  writeConfiguration(dataDir, { bolt: 0, http: 0 }, pageCache);
  const argumentsFile = join(dataDir, 'conf', 'import.args');
  const args = [
    `-Xmx${options.heap}`,
    '-Dfile.encoding=UTF-8',
    '-cp',
    classpath.join(delimiter),
    ...toolArguments(groups, options),
  ];
  writeFileSync(argumentsFile, args.map(quoteArgument).join('\n'));
  const lines: string[] = [];
  const code = await run(
    dataDir,
    folder,
    [javaPath, `@${argumentsFile}`],
    (line) => {
      if (!STACK.test(line)) lines.push(line);
      if (lines.length > LAST_LINES) lines.shift();
    },
    options,
  );
  options.signal?.throwIfAborted();
  if (code !== 0)
    throw new ImrError('IMPORT_FAILED', `Neo4j's import tool ended with ${code}:\n${lines.join('\n')}`);
}

function toolArguments(groups: readonly ImportGroup[], { listDelimiter, offHeap }: ImportOptions): string[] {
  return [
    'org.neo4j.cli.AdminTool',
    'database',
    'import',
    'full',
    ...groups.map(
      ({ kind, isNode, files }) => `--${isNode ? 'nodes' : 'relationships'}=${kind}=${files.join(',')}`,
    ),
    `--array-delimiter=${listDelimiter}`,
    '--multiline-fields=true',
    '--id-type=string',
    '--bad-tolerance=0',
    '--overwrite-destination=true',
    `--read-buffer-size=${LONGEST_VALUE}`,
    `--max-off-heap-memory=${offHeap}`,
    '--high-parallel-io=on',
    // Otherwise it does not say what it failed at.
    '--verbose',
    'neo4j',
  ];
}

async function run(
  dataDir: string,
  folder: string,
  [file, ...args]: readonly [string, ...string[]],
  onLine: (line: string) => void,
  { signal, onMemory }: Pick<ImportOptions, 'signal' | 'onMemory'>,
): Promise<number | null> {
  const child = spawn(file, args, {
    cwd: folder,
    env: { ...process.env, NEO4J_HOME: dataDir, NEO4J_CONF: join(dataDir, 'conf') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const identity = child.pid === undefined ? undefined : identify(child.pid);
  if (identity) writeFileSync(processFile(dataDir), JSON.stringify(identity));
  const clock = setInterval(() => {
    const peak = identity && peakMemory(identity.pid);
    if (peak !== undefined) onMemory?.(peak);
  }, LOOK);
  const stop = () => child.kill('SIGKILL');
  signal?.addEventListener('abort', stop);
  try {
    for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on('line', onLine);
    return await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
  } finally {
    clearInterval(clock);
    signal?.removeEventListener('abort', stop);
    rmSync(processFile(dataDir), { force: true });
  }
}

const processFile = (dataDir: string): string => join(dataDir, 'import.json');

/** Ends an import whose caller was killed. */
export async function endImport(dataDir: string): Promise<void> {
  const path = processFile(dataDir);
  if (!existsSync(path)) return;
  const former = JSON.parse(readFileSync(path, 'utf8')) as ProcessIdentity;
  signalProcess(former, 'SIGKILL');
  await hasEnded(former, STOP_LIMIT);
  rmSync(path, { force: true });
}
