import { ImrError } from '../common/errors.js';

/** Above this share of control characters, bytes are no text in any encoding that letters come in. */
const MOST_CONTROL_CHARACTERS = 0.05;

/** What windows-1252 has at 0x80 to 0x9f; elsewhere it is Latin-1. (Node 20's own decoder gives Latin-1 throughout.) */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/**
 * Decodes a text file: UTF-16 by its byte order mark, else UTF-8 (with or without mark), else windows-1252. Line ends
 * become `\n`.
 * @param declared the encoding that the text itself names, as HTML does; a byte order mark counts for more, and an
 *   unknown or wrong name for nothing
 * @throws {ImrError} BINARY_FILE when the bytes are no text.
 */
export function decodeText(bytes: Uint8Array, declared?: string): string {
  const text = decode(bytes, declared);
  if (text.includes('\0') || countControls(text) > text.length * MOST_CONTROL_CHARACTERS) {
    throw new ImrError('BINARY_FILE', 'The file holds binary data, not text.');
  }
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** One by one: a list of all those in a binary file would take a hundred times its size. */
function countControls(text: string): number {
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  const control = /[\x00-\x08\x0e-\x1f\x7f]/g;
  let count = 0;
  while (control.test(text)) count++;
  return count;
}

function decode(bytes: Uint8Array, declared?: string): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return (
    decodeAs(declared ?? 'utf-8', bytes) ??
    (declared === undefined ? undefined : decodeAs('utf-8', bytes)) ??
    decodeWindows1252(bytes)
  );
}

/** `undefined` when the bytes are not in that encoding, or it is none that is known. */
function decodeAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    const decoder = new TextDecoder(encoding, { fatal: true });
    if (decoder.encoding === 'windows-1252') return decodeWindows1252(bytes);
    // A declaration that could be read byte by byte is not in an encoding of two bytes.
    return decoder.encoding.startsWith('utf-16') ? undefined : decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

function decodeWindows1252(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return latin1.replace(/[\x80-\x9f]/g, (character) => WINDOWS_1252.charAt(character.charCodeAt(0) - 0x80));
}
