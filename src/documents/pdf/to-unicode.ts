import { Lexer } from './lexer.js';
import { asArray, asString, Keyword } from './objects.js';
import { stepAside } from './step-aside.js';

/** Codes have at most two bytes. */
const MOST_CODES = 0x10000;

/** Reads a /ToUnicode map: which text each code of a font stands for. */
export function readToUnicode(cmap: string): Map<number, string> {
  const texts = new Map<number, string>();
  const lexer = new Lexer(cmap);
  for (let token = lexer.read(); token !== undefined; token = lexer.read()) {
    if (!(token instanceof Keyword)) continue;
    if (token.value === 'beginbfchar') readCharacters(lexer, texts);
    else if (token.value === 'beginbfrange') readRanges(lexer, texts);
    else if (['usecmap', 'begincidchar', 'begincidrange'].includes(token.value))
      stepAside('an odd ToUnicode map');
  }
  return texts;
}

function readCharacters(lexer: Lexer, texts: Map<number, string>): void {
  while (lexer.skipSpace() === 0x3c) {
    const code = toCode(asString(lexer.readObject()));
    set(texts, code, toText(asString(lexer.readObject())));
  }
  lexer.expect('endbfchar');
}

function readRanges(lexer: Lexer, texts: Map<number, string>): void {
  while (lexer.skipSpace() === 0x3c) {
    const low = toCode(asString(lexer.readObject()));
    const high = toCode(asString(lexer.readObject()));
    const target = lexer.readObject();
    if (typeof target === 'string') addRange(texts, low, high, toText(target));
    else
      asArray(target).forEach((text, i) => {
        if (low + i <= high) set(texts, low + i, toText(asString(text)));
      });
  }
  lexer.expect('endbfrange');
}

/** A code that is listed twice could be listed a million times. */
function set(texts: Map<number, string>, code: number, text: string): void {
  if (texts.has(code)) stepAside('a code with two texts');
  texts.set(code, text);
}

/** Successive codes stand for texts whose last character counts up. */
function addRange(texts: Map<number, string>, low: number, high: number, first: string): void {
  const stem = first.slice(0, -1);
  const last = first.charCodeAt(first.length - 1);
  if (Number.isNaN(last) || last + high - low > 0xffff) stepAside('an odd range');
  for (let code = low; code <= high; code++) set(texts, code, stem + String.fromCharCode(last + code - low));
}

function toCode(bytes: string): number {
  if (bytes.length < 1 || bytes.length > 2) stepAside('an odd code');
  const code = Buffer.from(bytes, 'latin1').readUIntBE(0, bytes.length);
  return code < MOST_CODES ? code : stepAside('an odd code');
}

function toText(bytes: string): string {
  const text = Buffer.from(bytes, 'latin1');
  if (text.length === 0 || text.length % 2 !== 0) stepAside('a text of odd length');
  return text.swap16().toString('utf16le');
}
