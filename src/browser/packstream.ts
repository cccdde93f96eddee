import { NotPassed } from './not-passed.js';

/** What the gate itself puts into messages. Numbers are whole, of 32 bits. */
export type Value = string | number | boolean | readonly Value[] | { readonly [name: string]: Value };

/** The first byte of a message, which is a structure: its upper half. */
export const STRUCTURE = 0xb0;

const TEXT = { tiny: 0x80, sized: 0xd0 };
const LIST = { tiny: 0x90, sized: 0xd4 };
const MAP = { tiny: 0xa0, sized: 0xd8 };

/** How many bytes begin a value, its own ones included, and how many values follow within it. */
interface Extent {
  readonly bytes: number;
  readonly values: number;
}

/**
 * Where the value that begins at `start` ends.
 * @throws {NotPassed} when no value begins there, or the bytes end before it does
 */
export function endOfValue(bytes: Buffer, start: number): number {
  let end = start;
  for (let awaited = 1; awaited > 0; awaited -= 1) {
    const extent = extentAt(bytes, end);
    end += extent.bytes;
    if (end > bytes.length) throw new NotPassed('The message ends within a value.');
    awaited += extent.values;
  }
  return end;
}

/**
 * The text that begins at `start`, and where it ends.
 * @throws {NotPassed} when no text begins there, or the bytes end before it does
 */
export function readText(bytes: Buffer, start: number): { readonly text: string; readonly end: number } {
  const marker = numberAt(bytes, start, 1);
  const isTiny = marker >> 4 === TEXT.tiny >> 4;
  const width = [1, 2, 4][marker - TEXT.sized];
  if (!isTiny && width === undefined) throw new NotPassed('A text was expected.');
  const end = endOfValue(bytes, start);
  return { text: bytes.toString('utf8', start + 1 + (isTiny ? 0 : (width ?? 0)), end), end };
}

/** A value in PackStream. */
export function encode(value: Value): Buffer {
  if (typeof value === 'boolean') return Buffer.of(value ? 0xc3 : 0xc2);
  if (typeof value === 'number') {
    const bytes = Buffer.of(0xca, 0, 0, 0, 0);
    bytes.writeInt32BE(value, 1);
    return bytes;
  }
  if (typeof value === 'string') {
    const bytes = Buffer.from(value);
    return Buffer.concat([sized(TEXT, bytes.length), bytes]);
  }
  if (isList(value)) return Buffer.concat([sized(LIST, value.length), ...value.map(encode)]);
  const entries = Object.entries(value);
  return Buffer.concat([sized(MAP, entries.length), ...entries.flatMap((entry) => entry.map(encode))]);
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

function sized({ tiny, sized: marker }: typeof TEXT, size: number): Buffer {
  if (size < 16) return Buffer.of(tiny | size);
  const bytes = Buffer.of(marker + 2, 0, 0, 0, 0);
  bytes.writeUInt32BE(size, 1);
  return bytes;
}

/** A number of some bytes. */
function numberAt(bytes: Buffer, at: number, width: number): number {
  if (at + width > bytes.length) throw new NotPassed('The message ends within a value.');
  return bytes.readUIntBE(at, width);
}

function extentAt(bytes: Buffer, at: number): Extent {
  const marker = numberAt(bytes, at, 1);
  const low = marker & 0x0f;
  switch (marker >> 4) {
    case 0x8:
      return { bytes: 1 + low, values: 0 };
    case 0x9:
      return { bytes: 1, values: low };
    case 0xa:
      return { bytes: 1, values: 2 * low };
    case 0xb:
      return { bytes: 2, values: low };
    case 0xc:
    case 0xd:
      return extentOfMarked(bytes, at, marker);
    case 0xe:
      throw new NotPassed('No value begins like this.');
    default:
      return { bytes: 1, values: 0 };
  }
}

/** Of values whose first byte says their form alone: null, booleans, numbers, and all whose size follows. */
function extentOfMarked(bytes: Buffer, at: number, marker: number): Extent {
  const plain: Partial<Record<number, number>> = {
    ...{ 0xc0: 1, 0xc1: 9, 0xc2: 1, 0xc3: 1 },
    ...{ 0xc8: 2, 0xc9: 3, 0xca: 5, 0xcb: 9 },
  };
  const length = plain[marker];
  if (length !== undefined) return { bytes: length, values: 0 };
  const form = marker & 0x03;
  if (form === 3 || marker > 0xda || marker < 0xcc) throw new NotPassed('No value begins like this.');
  const width = 2 ** form;
  const size = numberAt(bytes, at + 1, width);
  // 0xcc bytes, 0xd0 a text, 0xd4 a list, 0xd8 a map; each with a size of 1, 2 or 4 bytes.
  const valuesEach = { 0xd4: 1, 0xd8: 2 }[marker - form] ?? 0;
  return { bytes: 1 + width + (valuesEach === 0 ? size : 0), values: valuesEach * size };
}
