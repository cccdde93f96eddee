import { NotPassed } from './not-passed.js';

/** Longest chunk that the length in front of it can tell. */
const LONGEST_CHUNK = 0xffff;

/** Puts messages together from Bolt's chunks, however the bytes come. */
export class MessageReader {
  private message = Buffer.alloc(1024);
  private size = 0;
  /** Bytes that are still to come of the chunk that has begun. */
  private missing = 0;
  /** The first of the two bytes that tell the length of the next chunk. */
  private upper: number | undefined;

  /** @param longest bytes of a message; who sends more is refused */
  constructor(private readonly longest: number) {}

  /**
   * Takes bytes as they come, and gives the messages that end with them.
   * @throws {NotPassed} when a message gets too long
   */
  take(bytes: Buffer): Buffer[] {
    const messages: Buffer[] = [];
    for (let at = 0; at < bytes.length;) {
      if (this.missing > 0) {
        const part = bytes.subarray(at, at + this.missing);
        this.append(part);
        at += part.length;
      } else {
        if (this.beginChunk(bytes.readUInt8(at))) messages.push(this.finish());
        at += 1;
      }
    }
    return messages;
  }

  /** Whether this byte, one of a length, ends a message: a chunk of no length does. */
  private beginChunk(byte: number): boolean {
    if (this.upper === undefined) {
      this.upper = byte;
      return false;
    }
    this.missing = (this.upper << 8) | byte;
    this.upper = undefined;
    // Between messages an empty chunk only says that the other side is there.
    return this.missing === 0 && this.size > 0;
  }

  private append(part: Buffer): void {
    const size = this.size + part.length;
    if (size > this.longest) throw new NotPassed('The message is too long.');
    if (size > this.message.length) {
      const larger = Buffer.alloc(Math.max(size, 2 * this.message.length));
      this.message.copy(larger);
      this.message = larger;
    }
    part.copy(this.message, this.size);
    this.size = size;
    this.missing -= part.length;
  }

  private finish(): Buffer {
    const message = Buffer.from(this.message.subarray(0, this.size));
    this.size = 0;
    return message;
  }
}

/** A message in chunks, with the empty one that ends it. */
export function inChunks(message: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < message.length; at += LONGEST_CHUNK) {
    const part = message.subarray(at, at + LONGEST_CHUNK);
    parts.push(Buffer.of(part.length >> 8, part.length & 0xff), part);
  }
  return Buffer.concat([...parts, Buffer.of(0, 0)]);
}
