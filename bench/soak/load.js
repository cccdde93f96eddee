// @ts-check
/** Load on the API: as much as it bears (closed loop), or so many questions a second whatever it does (open loop). */
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * @typedef {() => any} Draw of the next question, prepared
 * @typedef {{ answers: number, errors: number, firstError: string | undefined, milliseconds: number[] }} Tally
 * @typedef {import('../peers/contestants.js').Asker} Asker
 */

/** How often the open loop looks which questions are due, in milliseconds. */
const TICK = 5;

/** @returns {Tally} */
export function newTally() {
  return { answers: 0, errors: 0, firstError: undefined, milliseconds: [] };
}

/**
 * Answers a second when each client asks as soon as it has its answer.
 * @param {import('../peers/contestants.js').Contestant} server
 * @param {Draw} draw
 * @param {{ clients: number, seconds: number }} plan
 */
export async function peakOf(server, draw, { clients, seconds }) {
  const end = performance.now() + seconds * 1000;
  let answers = 0;
  const client = async () => {
    const asker = await server.open();
    while (performance.now() < end) {
      await asker.ask(draw());
      answers++;
    }
    asker.close();
  };
  await Promise.all(Array.from({ length: clients }, client));
  return answers / seconds;
}

/**
 * Asks so many questions a second, until the signal. What waits for a connection has begun to wait when it was due.
 * @param {import('../peers/contestants.js').Contestant} server
 * @param {Draw} draw
 * @param {{ clients: number, rate: number, signal: AbortSignal, tally: () => Tally }} plan
 */
export async function askSteadily(server, draw, { clients, rate, signal, tally }) {
  const idle = await Promise.all(Array.from({ length: clients }, () => server.open()));
  /** @type {number[]} */
  const due = [];
  /** @type {Set<Promise<void>>} */
  const underWay = new Set();
  const serve = () => {
    while (due.length > 0 && idle.length > 0) {
      const since = /** @type {number} */ (due.shift());
      // In turn: a connection that is idle for long is closed by the server.
      const asker = /** @type {Asker} */ (idle.shift());
      const asked = ask(asker, draw(), since, tally()).then(async (isGood) => {
        underWay.delete(asked);
        idle.push(isGood ? asker : await server.open());
        serve();
      });
      underWay.add(asked);
    }
  };
  const start = performance.now();
  for (let sent = 0; !signal.aborted; await sleep(TICK)) {
    for (; sent < ((performance.now() - start) / 1000) * rate; sent++) due.push(start + (sent / rate) * 1000);
    serve();
  }
  await Promise.all(underWay);
  for (const asker of idle) asker.close();
}

/**
 * @param {Asker} asker
 * @param {any} question
 * @param {number} since
 * @param {Tally} tally
 */
async function ask(asker, question, since, tally) {
  try {
    await asker.ask(question);
    tally.answers++;
    tally.milliseconds.push(performance.now() - since);
    return true;
  } catch (error) {
    tally.errors++;
    tally.firstError ??= String(error);
    return false;
  }
}
