import { ImrError, type ErrorCode } from '../common/errors.js';
import { isRejection, type FileBytes, type Rejection } from '../documents/document.js';
import type { Determination } from '../normalise/determination.js';

/** What a worker is sent: documents, to be answered one by one in this order. */
export type Batch = readonly FileBytes[];

/** What a worker sends first of all; then come the answers, several at once. */
export const READY = 'ready';

export type Answers = typeof READY | readonly string[];

interface FlatRejection {
  readonly path: string;
  readonly sha256: string | null;
  readonly code: ErrorCode;
  readonly message: string;
}

/** An outcome as JSON, which passes between threads faster than objects do. */
export function toAnswer(outcome: Determination | Rejection): string {
  if (!isRejection(outcome)) return JSON.stringify(outcome);
  const { path, sha256, error } = outcome;
  const flat: FlatRejection = { path, sha256, code: error.code, message: error.message };
  return JSON.stringify(flat);
}

export function fromAnswer(answer: string): Determination | Rejection {
  const outcome = JSON.parse(answer) as Determination | FlatRejection;
  if (!('code' in outcome)) return outcome;
  const { path, sha256, code, message } = outcome;
  return { path, sha256, error: new ImrError(code, message) };
}
