import { parentPort } from 'node:worker_threads';
import { READY, toAnswer, type Batch } from './messages.js';
import { toDetermination } from './read-determination.js';

/** The thread in which documents are read: see `WorkerPool`. */
let work: Promise<void> = Promise.resolve();

parentPort?.on('message', (batch: Batch) => {
  // A batch may come while another is being read; answers keep their order.
  work = work.then(() => readAll(batch));
});
parentPort?.postMessage(READY);

async function readAll(batch: Batch): Promise<void> {
  for (const file of batch) parentPort?.postMessage(toAnswer(await toDetermination(file)));
}
