// @ts-check
import { columns } from '../accuracy/print.js';
import { spread } from '../statistics.js';

/**
 * Something to be measured: it does its work once and says how much that was.
 * @typedef {{ name: string, unit: string, run: () => number | Promise<number> }} Task
 *
 * Rates in units a second; `own` by the processor time of this process, which other processes disturb less. What a
 * child process does is not in it.
 * @typedef {{ name: string, unit: string, rates: number[], own: number[] }} Measured
 */

/**
 * Runs the tasks in turn, round after round: what slows the machine for a while then slows them all, so their ratios
 * hold even where their rates do not. A first round warms up and is not counted.
 * @param {readonly Task[]} tasks
 * @param {number} rounds
 * @returns {Promise<Measured[]>}
 */
export async function inTurn(tasks, rounds) {
  /** @type {Measured[]} */
  const measured = tasks.map(({ name, unit }) => ({ name, unit, rates: [], own: [] }));
  for (let round = 0; round <= rounds; round++) {
    for (const [i, task] of tasks.entries()) {
      const { rate, own } = await rateOf(task);
      if (round === 0) continue;
      measured[i]?.rates.push(rate);
      measured[i]?.own.push(own);
    }
  }
  return measured;
}

/** @param {Task} task */
async function rateOf({ run }) {
  const [start, busy] = [process.hrtime.bigint(), process.cpuUsage()];
  const done = await run();
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  const { user, system } = process.cpuUsage(busy);
  return { rate: done / seconds, own: done / ((user + system) / 1e6) };
}

/**
 * @param {readonly Measured[]} measured
 * @param {{ own?: boolean }} [show] own: the rate by processor time too
 */
export function rateTable(measured, { own = false } = {}) {
  return columns([
    ['what', 'min', 'median', 'max', '', ...(own ? ['median by processor time'] : [])],
    ...measured.map((task) => {
      const { min, median, max } = spread(task.rates);
      const ownMedian = own ? [readable(spread(task.own).median)] : [];
      return [task.name, readable(min), readable(median), readable(max), `${task.unit}/s`, ...ownMedian];
    }),
  ]);
}

/** @param {number} rate three digits are more than such a measurement is good for */
function readable(rate) {
  return Number(rate.toPrecision(3));
}
