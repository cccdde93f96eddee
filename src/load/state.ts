import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { sha256 } from '../common/hash.js';
import { programDigest } from '../common/program-digest.js';
import type { GraphFiles } from './merging.js';
import type { Corpus } from './reading.js';

/** How far a load has come: what it has finished last. */
export type Stage = 'begun' | 'read' | 'imported' | 'checked';

/** What is kept of a load between runs. */
export interface LoadState {
  /** Of what is loaded, how, and of the program: another one begins anew. */
  readonly fingerprint: string;
  readonly stage: Stage;
  /** From the stage `read` on. */
  readonly graph?: GraphFiles;
}

export function fingerprintOf(corpus: Corpus, partSize: number, redact: boolean): string {
  const loaded = 'letters' in corpus ? corpus : corpus.paths.map((path) => resolve(path));
  return sha256(JSON.stringify([loaded, partSize, redact, programDigest()]));
}

const file = (folder: string): string => join(folder, 'state.json');

/** undefined when there is none, or it is not whole. */
export function readLoadState(folder: string): LoadState | undefined {
  try {
    return JSON.parse(readFileSync(file(folder), 'utf8')) as LoadState;
  } catch {
    return undefined;
  }
}

export function writeLoadState(folder: string, state: LoadState): void {
  writeFileSync(`${file(folder)}.draft`, JSON.stringify(state));
  renameSync(`${file(folder)}.draft`, file(folder));
}
