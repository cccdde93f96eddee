import type { FileUpload } from 'graphql-upload-minimal';
import type { LetterFile } from '../corpus/text-reader.js';
import type { Rejection } from '../documents/document.js';
import { InputError } from '../query/input-error.js';
import { readUpload } from './upload.js';

/** How a client gives a letter: exactly one of the two. */
export interface GivenLetter {
  readonly text?: string | null;
  readonly upload?: Promise<FileUpload> | null;
}

/**
 * The letter that was given.
 * @param path of the argument, for the error
 * @throws {InputError} when it is none, or two
 */
export async function givenLetter(
  { text, upload }: GivenLetter,
  path: string,
): Promise<string | LetterFile | Rejection> {
  const [isText, isFile] = [text, upload].map((given) => given !== null && given !== undefined);
  if (isText === isFile) throw new InputError(path, 'exactly one of text and upload must be given');
  return upload ? readUpload(upload) : (text ?? '');
}
