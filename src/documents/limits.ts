import { ImrError } from '../common/errors.js';

/** How much a file may hold before it is refused; far above what letters have. */
export interface ReadLimits {
  /** Bytes of one file, or of one member of an archive when inflated. A scanned letter may have some tens of megabytes. */
  readonly fileBytes: number;
  /** Bytes of a text, of a page of HTML, or of a part of a .docx: these are held as one string. */
  readonly markupBytes: number;
  /** Characters of the text of one document. Letters have some ten thousand, 500 full pages not two million. */
  readonly textLength: number;
  /** How many times its packed size a member, or a whole archive, may inflate to; XML of word processors reaches 30. */
  readonly inflation: number;
  /** Bytes that a member may inflate to whatever its packed size. */
  readonly harmlessBytes: number;
  /** Bytes that an archive, with those in it, may inflate to whatever its size. */
  readonly harmlessArchiveBytes: number;
  /** Members of one archive; a whole corpus has less than two million letters. */
  readonly members: number;
  /** Archives within archives: 1 allows none. */
  readonly archiveDepth: number;
}

export const READ_LIMITS: ReadLimits = {
  fileBytes: 100_000_000,
  markupBytes: 20_000_000,
  textLength: 2_000_000,
  inflation: 200,
  harmlessBytes: 10_000_000,
  harmlessArchiveBytes: 1_000_000_000,
  members: 10_000_000,
  archiveDepth: 3,
};

/** The error for a file, or a member of an archive, of so many bytes. */
export function tooLarge(bytes: number, most: number): ImrError {
  return new ImrError('FILE_TOO_LARGE', `The file has ${bytes} bytes; at most ${most} are read.`);
}
