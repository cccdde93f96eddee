import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { Socket } from 'node:net';
import { delimiter } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ImrError } from '../common/errors.js';
import { LISTEN_ADDRESS, readPassword } from './home.js';
import { hasEnded, identify, isRunning, signalProcess, type ProcessIdentity } from '../common/process.js';
import { dataFiles, type EngineState, type Ports } from './state.js';

/** What it takes to run Neo4j on a data directory. */
export interface ServerCommand {
  readonly javaPath: string;
  readonly classpath: readonly string[];
  readonly dataDir: string;
  readonly heap: string;
  readonly detached: boolean;
}

/** A Neo4j process that this process started. */
export interface Server {
  readonly process: ProcessIdentity;
  /** The last lines that Neo4j logged since this start. */
  readonly lastLines: () => string;
}

export const USER = 'neo4j';
export const DATABASE = 'neo4j';

const START_LIMIT = 120_000;
/** Longer than the launcher gives itself (STOP_MILLIS in Neo4jLauncher.java). */
const STOP_LIMIT = 35_000;
const PACKAGES_TO_OPEN = ['java.nio', 'java.io', 'java.lang', 'sun.nio.ch'];

/**
 * Starts the Java process, which is far from answering yet. It gets a process group of its own: Ctrl-C reaches this
 * process alone, which then decides how Neo4j ends.
 */
export function spawnServer(command: ServerCommand): Server {
  const files = dataFiles(command.dataDir);
  writeFileSync(files.arguments, javaArguments(command).map(quoteArgument).join('\n'));
  const logOffset = existsSync(files.neo4jLog) ? statSync(files.neo4jLog).size : 0;
  const console = openSync(files.console, 'w', 0o600);
  const child = spawn(command.javaPath, [`@${files.arguments}`], {
    cwd: command.dataDir,
    detached: true,
    stdio: [command.detached ? 'ignore' : 'pipe', console, console],
  });
  closeSync(console);
  // A program that cannot be run is told by the absence of its process.
  child.once('error', () => undefined);
  const process = child.pid === undefined ? undefined : identify(child.pid);
  if (process === undefined) throw new ImrError('ENGINE_FAILED', `${command.javaPath} cannot be run`);
  // A process that ends without stopping the engine is not kept from it; the launcher sees its input end, and stops.
  child.unref();
  if (child.stdin instanceof Socket) child.stdin.unref();
  return { process, lastLines: () => lastLines(command.dataDir, logOffset) };
}

/**
 * Waits until Neo4j answers a query.
 * @throws {ImrError} ENGINE_FAILED with Neo4j's last log lines when the process ends or takes too long.
 */
export async function waitUntilReady(server: Server, dataDir: string, ports: Ports): Promise<void> {
  const password = readPassword(dataDir);
  const deadline = Date.now() + START_LIMIT;
  while (!(await answers(ports, password))) {
    if (!isRunning(server.process))
      throw new ImrError('ENGINE_FAILED', `Neo4j ended while it was starting:\n${server.lastLines()}`);
    if (Date.now() > deadline) {
      throw new ImrError(
        'ENGINE_FAILED',
        `Neo4j does not answer after ${START_LIMIT / 1000} s:\n${server.lastLines()}`,
      );
    }
    await sleep(100);
  }
}

/**
 * Whether Neo4j answers a query on these ports.
 * @throws {ImrError} ENGINE_FAILED when it does, but does not accept the password.
 */
export async function answers(ports: Ports, password: string): Promise<boolean> {
  try {
    const { status } = await fetch(`http://${LISTEN_ADDRESS}:${ports.http}/db/${DATABASE}/query/v2`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Authorization: `Basic ${Buffer.from(`${USER}:${password}`).toString('base64')}`,
      },
      body: JSON.stringify({ statement: 'RETURN 1' }),
      signal: AbortSignal.timeout(10_000),
    });
    if (status === 401) {
      throw new ImrError(
        'ENGINE_FAILED',
        "Neo4j refuses the password of the data directory's password file: put the current one there",
      );
    }
    return status < 300;
  } catch (error) {
    if (error instanceof ImrError) throw error;
    return false;
  }
}

/** Ends an engine in an orderly way, and by force when that takes too long. Done when no process is left. */
export async function stopServer({ process }: Pick<EngineState, 'process'>): Promise<void> {
  signalProcess(process, 'SIGTERM');
  if (await hasEnded(process, STOP_LIMIT)) return;
  signalProcess(process, 'SIGKILL');
  await hasEnded(process, STOP_LIMIT);
}

function javaArguments({ classpath, dataDir, heap, detached }: ServerCommand): string[] {
  return [
    `-Xmx${heap}`,
    '-XX:+ExitOnOutOfMemoryError',
    '-Dfile.encoding=UTF-8',
    ...PACKAGES_TO_OPEN.map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`),
    '-cp',
    classpath.join(delimiter),
    'Neo4jLauncher',
    dataDir,
    dataFiles(dataDir).password,
    detached ? 'detached' : 'attached',
  ];
}

/** As Java's argument files want it: 215 jars make a command line that some systems refuse. */
export function quoteArgument(argument: string): string {
  return `"${argument.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

function lastLines(dataDir: string, logOffset: number): string {
  const { console, neo4jLog } = dataFiles(dataDir);
  return [readLog(console), readLog(neo4jLog, logOffset)]
    .flatMap((text) => text.trimEnd().split('\n').slice(-15))
    .join('\n')
    .trim();
}

function readLog(path: string, offset = 0): string {
  return existsSync(path) ? readFileSync(path).subarray(offset).toString() : '';
}
