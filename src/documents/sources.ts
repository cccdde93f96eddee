import { sha256 } from '../common/hash.js';
import { ImrError } from '../common/errors.js';
import { printable, type FileBytes, type Rejection } from './document.js';
import { walkFiles } from './files.js';
import { isZip, mayBeLetter } from './forms.js';
import { READ_LIMITS, tooLarge, type ReadLimits } from './limits.js';
import { openBuffer, openFile, type RandomAccess } from './open-file.js';
import { isOfficeFile } from './office.js';
import { refuseUnsafePath, Zip, type ZipMember } from './zip.js';

/** The bytes of a letter, or why there are none. */
export type Source = FileBytes | Rejection;

/** What an archive, with those in it, may still inflate to. */
interface Allowance {
  bytes: number;
}

/**
 * The bytes of every file below some paths, and of every member of the archives among them, in reading order. One file's
 * bytes are held at a time (with those of the archives in archives that they come from).
 */
export async function* readSources(
  paths: Iterable<string> | AsyncIterable<string>,
  limits: ReadLimits = READ_LIMITS,
): AsyncGenerator<Source> {
  for await (const path of paths) {
    let file: RandomAccess;
    try {
      file = openFile(path);
    } catch (error) {
      yield rejection(path, error);
      continue;
    }
    try {
      yield* new SourceReader(limits).read(path, file);
    } finally {
      file.close();
    }
  }
}

/** Roughly how many letters there are below some paths: an archive counts for all its members. */
export async function estimateSources(paths: readonly string[]): Promise<number> {
  let count = 0;
  for await (const path of walkFiles(paths))
    count += path.toLowerCase().endsWith('.zip') ? await membersOf(path) : 1;
  return count;
}

async function membersOf(path: string): Promise<number> {
  try {
    const file = openFile(path);
    try {
      return (await Zip.open(file, 'DAMAGED_ARCHIVE')).memberCount;
    } finally {
      file.close();
    }
  } catch (error) {
    if (error instanceof ImrError) return 1;
    throw error;
  }
}

/** Reads one file, or the members of one archive and of those in it. */
class SourceReader {
  private allowance: Allowance | undefined;

  constructor(private readonly limits: ReadLimits) {}

  async *read(path: string, file: RandomAccess, depth = 0): AsyncGenerator<Source> {
    try {
      if (isZip(file.read(0, 4)) && !(await isOfficeFile(file, path)))
        yield* this.readArchive(path, file, depth + 1);
      else yield this.readWhole(path, file);
    } catch (error) {
      yield rejection(path, error);
    }
  }

  private readWhole(path: string, file: RandomAccess): FileBytes {
    if (file.size > this.limits.fileBytes) throw tooLarge(file.size, this.limits.fileBytes);
    const bytes = file.read(0, file.size);
    return { path, sha256: sha256(bytes), bytes };
  }

  private async *readArchive(path: string, file: RandomAccess, depth: number): AsyncGenerator<Source> {
    const { archiveDepth, inflation, harmlessArchiveBytes, members } = this.limits;
    if (depth > archiveDepth) {
      throw new ImrError('NESTED_TOO_DEEPLY', `More than ${archiveDepth} archives within one another.`);
    }
    const zip = await Zip.open(file, 'DAMAGED_ARCHIVE');
    if (zip.memberCount > members) {
      throw new ImrError(
        'ARCHIVE_BOMB',
        `The archive has ${zip.memberCount} members; at most ${members} are read.`,
      );
    }
    this.allowance ??= { bytes: Math.max(harmlessArchiveBytes, inflation * file.size) };
    let isEmpty = true;
    for await (const member of zip.members()) {
      if (isPassedOver(member.name)) continue;
      isEmpty = false;
      yield* this.readMember(path, zip, member, depth, this.allowance);
    }
    if (isEmpty) throw new ImrError('EMPTY_FILE', 'The archive holds no file that may be a letter.');
  }

  private async *readMember(
    archive: string,
    zip: Zip,
    member: ZipMember,
    depth: number,
    allowance: Allowance,
  ): AsyncGenerator<Source> {
    const path = `${archive}!/${printable(member.name)}`;
    const size = member.entry.uncompressedSize;
    // A member that is too large by itself is refused alone.
    if (size <= this.limits.fileBytes && size > allowance.bytes) {
      throw new ImrError('ARCHIVE_BOMB', `With ${path} it inflates to far more bytes than letters do.`);
    }
    let bytes: Buffer;
    try {
      refuseUnsafePath(member.name);
      bytes = await zip.read(member, this.limits);
    } catch (error) {
      yield rejection(path, error);
      return;
    }
    allowance.bytes -= bytes.length;
    yield* this.read(path, openBuffer(bytes), depth);
  }
}

/** Hidden files (macOS adds one to each file), and companions of letters. */
function isPassedOver(name: string): boolean {
  return /(?:^|\/)\.(?!\.?(?:\/|$))/.test(name) || !mayBeLetter(name);
}

function rejection(path: string, error: unknown): Rejection {
  if (error instanceof ImrError) return { path, sha256: null, error };
  throw error;
}
