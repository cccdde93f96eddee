import { Parser } from 'htmlparser2';
import { ImrError } from '../common/errors.js';
import { TextFlow } from './flow.js';
import { decodeText } from './text.js';

/** Browsers stop at 512; elements that are never closed pile up beyond what is meant. */
const DEEPEST = 1000;
/** Where a file says what it is. */
const HEAD_WITHIN = 4096;

/** Elements with which a line begins and ends. */
const BLOCKS = new Set(
  `address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer
  form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol p plaintext pre section summary table
  tbody tfoot thead ul xmp`.split(/\s+/),
);
/** Elements whose content is not part of the text. Deletions of tracked changes are not there any more. */
const UNSEEN = new Set(
  `audio button canvas datalist del iframe math noembed noframes noscript object script select style svg template
  textarea title video xml`.split(/\s+/),
);
const PREFORMATTED = new Set(['pre', 'listing', 'xmp', 'plaintext']);

/** Word's notes, comments and page headers, and whatever is not displayed. */
const HIDING_STYLE =
  /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|mso-element\s*:\s*(?:comment|footnote|endnote|header|footer)/i;
/** So LibreOffice marks the page header and footer. */
const PAGE_EDGE = /^(?:header|footer)$/;
const HIDING_CLASS = /\bmsocomanchor\b/i;

/** Whether bytes are a page of HTML: they begin like one, or the name says so and they have its elements. */
export function isHtml(path: string, bytes: Uint8Array): boolean {
  const head = decodeHead(bytes);
  if (
    /^\s*<(?:!doctype\s+html|\?xml\s[^>]*>\s*<(?:!doctype\s+html|html)|html|head|body|meta|title)\b/i.test(
      head,
    )
  )
    return true;
  return (
    /\.html?$/i.test(path) && /<(?:!--|html|head|body|p|div|span|table|br|pre|font|b|h[1-6])\b/i.test(head)
  );
}

/**
 * The text of a page as a browser shows it, a line for each block and each row of a table.
 * @throws {ImrError} BINARY_FILE, or NESTED_TOO_DEEPLY.
 */
export function readHtml(bytes: Uint8Array): string {
  const source = decodeText(bytes, declaredEncoding(decodeHead(bytes)));
  const page = new Page();
  const isXml = /^\s*<\?xml/.test(source.slice(0, HEAD_WITHIN));
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        page.openTag(name, attributes);
      },
      onclosetag: (name) => {
        page.closeTag(name);
      },
      ontext: (text) => {
        page.text(text);
      },
    },
    { recognizeSelfClosing: isXml, recognizeCDATA: isXml },
  );
  parser.end(source);
  return page.flow.end();
}

/** The beginning, as far as letters of the Latin alphabet go; UTF-16 is told by its mark. */
function decodeHead(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, HEAD_WITHIN));
  const marked = head.toString('latin1').replace(/^\xef\xbb\xbf/, '');
  return /^(?:\xff\xfe|\xfe\xff)/.test(marked) ? marked.slice(2).replaceAll('\0', '') : marked;
}

/** From `<meta charset=…>`, `<meta … content="text/html; charset=…">` or an XML declaration. */
function declaredEncoding(head: string): string | undefined {
  const [, ofMeta] = /<meta\b[^>]{0,300}?\bcharset\s*=\s*["']?\s*([\w.:-]{1,40})/i.exec(head) ?? [];
  const [, ofXml] = /^\s*<\?xml\b[^>]{0,100}?\bencoding\s*=\s*["']([\w.:-]{1,40})/i.exec(head) ?? [];
  return ofMeta ?? ofXml;
}

/** What a browser would show of the elements met so far. */
class Page {
  readonly flow = new TextFlow();
  private depth = 0;
  /** Depth of the outermost element that is not shown; 0 when none is open. */
  private unseen = 0;
  private preformatted = 0;

  openTag(name: string, attributes: Readonly<Record<string, string>>): void {
    if (++this.depth > DEEPEST) {
      throw new ImrError(
        'NESTED_TOO_DEEPLY',
        `More than ${DEEPEST} elements of the page stand within one another.`,
      );
    }
    if (this.unseen > 0) return;
    if (UNSEEN.has(name) || isHidden(attributes)) this.unseen = this.depth;
    else this.openShown(name);
  }

  closeTag(name: string): void {
    const wasShown = this.unseen === 0;
    if (this.unseen === this.depth) this.unseen = 0;
    this.depth--;
    if (!wasShown) return;
    if (PREFORMATTED.has(name)) this.preformatted--;
    if (name === 'td' || name === 'th') this.flow.closeCell();
    else if (name === 'tr') this.flow.closeRow();
    else if (BLOCKS.has(name)) this.flow.endBlock();
  }

  text(text: string): void {
    if (this.unseen > 0) return;
    if (this.preformatted > 0) this.addLines(text);
    else {
      const collapsed = text.replace(/[ \t\n\f]+/g, ' ');
      this.flow.text(this.flow.isAtEdge && collapsed.startsWith(' ') ? collapsed.slice(1) : collapsed);
    }
  }

  private openShown(name: string): void {
    if (PREFORMATTED.has(name)) this.preformatted++;
    if (name === 'br') this.flow.breakLine();
    else if (name === 'td' || name === 'th') this.flow.openCell();
    else if (name === 'tr') this.flow.openRow();
    else if (BLOCKS.has(name)) this.flow.endBlock();
  }

  private addLines(text: string): void {
    const [first = '', ...more] = text.split('\n');
    this.flow.text(first);
    for (const line of more) {
      this.flow.breakLine();
      this.flow.text(line);
    }
  }
}

function isHidden({ hidden, style, class: classes, title }: Readonly<Record<string, string>>): boolean {
  return (
    hidden !== undefined ||
    (title !== undefined && PAGE_EDGE.test(title)) ||
    (style !== undefined && HIDING_STYLE.test(style)) ||
    (classes !== undefined && HIDING_CLASS.test(classes))
  );
}
