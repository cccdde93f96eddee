import { sha256 as sha256Of } from '../common/hash.js';
import { planWrites, type CaseState, type PlannedRecord, type WriteOutcome } from '../graph/plan.js';
import { CompactTable } from './case-table.js';
import type { LetterHead } from './letter-encoding.js';
import type { HeadLine } from './parts.js';

/** What a letter's rows are good for, as bits. */
export const WRITTEN = 1;
/** It takes the place of an earlier letter of its case. */
export const REPLACES = 2;
/** A later letter of its case takes its place. */
export const REPLACED = 4;
/** Its file comes again later, under another name. */
export const FILE_REPLACED = 8;
/** Its file was read as the same case before. */
export const FILE_KNOWN = 16;

/** Which letters the graph will hold. */
export interface Choice {
  /** For each file, bits of the above. */
  readonly marks: Uint8Array;
  /** For a letter that replaces another, which one that is (both by their index). */
  readonly formerOf: ReadonlyMap<number, number>;
  readonly outcomes: Readonly<Record<WriteOutcome, number>>;
}

/**
 * Decides which letters the graph will hold, as `planWrites` does: of several letters of one case that differ the last one, of those that
 * agree the first. Of each file that comes several times the last name stays.
 * @param batches the files in their order, so many at a time as an ingest would write at once: what several letters of one case come to
 *   depends a little on it
 * @param files how many there are
 */
export async function chooseLetters(
  batches: AsyncIterable<readonly HeadLine[]>,
  files: number,
): Promise<Choice> {
  const chooser = new Chooser(files);
  for await (const batch of batches) chooser.take(batch);
  return chooser;
}

/** What is compared of a letter, and where it is. */
interface Candidate extends PlannedRecord {
  readonly index: number;
  readonly sha256: string;
}

function candidate({ id, factsHash, parserVersion, sha256 }: LetterHead, index: number): Candidate {
  return { id, factsHash: shortened(factsHash), parserVersion, sha256, index };
}

/** As much of a hash as the table keeps. */
const shortened = (hash: string): string => hash.slice(0, 16);

class Chooser implements Choice {
  readonly marks: Uint8Array;
  readonly formerOf = new Map<number, number>();
  readonly outcomes: Record<WriteOutcome, number> = { ingested: 0, updated: 0, unchanged: 0 };
  readonly #cases = new CompactTable();
  readonly #files = new CompactTable();
  #index = 0;

  constructor(files: number) {
    this.marks = new Uint8Array(files);
  }

  take(batch: readonly HeadLine[]): void {
    const letters = batch.flatMap((line, i) => ('code' in line ? [] : [candidate(line, this.#index + i)]));
    this.#index += batch.length;
    const plan = planWrites(this.#statesOf(letters), letters);
    for (const outcome of plan.outcomes) this.outcomes[outcome]++;
    for (const letter of plan.creations) this.#choose(letter, 0);
    for (const letter of plan.replacements) this.#choose(letter, REPLACES);
    for (const letter of letters) this.#recordFile(letter);
  }

  #statesOf(letters: readonly Candidate[]): CaseState[] {
    return letters.map(({ id, parserVersion }) => {
      const hash = this.#cases.get(id)?.hash;
      return hash === undefined
        ? { id, factsHash: null, parserVersion: null }
        : { id, factsHash: hash, parserVersion };
    });
  }

  #choose({ id, index, factsHash }: Candidate, mark: number): void {
    const former = this.#cases.get(id)?.index;
    if (former !== undefined) {
      this.#mark(former, REPLACED);
      this.formerOf.set(index, former);
    }
    this.#mark(index, WRITTEN | mark);
    this.#cases.set(id, index, factsHash);
  }

  #recordFile({ id, index, sha256 }: Candidate): void {
    const former = this.#files.get(sha256);
    if (former !== undefined) {
      this.#mark(former.index, FILE_REPLACED);
      if (former.hash === shortened(sha256Of(id))) this.#mark(index, FILE_KNOWN);
    }
    this.#files.set(sha256, index, sha256Of(id));
  }

  #mark(index: number, mark: number): void {
    this.marks[index] = (this.marks[index] ?? 0) | mark;
  }
}
