import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import type { Document, Rejection } from '../../../src/documents/document.js';
import { isRejection } from '../../../src/documents/document.js';
import { readDocument } from '../../../src/documents/read.js';
import { folderOf } from '../../support/folder.js';
import { docxOfBody, runXml } from '../../support/forms.js';
import { pageOf, pdfOf } from '../../support/pdf.js';
import { zipOf } from '../../support/zip.js';

async function read(name: string, content: string | Uint8Array): Promise<Document | Rejection> {
  return readDocument(join(folderOf({ [name]: content }), name));
}

async function textOf(name: string, content: string | Uint8Array): Promise<string> {
  const outcome = await read(name, content);
  if (isRejection(outcome)) throw outcome.error;
  return outcome.text;
}

async function codeOf(name: string, content: string | Uint8Array): Promise<string> {
  const outcome = await read(name, content);
  return isRejection(outcome) ? outcome.error.code : 'was read';
}

const utf16be = Buffer.from('\ufeffé “q”', 'utf16le').swap16();

test.each([
  ['UTF-8', Buffer.from('é “q”')],
  ['UTF-8 with a byte order mark', Buffer.from('\ufeffé “q”')],
  ['UTF-16, little end first', Buffer.from('\ufeffé “q”', 'utf16le')],
  ['UTF-16, big end first', utf16be],
  ['windows-1252', Buffer.from([0xe9, 0x20, 0x93, 0x71, 0x94])],
])('text in %s is decoded', async (_, bytes) => {
  expect(await textOf('a.txt', bytes)).toBe('é “q”');
});

test('line ends of every system become one', async () => {
  expect(await textOf('a.txt', 'one\r\ntwo\rthree\n')).toBe('one\ntwo\nthree\n');
});

test('a document says where it came from: path, hash of the bytes, type and pages', async () => {
  const folder = folderOf({ 'a.txt': 'one\n\ftwo\n\f' });
  const path = join(folder, 'a.txt');
  const sha256 = createHash('sha256').update('one\n\ftwo\n\f').digest('hex');

  expect(await readDocument(path)).toMatchObject({
    source: { path, sha256, mediaType: 'text/plain', pages: 2 },
  });
});

test('what a file is, its bytes decide, not its name', async () => {
  const pdf = await read('letter.txt', pdfOf([pageOf(['Some words'])]));
  const text = await read('letter.pdf', 'Some words');
  const html = await read('letter.txt', '<!doctype html><p>Some words');
  const docx = await read('letter.html', docxOfBody(`<w:p>${runXml('Some words')}</w:p>`));

  expect(pdf).toMatchObject({ text: 'Some words', source: { mediaType: 'application/pdf' } });
  expect(text).toMatchObject({ text: 'Some words', source: { mediaType: 'text/plain' } });
  expect(html).toMatchObject({ text: 'Some words', source: { mediaType: 'text/html', pages: 1 } });
  const mediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  expect(docx).toMatchObject({ text: 'Some words', source: { mediaType, pages: 1 } });
});

const wholePdf = pdfOf([pageOf(['Some words'])]);

test.each([
  ['EMPTY_FILE', 'empty.txt', ''],
  ['EMPTY_FILE', 'blank.txt', ' \n\f\n'],
  ['EMPTY_FILE', 'empty.pdf', ''],
  ['BINARY_FILE', 'nul.txt', 'Case Number:\0\0\0'],
  ['BINARY_FILE', 'noise.txt', Buffer.from(Array.from({ length: 999 }, (_, i) => 1 + (i % 30)))],
  ['UNSUPPORTED_MEDIA_TYPE', 'truth.json', '{}'],
  ['UNSUPPORTED_MEDIA_TYPE', 'letter.doc', 'words'],
  ['UNSUPPORTED_MEDIA_TYPE', 'letter.rtf', 'words'],
  ['UNSUPPORTED_MEDIA_TYPE', 'rtf.txt', String.raw`{\rtf1 words}`],
  ['UNSUPPORTED_MEDIA_TYPE', 'locked.docx', Buffer.from('d0cf11e0a1b11ae10000', 'hex')],
  ['UNSUPPORTED_MEDIA_TYPE', 'archive.txt', zipOf({ 'a.txt': 'words' })],
  ['DAMAGED_DOCX', 'cut.docx', docxOfBody('').subarray(0, 99)],
  ['EMPTY_FILE', 'blank.html', '<html><title>words</title><p>&nbsp;</p></html>'],
  ['EMPTY_FILE', 'blank.docx', docxOfBody('<w:p/>')],
  ['BINARY_FILE', 'utf32.txt', Buffer.from('fffe000061000000', 'hex')],
  ['BINARY_FILE', 'unmarked-utf16.txt', Buffer.from('Case Number:', 'utf16le')],
  ['FILE_TOO_LARGE', 'endless.txt', 'word '.repeat(400_001)],
  ['FILE_TOO_LARGE', 'bytes.html', Buffer.alloc(20_000_001, ' ')],
  ['DAMAGED_PDF', 'cut.pdf', wholePdf.subarray(0, wholePdf.length / 2)],
  ['DAMAGED_PDF', 'hollow.pdf', '%PDF-1.4\n%%EOF\n'],
  ['NO_TEXT_LAYER', 'scan.pdf', pdfOf([[], []])],
  ['FILE_TOO_LARGE', 'endless.pdf', pdfOf(Array.from({ length: 501 }, () => []))],
])('%s: %s is rejected', async (code, name, content) => {
  expect(await codeOf(name, content)).toBe(code);
});

test('a locked PDF is rejected, saying that it is locked', async () => {
  const key = `<${'5A'.repeat(32)}>`;
  const encrypt = `/Encrypt << /Filter /Standard /V 1 /R 2 /O ${key} /U ${key} /P -4 >> /ID [<00> <00>] `;
  const outcome = await read('locked.pdf', pdfOf([pageOf(['Secret'])], encrypt));

  expect(outcome).toMatchObject({
    error: { code: 'ENCRYPTED_FILE', message: expect.stringContaining('password') },
  });
});

test('a path that leads nowhere, or to no file, is rejected', async () => {
  const folder = folderOf({ 'a.txt': 'words' });

  expect(await readDocument(join(folder, 'missing.txt'))).toMatchObject({
    sha256: null,
    error: { code: 'NOT_FOUND' },
  });
  expect(await readDocument(folder)).toMatchObject({ sha256: null, error: { code: 'UNREADABLE_FILE' } });
});
