import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { messageOf } from '../../../src/common/errors.js';
import { projectFolder } from '../../../src/common/project.js';
import { readSimplePdf } from '../../../src/documents/pdf/fast-reader.js';
import { readWithPdfJs } from '../../../src/documents/pdf/general-reader.js';
import type { Run } from '../../../src/documents/pdf/layout.js';
import { StepAside } from '../../../src/documents/pdf/step-aside.js';
import type { PdfPart, Storage } from '../../support/pdf.js';
import { changed, LINE, PART, simplePdf } from '../../support/pdf-simple.js';
import { LETTERS_FOLDER, testWithRealLetters } from '../../support/real-letters.js';

/** The general reader takes its time. */
jest.setTimeout(60_000);

const MOST_PAGES = 500;

function fast(bytes: Buffer): Run[][] | StepAside {
  return readSimplePdf(bytes, MOST_PAGES);
}

/** Where the fast reader reads at all, it must find what the general reader finds, to the last digit. */
async function expectSameRuns(bytes: Buffer): Promise<void> {
  const runs = fast(bytes);
  expect(runs).not.toBeInstanceOf(StepAside);
  expect(runs).toStrictEqual(await readWithPdfJs(bytes, MOST_PAGES));
}

describe('the fast reader finds the runs that the general reader finds', () => {
  test.each<[string, string]>([
    ['a line', LINE],
    [
      'lines by TD, T*, quote and double quote',
      `BT /F1 12 Tf 72 700 TD (a) Tj 0 -14 TD (b) Tj T* (c) Tj (d) ' 2 1 (e f) " ET`,
    ],
    ['leading and rise', 'BT /F1 12 Tf 14 TL 72 700 Td (m) Tj 4 Ts (2) Tj 0 Ts (x) Tj T* (y) Tj ET'],
    ['kerning', 'BT /F1 11.04 Tf 72 700 Td [(C)2.6(ase N)-4.3(um)0(ber)-120(:)-700(x)300(y)] TJ ET'],
    [
      'kerning before the first string',
      'BT /F1 12 Tf 1 Tc 72 700 Td [-200(ab) -50 -50 (c)] TJ () Tj (d) Tj [()] TJ (e) Tj ET',
    ],
    [
      'spaces between characters and words',
      'BT /F1 12 Tf 0.5 Tc 2 Tw 72 700 Td (a b  c) Tj -0.3 Tc [(d e)-90(f g)] TJ ET',
    ],
    ['stretched text', 'BT /F1 12 Tf 80 Tz 72 700 Td (narrow text) Tj 150 Tz (wide text) Tj ET'],
    ['a gap that is a space', 'BT /F1 12 Tf 72 700 Td [(one)-150(two)-90(three)-500(four)-900(five)] TJ ET'],
    ['a narrow space', 'BT /F1 12 Tf -3 Tw 72 700 Td (one two  three) Tj ET'],
    [
      'text that goes back',
      'BT /F1 12 Tf 72 700 Td (later) Tj -30 0 Td (earlier) Tj 60 2 Td (up) Tj 0 5 Td (further) Tj ET',
    ],
    [
      'another font and size on one line',
      'BT /F2 12 Tf 72 700 Td (Label: ) Tj /F1 12 Tf (value) Tj /F1 8 Tf (small) Tj ET',
    ],
    [
      'nested states',
      'q 2 0 0 2 10 10 cm BT /F1 6 Tf 30 300 Td (in) Tj q 1 0 0 1 9 9 cm (deeper) Tj Q (out) Tj ET Q BT /F1 9 Tf 9 9 Td (x) Tj ET',
    ],
    [
      'a mirrored page, as Chromium prints it',
      '.24 0 0 -.24 0 792 cm q 3 0 0 3 268.75 209.375 cm BT /F3 16 Tf 1 0 0 -1 2 16 Tm <0024004400450003003d> Tj 52.1 0 Td <00460080> Tj ET Q',
    ],
    [
      'text off the page',
      'BT /F1 12 Tf 1 Tc -60 700 Td (partly on the page) Tj 0 -900 Td (below) Tj 1000 900 Td (right) Tj ET',
    ],
    ['marked content', 'BT /F1 12 Tf 72 700 Td /P <</MCID 0 >> BDC (one) Tj EMC /Span BMC (two) Tj EMC ET'],
    [
      'drawing between the words',
      'BT /F1 12 Tf 72 700 Td (a) Tj ET q 1 w 0 0 m 9 9 l S 66 67 8 9 re W* n f* 0.5 g 1 0 0 rg /Cs cs 0 scn Q BT /F1 12 Tf 90 700 Td (b) Tj ET',
    ],
    [
      'escapes',
      String.raw`BT /F1 12 Tf 72 700 Td (a\(b\)c\\d\051\222\53 (nested (twice))) Tj <4142> Tj ET % and a comment (x`,
    ],
    ['every character of WinAnsiEncoding', `BT /F1 4 Tf 9 700 Td <${hexOfWinAnsi()}> Tj ET`],
    [
      'a sign that numbers may have',
      'BT /F1 +12. Tf -.5 Tc 72. 700 Td (ab) Tj 12 -0 0 12 80 600 Tm (cd) Tj ET',
    ],
  ])('%s', async (_, content) => {
    await expectSameRuns(simplePdf([content, LINE], { compress: true }));
  });

  test.each<[string, Storage]>([
    ['plain', {}],
    ['compressed', { compress: true }],
    ['objects in an object stream', { compress: true, objectStreams: true }],
    ['RC4 of 40 bits', { encryption: 'RC4 40' }],
    ['RC4 of 128 bits', { encryption: 'RC4 128', compress: true }],
    ['RC4 by a crypt filter', { encryption: 'V4 RC4' }],
    ['AES, as published letters have it', { encryption: 'V4 AES', compress: true, objectStreams: true }],
    ['AES with readable metadata', { encryption: 'V4 AES, bare metadata' }],
  ])('stored %s', async (_, storage) => {
    await expectSameRuns(simplePdf([LINE, 'BT /F3 12 Tf 72 700 Td <00240025> Tj ET'], storage));
  });

  test.each<[string, Record<number, PdfPart>]>([
    [
      'content in several streams',
      {
        ...changed(PART.page, '13 0 R', '[13 0 R 10 0 R]'),
        [PART.fontProgram]: { body: '', stream: Buffer.from(` ${LINE}`) },
      },
    ],
    [
      'resources and boxes of the tree',
      {
        [PART.pages]: {
          body: '<< /Type /Pages /Kids [12 0 R] /Count 1 /MediaBox [0 0 612 792] /CropBox [50 0 700 792] /Resources << /Font << /F1 3 0 R >> >> >>',
        },
        [PART.page]: { body: '<< /Type /Page /Parent 2 0 R /Contents 13 0 R /Rotate 90 >>' },
      },
    ],
    [
      'a form',
      {
        ...changed(PART.page, '/Resources <<', '/Resources << /XObject << /Fm 10 0 R >>'),
        [PART.content]: { body: '', stream: Buffer.from(`${LINE} 2 0 0 2 0 0 cm /Fm Do /Fm Do`) },
        [PART.fontProgram]: {
          body: '/Type /XObject /Subtype /Form /BBox [0 0 99 99] /Matrix [1 0 0 1 5 5]',
          stream: Buffer.from('BT /F1 9 Tf 9 9 Td (in a form) Tj ET'),
        },
      },
    ],
    [
      'an image and a graphics state',
      {
        ...changed(
          PART.page,
          '/Resources <<',
          '/Resources << /XObject << /Im 10 0 R >> /ExtGState << /G << /CA 1 >> >>',
        ),
        [PART.content]: { body: '', stream: Buffer.from(`/G gs ${LINE} /Im Do ${LINE}`) },
        [PART.fontProgram]: { body: '/Subtype /Image /Filter /DCTDecode', stream: Buffer.from('pixels') },
      },
    ],
    ['a simple font with a ToUnicode map', changed(PART.font, '/Encoding', '/ToUnicode 11 0 R /Encoding')],
  ])('with %s', async (_, changes) => {
    await expectSameRuns(simplePdf([LINE], {}, changes));
  });

  test('a file that was added to', async () => {
    const original = simplePdf([LINE]);
    const start = original.toString('latin1').lastIndexOf('\nxref\n') + 1;
    const body = `13 0 obj\n<< /Length 45 >>\nstream\nBT /F1 12 Tf 72 700 Td (amended content) Tj ET\nendstream\nendobj\n`;
    const update =
      `${body}xref\n13 1\n${String(original.length).padStart(10, '0')} 00000 n \n` +
      `trailer\n<< /Size 15 /Root 1 0 R /Prev ${start} >>\nstartxref\n${original.length + body.length}\n%%EOF\n`;

    await expectSameRuns(Buffer.concat([original, Buffer.from(update.replace('/Length 45', '/Length 46'))]));
  });

  test('any text operators (property)', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(operator(), { maxLength: 40 }), async (operators) => {
        const content = `BT /F1 12 Tf 72 400 Td ${operators.join(' ')} (end) Tj ET`;
        await expectSameRuns(simplePdf([content]));
      }),
      { numRuns: 60 },
    );
  });

  testWithRealLetters('every published letter', async () => {
    const folder = join(LETTERS_FOLDER, '2016');
    const names = readdirSync(folder).filter((name) => name.endsWith('.pdf'));
    for (const name of names) await expectSameRuns(readFileSync(join(folder, name)));
    expect(names.length).toBeGreaterThan(0);
  });

  test('every sample', async () => {
    const folder = join(projectFolder, 'samples');
    const names = readdirSync(folder).filter((name) => name.endsWith('.pdf'));
    for (const name of names) await expectSameRuns(readFileSync(join(folder, name)));
    expect(names.length).toBeGreaterThan(0);
  });
});

