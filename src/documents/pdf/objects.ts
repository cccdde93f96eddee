import { stepAside } from './step-aside.js';

/** The objects that a PDF is made of. Strings are byte strings: one character a byte. */
export type PdfObject =
  number | string | boolean | null | Name | Reference | Stream | Dictionary | readonly PdfObject[];

export type Dictionary = ReadonlyMap<string, PdfObject>;

export class Name {
  constructor(readonly value: string) {}
}

/** `12 0 R`: the object of that number, elsewhere in the file. */
export class Reference {
  constructor(
    readonly number: number,
    readonly generation: number,
  ) {}
}

/** A bare word: an operator of a page, or a mark of the file's structure. */
export class Keyword {
  constructor(readonly value: string) {}
}

export class Stream {
  constructor(
    readonly dictionary: Dictionary,
    /** As stored: perhaps encrypted and compressed. */
    readonly stored: Buffer,
    /** Where it stands, which its decryption depends on. */
    readonly reference: Reference,
  ) {}
}

export function asDictionary(object: PdfObject | undefined): Dictionary {
  return object instanceof Map ? (object as Dictionary) : stepAside('a dictionary is expected');
}

export function asArray(object: PdfObject | undefined): readonly PdfObject[] {
  return Array.isArray(object) ? (object as readonly PdfObject[]) : stepAside('an array is expected');
}

export function asName(object: PdfObject | undefined): string {
  return object instanceof Name ? object.value : stepAside('a name is expected');
}

export function asString(object: PdfObject | undefined): string {
  return typeof object === 'string' ? object : stepAside('a string is expected');
}

export function asNumber(object: PdfObject | undefined): number {
  return typeof object === 'number' ? object : stepAside('a number is expected');
}

/** A whole number that is not negative: a count, an offset, a code. */
export function asCount(object: PdfObject | undefined): number {
  return typeof object === 'number' && Number.isSafeInteger(object) && object >= 0
    ? object
    : stepAside('a whole number is expected');
}

export function asReference(object: PdfObject | undefined): Reference {
  return object instanceof Reference ? object : stepAside('a reference is expected');
}

export function asStream(object: PdfObject | undefined): Stream {
  return object instanceof Stream ? object : stepAside('a stream is expected');
}
