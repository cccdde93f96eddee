import { rm } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { loggedError, loggedMessage } from '../common/logged-error.js';
import { GraphClient } from '../graph/client.js';
import { answer } from './answers/answers.js';
import { Follower } from './follower.js';
import type { Answered, FromWorker, Progress, Question, WorkerData } from './messages.js';
import { loadSnapshot, saveSnapshot } from './snapshot.js';

/** Smaller graphs are read sooner than a file of them is. */
const WORTH_KEEPING = 5_000;

/** Revisions after which the file is written anew: what it lacks is read from the log of changes. */
const KEPT_EVERY = 500;

/**
 * How often remains of cases that are gone are looked for (ms), also when nobody asks anything: they are let go of within this time. Where
 * that takes long, it is done more seldom, so that it takes no more than this share of the time.
 */
const TIDIED_EVERY = 60_000;
const SHARE_OF_TIDYING = 0.05;

/** In milliseconds: how soon the graph is read again after that has failed. */
const NEXT_TRY = 5_000;

const { connection, snapshotFile } = workerData as WorkerData;
const client = new GraphClient(connection, { timeout: 120_000 });
const follower = new Follower(client);

let queue: Question[] = [];
let isAnswering = false;
let building: Promise<void> | undefined;
let keptRevision: number | undefined;
let tidyFrom = 0;
let isTidying = false;
/** The end of what was last begun with the file. */
let keeping: Promise<void> = Promise.resolve();

/** The thread that holds the columns: see `Columns`. */
parentPort?.on('message', (question: Question) => {
  queue.push(question);
  if (!isAnswering) void answerAll();
});

building = start();
setInterval(() => void tidy().catch(report), TIDIED_EVERY).unref();

function tell(message: FromWorker): void {
  parentPort?.postMessage(message);
}

/** What nobody can do anything about who asks: the graph answers instead. */
function report(error: unknown): void {
  tell({ problem: loggedError(error) });
}

async function start(): Promise<void> {
  const state = snapshotFile === null ? undefined : await loadSnapshot(snapshotFile);
  if (state) {
    follower.resume(state);
    keptRevision = state.version.revision;
  }
  await timed(async () => {
    if ((await follower.current()) === undefined) await follower.build();
  });
}

/** Answers all that was asked until then after one look at the graph's version. */
async function answerAll(): Promise<void> {
  isAnswering = true;
  while (queue.length > 0) {
    const questions = queue;
    queue = [];
    tell({ answered: await answersTo(questions) });
    // Nobody waits for the file.
    onFile(keep).catch(report);
  }
  isAnswering = false;
}

async function answersTo(questions: readonly Question[]): Promise<Answered[]> {
  const view = building === undefined ? await currentView(questions) : undefined;
  return questions.map(({ id, name, parameters }) => {
    try {
      const rows = view && answer(view, name, parameters);
      return { id, answer: rows && { rows, version: follower.settledToken } };
    } catch (error) {
      report(error);
      return { id };
    }
  });
}

async function currentView(questions: readonly Question[]) {
  try {
    await client.follow(questions.flatMap(({ bookmarks }) => bookmarks));
    const view = await follower.current();
    if (view === undefined) building = timed(() => follower.build());
    return view;
  } catch {
    // Whoever asks meets the same failure at the graph itself.
    return undefined;
  }
}

/** Follows the graph, and lets go of what is there no more: in memory, and in the file. Questions are answered meanwhile. */
async function tidy(): Promise<void> {
  if (isTidying || isBuilding() || performance.now() < tidyFrom) return;
  if (!isAnswering) await followUnasked();
  if (follower.store?.hasRemains !== true || isBuilding()) return;
  const started = performance.now();
  isTidying = true;
  try {
    await follower.forget();
    tellProgress('ready', started);
    await onFile(keepAnew);
  } finally {
    isTidying = false;
  }
  tidyFrom = performance.now() + (performance.now() - started) / SHARE_OF_TIDYING;
}

/** What answering does by itself before each answer. */
async function followUnasked(): Promise<void> {
  isAnswering = true;
  await currentView([]);
  isAnswering = false;
  if (queue.length > 0) void answerAll();
}

function isBuilding(): boolean {
  return building !== undefined;
}

/** Builds the columns, and tells of it; while it is under way the graph answers. */
async function timed(work: () => Promise<unknown>): Promise<void> {
  const started = performance.now();
  tellProgress('building', started);
  try {
    await work();
    tellProgress('ready', started);
    building = undefined;
    await onFile(keep);
  } catch (error) {
    tellProgress('failed', started, loggedMessage(error));
    setTimeout(() => {
      building = undefined;
    }, NEXT_TRY);
  }
}

/** Tells what has become of the columns. */
function tellProgress(state: Progress['state'], started: number, reason?: string): void {
  const { cases, findings } = follower.store?.size ?? { cases: 0, findings: 0 };
  const took = Math.round(performance.now() - started);
  tell({ progress: { state, cases, findings, took, ...(reason !== undefined && { reason }) } });
}

/** Does something to the file, after whatever else is done to it. */
function onFile(work: () => Promise<void>): Promise<void> {
  const done = keeping.then(work);
  keeping = done.catch(() => undefined);
  return done;
}

/** Keeps nothing of what the file holds. */
async function keepAnew(): Promise<void> {
  keptRevision = undefined;
  if (snapshotFile !== null) await rm(snapshotFile, { force: true });
  await keep();
}

/** Keeps the columns for the next start, when the file lacks much. One at a time: {@link onFile}. */
async function keep(): Promise<void> {
  const { store, version } = follower;
  if (snapshotFile === null || store === undefined || version === undefined) return;
  const isRecent = keptRevision !== undefined && Math.abs(version.revision - keptRevision) < KEPT_EVERY;
  if (isRecent || store.size.cases < WORTH_KEEPING) return;
  keptRevision = version.revision;
  await saveSnapshot(snapshotFile, { store, version });
}