test('damage is refused, left to the general reader, or makes no difference between them (property)', async () => {
  const files = [
    simplePdf([LINE, 'BT /F3 12 Tf 72 700 Td <00240044> Tj ET']),
    simplePdf([LINE, 'BT /F3 12 Tf 72 700 Td <00240044> Tj ET'], {
      compress: true,
      objectStreams: true,
      encryption: 'V4 AES',
    }),
  ];
  const damage = fc.record({
    file: fc.constantFrom(...files),
    at: fc.nat(),
    bits: fc.integer({ min: 1, max: 255 }),
  });
  let read = 0;
  await fc.assert(
    fc.asyncProperty(damage, async ({ file, at, bits }) => {
      const bytes = Buffer.from(file);
      bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ bits;
      const runs = unlessRefused(bytes);
      if (!Array.isArray(runs)) return;
      read++;
      expect(runs).toStrictEqual(await readWithPdfJs(bytes, MOST_PAGES).catch(messageOf));
    }),
    { numRuns: 400 },
  );
  expect(read).toBeGreaterThan(20);
});

function unlessRefused(bytes: Buffer): unknown {
  try {
    return fast(bytes);
  } catch (error) {
    expect(error).toMatchObject({ code: 'DAMAGED_PDF' });
    return undefined;
  }
}

