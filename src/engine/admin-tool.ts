import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { identify, peakMemory } from '../common/process.js';
import type { OnProgress } from './artifacts.js';
import { prepareEngine } from './engine.js';
import { writeConfiguration } from './home.js';
import { quoteArgument } from './server.js';
import { forgetTool, rememberTool } from './tool-process.js';

export interface ToolOptions {
  /** Java's heap, as Java writes sizes. */
  readonly heap: string;
  /** Kills it; what it has made by then is of no use. */
  readonly signal?: AbortSignal | undefined;
  /** Told of a download, if one is needed. */
  readonly onDownload?: OnProgress | undefined;
  /** Told again and again of the most memory (bytes) that the tool has had; never where the system does not tell. */
  readonly onMemory?: ((peak: number) => void) | undefined;
}

/** How a tool ended. */
export interface ToolEnd {
  /** Null when it was killed. */
  readonly code: number | null;
  /** What it said last. */
  readonly lines: readonly string[];
}

/** Lines of a stack trace. */
const STACK = /^\s+(?:at |\.\.\. \d)/;
/** Lines of the tool's output that an error tells. */
const LAST_LINES = 20;
/** How often (ms) its memory is looked at. */
const LOOK = 500;

/**
 * Runs Neo4j's admin tool on a data directory, on which no engine may run.
 * @param args of `neo4j-admin`
 * @param folder that relative paths among them begin at
 * @throws {ImrError} as `prepareEngine`; the signal's reason
 */
export async function runAdminTool(
  dataDir: string,
  folder: string,
  args: readonly string[],
  options: ToolOptions,
): Promise<ToolEnd> {
  const { heap, signal, onDownload } = options;
  const { javaPath, classpath, pageCache } = await prepareEngine(dataDir, {
    ...(onDownload && { onProgress: onDownload }),
  });
  // The tool opens no port.
  writeConfiguration(dataDir, { bolt: 0, http: 0 }, pageCache);
  const argumentsFile = join(dataDir, 'conf', 'tool.args');
  const java = [`-Xmx${heap}`, '-Dfile.encoding=UTF-8', '-cp', classpath.join(delimiter)];
  writeFileSync(argumentsFile, [...java, 'org.neo4j.cli.AdminTool', ...args].map(quoteArgument).join('\n'));
  const lines: string[] = [];
  const keep = (line: string) => {
    if (!STACK.test(line)) lines.push(line);
    if (lines.length > LAST_LINES) lines.shift();
  };
  signal?.throwIfAborted();
  const code = await run(dataDir, folder, [javaPath, `@${argumentsFile}`], keep, options);
  signal?.throwIfAborted();
  return { code, lines };
}

async function run(
  dataDir: string,
  folder: string,
  [file, ...args]: readonly [string, ...string[]],
  onLine: (line: string) => void,
  { signal, onMemory }: Pick<ToolOptions, 'signal' | 'onMemory'>,
): Promise<number | null> {
  const child = spawn(file, args, {
    cwd: folder,
    env: { ...process.env, NEO4J_HOME: dataDir, NEO4J_CONF: join(dataDir, 'conf') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const identity = child.pid === undefined ? undefined : identify(child.pid);
  if (identity) rememberTool(dataDir, identity);
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
    forgetTool(dataDir);
  }
}
