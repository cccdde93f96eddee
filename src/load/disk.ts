import { statfs } from 'node:fs/promises';
import { ImrError } from '../common/errors.js';

/**
 * Bytes that one letter takes while it is loaded. Of generated letters (4 kB of text each) the rows take 11 kB and the store with its
 * indexes 14 kB; published letters are two to three times as long, but the rows go before the indexes are built.
 */
export const BYTES_PER_LETTER = 40_000;
/** An empty database. */
const BYTES_OF_NONE = 100_000_000;

/** What a load takes at its height, and what there is; in bytes. */
export interface DiskUse {
  readonly needed: number;
  readonly available: number;
}

export async function diskUse(folder: string, letters: number): Promise<DiskUse> {
  const { bavail, bsize } = await statfs(folder);
  return { needed: BYTES_OF_NONE + letters * BYTES_PER_LETTER, available: bavail * bsize };
}

/** @throws {ImrError} NOT_ENOUGH_DISK */
export function refuseFullDisk({ needed, available }: DiskUse): void {
  if (needed <= available) return;
  throw new ImrError(
    'NOT_ENOUGH_DISK',
    `About ${gigabytes(needed)} are needed while loading, and ${gigabytes(available)} are free: make room, or name another IMR_DATA_DIR.`,
  );
}

export function gigabytes(bytes: number): string {
  return `${(bytes / 1e9).toFixed(1)} GB`;
}
