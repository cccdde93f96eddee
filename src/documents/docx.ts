import { posix } from 'node:path';
import { Parser } from 'htmlparser2';
import { ImrError } from '../common/errors.js';
import { TextFlow } from './flow.js';
import { READ_LIMITS } from './limits.js';
import { openBuffer } from './open-file.js';
import { decodeText } from './text.js';
import { Zip, type ZipMember } from './zip.js';

/** Parts of a .docx; those of long reports with pictures have some hundreds. */
const MOST_PARTS = 10_000;
/** Tables within tables are some ten elements each. */
const DEEPEST = 1000;

const RELATIONSHIPS = '_rels/.rels';
const USUAL_BODY = 'word/document.xml';

/** Subtrees without text of the body: properties, deletions of tracked changes, field codes, the older form of a drawing. */
const UNREAD = new Set(
  'tblPr tblGrid sectPr trPr tcPr sdtPr del moveFrom instrText delText delInstrText Fallback rubyPr rt'.split(
    ' ',
  ),
);

type Attributes = Readonly<Record<string, string>>;

/**
 * The body of a .docx, a line for each paragraph and each row of a table. Page headers, footers, notes and comments are
 * parts of their own, and are not read.
 * @throws {ImrError} DAMAGED_DOCX, ENCRYPTED_FILE, ARCHIVE_BOMB, FILE_TOO_LARGE, NESTED_TOO_DEEPLY, or
 *   UNSUPPORTED_MEDIA_TYPE for another office file.
 */
export async function readDocx(bytes: Uint8Array): Promise<string> {
  const zip = await Zip.open(openBuffer(bytes), 'DAMAGED_DOCX');
  if (zip.memberCount > MOST_PARTS) {
    throw new ImrError('ARCHIVE_BOMB', `It has ${zip.memberCount} parts; at most ${MOST_PARTS} are read.`);
  }
  const parts = new Map<string, ZipMember>();
  for await (const member of zip.members()) parts.set(member.name, member);
  const body = parts.get(await bodyName(zip, parts));
  if (body === undefined) {
    throw new ImrError(
      'UNSUPPORTED_MEDIA_TYPE',
      'The file is a zip without the text of a .docx: another office file, or an archive of its own.',
    );
  }
  return readBody(await readPart(zip, body));
}

/** Nearly always the usual one; the package says which. */
async function bodyName(zip: Zip, parts: ReadonlyMap<string, ZipMember>): Promise<string> {
  const relationships = parts.get(RELATIONSHIPS);
  if (parts.has(USUAL_BODY) || relationships === undefined) return USUAL_BODY;
  let name = USUAL_BODY;
  parseXml(await readPart(zip, relationships), {
    open: (element, { Type: type = '', Target: target = '' }) => {
      if (element === 'Relationship' && type.endsWith('/officeDocument'))
        name = posix.join('/', target).slice(1);
    },
  });
  return name.endsWith('.xml') && name.startsWith('word/') ? name : USUAL_BODY;
}

async function readPart(zip: Zip, part: ZipMember): Promise<string> {
  return decodeText(await zip.read(part, { ...READ_LIMITS, fileBytes: READ_LIMITS.markupBytes }));
}

