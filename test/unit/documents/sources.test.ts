import { mkdirSync, truncateSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { sha256 } from '../../../src/common/hash.js';
import { isRejection } from '../../../src/documents/document.js';
import { READ_LIMITS, type ReadLimits } from '../../../src/documents/limits.js';
import { estimateSources, readSources } from '../../../src/documents/sources.js';
import { folderOf } from '../../support/folder.js';
import { docxOfBody } from '../../support/forms.js';
import { LOCKED, zipOf } from '../../support/zip.js';

/** What a path gives: each document's path below the folder, with its text or the code of its rejection. */
async function sourcesOf(content: Uint8Array, limits: Partial<ReadLimits> = {}, name = 'a.zip') {
  const folder = folderOf({ [name]: content });
  const found: [path: string, what: string][] = [];
  for await (const source of readSources([join(folder, name)], { ...READ_LIMITS, ...limits })) {
    const path = source.path.slice(folder.length + 1 + name.length);
    found.push([path, isRejection(source) ? source.error.code : Buffer.from(source.bytes).toString()]);
  }
  return found;
}

test('an archive gives its letters in its own order: stored or deflated, in folders, without companions and hidden files', async () => {
  const bytes = zipOf({
    'b.txt': 'one',
    'folder/': { content: '', stored: true },
    'folder/a.html': { content: 'two', stored: true },
    'folder/a.expected.json': '{}',
    '__MACOSX/folder/._a.html': 'x',
    './c.txt': 'three',
    'ü.txt': 'four',
  });
  expect(await sourcesOf(bytes)).toEqual([
    ['!/b.txt', 'one'],
    ['!/folder/a.html', 'two'],
    ['!/./c.txt', 'three'],
    ['!/ü.txt', 'four'],
  ]);
});

test('a member is known by the hash of its own bytes', async () => {
  const folder = folderOf({ 'a.zip': zipOf({ 'b.txt': 'words' }) });
  expect(await readSources([join(folder, 'a.zip')]).next()).toMatchObject({
    value: { path: join(folder, 'a.zip!/b.txt'), sha256: sha256('words') },
  });
});

test('archives in archives are read to a fixed depth', async () => {
  const nested = (depth: number): Buffer =>
    depth === 0 ? Buffer.from('words') : zipOf({ [depth === 1 ? 'a.txt' : 'b.zip']: nested(depth - 1) });
  expect(await sourcesOf(nested(3))).toEqual([['!/b.zip!/b.zip!/a.txt', 'words']]);
  expect(await sourcesOf(nested(4))).toEqual([['!/b.zip!/b.zip!/b.zip', 'NESTED_TOO_DEEPLY']]);
});

test('what a file holds, its bytes decide: archives with any name, and a .docx called .zip', async () => {
  expect(await sourcesOf(zipOf({ 'b.txt': 'words' }), {}, 'a.txt')).toEqual([['!/b.txt', 'words']]);
  expect(await sourcesOf(docxOfBody(''))).toEqual([['', docxOfBody('').toString()]]);
});

const zeros = Buffer.alloc(100_000);
const whole = zipOf({ 'a.txt': 'words', 'b.txt': 'words' });

test.each([
  ['a path that climbs out', zipOf({ '../../a.txt': 'x', 'b.txt': 'ok' }), '!/../../a.txt', 'UNSAFE_PATH'],
  ['an absolute path', zipOf({ '/etc/a.txt': 'x', 'b.txt': 'ok' }), '!//etc/a.txt', 'UNSAFE_PATH'],
  ['a path with a drive', zipOf({ 'C:\\a.txt': 'x', 'b.txt': 'ok' }), '!/C:/a.txt', 'UNSAFE_PATH'],
  [
    'a name that upsets terminals',
    zipOf({ '\u001b[2Ja\n.txt': 'x', 'b.txt': 'ok' }),
    '!/?[2Ja?.txt',
    'UNSAFE_PATH',
  ],
  [
    'a locked member',
    zipOf({ 'a.txt': { content: 'x', flags: LOCKED }, 'b.txt': 'ok' }),
    '!/a.txt',
    'ENCRYPTED_FILE',
  ],
  [
    'a link',
    zipOf({ 'a.txt': { content: '/etc/passwd', mode: 0o120777 }, 'b.txt': 'ok' }),
    '!/a.txt',
    'UNREADABLE_FILE',
  ],
  [
    'a rare compression',
    zipOf({ 'a.txt': { content: 'x', method: 14 }, 'b.txt': 'ok' }),
    '!/a.txt',
    'UNSUPPORTED_MEDIA_TYPE',
  ],
  [
    'damaged bytes',
    zipOf({ 'a.txt': { content: 'x', crc: 7 }, 'b.txt': 'ok' }),
    '!/a.txt',
    'DAMAGED_ARCHIVE',
  ],
  [
    'a member too large',
    zipOf({ 'a.txt': { content: 'x', size: 500_000_000 }, 'b.txt': 'ok' }),
    '!/a.txt',
    'FILE_TOO_LARGE',
  ],
  [
    'a member that says it is smaller',
    zipOf({ 'a.txt': { content: zeros, size: 9 }, 'b.txt': 'ok' }),
    '!/a.txt',
    'ARCHIVE_BOMB',
  ],
  [
    'a member far larger than all may be together',
    zipOf({ 'a.txt': { content: zeros, size: 3_000_000_000 }, 'b.txt': 'ok' }),
    '!/a.txt',
    'FILE_TOO_LARGE',
  ],
  [
    'a stored member whose two sizes differ',
    zipOf({ 'a.txt': { content: 'x', stored: true, size: 2 }, 'b.txt': 'ok' }),
    '!/a.txt',
    'DAMAGED_ARCHIVE',
  ],
  [
    'a member that says it has more packed bytes than any file',
    zipOf({ 'a.txt': { content: 'x', packedSize: 4_000_000_000 }, 'b.txt': 'ok' }),
    '!/a.txt',
    'FILE_TOO_LARGE',
  ],
  [
    'a member that says it is larger',
    zipOf({ 'a.txt': { content: 'x', size: 99 }, 'b.txt': 'ok' }),
    '!/a.txt',
    'DAMAGED_ARCHIVE',
  ],
  [
    'a damaged archive within',
    zipOf({ 'a.zip': whole.subarray(0, 60), 'b.txt': 'ok' }),
    '!/a.zip',
    'DAMAGED_ARCHIVE',
  ],
  ['an empty archive within', zipOf({ 'a.zip': zipOf({}), 'b.txt': 'ok' }), '!/a.zip', 'EMPTY_FILE'],
])('%s is refused by name, and the others are read', async (_, bytes, path, code) => {
  expect(await sourcesOf(bytes)).toEqual([
    [path, code],
    ['!/b.txt', 'ok'],
  ]);
});

test.each([
  ['DAMAGED_ARCHIVE', 'a truncated archive', whole.subarray(0, -10), {}],
  ['DAMAGED_ARCHIVE', 'bytes that only begin like one', Buffer.from('PK\u0003\u0004 and so on'), {}],
  ['ARCHIVE_BOMB', 'too many members', whole, { members: 1 }],
  ['EMPTY_FILE', 'no letters', zipOf({ 'a.json': '' }), {}],
  ['FILE_TOO_LARGE', 'a file too large', Buffer.from('words'), { fileBytes: 4 }],
])('%s: %s', async (code, _, bytes, limits) => {
  expect(await sourcesOf(bytes, limits)).toEqual([['', code]]);
});

test('an archive that inflates to too much is refused as soon as it has', async () => {
  const members = Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`${i}.txt`, zeros]));
  const limits = { inflation: 1, harmlessArchiveBytes: 350_000 };
  const found = await sourcesOf(zipOf(members), limits);
  expect(found.map(([path, what]) => [path, what.slice(0, 12)])).toEqual([
    ...['!/0.txt', '!/1.txt', '!/2.txt'].map((path) => [path, '\0'.repeat(12)]),
    ['', 'ARCHIVE_BOMB'],
  ]);
});

