import { setTimeout as sleep } from 'node:timers/promises';
import { messageOf } from '../common/errors.js';
import type { Logger } from '../common/log.js';
import { isOwn, restartEngine, type OwnEngine } from './engine.js';
import { isRunning } from '../common/process.js';
import { isPaused } from './pause.js';
import { stopServer } from './server.js';
import { readRunningState, readState, type EngineState } from './state.js';

/** Milliseconds between two looks at the engine's process. */
const WATCH_INTERVAL = 500;
/** How often in a row an engine that ended is started again, and the pause before the first time (then doubled). */
const RESTARTS = 5;
const RESTART_DELAY = 500;
/** An engine that ran this long is healthy: its next end is the first one again. */
const HEALTHY_AFTER = 60_000;

/**
 * Keeps the engine that this process uses running, whoever started it: when it dies, or ends with its owner, it is
 * started again on the same ports, and then belongs to this process. What `imr engine stop` stopped stays stopped until
 * somebody starts it; what a backup or a restore paused, until that is done.
 */
export class Supervisor {
  private readonly closing = new AbortController();
  private readonly watching: Promise<void>;
  private restarts = 0;

  constructor(
    private engine: EngineState | OwnEngine,
    private readonly dataDir: string,
    private readonly log: Logger | undefined,
  ) {
    this.watching = this.watch();
  }

  /** Stops the engine if it belongs to this process: then no process is left afterwards. */
  async close(): Promise<void> {
    this.closing.abort();
    // A restart may be under way: what it brings up has to be stopped as well.
    await this.watching;
    if (isOwn(this.engine) && !this.engine.detached) await stopServer(this.engine);
  }

  private async watch(): Promise<void> {
    for (let next: EngineState | OwnEngine | undefined = this.engine; next !== undefined;) {
      this.engine = next;
      const since = Date.now();
      await this.pauseWhile(() => isRunning(this.engine.process));
      if (this.closing.signal.aborted) return;
      if (Date.now() - since > HEALTHY_AFTER) this.restarts = 0;
      this.logEnd();
      next = await this.successor();
    }
  }

  /** The engine that runs next, started here or elsewhere; undefined when this process gives up, or closes. */
  private async successor(): Promise<EngineState | OwnEngine | undefined> {
    while (this.restarts < RESTARTS) {
      await this.pause(RESTART_DELAY * 2 ** this.restarts);
      // Who stopped it meant to: that is no failure.
      if (isPaused(this.dataDir)) this.restarts = 0;
      await this.pauseWhile(() => isStopped(this.dataDir) || isPaused(this.dataDir));
      if (this.closing.signal.aborted) return undefined;
      const next = readRunningState(this.dataDir) ?? (await this.restart());
      if (next !== undefined) return next;
    }
    this.log?.error({ restarts: RESTARTS }, 'Neo4j is not started any more');
    return undefined;
  }

  private async restart(): Promise<OwnEngine | undefined> {
    this.restarts += 1;
    try {
      const engine = await restartEngine(this.dataDir, this.engine);
      if (engine !== undefined) this.log?.info({ engine: engine.process.pid }, 'Neo4j runs again');
      return engine;
    } catch (error) {
      this.log?.error({ error: messageOf(error) }, 'Neo4j could not be started again');
      return undefined;
    }
  }

  private logEnd(): void {
    const engine = this.engine.process.pid;
    if (isPaused(this.dataDir)) {
      this.log?.warn({ engine }, 'Neo4j is stopped for a backup or a restore, and started again after it');
    } else if (isStopped(this.dataDir)) {
      this.log?.warn({ engine }, 'Neo4j was stopped: the graph is unavailable until `imr engine start`');
    } else {
      const lastLines = isOwn(this.engine) ? this.engine.server.lastLines() : undefined;
      this.log?.warn({ engine, lastLines }, 'Neo4j ended');
    }
  }

  private async pauseWhile(condition: () => boolean): Promise<void> {
    while (!this.closing.signal.aborted && condition()) await this.pause(WATCH_INTERVAL);
  }

  /** Ends at once when this is closed; keeps no process from ending. */
  private async pause(milliseconds: number): Promise<void> {
    await sleep(milliseconds, undefined, { signal: this.closing.signal, ref: false }).catch(() => undefined);
  }
}

/** Whether the last engine was stopped on request, and none was started since. */
function isStopped(dataDir: string): boolean {
  return readState(dataDir)?.stopRequested === true;
}
