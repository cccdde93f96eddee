import { extname } from 'node:path';
import { ImrError } from '../common/errors.js';

/** Forms that are read. What a file holds is decided by its bytes; the name only says that it is meant as a letter. */
const READ_FORMS = ['.txt', '.pdf', '.html', '.htm', '.docx', '.zip'];

/** Forms in which letters also exist, but which are not read: each with what to do about it. */
const UNREAD_FORMS: Readonly<Record<string, string>> = {
  '.doc': 'save it as .docx',
  '.rtf': 'save it as .docx',
  '.odt': 'save it as .docx',
  '.mht': 'save it as .html',
  '.mhtml': 'save it as .html',
  '.7z': 'unpack it, or pack it as .zip',
  '.rar': 'unpack it, or pack it as .zip',
  '.tar': 'unpack it, or pack it as .zip',
  '.tgz': 'unpack it, or pack it as .zip',
  '.gz': 'unpack it, or pack it as .zip',
};

/** First bytes of forms that are not read, whatever the file is called. */
const UNREAD_SIGNATURES: readonly (readonly [signature: string, error: () => ImrError])[] = [
  [
    '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
    () =>
      unread('The file is a .doc of old, or a .docx locked by a password', 'save it as .docx without one'),
  ],
  ['{\\rtf', () => unread('The file is .rtf', 'save it as .docx')],
];

/** Whether a file of this name is read as a letter, or as an archive of letters. */
function isReadForm(path: string): boolean {
  return READ_FORMS.includes(formOf(path));
}

/** Whether a file of this name counts among the letters of a folder or archive: read, or reported as one that is not. */
export function mayBeLetter(path: string): boolean {
  return isReadForm(path) || Object.hasOwn(UNREAD_FORMS, formOf(path));
}

/** @throws {ImrError} UNSUPPORTED_MEDIA_TYPE for a name, or for bytes, of a form that is not read. */
export function refuseUnreadForms(path: string, bytes: Uint8Array): void {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  for (const [signature, error] of UNREAD_SIGNATURES) if (head.startsWith(signature)) throw error();
  if (!isReadForm(path)) {
    const form = formOf(path);
    throw unread(
      `Files of type "${form}" are not read`,
      UNREAD_FORMS[form] ?? `${READ_FORMS.join(', ')} are`,
    );
  }
}

/** Whether bytes begin as a zip archive does: a .docx is one, too. */
export function isZip(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5) && head[3] === head[2] + 1;
}

function formOf(path: string): string {
  return extname(path).toLowerCase();
}

function unread(what: string, remedy: string): ImrError {
  return new ImrError('UNSUPPORTED_MEDIA_TYPE', `${what}; ${remedy}.`);
}
