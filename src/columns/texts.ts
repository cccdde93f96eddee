import { Column } from './column.js';

/** Ends each text: no byte of UTF-8, so that nothing is found across two of them. */
const END = 0xff;

const FEWEST_SLOTS = 1024;

/**
 * Gives each distinct text a code: 0, 1, 2 … They are held as UTF-8, one behind another: as strings they would take several times the
 * memory, and each would have to be searched by itself.
 */
export class Texts {
  readonly bytes = new Column(Uint8Array);
  /** Where each text ends. */
  readonly ends = new Column(Uint32Array);
  /** At the hash of a text, or behind: one more than its code; 0 where there is none. Made when a text is added. */
  private slots = new Uint32Array(0);

  get size(): number {
    return this.ends.length;
  }

  text(code: number): string {
    return this.buffer().toString('utf8', this.startOf(code), this.ends.at(code));
  }

  /** The code of a text, a new one unless it is there. */
  add(text: string): number {
    if (this.slots.length <= 2 * this.size) this.makeSlots();
    const start = this.bytes.length;
    this.append(text);
    const end = this.bytes.length - 1;
    const slot = this.slotOf(start, end);
    const known = this.slots[slot] ?? 0;
    if (known > 0) {
      this.bytes.length = start;
      return known - 1;
    }
    this.ends.push(end);
    this.slots[slot] = this.size;
    return this.size - 1;
  }

  /** Which texts hold any of these parts: 1 for each code that does. */
  containing(parts: readonly string[]): Uint8Array {
    const codes = new Uint8Array(this.size);
    for (const part of parts) this.accept(codes, Buffer.from(part));
    return codes;
  }

  /** Less than 0 when the text of a code comes before one that is given as bytes, 0 when they are the same: as strings compare. */
  compare(code: number, bytes: Uint8Array, start = 0, end = bytes.length): number {
    const { values } = this.bytes;
    const first = this.startOf(code);
    const length = this.ends.at(code) - first;
    const shared = Math.min(length, end - start);
    for (let i = 0; i < shared; i++) {
      const own = values[first + i] ?? 0;
      const other = bytes[start + i] ?? 0;
      if (own !== other) return inOrder(own) - inOrder(other);
    }
    return length - (end - start);
  }

  /** As {@link compare}, of the texts of two codes. */
  compareCodes(code: number, other: number): number {
    return this.compare(code, this.bytes.values, this.startOf(other), this.ends.at(other));
  }

  private startOf(code: number): number {
    return code === 0 ? 0 : this.ends.at(code - 1) + 1;
  }

  /** The bytes, for the present moment: they move when they grow. */
  private buffer(): Buffer {
    const { values, length } = this.bytes;
    return Buffer.from(values.buffer, values.byteOffset, length);
  }

  private append(text: string): void {
    const { bytes } = this;
    // No unit of a string takes more.
    bytes.reserve(3 * text.length + 1);
    const { values, length } = bytes;
    bytes.length += Buffer.from(values.buffer, values.byteOffset, values.length).write(text, length);
    bytes.push(END);
  }

  private accept(codes: Uint8Array, part: Buffer): void {
    const buffer = this.buffer();
    for (let code = 0, from = 0; code < codes.length; from = this.startOf(++code)) {
      const at = buffer.indexOf(part, from);
      if (at === -1) return;
      while (this.ends.at(code) < at) code++;
      codes[code] = 1;
    }
  }

  /** The slot of a text by its bytes: where it is, or where it would be. */
  private slotOf(start: number, end: number): number {
    const { slots } = this;
    const { values } = this.bytes;
    let slot = hashOf(values, start, end) & (slots.length - 1);
    for (; ; slot = (slot + 1) & (slots.length - 1)) {
      const known = slots[slot] ?? 0;
      if (known === 0 || this.compare(known - 1, values, start, end) === 0) return slot;
    }
  }

  private makeSlots(): void {
    let length = FEWEST_SLOTS;
    while (length <= 2 * this.size) length *= 2;
    this.slots = new Uint32Array(length);
    for (let code = 0; code < this.size; code++)
      this.slots[this.slotOf(this.startOf(code), this.ends.at(code))] = code + 1;
  }
}

/** Strings compare by units of 16 bits: what takes two of these, and begins with 0xf0 or more here, comes before U+E000 to U+FFFF. */
function inOrder(byte: number): number {
  return byte === 0xee || byte === 0xef ? byte + 0x10 : byte;
}

function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ (bytes[i] ?? 0), 0x01000193);
  return hash ^ (hash >>> 15);
}
