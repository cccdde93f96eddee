import { emptyBits, type Bits } from './bits.js';
import { made } from './made.js';

/** Bytes of sets that are kept for the next question; the least recently used go. */
const MOST_BYTES = 128_000_000;

/** Of one size. */
const MOST_FREE = 32;

/**
 * The memory of sets of rows. A million letters make a set of 300 kB: to have the memory of each question's sets collected takes longer than
 * to fill them, so that it is used again.
 */
export class Sets {
  private readonly kept = new Map<string, Bits>();
  private bytes = 0;
  /** Those of the present question. */
  private readonly lent = new Set<Bits>();
  private readonly free = new Map<number, Bits[]>();

  /** An empty set, until the end of the question. */
  empty(rows: number): Bits {
    return this.any(rows).fill(0);
  }

  /** A copy, until the end of the question. */
  copy(bits: Bits): Bits {
    const copy = this.any(bits.length * 32);
    copy.set(bits);
    return copy;
  }

  /**
   * The set of a key; not to be changed.
   * @param make gives one of its own, that nobody else keeps
   */
  keep(key: string, make: () => Bits): Bits {
    const known = this.kept.get(key);
    const bits = known ?? make();
    this.kept.delete(key);
    this.kept.set(key, bits);
    if (known === undefined) this.add(bits);
    return bits;
  }

  /** What was lent to the question is free again. */
  endQuestion(): void {
    for (const bits of this.lent) {
      const free = made(this.free, bits.length, () => []);
      if (free.length < MOST_FREE) free.push(bits);
    }
    this.lent.clear();
  }

  private any(rows: number): Bits {
    const bits = this.free.get(Math.ceil(rows / 32))?.pop() ?? emptyBits(rows);
    this.lent.add(bits);
    return bits;
  }

  private add(bits: Bits): void {
    this.lent.delete(bits);
    this.bytes += bits.byteLength;
    for (const [key, oldest] of this.kept) {
      if (this.bytes <= MOST_BYTES) break;
      this.kept.delete(key);
      this.bytes -= oldest.byteLength;
      // The present question may have it in hand.
      this.lent.add(oldest);
    }
  }
}
