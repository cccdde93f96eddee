import { freeBytes, gigabytes } from '../common/disk.js';
import { ImrError } from '../common/errors.js';

/**
 * Bytes that one letter takes at the height of a load, when the import tool has made a store (13 kB) of the rows (10 kB): 23 kB for
 * generated letters (3.7 kB of text each), and a fifth more to be safe. Published letters have half as many rows again.
 */
const BYTES_PER_LETTER = { generated: 28_000, published: 42_000 };
/** An empty database. */
const BYTES_OF_NONE = 100_000_000;

/** What a load takes at its height, and what there is; in bytes. */
export interface DiskUse {
  readonly needed: number;
  readonly available: number;
}

export async function diskUse(
  folder: string,
  letters: number,
  kind: keyof typeof BYTES_PER_LETTER,
): Promise<DiskUse> {
  return { needed: BYTES_OF_NONE + letters * BYTES_PER_LETTER[kind], available: await freeBytes(folder) };
}

/** @throws {ImrError} NOT_ENOUGH_DISK */
export function refuseFullDisk({ needed, available }: DiskUse): void {
  if (needed <= available) return;
  throw new ImrError(
    'NOT_ENOUGH_DISK',
    `About ${gigabytes(needed)} are needed while loading, and ${gigabytes(available)} are free: make room, or name another IMR_DATA_DIR.`,
  );
}
