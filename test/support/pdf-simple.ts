import { partsOf, type PdfPart, type Storage, writePdf } from './pdf.js';

/** Numbers of the objects of `simplePdf`, for tests that change one. */
export const PART = {
  catalog: 1,
  pages: 2,
  font: 3,
  descriptor: 4,
  boldFont: 5,
  boldDescriptor: 6,
  compositeFont: 7,
  descendant: 8,
  compositeDescriptor: 9,
  fontProgram: 10,
  toUnicode: 11,
  page: 12,
  content: 13,
} as const;

const FONT_NAMES = '<< /F1 3 0 R /F2 5 0 R /F3 7 0 R >>';
/** Content that shows a line. */
export const LINE = 'BT /F1 12 Tf 72 700 Td (Decision rationale:) Tj ET';

/** Fonts of the kinds in published letters (F1, F2: simple ones) and in PDFs that Chromium prints (F3: composite). */
const FONTS: readonly PdfPart[] = [
  ...simpleFont('TimesNewRomanPSMT', 4, (code) => 300 + (code % 7) * 50),
  ...simpleFont('TimesNewRomanPS-BoldMT', 6, (code) => 350 + (code % 5) * 60),
  {
    body: '<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Serif /Encoding /Identity-H /DescendantFonts [8 0 R] /ToUnicode 11 0 R >>',
  },
  {
    body:
      '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Serif /CIDToGIDMap /Identity /FontDescriptor 9 0 R ' +
      '/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 499.5 /W [3 [250] 36 61 700 68 [444 500.5 444]] >>',
  },
  { body: '<< /Type /FontDescriptor /FontName /ABCDEF+Serif /Flags 4 /FontFile2 10 0 R >>' },
  { body: '/Length1 8', stream: Buffer.from('no glyphs') },
  {
    body: '',
    stream: Buffer.from(
      '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Adobe-Identity-UCS def\n' +
        '1 begincodespacerange <0000> <FFFF> endcodespacerange\n' +
        '2 beginbfchar <0003> <0020> <0080> <00660066> endbfchar\n' +
        '2 beginbfrange <0024> <003D> <0041> <0044> <0046> [<0061> <0062> <FB01>] endbfrange\n' +
        'endcmap CMapName currentdict /CMap defineresource pop end end',
    ),
  },
];

/** A PDF that is as simple as published letters are, with one page for each content; `changes` replace its objects. */
export function simplePdf(
  contents: readonly string[],
  storage: Storage = {},
  changes: Readonly<Record<number, PdfPart>> = {},
): Buffer {
  const parts = partsOf(contents, FONT_NAMES, FONTS);
  return writePdf(
    parts.map((part, i) => changes[i + 1] ?? part),
    storage,
  );
}

/** `changes` for `simplePdf` that put `to` in place of `from` in one object. */
export function changed(part: number, from: string, to: string): Record<number, PdfPart> {
  const body = partsOf([''], FONT_NAMES, FONTS)[part - 1]?.body ?? '';
  if (!body.includes(from)) throw new Error(`object ${part} has no "${from}"`);
  return { [part]: { body: body.replace(from, to) } };
}

function simpleFont(name: string, descriptor: number, widthOf: (code: number) => number): PdfPart[] {
  const widths = Array.from({ length: 224 }, (_, i) => widthOf(i + 32)).join(' ');
  return [
    {
      body:
        `<< /Type /Font /Subtype /TrueType /BaseFont /${name} /Encoding /WinAnsiEncoding /FontDescriptor ${descriptor} 0 R ` +
        `/FirstChar 32 /LastChar 255 /Widths [${widths}] >>`,
    },
    { body: `<< /Type /FontDescriptor /FontName /${name} /Flags 32 >>` },
  ];
}
