import { ImrError } from '../../common/errors.js';
import type { PdfFile } from './file.js';
import {
  asArray,
  asCount,
  asName,
  asNumber,
  asStream,
  asString,
  type Dictionary,
  Name,
  type PdfObject,
  Stream,
} from './objects.js';
import { stepAside } from './step-aside.js';
import { readToUnicode } from './to-unicode.js';
import { winAnsiText } from './win-ansi.js';

/** What a code shows. */
export interface Glyph {
  readonly text: string;
  /** In thousandths of the font's size. */
  readonly width: number;
  readonly isSpace: boolean;
}

/** Text that shows as it is: a character or a ligature, no accents on their own, no format marks. */
const PLAIN_TEXT = /^[\p{L}\p{N}\p{P}\p{S}]{1,8}$/u;
/** Scripts that run from right to left, and characters that the general reader replaces in ways of its own. */
const INTRICATE_TEXT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u0eb3\ufb05]/;
/** The tag before the name of a font of which only some glyphs are embedded. */
const SUBSET_TAG = /^[A-Z]{6}\+/;
const SYMBOL_FONT = /Symbol|Dingbats|Wingdings/i;

/**
 * A font whose codes have a known text and width: a simple font (one byte a code) in WinAnsiEncoding or with a
 * /ToUnicode map, or a composite one (two bytes) with Identity-H and a /ToUnicode map.
 */
export class Font {
  /** Two fonts of one name show one text together. */
  readonly name: string;
  readonly bytesPerCode: 1 | 2;
  private readonly glyphs: Glyph[] = [];
  /** By code; codes that are not listed have the default. */
  private readonly widths: readonly (number | undefined)[];
  private readonly defaultWidth: number | undefined;
  private readonly toUnicode: ReadonlyMap<number, string>;
  private readonly isWinAnsi: boolean;

  constructor(file: PdfFile, dictionary: Dictionary) {
    const isComposite = asName(dictionary.get('Subtype')) === 'Type0';
    const base = isComposite ? descendantOf(file, dictionary) : dictionary;
    this.name = readName(file, base);
    this.bytesPerCode = isComposite ? 2 : 1;
    this.toUnicode = readMap(file, dictionary);
    const encoding = file.resolve(dictionary.get('Encoding'));
    this.isWinAnsi = !isComposite && encoding instanceof Name && encoding.value === 'WinAnsiEncoding';
    if (isComposite) {
      checkComposite(file, base, this.name, asName(encoding));
      this.widths = readCompositeWidths(file, base);
      this.defaultWidth = base.has('DW') ? Math.ceil(asNumber(base.get('DW'))) : 1000;
    } else {
      checkSimple(file, base, this.name, this.isWinAnsi);
      this.widths = readSimpleWidths(file, base);
    }
  }

  /** What a code shows; a code without a known text or width steps aside. */
  glyph(code: number): Glyph {
    const known = this.glyphs[code];
    if (known) return known;
    const text = this.toUnicode.get(code) ?? (this.isWinAnsi ? winAnsiText(code) : undefined);
    const width = this.widths[code] ?? this.defaultWidth;
    if (text === undefined || width === undefined) return stepAside('a glyph without text or width');
    const glyph = { text: displayed(text), width, isSpace: /^\s$/.test(text) };
    this.glyphs[code] = glyph;
    return glyph;
  }
}

/** The text as the general reader gives it: ligatures are spelt out, and look-alikes replaced. */
function displayed(text: string): string {
  if (/^[ -~]$/.test(text) || /^\s$/.test(text)) return text;
  if (!PLAIN_TEXT.test(text) || INTRICATE_TEXT.test(text)) stepAside('a glyph of another script');
  return text.replace(/[\u00b5\u037e\u2126\ufb00-\ufb04\ufb06]/g, (character) => character.normalize('NFKC'));
}

/** The fonts of a file; pages share them. */
export class Fonts {
  private readonly fonts = new Map<Dictionary, Font>();

  constructor(private readonly file: PdfFile) {}

  find(dictionary: Dictionary): Font {
    const font = this.fonts.get(dictionary) ?? new Font(this.file, dictionary);
    this.fonts.set(dictionary, font);
    return font;
  }
}

