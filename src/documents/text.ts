import { ImrError } from '../common/errors.js';

/** Above this share of control characters, bytes are no text in any encoding that letters come in. */
const MOST_CONTROL_CHARACTERS = 0.05;

/** What windows-1252 has at 0x80 to 0x9f; elsewhere it is Latin-1. (Node 20's own decoder gives Latin-1 throughout.) */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/**
 * Decodes a text file: UTF-16 by its byte order mark, else UTF-8 (with or without mark), else windows-1252. Line ends
 * become `\n`.
 * @throws {ImrError} BINARY_FILE when the bytes are no text.
 */
export function decodeText(bytes: Uint8Array): string {
  const text = decode(bytes);
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  const controls = text.match(/[\x00-\x08\x0e-\x1f\x7f]/g)?.length ?? 0;
  if (text.includes('\0') || controls > text.length * MOST_CONTROL_CHARACTERS) {
    throw new ImrError('BINARY_FILE', 'The file holds binary data, not text.');
  }
  return text.replace(/\r\n?/g, '\n');
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const latin1 = Buffer.from(bytes).toString('latin1');
    return latin1.replace(/[\x80-\x9f]/g, (character) => WINDOWS_1252.charAt(character.charCodeAt(0) - 0x80));
  }
}
