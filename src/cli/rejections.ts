import { printable, type Rejection } from '../documents/document.js';

/** Exit code when every file was looked at, but some could not be used. */
const REJECTED = 2;

/** Tells of a file that could not be used on standard error; the process then ends with 2. */
export function reportRejection({ path, error }: Rejection): void {
  process.stderr.write(`${printable(`imr: ${error.code}: ${path}: ${error.message}`)}\n`);
  process.exitCode = REJECTED;
}
