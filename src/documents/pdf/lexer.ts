import { Keyword, Name, type PdfObject, Reference } from './objects.js';
import { stepAside } from './step-aside.js';

/** Letters nest a handful of levels deep. */
const DEEPEST_NESTING = 50;
/** Up to here decimal digits make an exact number, whatever way it is computed. */
const MOST_DIGITS = 15;

/** What stands for a character after the last one. */
const END = -1;
const CARRIAGE_RETURN = 0x0d;
const PERCENT = 0x25;
const OPENING_PARENTHESIS = 0x28;
const CLOSING_PARENTHESIS = 0x29;
const PLUS = 0x2b;
const MINUS = 0x2d;
const POINT = 0x2e;
const SLASH = 0x2f;
const ZERO = 0x30;
const NINE = 0x39;
const LESS_THAN = 0x3c;
const GREATER_THAN = 0x3e;
const OPENING_BRACKET = 0x5b;
const BACKSLASH = 0x5c;
const CLOSING_BRACKET = 0x5d;

const WHITE_SPACE = 1;
const DELIMITER = 2;
/** What each byte is; 0 for the characters of names, numbers and words. */
const KINDS = new Uint8Array(256);
for (const code of [0, 9, 10, 12, 13, 32]) KINDS[code] = WHITE_SPACE;
for (const character of '()<>[]{}/%') KINDS[character.charCodeAt(0)] = DELIMITER;

/** By their characters' codes. */
const SHORT_WORDS = new Map<number, Keyword>();
const LONGEST_SHORT_WORD = 3;
const MOST_SHORT_WORDS = 500;

const REST_OF_REFERENCE = /[\0\t\n\f\r ]+(\d{1,5})[\0\t\n\f\r ]+R(?![^\0\t\n\f\r ()<>[\]{}/%])/y;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
const CONSTANTS = new Map<string, PdfObject>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

/**
 * Reads objects and keywords from bytes (given as a string, one character a byte). It knows only the clean spelling:
 * readers that repair damage differ in how they do it.
 */
export class Lexer {
  /**
   * @param position where to begin; afterwards, where the last reading ended
   * @param references whether `12 0 R` is a reference; within a page's content it is not
   */
  constructor(
    readonly text: string,
    public position = 0,
    private readonly references = false,
  ) {}

  /** The next object or keyword; `undefined` at the end. */
  read(depth = 0): PdfObject | Keyword | undefined {
    const code = this.skipSpace();
    if (code === END) return undefined;
    if (KINDS[code] !== DELIMITER) {
      return isNumberStart(code) ? this.readNumberOrReference() : this.readKeyword();
    }
    if (depth > DEEPEST_NESTING) stepAside('objects nest too deeply');
    switch (code) {
      case SLASH:
        this.position++;
        return new Name(decodeName(this.readRegular()));
      case OPENING_PARENTHESIS:
        return this.readLiteralString();
      case OPENING_BRACKET:
        return this.readArray(depth);
      case LESS_THAN:
        return this.codeAt(this.position + 1) === LESS_THAN
          ? this.readDictionary(depth)
          : this.readHexString();
      default:
        return stepAside(`a stray delimiter at ${this.position}`);
    }
  }

  /** The next object; a keyword steps aside, but for `true`, `false` and `null`. */
  readObject(depth = 0): PdfObject {
    const object = this.read(depth);
    if (object === undefined) stepAside('an object is cut short');
    if (!(object instanceof Keyword)) return object;
    return CONSTANTS.get(object.value) ?? (object.value === 'null' ? null : stepAside('an unknown word'));
  }

  /** Reads the keyword that must stand here. */
  expect(keyword: string): void {
    const found = this.read();
    if (!(found instanceof Keyword) || found.value !== keyword) stepAside(`"${keyword}" is missing`);
  }

  /** Moves to the next character that counts, and gives its code; END after the last one. */
  skipSpace(): number {
    const { text } = this;
    const end = text.length;
    let i = this.position;
    for (; i < end; i++) {
      const code = text.charCodeAt(i);
      if (code === PERCENT) i = endOfLine(text, i);
      else if (KINDS[code] !== WHITE_SPACE) {
        this.position = i;
        return code;
      }
    }
    this.position = end;
    return END;
  }

  private codeAt(position: number): number {
    return position < this.text.length ? this.text.charCodeAt(position) : END;
  }

  /** Operators stand there by the thousand, so that short words are kept. */
  private readKeyword(): Keyword {
    const { text, position } = this;
    let key = 0;
    let i = position;
    for (let code = this.codeAt(i); code !== END && KINDS[code] === 0; code = this.codeAt(++i)) {
      key = key * 256 + code;
    }
    this.position = i;
    if (i - position > LONGEST_SHORT_WORD) return new Keyword(text.slice(position, i));
    const keyword = SHORT_WORDS.get(key) ?? new Keyword(text.slice(position, i));
    if (SHORT_WORDS.size < MOST_SHORT_WORDS) SHORT_WORDS.set(key, keyword);
    return keyword;
  }

