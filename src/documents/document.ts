import type { ImrError } from '../common/errors.js';

/** The file that a letter was read from. */
export interface DocumentSource {
  /** As given on the command line, or found below a folder; a member of an archive is `letters.zip!/folder/a.pdf`. */
  readonly path: string;
  /** SHA-256 of the file's (or the member's) bytes, lower-case hexadecimal. */
  readonly sha256: string;
  /** IANA media type, for example `text/plain` or `application/pdf`. */
  readonly mediaType: string;
  /** Number of pages; 1 for forms without pages. */
  readonly pages: number;
}

/** A file, or a member of an archive, before anything was made of its bytes. */
export interface FileBytes {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

/** A file's text as extracted, before any cleaning. */
export interface Document {
  readonly source: DocumentSource;
  /** Lines end in `\n`; pages are separated by a form feed. */
  readonly text: string;
}

/** A file that could not be read, or read as a letter: it is kept aside with the reason, never dropped. */
export interface Rejection {
  readonly path: string;
  /** `null` when the bytes could not be read. */
  readonly sha256: string | null;
  readonly error: ImrError;
}

/** Whether reading came to nothing. */
export function isRejection(outcome: object): outcome is Rejection {
  return 'error' in outcome;
}

/** A line with a question mark for whatever would upset a terminal or a log: the name of a file may hold anything. */
export function printable(line: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  return line.replace(/[\x00-\x1f\x7f-\x9f]/g, '?');
}
