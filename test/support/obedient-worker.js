/**
 * In place of src/corpus/worker.ts: it does what a document's text says ("hang", "die", "exhaust", "fill 300", "wait 20"), and
 * answers with a rejection whose message is that text.
 */
import { Buffer } from 'node:buffer';
import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';

const DEEDS = {
  hang: () => {
    for (;;);
  },
  die: () => {
    throw new Error('it died');
  },
  exhaust: () => {
    for (const heap = []; ;) heap.push({ heap: [heap.length] });
  },
  /** Outside of the heap, a step at a time and no faster than it is looked at. */
  fill: async (megabytes) => {
    const buffers = [];
    for (let i = 0; i < Number(megabytes); i += 10) {
      buffers.push(Buffer.alloc(10_000_000, 1));
      await sleep(20);
    }
    await sleep(60_000, buffers);
  },
  wait: (milliseconds) => sleep(Number(milliseconds)),
};

let work = Promise.resolve();
parentPort.on('message', (batch) => {
  work = work.then(() => obey(batch));
});
parentPort.postMessage('ready');

async function obey(batch) {
  const answers = [];
  for (const { path, sha256, bytes } of batch) {
    Atomics.add(workerData.begun, 0, 1);
    const text = Buffer.from(bytes.subarray(0, 100)).toString();
    const [deed, detail] = text.trim().split(' ');
    await DEEDS[deed]?.(detail);
    answers.push(JSON.stringify({ path, sha256, code: 'UNKNOWN_TEMPLATE', message: text.trim() }));
  }
  parentPort.postMessage(answers);
}
