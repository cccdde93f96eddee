import { crc32, inflateRawSync } from 'node:zlib';
import {
  fromRandomAccessReaderPromise,
  getFileNameLowLevel,
  RandomAccessReader,
  validateFileName,
  type Entry,
  type ZipFile,
} from 'yauzl';
import { ImrError, messageOf, type ErrorCode } from '../common/errors.js';
import { tooLarge, type ReadLimits } from './limits.js';
import type { RandomAccess } from './open-file.js';

const STORED = 0;
const DEFLATED = 8;
/** The kind of file in the upper half of `externalFileAttributes`, where Unix wrote the archive. */
const UNIX_KIND = 0o170000;
const UNIX_LINK = 0o120000;

/** One entry of a zip archive's directory. */
export interface ZipMember {
  /** With `/` between folders; it may lead anywhere: see `refuseUnsafePath`. */
  readonly name: string;
  readonly entry: Entry;
}

/** What opening and reading a zip throws when it is damaged: a .docx is not called an archive. */
export type DamageCode = Extract<ErrorCode, 'DAMAGED_ARCHIVE' | 'DAMAGED_DOCX'>;

/** A zip archive, read through its directory. Members are inflated one at a time, when they are asked for. */
export class Zip {
  private constructor(
    private readonly bytes: RandomAccess,
    private readonly zip: ZipFile,
    private readonly damage: DamageCode,
  ) {}

  /** @throws {ImrError} `damage` when there is no directory: a truncated archive has lost it. */
  static async open(bytes: RandomAccess, damage: DamageCode): Promise<Zip> {
    try {
      const zip = await fromRandomAccessReaderPromise(new Reader(bytes), bytes.size, {
        // One bad name would end the whole archive; names are checked one by one instead.
        decodeStrings: false,
        // So would one that is at odds with its size; `read` checks that.
        validateEntrySizes: false,
        autoClose: false,
      });
      return new Zip(bytes, zip, damage);
    } catch (error) {
      throw damaged(damage, error);
    }
  }

  get memberCount(): number {
    return this.zip.entryCount;
  }

  /** The members in the order of the directory, without folders. Once only for each opened archive. */
  async *members(): AsyncGenerator<ZipMember> {
    const entries = this.zip.eachEntry();
    for (;;) {
      const next: IteratorResult<Entry, unknown> = await entries.next().catch((error: unknown) => {
        throw damaged(this.damage, error);
      });
      if (next.done === true) return;
      const entry = next.value;
      const name = getFileNameLowLevel(
        entry.generalPurposeBitFlag,
        entry.fileNameRaw,
        entry.extraFields,
        false,
      );
      if (!name.endsWith('/')) yield { name, entry };
    }
  }

  /**
   * A member's bytes. What it says of its size is never relied on: inflating stops at the limit.
   * @throws {ImrError} ENCRYPTED_FILE, UNREADABLE_FILE (a link), FILE_TOO_LARGE, ARCHIVE_BOMB, UNSUPPORTED_MEDIA_TYPE (a
   *   rare way of compression), or that of damage.
   */
  async read({ entry }: ZipMember, limits: ReadLimits): Promise<Buffer> {
    refuseUnreadable(entry);
    const most = mostBytes(entry, limits);
    const { fileDataStart } = await this.zip
      .readLocalFileHeaderPromise(entry, { minimal: true })
      .catch((error: unknown) => {
        throw damaged(this.damage, error);
      });
    const packed = this.bytes.read(fileDataStart, entry.compressedSize);
    const bytes = entry.compressionMethod === STORED ? packed : this.inflate(packed, most);
    if (bytes.length !== entry.uncompressedSize || crc32(bytes) !== entry.crc32) {
      throw new ImrError(this.damage, 'Its bytes are not those that were packed.');
    }
    return bytes;
  }

  private inflate(packed: Buffer, most: number): Buffer {
    try {
      return inflateRawSync(packed, { maxOutputLength: Math.max(most, 1) });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ERR_BUFFER_TOO_LARGE') throw damaged(this.damage, error);
      throw new ImrError('ARCHIVE_BOMB', `It inflates to more than the ${most} bytes that it says.`);
    }
  }
}

/** @throws {ImrError} UNSAFE_PATH when a member's name is absolute, climbs out of the archive, or would upset a terminal. */
export function refuseUnsafePath(name: string): void {
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  const reason = /[\x00-\x1f\x7f]/.test(name) ? 'control characters in a name' : validateFileName(name);
  if (reason !== null) throw new ImrError('UNSAFE_PATH', `Not a path within the archive: ${reason}.`);
}

function refuseUnreadable(entry: Entry): void {
  if (entry.isEncrypted()) throw new ImrError('ENCRYPTED_FILE', 'It is locked by a password.');
  if (((entry.externalFileAttributes >>> 16) & UNIX_KIND) === UNIX_LINK) {
    throw new ImrError('UNREADABLE_FILE', 'It is a link, not a file.');
  }
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED) {
    const method = entry.compressionMethod;
    throw new ImrError('UNSUPPORTED_MEDIA_TYPE', `It is compressed in a way that is not read (${method}).`);
  }
}

/** What a member says that it inflates to, when that is acceptable. */
function mostBytes({ uncompressedSize, compressedSize }: Entry, limits: ReadLimits): number {
  for (const size of [uncompressedSize, compressedSize]) {
    if (size > limits.fileBytes) throw tooLarge(size, limits.fileBytes);
  }
  if (uncompressedSize > Math.max(limits.harmlessBytes, limits.inflation * compressedSize)) {
    throw new ImrError('ARCHIVE_BOMB', `It inflates from ${compressedSize} to ${uncompressedSize} bytes.`);
  }
  return uncompressedSize;
}

function damaged(code: DamageCode, error: unknown): ImrError {
  return error instanceof ImrError ? error : new ImrError(code, messageOf(error), { cause: error });
}

type ReadCallback = (error: Error | null) => void;

/** Gives yauzl the bytes at once: it asks for some dozens at a time. */
class Reader extends RandomAccessReader {
  constructor(private readonly bytes: RandomAccess) {
    super();
  }

  override read(target: Buffer, offset: number, length: number, position: number, done: ReadCallback): void {
    let failure: Error | null = null;
    try {
      const found = this.bytes.read(position, length);
      found.copy(target, offset);
      if (found.length < length) failure = new Error('It ends too early.');
    } catch (error) {
      failure = error instanceof Error ? error : new Error(String(error));
    }
    done(failure);
  }
}