  private readRegular(): string {
    const { text } = this;
    const start = this.position;
    const end = text.length;
    let i = start;
    while (i < end && KINDS[text.charCodeAt(i)] === 0) i++;
    this.position = i;
    return text.slice(start, i);
  }

  private readNumberOrReference(): number | Reference {
    const value = this.readNumber();
    if (!this.references || !Number.isInteger(value)) return value;
    REST_OF_REFERENCE.lastIndex = this.position;
    const generation = REST_OF_REFERENCE.exec(this.text)?.[1];
    if (generation === undefined) return value;
    this.position = REST_OF_REFERENCE.lastIndex;
    return new Reference(value, Number(generation));
  }

  private readNumber(): number {
    let i = this.position;
    let code = this.codeAt(i);
    const isNegative = code === MINUS;
    if (isNegative || code === PLUS) code = this.codeAt(++i);
    let digits = 0;
    let whole = 0;
    let divisor = 0; // 0 until the point
    for (; ; code = this.codeAt(++i)) {
      if (code >= ZERO && code <= NINE) {
        whole = whole * 10 + code - ZERO;
        divisor *= 10;
        digits++;
      } else if (code === POINT && divisor === 0) divisor = 1;
      else break;
    }
    if (digits === 0 || digits > MOST_DIGITS || (code !== END && KINDS[code] === 0)) {
      stepAside(`an odd number at ${i}`);
    }
    this.position = i;
    const value = divisor > 1 ? whole / divisor : whole;
    return isNegative ? -value : value;
  }

  private readArray(depth: number): readonly PdfObject[] {
    const items: PdfObject[] = [];
    this.position++;
    while (this.skipSpace() !== CLOSING_BRACKET) items.push(this.readObject(depth + 1));
    this.position++;
    return items;
  }

  private readDictionary(depth: number): ReadonlyMap<string, PdfObject> {
    const entries = new Map<string, PdfObject>();
    this.position += 2;
    while (this.skipSpace() !== GREATER_THAN) {
      const key = this.readObject(depth + 1);
      if (!(key instanceof Name) || entries.has(key.value)) stepAside('a dictionary with an odd key');
      entries.set(key.value, this.readObject(depth + 1));
    }
    if (this.codeAt(this.position + 1) !== GREATER_THAN) stepAside('a dictionary is cut short');
    this.position += 2;
    return entries;
  }

  private readLiteralString(): string {
    const { text } = this;
    const start = this.position + 1;
    const end = text.length;
    for (let i = start; i < end; i++) {
      const code = text.charCodeAt(i);
      if (code === CLOSING_PARENTHESIS) {
        this.position = i + 1;
        return text.slice(start, i);
      }
      if (code === OPENING_PARENTHESIS || code === BACKSLASH || code === CARRIAGE_RETURN) break;
    }
    return this.readIntricateString(start);
  }

  /** A string with escapes, parentheses or carriage returns in it. */
  private readIntricateString(start: number): string {
    const { text } = this;
    let value = '';
    let open = 1;
    for (let i = start; i < text.length; i++) {
      const character = text.charAt(i);
      if (character === '(') open++;
      if (character === ')' && --open === 0) {
        this.position = i + 1;
        return value;
      }
      if (character === '\r') stepAside('a string over several lines');
      if (character !== '\\') {
        value += character;
        continue;
      }
      const digits = /^[0-7]+/.exec(text.slice(i + 1, i + 4))?.[0];
      value += digits === undefined ? unescape(text.charAt(i + 1)) : byte(parseInt(digits, 8));
      i += digits?.length ?? 1;
    }
    return stepAside('a string is cut short');
  }

  private readHexString(): string {
    const end = this.text.indexOf('>', this.position);
    const digits = this.text.slice(this.position + 1, end);
    if (end < 0 || digits.length % 2 !== 0 || !/^[0-9a-f]*$/i.test(digits)) stepAside('an odd string');
    this.position = end + 1;
    return Buffer.from(digits, 'hex').toString('latin1');
  }
}

function isNumberStart(code: number): boolean {
  return (code >= ZERO && code <= NINE) || code === PLUS || code === MINUS || code === POINT;
}

function endOfLine(text: string, start: number): number {
  let i = start;
  while (i < text.length && text[i] !== '\n' && text[i] !== '\r') i++;
  return i;
}

/** Names may spell characters as `#20`. */
function decodeName(name: string): string {
  if (!name.includes('#')) return name;
  return name.replace(/#(.{0,2})/gs, (_, digits: string) =>
    /^[0-9a-f]{2}$/i.test(digits) ? byte(parseInt(digits, 16)) : stepAside('an odd name'),
  );
}

function unescape(character: string): string {
  if ('()\\'.includes(character) && character !== '') return character;
  return ESCAPES[character] ?? stepAside('an unknown escape');
}

function byte(value: number): string {
  return value <= 0xff ? String.fromCharCode(value) : stepAside('a byte above 255');
}
