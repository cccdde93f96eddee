import type { RequestHandler } from 'express';
import { processRequest, type FileUpload } from 'graphql-upload-minimal';
import { ImrError } from '../../common/errors.js';
import type { LetterFile } from '../../corpus/text-reader.js';
import { printable, type Rejection } from '../../documents/document.js';
import { InputError } from '../../query/input-error.js';
import { refusalOf, refuseAccess, type Access } from './access.js';
import { LONGEST_UPLOAD } from '../inputs/limits.js';
import { handedOn } from '../telemetry/request-note.js';

/** Of the operation that comes with a file: as of any other. */
const LONGEST_FIELD = 1_000_000;

/** One byte more than is taken: the reader of the stream cannot tell a file that was cut off from one that ends there. */
const LIMITS = { maxFieldSize: LONGEST_FIELD, maxFileSize: LONGEST_UPLOAD + 1, maxFiles: 1 };

/** Most characters of a file's name that are kept: its end, which tells the form. */
const LONGEST_PATH = 255;

/**
 * Takes requests that bring a file along (the GraphQL multipart request specification), from those only who may write:
 * nothing else needs them. The file is read as it arrives, by `readUpload`.
 */
export function takeUploads({ gate }: Access): RequestHandler {
  return async (request, response, next) => {
    if (!request.is('multipart/form-data')) {
      next();
      return;
    }
    // What nobody reads of the file must still arrive, or the connection would stay open.
    response.once('finish', () => request.unpipe().resume());
    const { caller } = handedOn(request);
    const code = caller === undefined ? 'UNAUTHENTICATED' : refusalOf(caller, 'contributor', gate);
    if (code !== undefined) {
      refuseAccess(request, response, code);
      return;
    }
    try {
      request.body = await processRequest(request, response, LIMITS);
      next();
    } catch (error) {
      const { status = 400 } = error as { status?: number };
      next({ status, expose: true });
    }
  };
}

/**
 * The whole of an uploaded file, which is to be read once; a rejection when it is too large.
 * @throws {InputError} when it does not arrive
 */
export async function readUpload(upload: Promise<FileUpload>): Promise<LetterFile | Rejection> {
  const chunks: Buffer[] = [];
  let path: string;
  try {
    const file = await upload;
    path = printable(file.filename).slice(-LONGEST_PATH);
    for await (const chunk of file.createReadStream()) chunks.push(chunk as Buffer);
  } catch {
    throw new InputError('input.upload', 'the file did not arrive whole, or is used twice');
  }
  const bytes = Buffer.concat(chunks);
  if (bytes.length <= LONGEST_UPLOAD) return { path, bytes };
  const error = new ImrError('FILE_TOO_LARGE', `The file has more than ${LONGEST_UPLOAD} bytes.`);
  return { path, sha256: null, error };
}
