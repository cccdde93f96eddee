import type { FileUpload } from 'graphql-upload-minimal';
import type { LetterFile } from '../../corpus/text-reader.js';
import { isRejection, type Rejection } from '../../documents/document.js';
import { InputError } from '../../query/input-error.js';
import { readUpload } from '../http/upload.js';

/** How a client gives a letter: exactly one of the two. */
export interface GivenLetter {
  readonly text?: string | null;
  readonly upload?: Promise<FileUpload> | null;
}

/**
 * Uses the letter that was given; a file that cannot be taken is told as it is.
 * @param path of the argument, for the error
 * @throws {InputError} when it is none, or two
 */
export async function useGivenLetter<Result>(
  { text, upload }: GivenLetter,
  path: string,
  use: (letter: string | LetterFile) => Promise<Result>,
): Promise<Result | Rejection> {
  const [isText, isFile] = [text, upload].map((given) => given !== null && given !== undefined);
  if (isText === isFile) throw new InputError(path, 'exactly one of text and upload must be given');
  if (!upload) return use(text ?? '');
  const file = await readUpload(upload);
  return isRejection(file) ? file : use(file);
}
