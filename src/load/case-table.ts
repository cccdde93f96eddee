import { hash } from 'node:crypto';

/** Whole numbers of 32 bits that make a key, and those that are kept for it. */
const KEY = 4;
const VALUES = 3;
const ENTRY = KEY + VALUES;

/** From this share of places taken on, the table grows. */
const FULL = 0.7;

/** What is known of a key: where it was last, and 64 bits of a hash. */
export interface TableEntry {
  readonly index: number;
  readonly hash: string;
}

/**
 * The keys of millions of letters, each with where it was last seen and a hash: 28 bytes an entry (and the places that are free),
 * where a Map of strings would take ten times that. Keys are told apart by 128 bits of their SHA-256, which never agree by chance.
 */
export class CompactTable {
  #size = 0;
  #places: number;
  #data: Uint32Array;

  constructor(places = 1 << 16) {
    this.#places = places;
    this.#data = new Uint32Array(places * ENTRY);
  }

  get(key: string): TableEntry | undefined {
    const at = this.#find(keyOf(key));
    const index = this.#data[at + KEY] ?? 0;
    return index === 0 ? undefined : { index: index - 1, hash: hashAt(this.#data, at + KEY + 1) };
  }

  /** @param hash hexadecimal; its first 16 digits are kept */
  set(key: string, index: number, hash = ''): void {
    const words = keyOf(key);
    let at = this.#find(words);
    if (this.#data[at + KEY] === 0) {
      if (++this.#size > this.#places * FULL) {
        this.#grow();
        at = this.#find(words);
      }
      this.#data.set(words, at);
    }
    this.#data.set(
      [
        index + 1,
        Number.parseInt(hash.slice(0, 8) || '0', 16),
        Number.parseInt(hash.slice(8, 16) || '0', 16),
      ],
      at + KEY,
    );
  }

  /** Where the entry of a key is, or would be. */
  #find(words: Uint32Array): number {
    const mask = this.#places - 1;
    for (let place = (words[0] ?? 0) & mask; ; place = (place + 1) & mask) {
      const at = place * ENTRY;
      if (this.#data[at + KEY] === 0 || this.#isAt(at, words)) return at;
    }
  }

  #isAt(at: number, words: Uint32Array): boolean {
    for (let i = 0; i < KEY; i++) if (this.#data[at + i] !== words[i]) return false;
    return true;
  }

  #grow(): void {
    const former = this.#data;
    this.#places *= 2;
    this.#data = new Uint32Array(this.#places * ENTRY);
    for (let at = 0; at < former.length; at += ENTRY) {
      if (former[at + KEY] !== 0)
        this.#data.set(former.subarray(at, at + ENTRY), this.#find(former.subarray(at, at + KEY)));
    }
  }
}

function keyOf(key: string): Uint32Array {
  const digest = hash('sha256', key, 'buffer');
  return Uint32Array.from({ length: KEY }, (_, i) => digest.readUInt32LE(4 * i));
}

function hashAt(data: Uint32Array, at: number): string {
  return [data[at] ?? 0, data[at + 1] ?? 0].map((word) => word.toString(16).padStart(8, '0')).join('');
}
