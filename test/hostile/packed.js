// @ts-check
import { docx, documentXml, paragraphs, zip } from './forms.js';
import { LETTER, letterWith } from './letter.js';

const BODY = documentXml(paragraphs(LETTER));
const DEEP = 50_000;

/** "Billion laughs". */
const LAUGHS = `<!DOCTYPE d [<!ENTITY a "ha">${Array.from({ length: 20 }, (_, i) => `<!ENTITY ${String.fromCharCode(98 + i)} "${`&${String.fromCharCode(97 + i)};`.repeat(10)}">`).join('')}]>`;
const OUTSIDE = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>';

/** @param {number} depth */
function nested(depth) {
  let content = Buffer.from(LETTER);
  for (let i = 0; i < depth; i++) content = zip([{ name: i === 0 ? 'letter.txt' : 'inner.zip', content }]);
  return content;
}

/** @type {import('./corpus.js').HostileList} */
export const DOCXS = [
  ['bomb', 'ARCHIVE_BOMB', () => docx(Buffer.alloc(15_000_000, 0x20))],
  ['main-part-huge', 'FILE_TOO_LARGE', () => docx(Buffer.alloc(60_000_000, 0x20))],
  ['bomb-that-lies', 'ARCHIVE_BOMB', () => docx(Buffer.alloc(15_000_000, 0x20), [], { size: 1_000 })],
  ['entities', 'DAMAGED_DOCX', () => docx(documentXml(paragraphs('&u;'), LAUGHS))],
  [
    'entity-from-outside',
    'DAMAGED_DOCX',
    () => docx(documentXml('<w:p><w:r><w:t>&x;</w:t></w:r></w:p>', OUTSIDE)),
  ],
  [
    'relations-outside',
    'READ',
    () =>
      docx(BODY, [
        {
          name: 'word/_rels/document.xml.rels',
          content:
            '<Relationships><Relationship Id="r1" Type="t/image" TargetMode="External" Target="http://192.0.2.1/a.png"/></Relationships>',
        },
      ]),
  ],
  [
    'body-elsewhere',
    'UNSUPPORTED_MEDIA_TYPE',
    () =>
      zip([
        { name: '[Content_Types].xml', content: '<Types/>' },
        {
          name: '_rels/.rels',
          content:
            '<Relationships><Relationship Type="http://x/officeDocument" Target="../../../etc/passwd"/></Relationships>',
        },
      ]),
  ],
  ['part-with-a-path-outside', 'READ', () => docx(BODY, [{ name: '../../etc/cron.d/x', content: 'x' }])],
  ['wrong-crc', 'DAMAGED_DOCX', () => docx(BODY, [], { crc: 1 })],
  ['wrong-size', 'ARCHIVE_BOMB', () => docx(BODY, [], { size: 10 })],
  ['locked', 'ENCRYPTED_FILE', () => docx(BODY, [], { flags: 1 })],
  ['elements-deep', 'NESTED_TOO_DEEPLY', () => docx(documentXml('<w:tbl><w:tr><w:tc>'.repeat(DEEP)))],
  [
    'attributes-many',
    'READ',
    () =>
      docx(BODY.replace('<w:p>', `<w:p ${Array.from({ length: 50_000 }, (_, i) => `a${i}="1"`).join(' ')}>`)),
  ],
  [
    'parts-many',
    'ARCHIVE_BOMB',
    () =>
      docx(
        BODY,
        Array.from({ length: 11_000 }, (_, i) => ({ name: `word/${i}.xml`, content: '' })),
      ),
  ],
  ['unclosed', 'READ', () => docx(BODY.slice(0, -40))],
  ['no-body', 'DAMAGED_DOCX', () => docx('<a/>')],
  ['main-part-binary', 'BINARY_FILE', () => docx(Buffer.from([0, 1, 2, 3, 0, 0, 0]))],
];

/** @type {import('./corpus.js').HostileList} */
export const ZIPS = [
  ['nested', 'NESTED_TOO_DEEPLY', () => nested(8)],
  ['bomb', 'ARCHIVE_BOMB', () => zip([{ name: 'a.txt', content: Buffer.alloc(50_000_000, 0x20) }])],
  [
    'bomb-nested',
    'NESTED_TOO_DEEPLY ARCHIVE_BOMB',
    () =>
      zip([
        { name: '1.zip', content: nested(5) },
        { name: '2.zip', content: zip([{ name: 'a.txt', content: Buffer.alloc(20_000_000, 0x20) }]) },
      ]),
  ],
  ['traversal', 'UNSAFE_PATH', () => zip([{ name: '../../letter.txt', content: LETTER }])],
  ['traversal-backwards', 'UNSAFE_PATH', () => zip([{ name: '..\\..\\letter.txt', content: LETTER }])],
  ['absolute', 'UNSAFE_PATH', () => zip([{ name: '/etc/letter.txt', content: LETTER }])],
  ['drive', 'UNSAFE_PATH', () => zip([{ name: 'C:/letter.txt', content: LETTER }])],
  ['name-with-controls', 'UNSAFE_PATH', () => zip([{ name: 'a\x1b[2Jb.txt', content: LETTER }])],
  ['name-endless', 'READ', () => zip([{ name: `${'a'.repeat(60_000)}.txt`, content: LETTER }])],
  ['link', 'UNREADABLE_FILE', () => zip([{ name: 'letter.txt', content: '/etc/passwd', mode: 0o120777 }])],
  [
    'twice-the-same-name',
    'READ READ',
    () =>
      zip([
        { name: 'letter.txt', content: LETTER },
        { name: 'letter.txt', content: letterWith('Twice.') },
      ]),
  ],
  [
    'members-that-share-bytes',
    'READ '.repeat(3).trim(),
    () => zip([1, 2, 3].map((i) => ({ name: `${i}.txt`, content: LETTER, at: 0 }))),
  ],
  [
    'members-many',
    'EMPTY_FILE',
    () => zip(Array.from({ length: 60_000 }, (_, i) => ({ name: `${i}.dat`, content: '', stored: true }))),
  ],
  [
    'members-said-to-be-more',
    'DAMAGED_ARCHIVE',
    () => zip([{ name: 'notes.dat', content: '' }], { entries: 60_000 }),
  ],
  ['size-too-small', 'ARCHIVE_BOMB', () => zip([{ name: 'letter.txt', content: LETTER, size: 10 }])],
  [
    'size-too-large',
    'DAMAGED_ARCHIVE',
    () => zip([{ name: 'letter.txt', content: LETTER, size: 1_000_000 }]),
  ],
  [
    'packed-beyond-the-end',
    'DAMAGED_ARCHIVE',
    () => zip([{ name: 'letter.txt', content: LETTER, packedSize: 5_000_000 }]),
  ],
  ['zip64', 'READ', () => zip([{ name: 'letter.txt', content: LETTER, zip64: true }])],
  [
    'zip64-sizes-beyond-all',
    'FILE_TOO_LARGE',
    () => zip([{ name: 'letter.txt', content: LETTER, zip64: true, size: 2 ** 52 }]),
  ],
  [
    'way-of-packing-unknown',
    'UNSUPPORTED_MEDIA_TYPE',
    () => zip([{ name: 'letter.txt', content: LETTER, method: 99 }]),
  ],
  ['locked', 'ENCRYPTED_FILE', () => zip([{ name: 'letter.txt', content: LETTER, flags: 1 }])],
  [
    'directory-lost',
    'DAMAGED_ARCHIVE',
    () => zip([{ name: 'letter.txt', content: LETTER }]).subarray(0, -40),
  ],
];
