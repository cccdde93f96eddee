import { inflateSync } from 'node:zlib';
import { ImrError } from '../../common/errors.js';
import { asCount, asDictionary, Name, type Stream } from './objects.js';
import { stepAside } from './step-aside.js';

/** A letter's page has some 100 kB of content; its streams together hold less than 2 MB. */
const MOST_BYTES_OF_STREAM = 32_000_000;
const MOST_BYTES_OF_FILE = 128_000_000;

/** Uncompresses the streams of one file, and keeps account of how much came out. */
export class Inflater {
  private total = 0;

  /**
   * @param bytes the stream's bytes, decrypted
   * @throws {ImrError} FILE_TOO_LARGE, or DAMAGED_PDF when they are no longer what was compressed
   */
  decode(stream: Stream, bytes: Buffer): Buffer {
    const { dictionary } = stream;
    const decoded = uncompress(dictionary.get('Filter'), bytes);
    this.total += decoded.length;
    if (this.total > MOST_BYTES_OF_FILE) throw tooLarge(MOST_BYTES_OF_FILE);
    return dictionary.has('DecodeParms') ? unpredict(stream, decoded) : decoded;
  }
}

function uncompress(filter: unknown, bytes: Buffer): Buffer {
  if (filter === undefined) return bytes;
  if (!(filter instanceof Name) || filter.value !== 'FlateDecode') stepAside('a filter that is not known');
  if (!hasZlibHeader(bytes)) stepAside('a stream that is compressed in another way');
  try {
    return inflateSync(bytes, { maxOutputLength: MOST_BYTES_OF_STREAM });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(MOST_BYTES_OF_STREAM);
    // The general reader may take what still decodes for the text, and say nothing.
    if (code === 'Z_DATA_ERROR')
      throw new ImrError('DAMAGED_PDF', 'The PDF is damaged: a stream is not sound.');
    return stepAside('a compressed stream is cut short');
  }
}

function hasZlibHeader(bytes: Buffer): boolean {
  const [method = 0, flags = 0] = bytes;
  return (method & 0x0f) === 8 && (method * 256 + flags) % 31 === 0;
}

/** Undoes the predictor of cross references: each row holds differences to the row above. */
function unpredict(stream: Stream, decoded: Buffer): Buffer {
  const parameters = asDictionary(stream.dictionary.get('DecodeParms'));
  const columns = asCount(parameters.get('Columns'));
  for (const key of parameters.keys()) {
    if (key !== 'Columns' && key !== 'Predictor') stepAside('decode parameters that are not known');
  }
  const rows = decoded.length / (columns + 1);
  if (asCount(parameters.get('Predictor')) !== 12 || !Number.isInteger(rows)) stepAside('an odd predictor');
  const bytes = Buffer.alloc(rows * columns);
  for (let row = 0; row < rows; row++) {
    if (decoded[row * (columns + 1)] !== 2) stepAside('an odd predictor');
    for (let i = 0; i < columns; i++) {
      const at = row * columns + i;
      bytes[at] = (decoded[at + row + 1] ?? 0) + (row === 0 ? 0 : (bytes[at - columns] ?? 0));
    }
  }
  return bytes;
}

function tooLarge(limit: number): ImrError {
  return new ImrError('FILE_TOO_LARGE', `The PDF's streams hold too much; at most ${limit} bytes are read.`);
}
