// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import neo4j from 'neo4j-driver';
import { CONTENTS, TIMES } from './contents.js';

const COMMAND = new URL('../../bin/imr.js', import.meta.url).pathname;

/** In milliseconds: whatever takes longer does not recover. */
const PATIENCE = 120_000;

/** Engines of a minute: what Java would win by compiling thoroughly comes too late. */
const SHORT_LIVED = '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC';

/** @typedef {{ child: import('node:child_process').ChildProcess, written: () => string, ended: Promise<number | null> }} Running */

/** The command on a data folder of its own, as real processes that may be killed. */
export class Deployment {
  /** @param {string} [dataDir] by itself a new one */
  constructor(dataDir = mkdtempSync(join(tmpdir(), 'imr-fault-'))) {
    this.dataDir = dataDir;
    /** @type {Running[]} */
    this.running = [];
    /** @type {Record<string, string>} */
    this.env = {};
  }

  /**
   * Starts the command.
   * @param {readonly string[]} args
   * @returns {Running}
   */
  start(args) {
    const own = { IMR_DATA_DIR: this.dataDir, PORT: '0', LOG_LEVEL: 'error', JDK_JAVA_OPTIONS: SHORT_LIVED };
    const env = { ...process.env, ...own, ...this.env };
    const child = spawn(process.execPath, [COMMAND, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (text += String(data)));
    const ended = once(child, 'close').then(() => child.exitCode);
    const running = { child, written: () => text, ended };
    this.running.push(running);
    return running;
  }

  /** Runs the command to its end, which must be a good one. @param {readonly string[]} args */
  async run(args) {
    const running = this.start(args);
    const code = await running.ended;
    if (code !== 0) throw new Error(`imr ${args[0]} ended with ${code}: ${running.written()}`);
  }

  /** Starts the API. @returns {Promise<Running & { url: string }>} */
  async serve() {
    const running = this.start(['serve']);
    const url = await until(() => {
      if (running.child.exitCode !== null) throw new Error(`The API ended: ${running.written()}`);
      return /^ready (\S+)\/graphql$/m.exec(running.written())?.[1];
    }, 'the API to be ready');
    return { ...running, url };
  }

  /** Process id of the engine; undefined while there is none. */
  engine() {
    const file = join(this.dataDir, 'engine.json');
    if (!existsSync(file)) return undefined;
    const { process: engine, ports } = JSON.parse(readFileSync(file, 'utf8'));
    return { pid: Number(engine.pid), bolt: Number(ports.bolt) };
  }

  /** Sends the engine a signal, if there is one. @param {NodeJS.Signals} signal */
  signalEngine(signal) {
    const engine = this.engine();
    try {
      if (engine !== undefined) process.kill(engine.pid, signal);
    } catch {
      // It is gone already.
    }
  }

  /** All that the graph holds, in a fixed order. @returns {Promise<string>} */
  async contents() {
    await this.run(['engine', 'start']);
    const engine = this.engine();
    const password = readFileSync(join(this.dataDir, 'password'), 'utf8').trim();
    const driver = neo4j.driver(`bolt://127.0.0.1:${engine?.bolt}`, neo4j.auth.basic('neo4j', password), {
      disableLosslessIntegers: true,
    });
    try {
      await driver.executeQuery('CALL db.awaitIndexes(60)');
      const all = [];
      for (const text of Object.values(CONTENTS)) {
        const { records } = await driver.executeQuery(text, { times: TIMES });
        all.push(...records.map((record) => JSON.stringify(plain(record.toObject()))).sort());
      }
      return all.join('\n');
    } finally {
      await driver.close();
      await this.run(['engine', 'stop']);
    }
  }

  /** Ends all that runs, and forgets the data. */
  async remove() {
    for (const { child } of this.running) child.kill('SIGKILL');
    this.signalEngine('SIGCONT');
    this.signalEngine('SIGKILL');
    await Promise.all(this.running.map(({ ended }) => ended));
    rmSync(this.dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

/** Properties have no order of their own. @param {Record<string, any>} row */
function plain({ properties, ...row }) {
  if (!Array.isArray(properties)) return row;
  return { ...row, properties: properties.map((/** @type {unknown} */ each) => JSON.stringify(each)).sort() };
}

/**
 * Waits for something.
 * @template Value
 * @param {() => Value | undefined | Promise<Value | undefined>} look
 * @param {string} what
 * @returns {Promise<Value>}
 */
export async function until(look, what) {
  for (const end = Date.now() + PATIENCE; Date.now() < end; await sleep(100)) {
    const found = await look();
    if (found !== undefined) return found;
  }
  throw new Error(`waited in vain for ${what}`);
}
