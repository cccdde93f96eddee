import type { Random } from './random.js';

/** A piece of a letter, as its template has it; the layout puts it into lines. */
export type Block =
  /** A heading of a part; centred where the layout keeps columns. */
  | { readonly kind: 'title'; readonly text: string }
  /** A paragraph; the next one follows without a blank line where `tight`. */
  | { readonly kind: 'text'; readonly text: string; readonly tight?: boolean }
  /** Labels with their values, in rows of columns. */
  | { readonly kind: 'table'; readonly rows: readonly (readonly Pair[])[] };

export type Pair = readonly [label: string, value: string];

/** How a letter is laid out; without noise, one page of plain lines. */
export interface Layout {
  /** Longest line, in characters. */
  readonly width: number;
  readonly columns: boolean;
  readonly centred: boolean;
  readonly doubleSpaced: boolean;
  readonly trailingSpaces: boolean;
  /** Lines of a page; `null` for one page. */
  readonly pageLines: number | null;
  /** What separates pages. */
  readonly pageBreak: '\f' | '\n\n\n';
  readonly pageNumbers: 'none' | 'plain' | 'of total';
  /** What the extractor makes of the characters. */
  readonly characters: 'plain' | 'ligatures' | 'typographic';
  readonly lineEnd: '\n' | '\r\n';
}

const PLAIN: Layout = {
  width: 96,
  columns: true,
  centred: true,
  doubleSpaced: false,
  trailingSpaces: false,
  pageLines: null,
  pageBreak: '\f',
  pageNumbers: 'none',
  characters: 'plain',
  lineEnd: '\n',
};

/** A layout as some extractor gives it. @param noise from 0, plain, to 1, as in published letters */
export function planLayout(random: Random, noise: number, old: boolean): Layout {
  if (!random.chance(noise)) return PLAIN;
  return {
    width: random.between(84, 100),
    columns: random.chance(0.75),
    centred: random.chance(0.7),
    doubleSpaced: random.chance(old ? 0.3 : 0.05),
    trailingSpaces: random.chance(old ? 0.6 : 0.15),
    pageLines: random.chance(0.9) ? random.between(38, 58) : null,
    pageBreak: old && random.chance(0.5) ? '\n\n\n' : '\f',
    pageNumbers: random.pick(['none', 'none', 'none', 'none', 'none', 'plain', 'of total']),
    characters: random.chance(0.9) ? 'plain' : random.pick(['ligatures', 'typographic']),
    lineEnd: random.chance(0.95) ? '\n' : '\r\n',
  };
}

/** The text of a letter. */
export function layOut(blocks: readonly Block[], layout: Layout): string {
  const lines: string[] = [];
  blocks.forEach((block, i) => {
    if (block.kind === 'title' && i > 0 && lines.at(-1) !== '') lines.push('');
    lines.push(...linesOf(block, layout));
    const tight = block.kind === 'title' ? layout.centred : block.kind === 'text' && block.tight === true;
    if (!tight) lines.push('');
  });
  const pages = paginate(lines, layout.pageLines).map((page, i, all) => [
    ...page,
    ...footer(layout, i + 1, all.length),
  ]);
  const { trailingSpaces, doubleSpaced } = layout;
  const written = pages.map((page) =>
    page.map((line) => (trailingSpaces ? `${line} ` : line)).join(doubleSpaced ? '\n\n' : '\n'),
  );
  const text = CHARACTERS[layout.characters](`${written.join(`\n${layout.pageBreak}`)}\n`);
  return layout.lineEnd === '\n' ? text : text.replaceAll('\n', layout.lineEnd);
}

const CHARACTERS: Readonly<Record<Layout['characters'], (text: string) => string>> = {
  plain: (text) => text,
  ligatures: (text) => text.replaceAll('ffi', '\ufb03').replaceAll('fi', '\ufb01').replaceAll('fl', '\ufb02'),
  typographic: (text) => text.replaceAll("'", '\u2019').replaceAll(' - ', ' \u2013 '),
};

function footer({ pageNumbers, width }: Layout, page: number, pages: number): string[] {
  if (pageNumbers === 'none' || pages === 1) return [];
  const written = pageNumbers === 'plain' ? String(page) : `Page ${page} of ${pages}`;
  return ['', centre(written, width)];
}

/** Pages begin with a line of text: the blank lines that fall on a break are lost, as in print. */
function paginate(lines: readonly string[], most: number | null): string[][] {
  const pages: string[][] = [[]];
  for (const line of lines) {
    let page = pages.at(-1) as string[];
    if (most !== null && page.length >= most) pages.push((page = []));
    if (line !== '' || page.length > 0) page.push(line);
  }
  return pages.map(trimEnd).filter((page) => page.length > 0);
}

function trimEnd(page: string[]): string[] {
  while (page.at(-1) === '') page.pop();
  return page;
}

function linesOf(block: Block, layout: Layout): string[] {
  switch (block.kind) {
    case 'title':
      return [layout.centred ? centre(block.text, layout.width) : block.text];
    case 'text':
      return wrap(block.text, layout.width);
    case 'table':
      return block.rows.flatMap((row) => (layout.columns ? columns(row) : row.map((pair) => pair.join(' '))));
  }
}

function centre(text: string, width: number): string {
  return ' '.repeat(Math.max(0, (width - text.length) >> 1)) + text;
}

const LABEL = 22;
const VALUE = 32;
/** A label that stands on two lines where columns are kept. */
const RECEIVED = 'Application Received:';

function columns(row: readonly Pair[]): string[] {
  const line = row.map(([label, value], i) => {
    const shown = label === RECEIVED && i > 0 ? 'Application' : label;
    return `${shown} `.padEnd(LABEL) + (i < row.length - 1 ? value.padEnd(VALUE) : value);
  });
  const folded = row.findIndex(([label], i) => label === RECEIVED && i > 0);
  if (folded < 0) return [line.join('')];
  return [line.join(''), `${' '.repeat(folded * (LABEL + VALUE))}Received:`];
}

/** Breaks a paragraph at its spaces, as many words a line as fit. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  lines.push(line);
  return lines;
}