function descendantOf(file: PdfFile, font: Dictionary): Dictionary {
  const [descendant, ...others] = asArray(file.resolve(font.get('DescendantFonts')));
  if (others.length > 0) stepAside('several descendant fonts');
  return file.dictionary(descendant);
}

/** The name, which the font and its descriptor must agree on. */
function readName(file: PdfFile, font: Dictionary): string {
  const name = asName(font.get('BaseFont'));
  const descriptor = file.dictionary(font.get('FontDescriptor'));
  if (asName(descriptor.get('FontName')) !== name || !/^[ -~]+$/.test(name)) stepAside('an odd font name');
  if (font.has('FontMatrix')) stepAside('a font with its own measure');
  // Other kinds of font programs carry a measure of their own.
  if (descriptor.has('FontFile') || descriptor.has('FontFile3'))
    stepAside('a font program that is not known');
  const program = descriptor.get('FontFile2');
  if (program !== undefined) checkProgram(file, program);
  return name;
}

/** The general reader looks into the program; where that is damaged, it may take another font's characters. */
function checkProgram(file: PdfFile, program: PdfObject): void {
  const stream = asStream(file.resolve(program));
  try {
    if (file.decode(stream).length > 0) return;
  } catch (error) {
    if (error instanceof ImrError && error.code === 'FILE_TOO_LARGE') throw error;
  }
  stepAside('a font program is damaged');
}

function readMap(file: PdfFile, font: Dictionary): ReadonlyMap<number, string> {
  const map = file.resolve(font.get('ToUnicode'));
  if (map === undefined) return new Map();
  return map instanceof Stream
    ? readToUnicode(file.decode(map).toString('latin1'))
    : stepAside('an odd ToUnicode map');
}

function checkComposite(file: PdfFile, font: Dictionary, name: string, encoding: string): void {
  const glyphMap = file.resolve(font.get('CIDToGIDMap'));
  const isIdentity = glyphMap === undefined || (glyphMap instanceof Name && glyphMap.value === 'Identity');
  if (encoding !== 'Identity-H' || asName(font.get('Subtype')) !== 'CIDFontType2' || !isIdentity) {
    stepAside('a composite font that is not known');
  }
  const system = file.dictionary(font.get('CIDSystemInfo'));
  asString(file.resolve(system.get('Registry')));
  asString(file.resolve(system.get('Ordering')));
  // Without its own program, the general reader may take the codes for those of a standard font of that name.
  const isEmbedded = file.dictionary(font.get('FontDescriptor')).has('FontFile2');
  if (!isEmbedded || !SUBSET_TAG.test(name)) stepAside('a composite font that is not embedded');
}

function checkSimple(file: PdfFile, font: Dictionary, name: string, isWinAnsi: boolean): void {
  if (!['TrueType', 'Type1'].includes(asName(font.get('Subtype'))))
    stepAside('a font type that is not known');
  if (SYMBOL_FONT.test(name)) stepAside('a symbol font');
  if (!isWinAnsi && !font.has('ToUnicode')) stepAside('an encoding that is not known');
}

function readSimpleWidths(file: PdfFile, font: Dictionary): (number | undefined)[] {
  const first = asCount(file.resolve(font.get('FirstChar')));
  const widths = asArray(file.resolve(font.get('Widths')));
  if (first + widths.length > 0x100) stepAside('widths of too many codes');
  return [...new Array<undefined>(first), ...widths.map((width) => asNumber(file.resolve(width)))];
}

/** /W is a list of `first [width …]` and `first last width`. */
function readCompositeWidths(file: PdfFile, font: Dictionary): (number | undefined)[] {
  const widths: (number | undefined)[] = [];
  const list = font.has('W') ? asArray(file.resolve(font.get('W'))) : [];
  for (let i = 0; i < list.length; i += 2) {
    const first = asCount(list[i]);
    const next = file.resolve(list[i + 1]);
    const isList = Array.isArray(next);
    const last = isList ? first + next.length - 1 : asCount(next);
    if (last > 0xffff) stepAside('widths of too many codes');
    for (let code = first; code <= last; code++) {
      // A code that is listed twice could be listed a million times.
      if (widths[code] !== undefined) stepAside('a code with two widths');
      widths[code] = asNumber(isList ? (next as readonly PdfObject[])[code - first] : list[i + 2]);
    }
    if (!isList) i++;
  }
  return widths;
}
