import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import getPort from 'get-port';
import { ImrError, messageOf } from '../common/errors.js';
import { fetchArtifacts, jarName, readArtifactLock, type OnProgress } from './artifacts.js';
import { ensurePassword, LISTEN_ADDRESS, prepareHome, readPassword, writeConfiguration } from './home.js';
import { clearFirstStart, endFirstStart, noteFirstStart, wasCutOff } from './first-start.js';
import { findJava } from './java.js';
import { compileLauncher } from './launcher.js';
import { readEngineOptions, type EngineMemory } from './options.js';
import { isPaused } from './pause.js';
import { settleReplacement } from './replacement.js';
import {
  answers,
  DATABASE,
  spawnServer,
  stopServer,
  USER,
  waitUntilReady,
  type Server,
  type ServerCommand,
} from './server.js';
import {
  lockHolder,
  readRunningState,
  readState,
  tryLock,
  writeState,
  type EngineState,
  type Ports,
} from './state.js';
import { endTool } from './tool-process.js';

export interface StartOptions {
  /** The engine outlives this process. */
  readonly detached?: boolean;
  /** Told of a download, if one is needed. */
  readonly onProgress?: OnProgress;
  /** Instead of what the environment says. */
  readonly memory?: EngineMemory | undefined;
}

/** An engine that this process started. */
export interface OwnEngine extends EngineState {
  readonly server: Server;
}

/** Another process may be downloading the engine, which takes a while. */
const PATIENCE = 180_000;
const PORT_ATTEMPTS = 3;

/**
 * The engine of the data directory: the one that runs there, or else a new one. Of several processes that ask at the
 * same time, one starts it and the others wait for that.
 * @throws {ImrError} JAVA_NOT_FOUND, DOWNLOAD_FAILED, ENGINE_FAILED, BAD_SETTING; ENGINE_BUSY when another process has
 *   been starting it for too long.
 */
export async function obtainEngine(
  dataDir: string,
  options: StartOptions = {},
): Promise<EngineState | OwnEngine> {
  const deadline = Date.now() + PATIENCE;
  while (Date.now() < deadline) {
    const engine = await findOrStart(dataDir, options).catch((error: unknown) => {
      throw isSystemError(error) ? dataDirUnusable(dataDir, error) : error;
    });
    if (engine !== undefined) return engine;
    await sleep(200);
  }
  throw engineBusy(dataDir);
}

/** undefined while the engine is being started, or stopped, or paused, by another process. */
async function findOrStart(
  dataDir: string,
  options: StartOptions,
): Promise<EngineState | OwnEngine | undefined> {
  return (
    (await answeringEngine(dataDir)) ??
    underLock(dataDir, () =>
      readRunningState(dataDir) === undefined && !isPaused(dataDir)
        ? startEngine(dataDir, options)
        : undefined,
    )
  );
}

export function isOwn(engine: EngineState | OwnEngine): engine is OwnEngine {
  return 'server' in engine;
}

/** The engine that runs on the data directory and answers; undefined when there is none. */
export async function answeringEngine(dataDir: string): Promise<EngineState | undefined> {
  const state = readRunningState(dataDir);
  return state !== undefined && (await answers(state.ports, readPassword(dataDir))) ? state : undefined;
}

/**
 * Stops the engine of the data directory, whoever started it.
 * @returns false when none ran.
 */
export async function stopEngine(dataDir: string): Promise<boolean> {
  const state = readRunningState(dataDir);
  if (state === undefined) return false;
  writeState(dataDir, { ...state, stopRequested: true });
  await stopServer(state);
  return true;
}

/**
 * Starts an engine whose process has ended, on the ports it had, so that clients find it again.
 * @returns undefined when another process has brought one up, or is doing so.
 */
export async function restartEngine(
  dataDir: string,
  { ports, detached }: EngineState,
): Promise<OwnEngine | undefined> {
  return underLock(dataDir, async () =>
    readRunningState(dataDir) === undefined
      ? launch(await prepareEngine(dataDir, { detached }), ports)
      : undefined,
  );
}

async function underLock<Result>(
  dataDir: string,
  work: () => Promise<Result> | undefined,
): Promise<Result | undefined> {
  const release = tryLock(dataDir);
  if (release === undefined) return undefined;
  try {
    return await work();
  } finally {
    release();
  }
}

async function startEngine(dataDir: string, options: StartOptions): Promise<OwnEngine> {
  const command = await prepareEngine(dataDir, options);
  const former = readState(dataDir)?.ports;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await launch(command, await freePorts(attempt === 1 ? former : undefined));
    } catch (error) {
      if (attempt === PORT_ATTEMPTS || !isPortConflict(error)) throw error;
    }
  }
}

