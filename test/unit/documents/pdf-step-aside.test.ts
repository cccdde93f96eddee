import { deflateSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { readSimplePdf } from '../../../src/documents/pdf/fast-reader.js';
import { StepAside } from '../../../src/documents/pdf/step-aside.js';
import type { PdfPart } from '../../support/pdf.js';
import { changed, LINE, PART, simplePdf } from '../../support/pdf-simple.js';

/** Why the fast reader leaves a file to the general reader; "read" when it does not. */
function reasonOf(bytes: Buffer): string {
  const outcome = readSimplePdf(bytes, 500);
  return outcome instanceof StepAside ? outcome.message : 'read';
}

/** The file of one line, with something in its bytes exchanged. */
function damaged(from: string | RegExp, to: string): Buffer {
  const file = simplePdf([LINE]).toString('latin1');
  const damage = file.replace(from, to);
  if (damage === file) throw new Error('nothing was damaged');
  return Buffer.from(damage, 'latin1');
}

test.each<[reason: string, content: string]>([
  ['read', LINE],
  ['text that is not upright', 'BT /F1 12 Tf 0 12 -12 0 72 700 Tm (up) Tj ET'],
  ['text that is not upright', 'BT /F1 12 Tf -1 0 0 1 272 700 Tm (back) Tj ET'],
  ['text that is not upright', 'BT /F1 -12 Tf 1 0 0 1 272 700 Tm (back) Tj ET'],
  ['a glyph without text or width', 'BT /F1 12 Tf 72 700 Td <9D> Tj ET'],
  ['a glyph without text or width', 'BT /F1 12 Tf 72 700 Td <1F> Tj ET'],
  ['a glyph without text or width', 'BT /F3 12 Tf 72 700 Td <0123> Tj ET'],
  ['a code cut in half', 'BT /F3 12 Tf 72 700 Td <002400> Tj ET'],
  ['operator zz is not known', `${LINE} zz`],
  ['operator BI is not known', `${LINE} BI /W 1 /H 1 /BPC 8 /CS /G ID x EI`],
  ['operands are missing', `${LINE} 1 0 0 cm`],
  ['operands are missing', `${LINE} 1 0 0 1 0 0 0 cm`],
  ['too many operands', `${LINE} ${'1 '.repeat(40)} sc`],
  ['an odd number at 17', 'BT /F1 12 Tf 72 7-00 Td (a) Tj ET'],
  ['an odd number at 20', 'BT /F1 12 Tf 72 700.Td (a) Tj ET'],
  ['a string is cut short', `${LINE} BT /F1 12 Tf (a ET`],
  ['an unknown escape', String.raw`BT /F1 12 Tf 72 700 Td (\x) Tj ET`],
  ['objects nest too deeply', `${LINE} ${'['.repeat(60)}`],
  ['no saved state', `${LINE} Q`],
  ['too many saved states', `${LINE} ${'q '.repeat(2000)}`],
  ['text without a font', 'BT 72 700 Td (a) Tj ET'],
  ['a dictionary is expected', 'BT /F9 12 Tf 72 700 Td (a) Tj ET'],
])('%s: content %s', (reason, content) => {
  expect(reasonOf(simplePdf([content]))).toBe(reason);
});

const ITS_OWN_FORM: Record<number, PdfPart> = {
  ...changed(PART.page, '/Resources <<', '/Resources << /XObject << /Fm 10 0 R >>'),
  [PART.content]: { body: '', stream: Buffer.from('/Fm Do') },
  [PART.fontProgram]: { body: '/Subtype /Form', stream: Buffer.from('/Fm Do') },
};
const WINGDINGS = {
  ...changed(PART.font, '/TimesNewRomanPSMT', '/Wingdings'),
  ...changed(PART.descriptor, '/TimesNewRomanPSMT', '/Wingdings'),
};
const HEXADECIMAL = { [PART.content]: { body: '/Filter /ASCIIHexDecode', stream: Buffer.from('00>') } };
const CUT_WITHIN_A_WORD = {
  ...changed(PART.page, '13 0 R', '[13 0 R 10 0 R]'),
  [PART.content]: { body: '', stream: Buffer.from('BT /F1 12 T') },
  [PART.fontProgram]: { body: '', stream: Buffer.from('f (a) Tj ET') },
};

test.each<[reason: string, what: string, changes: Record<number, PdfPart>]>([
  ['a font type that is not known', 'Type 3', changed(PART.font, '/TrueType', '/Type3')],
  [
    'an encoding that is not known',
    'MacExpert',
    changed(PART.font, '/WinAnsiEncoding', '/MacExpertEncoding'),
  ],
  [
    'an encoding that is not known',
    'own',
    changed(PART.font, '/WinAnsiEncoding', '<< /Differences [65 /B] >>'),
  ],
  ['a symbol font', 'Wingdings', WINGDINGS],
  ['an odd font name', 'two names', changed(PART.descriptor, '/TimesNewRomanPSMT', '/Arial')],
  ['an array is expected', 'no widths', changed(PART.font, '/Widths', '/Breadths')],
  ['a dictionary is expected', 'no descriptor', changed(PART.font, '/FontDescriptor', '/Descriptor')],
  [
    'a font program that is not known',
    'Type 1',
    changed(PART.descriptor, '/Flags', '/FontFile 10 0 R /Flags'),
  ],
  ['too many pages', 'in circles', changed(PART.pages, '[12 0 R]', '[2 0 R] /Parent 2 0 R')],
  ['an odd page tree', 'another parent', changed(PART.page, '/Parent 2 0 R', '/Parent 1 0 R')],
  ['an odd page count', 'one too many', changed(PART.pages, '/Count 1', '/Count 2')],
  ['a filter that is not known', 'hexadecimal', HEXADECIMAL],
  ['a page without content', 'a font instead', changed(PART.page, '13 0 R', '3 0 R')],
  ['an object is missing', 'content', changed(PART.page, '13 0 R', '99 0 R')],
  ['content cut within a word', 'two streams', CUT_WITHIN_A_WORD],
  ['too many forms', 'a form that draws itself', ITS_OWN_FORM],
  ['an empty page box', 'upside down', changed(PART.page, '[0 0 612 792]', '[0 792 612 0]')],
])('%s: %s', (reason, _, changes) => {
  expect(reasonOf(simplePdf([LINE], {}, changes))).toBe(reason);
});

test.each<[reason: string, changes: Record<number, PdfPart>]>([
  ['a composite font that is not known', changed(PART.compositeFont, '/Identity-H', '/Identity-V')],
  ['a composite font that is not known', changed(PART.descendant, '/Identity ', '12 0 R ')],
  ['a composite font that is not embedded', changed(PART.compositeDescriptor, '/FontFile2', '/Other')],
  ['a string is expected', changed(PART.descendant, '/Registry', '/Regist')],
  ['a glyph of another script', { [PART.toUnicode]: toUnicode('<0024> <05D0>') }],
  ['a glyph of another script', { [PART.toUnicode]: toUnicode('<0024> <00AD>') }],
  ['a text of odd length', { [PART.toUnicode]: toUnicode('<0024> <000041>') }],
  ['a glyph without text or width', { [PART.toUnicode]: toUnicode('<0025> <0041>') }],
  ['a glyph of another script', { [PART.toUnicode]: toUnicode(`<0024> <${'0041'.repeat(9)}>`) }],
  ['a code with two texts', { [PART.toUnicode]: toUnicode('<0024> <0041> <0024> <0041>') }],
  ['a code with two widths', changed(PART.descendant, '/W [', `/W [${'0 65535 1 '.repeat(1000)}`)],
])('%s, in a composite font', (reason, changes) => {
  expect(reasonOf(simplePdf(['BT /F3 12 Tf 72 700 Td <0024> Tj ET'], {}, changes))).toBe(reason);
});

test('content that is not what was compressed is refused', () => {
  const stream = deflateSync(Buffer.from(LINE), { level: 0 });
  stream[stream.indexOf('Decision')] = 0x64;

  expect(() => reasonOf(compressed(stream))).toThrow('a stream is not sound');
});

test.each<[reason: string, file: Buffer]>([
  ['the header is not at the beginning', damaged('%PDF', '\n%PDF')],
  ['no cross reference', damaged(/startxref\n\d+/, 'startxref\n17')],
  ['no startxref at the end', damaged('startxref', 'startref!')],
  ['an odd table entry', damaged('0000000009 00000 n', '0000000009 00000 m')],
  ['"endstream" is missing', damaged(/\/Length 5\d >>\nstream\nBT/, '/Length 11 >>\nstream\nBT')],
  ['an object is not where it should be', damaged('\n4 0 obj', '\n5 0 obj')],
  ['a dictionary with an odd key', damaged('/Type /Catalog', '/Pages 2 0 R  ')],
  ['too many cross references', inCircles()],
  ['a password', locked()],
  ['a stream that is compressed in another way', compressed(Buffer.from('no zlib'))],
  ['a compressed stream is cut short', compressed(deflateSync(Buffer.from(LINE)).subarray(0, -2))],
])('%s', (reason, file) => {
  expect(reasonOf(file)).toBe(reason);
});

function toUnicode(pair: string): PdfPart {
  return { body: '', stream: Buffer.from(`1 beginbfchar ${pair} endbfchar`) };
}

function inCircles(): Buffer {
  const start = simplePdf([LINE]).toString('latin1').lastIndexOf('\nxref\n') + 1;
  return damaged('/Size', `/Prev ${start} /Size`);
}

/** With other permissions, the empty password gives another key. */
function locked(): Buffer {
  const file = simplePdf([LINE], { encryption: 'V4 AES' }).toString('latin1');
  return Buffer.from(file.replace('/P -1340', '/P -1341'), 'latin1');
}

function compressed(stream: Buffer): Buffer {
  return simplePdf([LINE], {}, { [PART.content]: { body: '/Filter /FlateDecode', stream } });
}
