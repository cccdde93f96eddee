import { parentPort, workerData } from 'node:worker_threads';
import { pathToFileURL } from 'node:url';
import { READY, type Batch, type WorkerStart, type WorkItem } from './messages.js';

/** Answers are sent together, since each message wakes the other thread; but none waits longer (ms) for the next. */
const LONGEST_WAIT = 25;

const { begun, module, options } = workerData as WorkerStart;

const { work } = (await import(pathToFileURL(module).href)) as {
  work: (item: WorkItem, options?: object) => Promise<unknown>;
};

let underWay: Promise<void> = Promise.resolve();

/** The thread in which a job is done: see `Reader`. */
parentPort?.on('message', (batch: Batch) => {
  // A batch may come while another is being worked on; answers keep their order.
  underWay = underWay.then(() => workOn(batch));
});
parentPort?.postMessage(READY);

async function workOn(batch: Batch): Promise<void> {
  let answers: unknown[] = [];
  let since = performance.now();
  for (const item of batch) {
    Atomics.add(begun, 0, 1);
    answers.push(await work(item, options));
    if (performance.now() - since < LONGEST_WAIT) continue;
    parentPort?.postMessage(answers);
    answers = [];
    since = performance.now();
  }
  if (answers.length > 0) parentPort?.postMessage(answers);
}