test('what archives within an archive inflate to counts for the whole', async () => {
  const inner = zipOf({ 'a.txt': zeros });
  const found = await sourcesOf(zipOf({ 'a.zip': inner, 'b.zip': inner }), {
    inflation: 1,
    harmlessArchiveBytes: 150_000,
  });
  expect(found.at(-1)?.[1]).toBe('ARCHIVE_BOMB');
});

test('a file of 500 MB is refused before it is read', async () => {
  const folder = folderOf({ 'a.txt': '' });
  truncateSync(join(folder, 'a.txt'), 500_000_000);
  expect(await readSources([join(folder, 'a.txt')]).next()).toMatchObject({
    value: { sha256: null, error: { code: 'FILE_TOO_LARGE' } },
  });
});

test('what is no file is refused and not waited for', async () => {
  const folder = folderOf({});
  mkdirSync(join(folder, 'folder'));
  execFileSync('mkfifo', [join(folder, 'pipe.txt')]);
  const codes: string[] = [];
  for await (const source of readSources(
    ['pipe.txt', 'folder', 'missing.txt'].map((name) => join(folder, name)),
  ))
    codes.push(isRejection(source) ? source.error.code : 'was read');
  expect(codes).toEqual(['UNREADABLE_FILE', 'UNREADABLE_FILE', 'NOT_FOUND']);
});

test('the number of letters is estimated from names and directories alone', async () => {
  const folder = folderOf({ 'a.txt': '', 'b.zip': whole, 'c.zip': 'no archive', 'd.json': '' });
  expect(await estimateSources([folder])).toBe(4);
});
