import { parentPort, workerData } from 'node:worker_threads';
import { READY, toAnswer, type Batch } from './messages.js';
import { toDetermination } from './read-determination.js';

/** Answers are sent together, since each message wakes the other thread; but none waits longer (ms) for the next. */
const LONGEST_WAIT = 25;

/** How many documents were begun: `Reader` sees by it which one the thread is at. */
const begun = workerData as Int32Array;

let work: Promise<void> = Promise.resolve();

/** The thread in which documents are read: see `Reader`. */
parentPort?.on('message', (batch: Batch) => {
  // A batch may come while another is being read; answers keep their order.
  work = work.then(() => readAll(batch));
});
parentPort?.postMessage(READY);

async function readAll(batch: Batch): Promise<void> {
  let answers: string[] = [];
  let since = performance.now();
  for (const file of batch) {
    Atomics.add(begun, 0, 1);
    answers.push(toAnswer(await toDetermination(file)));
    if (performance.now() - since < LONGEST_WAIT) continue;
    parentPort?.postMessage(answers);
    answers = [];
    since = performance.now();
  }
  if (answers.length > 0) parentPort?.postMessage(answers);
}