/** Everything that a start needs, short of the ports. */
export async function prepareEngine(
  dataDir: string,
  { detached = false, onProgress, memory }: StartOptions,
): Promise<ServerCommand & { pageCache: string }> {
  const { cacheDir, repository, ...configured } = readEngineOptions();
  const { heap, pageCache } = memory ?? configured;
  const java = await findJava();
  const { neo4jVersion, artifacts } = readArtifactLock();
  const folder = join(cacheDir, `neo4j-${neo4jVersion}`);
  const jarFolder = join(folder, 'lib');
  await fetchArtifacts(artifacts, jarFolder, { repository, ...(onProgress && { onProgress }) });
  const jars = artifacts.map((artifact) => join(jarFolder, jarName(artifact)));
  const classes = await compileLauncher(java, jars, folder);
  await endTool(dataDir);
  settleReplacement(dataDir);
  prepareHome(dataDir);
  ensurePassword(dataDir);
  return { javaPath: java.path, classpath: [classes, ...jars], dataDir, heap, pageCache, detached };
}

/**
 * Runs an engine that nobody else knows of on a data directory, for as long as the work takes. Whoever asks for it sees to it that no
 * other is started there meanwhile.
 * @throws {ImrError} as `obtainEngine`
 */
export async function withPrivateEngine<Result>(
  dataDir: string,
  work: (connection: PrivateConnection) => Promise<Result>,
): Promise<Result> {
  const command = await prepareEngine(dataDir, {});
  const ports = await freePorts(undefined);
  const server = await startServer(command, ports);
  try {
    const uri = `bolt://${LISTEN_ADDRESS}:${ports.bolt}`;
    return await work({ uri, user: USER, password: readPassword(dataDir), database: DATABASE });
  } finally {
    await stopServer(server);
  }
}

/** Where such an engine answers. */
export type PrivateConnection = Readonly<Record<'uri' | 'user' | 'password' | 'database', string>>;

async function launch(command: ServerCommand & { pageCache: string }, ports: Ports): Promise<OwnEngine> {
  const { dataDir, detached } = command;
  const stateOf = (server: Server) => ({ process: server.process, ports, detached });
  const server = await startServer(command, ports, (spawned) => {
    writeState(dataDir, stateOf(spawned));
  });
  return { ...stateOf(server), server };
}

/**
 * Runs Neo4j, and waits until it answers. What a first start has left that was cut off is made anew where it cannot be started from.
 * @param onSpawned told of the process before it answers
 */
async function startServer(
  command: ServerCommand & { pageCache: string },
  ports: Ports,
  onSpawned: (server: Server) => void = () => undefined,
): Promise<Server> {
  const { dataDir, pageCache } = command;
  const isAfterCut = wasCutOff(dataDir);
  noteFirstStart(dataDir);
  writeConfiguration(dataDir, ports, pageCache);
  const server = spawnServer(command);
  onSpawned(server);
  try {
    await waitUntilReady(server, dataDir, ports);
    endFirstStart(dataDir);
    return server;
  } catch (error) {
    await stopServer(server);
    if (!isAfterCut || isPortConflict(error)) throw error;
    clearFirstStart(dataDir);
    return startServer(command, ports, onSpawned);
  }
}

/** The former ones if they are free, so that a bookmark of the Browser stays good. */
async function freePorts(former: Ports | undefined): Promise<Ports> {
  const free = (preferred: number | undefined): Promise<number> =>
    getPort({ host: LISTEN_ADDRESS, ...(preferred !== undefined && { port: preferred }) });
  return { bolt: await free(former?.bolt), http: await free(former?.http) };
}

/** Somebody else took the port between the moment it was found free and the moment Neo4j bound it. */
function isPortConflict(error: unknown): boolean {
  return (
    error instanceof ImrError && /address already in use|BindException|PortBindException/i.test(error.message)
  );
}

/** An error of the operating system: no space left, no permission, a file where a folder should be … */
function isSystemError(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).syscall !== undefined;
}

function dataDirUnusable(dataDir: string, cause: unknown): ImrError {
  return new ImrError(
    'ENGINE_FAILED',
    `The data directory ${dataDir} cannot be used: ${messageOf(cause)}. IMR_DATA_DIR names another one.`,
    { cause },
  );
}

function engineBusy(dataDir: string): ImrError {
  const holder = lockHolder(dataDir) ?? readRunningState(dataDir)?.process;
  return new ImrError(
    'ENGINE_BUSY',
    `Process ${holder?.pid ?? '?'} has been starting or stopping the engine of ${dataDir} for ${PATIENCE / 1000} s. ` +
      'End it (`imr engine stop`), or use another IMR_DATA_DIR.',
  );
}
