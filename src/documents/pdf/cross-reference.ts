import { Lexer } from './lexer.js';
import { asArray, asCount, asName, type Dictionary, type Stream } from './objects.js';
import { stepAside } from './step-aside.js';

/** Where an object stands: at an offset of the file, or as the n-th object within an object stream. */
export type Place =
  | { readonly offset: number; readonly generation: number }
  | { readonly container: number; readonly index: number };

export interface CrossReference {
  /** `undefined` for an object that was deleted. */
  readonly places: Map<number, Place | undefined>;
  readonly trailer: Dictionary;
}

/** Letters have some hundred objects. */
const MOST_OBJECTS = 200_000;
/** The end of the file, where `startxref` stands. */
const END_WITHIN = 2048;
const TABLE_ENTRY = /(\d{10}) (\d{5}) ([nf])(?: \r| \n|\r\n)/y;

/** The offset of the cross reference that the end of the file points to. */
export function findCrossReference(text: string): number {
  const start = text.lastIndexOf('startxref');
  if (start < text.length - END_WITHIN) stepAside('no startxref at the end');
  const lexer = new Lexer(text, start);
  lexer.expect('startxref');
  const offset = asCount(lexer.readObject());
  if (!/^[\r\n ]+%%EOF/.test(text.slice(lexer.position, lexer.position + 16))) stepAside('no end mark');
  return offset;
}

/** Reads a cross-reference table with its trailer. */
export function readTable(text: string, offset: number): CrossReference {
  const places = new Map<number, Place | undefined>();
  const lexer = new Lexer(text, offset, true);
  lexer.expect('xref');
  while (lexer.skipSpace() !== 0x74 /* t of trailer */) readSection(lexer, places);
  lexer.expect('trailer');
  const trailer = lexer.readObject();
  if (!(trailer instanceof Map)) return stepAside('no trailer');
  if (trailer.has('XRefStm')) stepAside('a second cross reference');
  return { places, trailer: trailer as Dictionary };
}

function readSection(lexer: Lexer, places: Map<number, Place | undefined>): void {
  const first = asCount(lexer.readObject());
  const count = asCount(lexer.readObject());
  if (count > MOST_OBJECTS) stepAside('too many objects');
  lexer.skipSpace();
  for (let number = first; number < first + count; number++) {
    TABLE_ENTRY.lastIndex = lexer.position;
    const [entry, offset, generation, use] = TABLE_ENTRY.exec(lexer.text) ?? stepAside('an odd table entry');
    lexer.position += entry.length;
    // Some tables wrongly begin with object 1; readers repair that, each its own way.
    if (use === 'f' && number === first && first === 1) stepAside('an odd table');
    const place = { offset: Number(offset), generation: Number(generation) };
    addPlace(places, number, use === 'n' ? place : undefined);
  }
}

/** Reads a cross-reference stream from its decoded bytes. */
export function readStream(stream: Stream, decoded: Buffer): CrossReference {
  const { dictionary } = stream;
  if (asName(dictionary.get('Type')) !== 'XRef') stepAside('no cross reference');
  const widths = asArray(dictionary.get('W')).map(asCount);
  const [typeWidth = 0, secondWidth = 0, thirdWidth = 0] = widths;
  const entryLength = typeWidth + secondWidth + thirdWidth;
  if (widths.length !== 3 || typeWidth !== 1 || secondWidth < 1 || secondWidth > 6 || thirdWidth > 4) {
    stepAside('an odd cross reference');
  }
  const index = dictionary.has('Index')
    ? asArray(dictionary.get('Index'))
    : [0, dictionary.get('Size') ?? null];
  const numbers = numbersOf(index.map(asCount));
  if (decoded.length !== numbers.length * entryLength) stepAside('a cross reference of odd length');
  const places = new Map<number, Place | undefined>();
  numbers.forEach((number, i) => {
    const at = i * entryLength;
    const second = decoded.readUIntBE(at + 1, secondWidth);
    const third = thirdWidth === 0 ? 0 : decoded.readUIntBE(at + 1 + secondWidth, thirdWidth);
    const type = decoded[at];
    if (type === 1) addPlace(places, number, { offset: second, generation: third });
    else if (type === 2) addPlace(places, number, { container: second, index: third });
    else if (type === 0) addPlace(places, number, undefined);
    else stepAside('an odd cross reference');
  });
  return { places, trailer: dictionary };
}

/** The object numbers that an /Index (first, count, first, count, …) stands for. */
function numbersOf(index: readonly number[]): number[] {
  const numbers: number[] = [];
  for (let i = 0; i < index.length; i += 2) {
    const first = index[i] ?? 0;
    const count = index[i + 1] ?? stepAside('an odd index');
    if (numbers.length + count > MOST_OBJECTS) stepAside('too many objects');
    for (let number = first; number < first + count; number++) numbers.push(number);
  }
  return numbers;
}

function addPlace(places: Map<number, Place | undefined>, number: number, place: Place | undefined): void {
  if (places.has(number)) stepAside('an object with two places');
  places.set(number, place);
}
