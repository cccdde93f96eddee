import {
  builtModule,
  unflatten,
  type FlatRejection,
  type Job,
  type ReadingOptions,
} from '../corpus/messages.js';
import type { FileBytes, Rejection } from '../documents/document.js';
import type { Recipe } from '../generate/generate.js';
import type { EncodedLetter } from './letter-encoding.js';

/** A letter that is yet to be generated, in the thread that reads it. */
export interface GeneratedItem {
  readonly path: string;
  readonly sha256: null;
  readonly letter: { readonly number: number; readonly recipe: Recipe };
}

/** What a load reads. */
export type LoadItem = FileBytes | GeneratedItem;

/** A letter's rows, or why there are none. */
export type LoadOutcome = EncodedLetter | Rejection;

/** Reads letters and writes their rows. */
export function encoding(options: ReadingOptions): Job<LoadItem, LoadOutcome> {
  return {
    module: builtModule('load/letter-job.js'),
    options,
    decode: (answer: EncodedLetter | string) =>
      typeof answer === 'string' ? unflatten(JSON.parse(answer) as FlatRejection) : answer,
  };
}
