import {
  type CrossReference,
  findCrossReference,
  type Place,
  readStream,
  readTable,
} from './cross-reference.js';
import { type Decrypt, readEncryption } from './encryption.js';
import { Inflater } from './inflate.js';
import { Lexer } from './lexer.js';
import {
  asArray,
  asCount,
  asDictionary,
  asName,
  asString,
  type Dictionary,
  type PdfObject,
  Reference,
  Stream,
} from './objects.js';
import { stepAside } from './step-aside.js';

/** Object streams stand in the file itself, and a stream's length is a number: no more steps are needed. */
const DEEPEST_LOOKUP = 4;

/** A file that was changed more often than this is no published letter. */
const MOST_CROSS_REFERENCES = 10;

/** An object stream, uncompressed: its objects, and where each begins and ends. */
interface Container {
  readonly text: string;
  readonly numbers: readonly number[];
  readonly offsets: readonly number[];
}

/** The objects of a PDF, read as they are asked for. Strings other than those of the trailer stay encrypted. */
export class PdfFile {
  readonly trailer: Dictionary;
  private readonly text: string;
  private readonly places: ReadonlyMap<number, Place | undefined> = new Map();
  private readonly inflater = new Inflater();
  private readonly objects = new Map<number, PdfObject>();
  private readonly containers = new Map<number, Container>();
  private readonly decrypt: Decrypt | undefined;
  private lookups = 0;

  constructor(private readonly bytes: Buffer) {
    this.text = bytes.toString('latin1');
    if (!this.text.startsWith('%PDF-')) stepAside('the header is not at the beginning');
    const { places, trailer } = this.readCrossReferences(findCrossReference(this.text));
    this.places = places;
    this.trailer = trailer;
    if (trailer.has('Encrypt')) {
      const id = asString(asArray(trailer.get('ID'))[0]);
      this.decrypt = readEncryption(asDictionary(this.resolve(trailer.get('Encrypt'))), id);
    }
  }

  /** The object itself, where a reference to it is given. */
  resolve(object: PdfObject | undefined): PdfObject | undefined {
    return object instanceof Reference ? this.fetch(object) : object;
  }

  dictionary(object: PdfObject | undefined): Dictionary {
    return asDictionary(this.resolve(object));
  }

  /** A stream's bytes, decrypted and uncompressed. */
  decode(stream: Stream): Buffer {
    return this.inflater.decode(stream, this.decrypt?.(stream.stored, stream.reference) ?? stream.stored);
  }

  private fetch(reference: Reference): PdfObject {
    const known = this.objects.get(reference.number);
    if (known !== undefined) return known;
    if (++this.lookups > DEEPEST_LOOKUP) stepAside('objects need each other');
    const place = this.places.get(reference.number) ?? stepAside('an object is missing');
    const object =
      'container' in place ? this.readContained(reference, place) : this.readAt(reference, place);
    this.lookups--;
    this.objects.set(reference.number, object);
    return object;
  }

  private readAt(reference: Reference, place: { offset: number; generation: number }): PdfObject {
    const { number, generation } = reference;
    if (generation !== place.generation) stepAside('another generation');
    return this.readIndirect(place.offset, reference, `${number} ${generation} obj`);
  }

  /** An object as it stands in the file: `12 0 obj … endobj`. */
  private readIndirect(offset: number, reference: Reference, header: string): PdfObject {
    if (!this.text.startsWith(header, offset)) stepAside('an object is not where it should be');
    const lexer = new Lexer(this.text, offset + header.length, true);
    const value = lexer.readObject();
    const isStream = lexer.skipSpace() === 0x73; /* s of stream */
    const object = isStream ? this.readStreamAfter(lexer, asDictionary(value), reference) : value;
    lexer.expect('endobj');
    if (object === null) stepAside('a null object');
    return object;
  }

  private readStreamAfter(lexer: Lexer, dictionary: Dictionary, reference: Reference): Stream {
    lexer.expect('stream');
    const lineEnd = /\r?\n/y;
    lineEnd.lastIndex = lexer.position;
    if (!lineEnd.test(this.text)) stepAside('an odd stream');
    const start = lineEnd.lastIndex;
    const end = start + asCount(this.resolve(dictionary.get('Length')));
    lexer.position = end;
    lexer.expect('endstream');
    return new Stream(dictionary, this.bytes.subarray(start, end), reference);
  }

  /** A file that was added to, or is ordered for the web, has several cross references; the newest counts most. */
  private readCrossReferences(offset: number): CrossReference {
    const newest = this.readCrossReference(offset);
    let { trailer } = newest;
    for (let i = 0; trailer.has('Prev'); i++) {
      if (i === MOST_CROSS_REFERENCES) stepAside('too many cross references');
      const older = this.readCrossReference(asCount(trailer.get('Prev')));
      for (const [number, place] of older.places) {
        if (!newest.places.has(number)) newest.places.set(number, place);
      }
      ({ trailer } = older);
    }
    return newest;
  }

  private readCrossReference(offset: number): CrossReference {
    return this.text.startsWith('xref', offset)
      ? readTable(this.text, offset)
      : this.readCrossReferenceStream(offset);
  }

  private readCrossReferenceStream(offset: number): CrossReference {
    const header = /\d{1,10} \d{1,5} obj/y;
    header.lastIndex = offset;
    const found = header.exec(this.text)?.[0] ?? stepAside('no cross reference');
    const [number = '', generation = ''] = found.split(' ');
    const stream = this.readIndirect(offset, new Reference(Number(number), Number(generation)), found);
    if (!(stream instanceof Stream)) return stepAside('no cross reference');
    return readStream(stream, this.inflater.decode(stream, stream.stored));
  }

  private readContained(reference: Reference, place: { container: number; index: number }): PdfObject {
    const { text, numbers, offsets } = this.container(place.container);
    const start = offsets[place.index];
    const end = offsets[place.index + 1] ?? text.length;
    if (numbers[place.index] !== reference.number || reference.generation !== 0 || start === undefined) {
      return stepAside('an object is not where it should be');
    }
    const lexer = new Lexer(text, start, true);
    const object = lexer.readObject();
    if (lexer.position > end || text.slice(lexer.position, end).trim() !== '')
      stepAside('an object runs over');
    return object;
  }

  private container(number: number): Container {
    const known = this.containers.get(number);
    if (known) return known;
    const stream = this.fetch(new Reference(number, 0));
    if (!(stream instanceof Stream)) return stepAside('no object stream');
    const { dictionary } = stream;
    if (asName(dictionary.get('Type')) !== 'ObjStm' || !dictionary.has('Filter'))
      stepAside('no object stream');
    const text = this.decode(stream).toString('latin1');
    const count = asCount(dictionary.get('N'));
    const first = asCount(dictionary.get('First'));
    const lexer = new Lexer(text);
    const numbers: number[] = [];
    const offsets: number[] = [];
    for (let i = 0; i < count; i++) {
      numbers.push(asCount(lexer.readObject()));
      offsets.push(first + asCount(lexer.readObject()));
    }
    if (lexer.position > first) stepAside('an odd object stream');
    const container = { text, numbers, offsets };
    this.containers.set(number, container);
    return container;
  }
}
