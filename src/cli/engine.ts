import type { Command } from 'commander';
import { ImrError } from '../common/errors.js';
import { readSettings } from '../common/settings.js';
import { addresses } from '../engine/database.js';
import { answeringEngine, obtainEngine, stopEngine } from '../engine/engine.js';
import { showDownload } from '../engine/progress.js';
import { dataFiles, type EngineState } from '../engine/state.js';
import { registerBackups } from './backup.js';

/** Exit code of `status` when no engine runs, as service managers have it. */
const NOT_RUNNING = 3;

export function registerEngine(program: Command): void {
  const engine = program
    .command('engine')
    .description('The embedded Neo4j of the data directory (IMR_DATA_DIR)');
  engine.command('start').description('Starts it in the background, unless it runs').action(start);
  engine.command('stop').description('Stops it, if it runs').action(stop);
  engine
    .command('status')
    .description('Says whether it runs, and where it answers')
    .addHelpText('after', '\nExit codes: 0 it runs and answers, 3 it does not.')
    .action(status);
  registerBackups(engine);
}

async function start(): Promise<void> {
  const dataDir = embeddedDataDir();
  const engine = await obtainEngine(dataDir, { detached: true, onProgress: showDownload() });
  process.stdout.write(describe(engine, dataDir));
}

async function stop(): Promise<void> {
  const stopped = await stopEngine(embeddedDataDir());
  process.stdout.write(stopped ? 'stopped\n' : 'not running\n');
}

async function status(): Promise<void> {
  const dataDir = embeddedDataDir();
  const engine = await answeringEngine(dataDir);
  if (engine === undefined) process.exitCode = NOT_RUNNING;
  process.stdout.write(engine === undefined ? 'not running\n' : describe(engine, dataDir));
}

/** @throws {ImrError} BAD_SETTING when the settings name a Neo4j of the user's own, of which nothing is started here. */
function embeddedDataDir(): string {
  const { neo4jUri, dataDir } = readSettings();
  if (neo4jUri !== undefined)
    throw new ImrError('BAD_SETTING', 'NEO4J_URI is set, so there is no embedded engine to manage');
  return dataDir;
}

function describe(engine: EngineState, dataDir: string): string {
  const { uri, browserUrl } = addresses(engine.ports);
  return [
    `running (process ${engine.process.pid}${engine.detached ? '' : ', until the command that started it ends'})`,
    `bolt      ${uri}`,
    `browser   ${browserUrl}`,
    `user      neo4j, password in ${dataFiles(dataDir).password}`,
    '',
  ].join('\n');
}
