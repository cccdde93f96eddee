// @ts-check
import { deflateSync } from 'node:zlib';
import { deflated, onePage, pdf, shown } from './forms.js';
import { LETTER } from './letter.js';

const TEXT = shown(LETTER);
const BIG = 150_000_000;

/** @param {number} depth */
function pageTree(depth) {
  const levels = Array.from(
    { length: depth },
    (_, i) => `<< /Type /Pages /Kids [${i + 3} 0 R] /Count 1 /Parent ${Math.max(i + 1, 2)} 0 R >>`,
  );
  return [
    '<< /Type /Catalog /Pages 2 0 R >>',
    ...levels,
    `<< /Type /Page /Parent ${depth + 1} 0 R /MediaBox [0 0 612 792] >>`,
  ];
}

/** Packed over and over. @param {number} times */
function manyFilters(times) {
  let stream = TEXT;
  for (let i = 0; i < times; i++) stream = deflateSync(stream);
  return { dict: `/Filter [${'/FlateDecode '.repeat(times)}]`, stream };
}

/**
 * PDFs: what each is, what becomes of it, and how it is made.
 * @type {import('./corpus.js').HostileList}
 */
export const PDFS = [
  ['page-tree-deep', 'NO_TEXT_LAYER', () => pdf(pageTree(20_000))],
  [
    'page-tree-loop',
    'DAMAGED_PDF',
    () => pdf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R] /Count 1 >>']),
  ],
  [
    'pages-many',
    'FILE_TOO_LARGE',
    () =>
      pdf([
        '<< /Type /Catalog /Pages 2 0 R >>',
        `<< /Type /Pages /Kids [${'3 0 R '.repeat(50_000)}] /Count 50000 >>`,
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] >>',
      ]),
  ],
  [
    'pages-said-to-be-many',
    'NO_TEXT_LAYER',
    () =>
      pdf([
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>',
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] >>',
      ]),
  ],
  ['page-huge', 'READ', () => pdf(onePage(deflated(TEXT), { box: '[0 0 1e12 1e12]' }))],
  ['page-without-size', 'READ', () => pdf(onePage(deflated(TEXT), { box: '[0 0 0 0]' }))],
  [
    'form-draws-itself',
    'DAMAGED_PDF',
    () =>
      pdf(
        onePage(deflated(Buffer.concat([TEXT, Buffer.from('\n/X Do')])), {
          resources: '/XObject << /X 6 0 R >>',
          more: [
            {
              dict: '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>',
              stream: Buffer.from('/X Do /X Do'),
            },
          ],
        }),
      ),
  ],
  ['xref-loop', 'READ', () => pdf(onePage(deflated(TEXT)), { prev: true })],
  ['xref-beyond-end', 'READ', () => pdf(onePage(deflated(TEXT)), { startxref: 999_999_999 })],
  [
    'length-refers-to-itself',
    'READ',
    () => pdf(onePage({ dict: '/Note 5 0 R', stream: TEXT, length: 999_999_999 })),
  ],
  ['content-bomb', 'FILE_TOO_LARGE', () => pdf(onePage(deflated(Buffer.alloc(BIG, 0x20))))],
  [
    'object-stream-bomb',
    'DAMAGED_PDF',
    () =>
      pdf([
        '<< /Type /Catalog /Pages 9 0 R >>',
        deflated(Buffer.alloc(BIG, 0x20), '/Type /ObjStm /N 1000000 /First 0'),
      ]),
  ],
  ['filters-many', 'READ', () => pdf(onePage(manyFilters(20)))],
  [
    'fonts-many',
    'READ',
    () =>
      pdf(
        onePage(deflated(TEXT), {
          fonts: Array.from({ length: 5_000 }, (_, i) => `/G${i} ${i + 6} 0 R`).join(' '),
          more: Array.from({ length: 5_000 }, () => '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'),
        }),
      ),
  ],
  [
    'javascript',
    'READ',
    () =>
      pdf(
        onePage(deflated(TEXT), {
          catalog: '/OpenAction << /S /JavaScript /JS (while\\(true\\){app.alert\\(1\\)}) >>',
        }),
      ),
  ],
  [
    'launches-a-program',
    'READ',
    () => pdf(onePage(deflated(TEXT), { catalog: '/OpenAction << /S /Launch /F (/bin/sh) >>' })),
  ],
  [
    'file-within',
    'READ',
    () =>
      pdf(
        onePage(deflated(TEXT), {
          catalog: '/Names << /EmbeddedFiles << /Names [(a.exe) 6 0 R] >> >>',
          more: [
            '<< /Type /Filespec /F (../../a.exe) /EF << /F 7 0 R >> >>',
            { dict: '/Type /EmbeddedFile', stream: Buffer.from('MZ') },
          ],
        }),
      ),
  ],
  [
    'encrypted',
    'ENCRYPTED_FILE',
    () =>
      pdf(onePage(deflated(TEXT)), {
        trailer: `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >> /ID [<00> <00>]`,
      }),
  ],
  [
    'arrays-deep',
    'READ',
    () => pdf(onePage(deflated(TEXT), { more: ['['.repeat(100_000) + ']'.repeat(100_000)] })),
  ],
  [
    'arrays-deep-in-content',
    'DAMAGED_PDF',
    () => pdf(onePage(deflated(Buffer.concat([TEXT, Buffer.from(`\n${'['.repeat(200_000)}`)])))),
  ],
  [
    'states-many',
    'DOCUMENT_TIMEOUT',
    () => pdf(onePage(deflated(Buffer.concat([TEXT, Buffer.from('\nq'.repeat(100_000))])))),
  ],
  ['name-endless', 'READ', () => pdf(onePage(deflated(TEXT), { catalog: `/${'A'.repeat(1_000_000)} 1` }))],
  [
    'string-unclosed',
    'NO_TEXT_LAYER',
    () => pdf(onePage(deflated(Buffer.from(`BT /F1 8 Tf (${'(a'.repeat(500_000)}`)))),
  ],
  [
    'text-endless',
    'UNKNOWN_TEMPLATE',
    () =>
      pdf(onePage(deflated(Buffer.from(`BT /F1 8 Tf 9 TL 30 780 Td (${'word '.repeat(1_000_000)}) Tj ET`)))),
  ],
  ['truncated', 'DAMAGED_PDF', () => pdf(onePage(deflated(TEXT))).subarray(0, 700)],
  ['no-objects', 'DAMAGED_PDF', () => Buffer.from('%PDF-1.7\nstartxref\n0\n%%EOF\n')],
  ['root-is-missing', 'DAMAGED_PDF', () => pdf(['null'])],
];
