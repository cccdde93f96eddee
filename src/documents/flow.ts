/** Cells longer than this hold running text: the table lays out the page, and is no list of labels and values. */
const LONGEST_CELL = 200;
const MOST_CELL_LINES = 6;

/** Spaces between the cells of a row, as in a printed table. */
const CELL_GAP = '  ';

/**
 * Lines out of the text of a document that has paragraphs and tables instead: HTML and .docx feed it in reading order.
 * Each paragraph becomes a line, as long as it may be, and each row of a table of short cells, too: a label and its
 * value stay side by side.
 */
export class TextFlow {
  private readonly open: Cell[] = [new Cell()];
  private readonly rows: string[][][] = [];

  /** Adds text to the line; it holds no line ends. */
  text(words: string): void {
    if (words === '') return;
    this.cell.line += words;
    this.cell.last = words.slice(-1);
  }

  /** Whether the line is empty or ends in a space. It does not look at the line itself, which grows piece by piece. */
  get isAtEdge(): boolean {
    return this.cell.line === '' || this.cell.last === ' ';
  }

  /** Ends the line, an empty one too. */
  breakLine(): void {
    this.cell.lines.push(this.cell.line.trimEnd());
    this.cell.line = '';
  }

  /** Ends the line if it has begun: at the edge of a paragraph or another block. */
  endBlock(): void {
    if (this.cell.line !== '') this.breakLine();
  }

  openRow(): void {
    this.endBlock();
    this.rows.push([]);
  }

  openCell(): void {
    this.open.push(new Cell());
  }

  closeCell(): void {
    if (this.open.length === 1) return;
    this.endBlock();
    const lines = this.open.pop()?.lines ?? [];
    const row = this.rows.at(-1);
    if (row) row.push(lines);
    else this.cell.lines.push(...lines);
  }

  closeRow(): void {
    const cells = this.rows.pop() ?? [];
    for (const line of joinCells(cells)) this.cell.lines.push(line);
  }

  /** The lines of all that was added. */
  end(): string {
    while (this.open.length > 1) this.closeCell();
    this.endBlock();
    return this.cell.lines.join('\n');
  }

  private get cell(): Cell {
    return this.open.at(-1) ?? new Cell();
  }
}

class Cell {
  readonly lines: string[] = [];
  line = '';
  /** The line's last character. */
  last = '';
}

/**
 * The lines of a row. Cells with the same number of lines stand line by line ("a column of labels beside one of
 * values"); otherwise a cell's lines are one, broken for want of room ("Application / Received:").
 */
function joinCells(row: readonly (readonly string[])[]): readonly string[] {
  const cells = row.map(trimBlank).filter((lines) => lines.length > 0);
  const [first = []] = cells;
  if (cells.length < 2 || cells.some(isRunningText)) return cells.flat();
  if (cells.every((lines) => lines.length === first.length)) {
    return first.map((_, i) => cells.map((lines) => lines[i] ?? '').join(CELL_GAP));
  }
  return [cells.map((lines) => lines.join(' ')).join(CELL_GAP)];
}

function isRunningText(lines: readonly string[]): boolean {
  return (
    lines.length > MOST_CELL_LINES || lines.reduce((length, line) => length + line.length, 0) > LONGEST_CELL
  );
}

function trimBlank(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => line.trim() !== '');
  return first < 0 ? [] : lines.slice(first, lines.findLastIndex((line) => line.trim() !== '') + 1);
}
