import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { open, rename, writeFile, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { flatten, type FlatRejection } from '../corpus/messages.js';
import { isRejection } from '../documents/document.js';
import type { LetterHead } from './letter-encoding.js';
import type { LoadOutcome } from './job.js';
import { LETTER_TABLES } from './tables.js';

/** Files (members of archives) of one part. A multiple of the files that are tied at once. */
export const PART_SIZE = 20_000;

/** Bytes of a file that are kept in memory before they are written. */
const BUFFERED = 1 << 20;

/** One part, whole: what its marker says. */
export interface Part {
  /** From 1. */
  readonly number: number;
  /** Files that it was made of, and a hash of their names and contents. */
  readonly files: number;
  readonly digest: string;
  readonly sizes: readonly number[];
}

/** A line of a part's heads. */
export type HeadLine = LetterHead | FlatRejection;

/** The heads of a part. */
export interface PartLines {
  readonly part: Part;
  /** Index of the first one among those of all parts. */
  readonly start: number;
  readonly lines: readonly HeadLine[];
}

/** The files of a part, in the order of `Part.sizes`: a table's rows each, then the heads, then the definitions. */
export function partFiles(number: number): string[] {
  const prefix = `part-${String(number).padStart(5, '0')}`;
  return [
    ...LETTER_TABLES.map(({ name }) => `${prefix}.${name}.csv`),
    `${prefix}.heads.jsonl`,
    `${prefix}.definitions.jsonl`,
  ];
}

const HEADS = LETTER_TABLES.length;
const DEFINITIONS = HEADS + 1;

export function headsFile(number: number): string {
  return partFiles(number)[HEADS] ?? '';
}

export function definitionsFile(number: number): string {
  return partFiles(number)[DEFINITIONS] ?? '';
}

function markerOf(folder: string, number: number): string {
  return join(folder, `part-${String(number).padStart(5, '0')}.json`);
}

/** The parts that are whole, without a gap from the first on. */
export function wholeParts(folder: string): Part[] {
  const parts: Part[] = [];
  for (let number = 1; existsSync(markerOf(folder, number)); number++) {
    const part = JSON.parse(readFileSync(markerOf(folder, number), 'utf8')) as Part;
    const isWhole = partFiles(number).every(
      (file, i) => statSync(join(folder, file), { throwIfNoEntry: false })?.size === part.sizes[i],
    );
    if (!isWhole) break;
    parts.push(part);
  }
  return parts;
}

/** Tells whether the same files come again: a hash of their names and contents. */
export class FilesDigest {
  readonly #hash = createHash('sha256');

  add({ path, sha256 }: { readonly path: string; readonly sha256: string | null }): void {
    this.#hash.update(`${path}\0${sha256 ?? ''}\n`);
  }

  digest(): string {
    return this.#hash.digest('hex');
  }
}

/** Writes one part; it counts only when `finish` is done. */
export class PartWriter {
  files = 0;
  readonly #digest = new FilesDigest();
  readonly #buffered: Uint8Array[][] = partFiles(0).map(() => []);
  readonly #waiting: number[] = partFiles(0).map(() => 0);
  readonly #sizes: number[] = partFiles(0).map(() => 0);

  private constructor(
    private readonly folder: string,
    readonly number: number,
    private readonly handles: readonly FileHandle[],
  ) {}

  static async open(folder: string, number: number): Promise<PartWriter> {
    const handles = await Promise.all(partFiles(number).map((file) => open(join(folder, file), 'w')));
    return new PartWriter(folder, number, handles);
  }

  /** @param file as it was found, before it was read */
  async add(
    file: { readonly path: string; readonly sha256: string | null },
    outcome: LoadOutcome,
  ): Promise<void> {
    this.files++;
    this.#digest.add(file);
    if (isRejection(outcome)) {
      await this.#append(HEADS, Buffer.from(`${JSON.stringify(flatten(outcome))}\n`));
      return;
    }
    let start = 0;
    for (const [table, length] of outcome.lengths.entries()) {
      if (length > 0) await this.#append(table, outcome.rows.subarray(start, start + length));
      start += length;
    }
    await this.#append(HEADS, Buffer.from(`${outcome.head}\n`));
    for (const definition of outcome.definitions)
      await this.#append(DEFINITIONS, Buffer.from(`${definition}\n`));
  }

  async finish(): Promise<Part> {
    for (const file of this.handles.keys()) await this.#flush(file);
    await this.close();
    const { number, files } = this;
    const part: Part = { number, files, digest: this.#digest.digest(), sizes: this.#sizes };
    const marker = markerOf(this.folder, number);
    await writeFile(`${marker}.draft`, JSON.stringify(part));
    await rename(`${marker}.draft`, marker);
    return part;
  }

  async close(): Promise<void> {
    await Promise.all(this.handles.map((handle) => handle.close()));
  }

  async #append(file: number, bytes: Uint8Array): Promise<void> {
    this.#buffered[file]?.push(bytes);
    this.#waiting[file] = (this.#waiting[file] ?? 0) + bytes.length;
    if (this.#waiting[file] >= BUFFERED) await this.#flush(file);
  }

  async #flush(file: number): Promise<void> {
    const chunks = this.#buffered[file] ?? [];
    if (chunks.length === 0) return;
    await this.handles[file]?.writeFile(Buffer.concat(chunks));
    this.#sizes[file] = (this.#sizes[file] ?? 0) + (this.#waiting[file] ?? 0);
    this.#buffered[file] = [];
    this.#waiting[file] = 0;
  }
}
