// @ts-check
/** Asks as many questions as a number of clients can in some time, each client the next one when it has its answer. */

/**
 * @typedef {{ answers: number, seconds: number, latencies: number[] }} Block latencies in milliseconds
 */

/**
 * @param {readonly import('./contestants.js').Asker[]} askers one for each client
 * @param {() => any} next a prepared question
 * @param {{ seconds: number, most?: number | undefined }} until what comes first
 * @returns {Promise<Block>}
 */
export async function loadFor(askers, next, { seconds, most = Infinity }) {
  /** @type {number[]} */
  const latencies = [];
  const start = performance.now();
  const end = start + seconds * 1000;
  let asked = 0;
  const client = async (/** @type {import('./contestants.js').Asker} */ asker) => {
    let before = performance.now();
    while (before < end && asked < most) {
      asked++;
      await asker.ask(next());
      const now = performance.now();
      latencies.push(now - before);
      before = now;
    }
  };
  await Promise.all(askers.map(client));
  return { answers: latencies.length, seconds: (performance.now() - start) / 1000, latencies };
}
