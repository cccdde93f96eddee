import { identify, isRunning } from '../common/process.js';
import { stopServer } from './server.js';
import { readRunningState, readState, writeState, type EngineState } from './state.js';

/** Whether a process that still runs keeps the engine of a data directory stopped. */
export function isPaused(dataDir: string): boolean {
  const by = readState(dataDir)?.pausedBy;
  return by !== undefined && isRunning(by);
}

/**
 * Stops the engine of a data directory, if it runs, until the pause ends. Those who use it wait meanwhile; should this process be killed,
 * they start it again.
 * @returns ends the pause, and tells the engine that ran, if one did: a process that uses it starts it again on the same ports; one that
 *   was started to run by itself is to be started again by the caller
 */
export async function pauseEngine(dataDir: string): Promise<() => EngineState | undefined> {
  const former = readState(dataDir);
  if (former === undefined) return () => undefined;
  const running = readRunningState(dataDir);
  writeState(dataDir, { ...former, pausedBy: identify(process.pid) });
  if (running !== undefined) await stopServer(running);
  return () => {
    // Somebody who did not wait may have started another.
    if (readRunningState(dataDir) === undefined) writeState(dataDir, former);
    return running;
  };
}