function operator(): fc.Arbitrary<string> {
  const number = fc.integer({ min: -300, max: 300 }).map((n) => String(n / 10));
  const text = fc.constantFrom('(a)', '(word)', '( )', '(two words)', '(  x)', '()', '(fi )');
  const piece = fc.oneof(text, number, fc.constant('0'));
  return fc.oneof(
    text.map((string) => `${string} Tj`),
    fc.array(piece, { maxLength: 8 }).map((pieces) => `[${pieces.join(' ')}] TJ`),
    fc.tuple(number, number).map(([x, y]) => `${x} ${y} Td`),
    number.map((n) => `${(Number(n) / 20).toFixed(3)} Tc`),
    number.map((n) => `${(Number(n) / 10).toFixed(3)} Tw`),
    fc.constantFrom(
      '80 Tz',
      '100 Tz',
      '3 Ts',
      '0 Ts',
      'T*',
      '14 TL',
      '/F1 12 Tf',
      '/F2 12 Tf',
      '/F1 9.96 Tf',
      'q',
      'q Q',
    ),
    fc.constantFrom('/P BMC', 'EMC', '1.5 0 0 1.5 -40 -60 cm', 'ET BT 50 300 Td', '11 0 0 11 70 420 Tm'),
  );
}

function hexOfWinAnsi(): string {
  const holes = [0x7f, 0x81, 0x8d, 0x8f, 0x90, 0x9d];
  const codes = Array.from({ length: 224 }, (_, i) => i + 32).filter((code) => !holes.includes(code));
  return Buffer.from(codes).toString('hex');
}