interface XmlHandlers {
  readonly open: (name: string, attributes: Attributes) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/** Reads XML as events, names without their prefix. Entities that a document declares are never expanded. */
function parseXml(xml: string, { open, close, text }: XmlHandlers): void {
  let depth = 0;
  const parser = new Parser(
    {
      onprocessinginstruction: (name) => {
        if (/^!doctype/i.test(name)) {
          throw new ImrError('DAMAGED_DOCX', 'It declares a document type, which no word processor writes.');
        }
      },
      onopentag: (name, attributes) => {
        if (++depth > DEEPEST) {
          throw new ImrError('NESTED_TOO_DEEPLY', `More than ${DEEPEST} elements stand within one another.`);
        }
        open(localName(name), attributes);
      },
      onclosetag: (name) => {
        depth--;
        close?.(localName(name));
      },
      ontext: (data) => text?.(data),
    },
    { xmlMode: true },
  );
  parser.end(xml);
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function readBody(xml: string): string {
  const body = new Body();
  parseXml(xml, {
    open: (name, attributes) => {
      body.open(name, attributes);
    },
    close: (name) => {
      body.close(name);
    },
    text: (text) => {
      body.text(text);
    },
  });
  if (!body.isBody) throw new ImrError('DAMAGED_DOCX', 'Its main part has no body.');
  return body.flow.end();
}

/** The text of the elements met so far. */
class Body {
  readonly flow = new TextFlow();
  /** Whether there was a body at all. */
  isBody = false;
  private depth = 0;
  /** Depth of the outermost element that is not read; 0 when none is open. */
  private unread = 0;
  private inText = false;
  /** Within the properties of a paragraph: tab stops there are no tabs, and a deletion is that of the paragraph's end. */
  private inParagraphProperties = false;
  private joinsNext = false;
  private inRun = false;
  private isHidden = false;

  open(name: string, attributes: Attributes): void {
    this.depth++;
    if (this.unread > 0) return;
    if (this.inParagraphProperties) {
      if (name === 'del' || name === 'moveFrom') this.joinsNext = true;
    } else if (UNREAD.has(name)) this.unread = this.depth;
    else this.openRead(name, attributes);
  }

  close(name: string): void {
    const wasRead = this.unread === 0;
    if (this.unread === this.depth) this.unread = 0;
    this.depth--;
    if (wasRead) this.closeRead(name);
  }

  text(text: string): void {
    if (this.inText && !this.isHidden && this.unread === 0) this.flow.text(text.replaceAll('\n', ' '));
  }

  private openRead(name: string, attributes: Attributes): void {
    switch (name) {
      case 'body':
        this.isBody = true;
        return;
      case 'p':
        this.joinsNext = false;
        return;
      case 'pPr':
        this.inParagraphProperties = true;
        return;
      case 'r':
        this.inRun = true;
        this.isHidden = false;
        return;
      case 'vanish':
        this.isHidden = this.inRun && isOn(attributes);
        return;
      case 't':
        this.inText = true;
        return;
      case 'txbxContent':
        this.flow.endBlock();
        return;
      case 'tr':
        this.flow.openRow();
        return;
      case 'tc':
        this.flow.openCell();
        return;
      default:
        if (!this.isHidden) this.addSign(name, attributes);
    }
  }

  private closeRead(name: string): void {
    switch (name) {
      case 'p':
        if (!this.joinsNext) this.flow.breakLine();
        return;
      case 'pPr':
        this.inParagraphProperties = false;
        return;
      case 'r':
        this.inRun = false;
        this.isHidden = false;
        return;
      case 't':
        this.inText = false;
        return;
      case 'tc':
        this.flow.closeCell();
        return;
      case 'tr':
        this.flow.closeRow();
    }
  }

  /** Signs that are elements of their own. */
  private addSign(name: string, attributes: Attributes): void {
    if (name === 'tab' || name === 'ptab') this.flow.text('\t');
    else if (name === 'br' || name === 'cr') this.flow.breakLine();
    else if (name === 'noBreakHyphen') this.flow.text('-');
    else if (name === 'sym') this.flow.text(symbol(attributes));
  }
}

/** A property counts as set unless it says otherwise. */
function isOn(attributes: Attributes): boolean {
  const value = Object.entries(attributes).find(([name]) => localName(name) === 'val')?.[1];
  return value === undefined || !['0', 'false', 'off'].includes(value);
}

/** A sign of a symbol font has no meaning outside of it, unless it is given as a letter. */
function symbol(attributes: Attributes): string {
  const code = parseInt(
    Object.entries(attributes).find(([name]) => localName(name) === 'char')?.[1] ?? '',
    16,
  );
  return code >= 0x20 && code < 0xe000 && !(code >= 0xd800) ? String.fromCharCode(code) : ' ';
}
