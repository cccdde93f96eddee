import type { Run } from './layout.js';
import type { Box } from './pages.js';

/** How a stretch of glyphs is shown, upright from left to right. */
export interface Style {
  readonly font: string;
  /** The name that the page has for the font. */
  readonly fontName: string;
  readonly fontSize: number;
  /** From text units to points, along the line. */
  readonly scale: number;
  /** In points; negative where the text is mirrored. */
  readonly height: number;
  /** How far the text is raised above the baseline, in text units. */
  readonly rise: number;
}

/** Shares of the font size. Backwards by more than this, another run begins. */
const BACKWARDS = -0.2;
/** A gap up to this is only kerning. */
const KERNING = 0.03;
/** A gap from this on is a space, although none was written. */
const SPACE = 0.102;
/** A gap beyond this is no mere space; another run begins. */
const WIDEST_SPACE = 0.6;
/** Share of the height: shifted up or down by more, another run begins. */
const SHIFT = 0.25;

/** What was written last. The order says how many spaces may follow without being doubled. */
type Trail = 'nothing' | 'word' | 'space after a word';

/**
 * Joins glyphs into runs as pdf.js does, to the same runs: the gaps between glyphs decide, since many PDFs write no
 * spaces, and others write them apart.
 */
export class RunBuilder {
  readonly runs: Run[] = [];
  private style: Style = { font: '', fontName: '', fontSize: 0, scale: 1, height: 0, rise: 0 };
  private text = '';
  private isOpen = false;
  /** Of the run that is open, or else of the one before. */
  private x = 0;
  private y = 0;
  private height = 0;
  private fontSize = 0;
  /** Of the run so far: since the scale last changed (in text units), and before that (in points). */
  private width = 0;
  private widthBefore = 0;
  private scale = 1;
  /** Where the last glyph ended. */
  private endX = NaN;
  private endY = NaN;
  private endRise = 0;
  private trail: Trail = 'nothing';

  constructor(private readonly view: Box) {}

  /** Glyphs of this style follow. Another size, or another font, is another run. */
  use(style: Style): void {
    const { font, fontName, fontSize } = this.style;
    if (fontSize !== style.fontSize || (fontName !== style.fontName && font !== style.font)) this.flush();
    this.style = style;
  }

  /** A space was written. */
  space(): void {
    this.trail = this.trail === 'word' ? 'space after a word' : 'nothing';
  }

  /**
   * Makes ready for a glyph: ends the run before it, or puts a space, as the gap demands.
   * @param width of the glyph, in text units
   * @returns whether the glyph is on the page at all
   */
  approach(x: number, y: number, width: number): boolean {
    const { left, bottom, right, top } = this.view;
    if (x + width < left || x > right || y < bottom || y > top) return false;
    if (Number.isNaN(this.endX) || (this.endX === x && this.endY === y)) return true;
    const { rise, height, fontSize } = this.style;
    const gap = (x - this.endX) / this.scale;
    const shift = y - this.endY;
    const raised = rise - this.endRise;
    const unit = this.fontSize * Math.sign(this.width || this.widthBefore);
    const shiftOfLine = raised === 0 ? shift : shift - (height / fontSize) * raised;
    if (gap < unit * BACKWARDS || Math.abs(shiftOfLine) > this.height) this.breakOff();
    else {
      this.closeGap(gap, unit);
      if (Math.abs(shift) > this.height * SHIFT) this.flush();
    }
    return true;
  }

  private closeGap(gap: number, unit: number): void {
    if (gap <= unit * KERNING) this.trail = 'nothing';
    if (gap <= unit * SPACE) {
      if (this.trail === 'space after a word') this.breakOff();
      else this.width += gap;
    } else if (gap <= unit * WIDEST_SPACE) {
      this.trail = 'nothing';
      if (this.isOpen) this.text += ' ';
      this.width += gap;
    } else this.breakOff();
  }

  /** Adds a glyph that was approached; `width` is in text units. */
  add(text: string, x: number, y: number, width: number): void {
    if (!this.isOpen) this.open(x, y);
    this.width += width;
    if (this.trail === 'space after a word') this.text += ' ';
    this.text += text;
    this.trail = 'word';
  }

  /** Where the glyph that was added last ends. */
  endAt(x: number, y: number): void {
    this.endX = x;
    this.endY = y;
    this.endRise = this.style.rise;
  }

  /** From here on, text units have another size. */
  rescale(scale: number): void {
    if (!this.isOpen || scale === this.scale) return;
    this.widthBefore += this.width * this.scale;
    this.width = 0;
    this.scale = scale;
  }

  /** Ends the run. */
  flush(): void {
    if (!this.isOpen) return;
    this.widthBefore += this.width * this.scale;
    const { text, x, y, height } = this;
    this.runs.push({ text, x, y, width: Math.abs(this.widthBefore), height });
    this.isOpen = false;
    this.text = '';
  }

  private open(x: number, y: number): void {
    const { height, fontSize, scale } = this.style;
    this.isOpen = true;
    this.x = x;
    this.y = y;
    this.height = Math.abs(height);
    this.fontSize = fontSize;
    this.scale = scale;
    this.width = 0;
    this.widthBefore = 0;
  }

  private breakOff(): void {
    this.trail = 'nothing';
    this.flush();
  }
}
