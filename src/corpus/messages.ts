import { join } from 'node:path';
import { ImrError, type ErrorCode } from '../common/errors.js';
import { projectFolder } from '../common/project.js';
import { isRejection, type FileBytes, type Rejection } from '../documents/document.js';
import type { Determination } from '../normalise/determination.js';

/** One thing that worker threads work on: mostly a file. */
export interface WorkItem {
  readonly path: string;
  readonly sha256: string | null;
  readonly bytes?: Uint8Array;
}

/** What worker threads make of each item. */
export interface Job<Item extends WorkItem, Result> {
  /** Path of the built module whose `work` the threads call with each item; it answers what passes between threads well. */
  readonly module: string;
  /** What an answer says. */
  readonly decode: (answer: never) => Result;
  /** What `work` is told besides, with every item; plain data. */
  readonly options?: object;
  /** Never there: it ties the job to its items. */
  readonly item?: Item;
}

/** What a worker is given at its start. */
export interface WorkerStart {
  /** How many items were begun: `Reader` sees by it which one the thread is at. */
  readonly begun: Int32Array;
  readonly module: string;
  readonly options: object | undefined;
}

/** What a worker is sent: items, to be answered one by one in this order. */
export type Batch = readonly WorkItem[];

/** What a worker sends first of all; then come the answers, several at once. */
export const READY = 'ready';

export type Answers = typeof READY | readonly unknown[];

/** A module of the built program, also when this one is not: a worker cannot load TypeScript. */
export function builtModule(name: string): string {
  return join(projectFolder, 'dist', name);
}

/** A rejection as plain data. */
export interface FlatRejection {
  readonly path: string;
  readonly sha256: string | null;
  readonly code: ErrorCode;
  readonly message: string;
}

/** How letters are read. */
export interface ReadingOptions {
  /** Whether private data is covered before anything else is done with a letter's text; not unless given. */
  readonly redact?: boolean | undefined;
}

/** Reads letters, as far as canonical terms. */
export function reading(options: ReadingOptions): Job<FileBytes, Determination | Rejection> {
  return { module: builtModule('corpus/read-determination.js'), options, decode: fromAnswer };
}

/** An outcome as JSON, which passes between threads faster than objects do. */
export function toAnswer(outcome: Determination | Rejection): string {
  return JSON.stringify(isRejection(outcome) ? flatten(outcome) : outcome);
}

function fromAnswer(answer: string): Determination | Rejection {
  const outcome = JSON.parse(answer) as Determination | FlatRejection;
  return 'code' in outcome ? unflatten(outcome) : outcome;
}

export function flatten({ path, sha256, error }: Rejection): FlatRejection {
  return { path, sha256, code: error.code, message: error.message };
}

export function unflatten({ path, sha256, code, message }: FlatRejection): Rejection {
  return { path, sha256, error: new ImrError(code, message) };
}
