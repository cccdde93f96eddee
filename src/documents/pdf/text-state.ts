import type { Font } from './font.js';
import { asNumber, type PdfObject } from './objects.js';
import { stepAside } from './step-aside.js';

/** Maps (x, y) to (a·x + c·y + e, b·x + d·y + f). */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** Where and how the next glyph is shown. */
export class TextState {
  /** From the user's units to the page's. */
  matrix: Matrix = IDENTITY;
  /** Where the line began. */
  lineMatrix: Matrix = IDENTITY;
  /** Where the text was placed, in the user's units; `x` and `y` (its last two numbers) have moved on since. */
  textMatrix: Matrix = IDENTITY;
  x = 0;
  y = 0;
  font: Font | undefined;
  fontName = '';
  fontSize = 0;
  charSpacing = 0;
  wordSpacing = 0;
  stretch = 1;
  leading = 0;
  rise = 0;

  clone(): TextState {
    return Object.assign(new TextState(), this);
  }

  /** Begins a line at a place. */
  begin(matrix: Matrix): void {
    this.lineMatrix = this.textMatrix = matrix;
    this.x = matrix[4];
    this.y = matrix[5];
  }

  moveLine(x: number, y: number): void {
    this.begin(translate(this.lineMatrix, x, y));
  }

  nextLine(): void {
    this.moveLine(0, -this.leading);
  }

  /** Moves on along the line of upright text. */
  advance(distance: number): void {
    this.x += this.textMatrix[0] * distance;
  }

  /** Where upright text goes on, in points. */
  pageX(): number {
    return this.matrix[0] * this.x + this.matrix[4];
  }

  pageY(): number {
    return this.matrix[3] * (this.textMatrix[3] * this.rise + this.y) + this.matrix[5];
  }

  /** The height of upright text in points; negative where it is mirrored. */
  height(): number {
    return this.matrix[3] * (this.textMatrix[3] * this.fontSize);
  }

  /** The scale from text units to points, along a line. */
  scale(): number {
    return Math.abs(this.matrix[0]) * Math.abs(this.lineMatrix[0]);
  }

  /** Text that runs askew or backwards is left to the general reader. */
  checkUpright(): void {
    const { matrix, textMatrix } = this;
    const isStraight = matrix[1] === 0 && matrix[2] === 0 && textMatrix[1] === 0 && textMatrix[2] === 0;
    const isForward = matrix[0] * textMatrix[0] * this.stretch > 0 && this.fontSize > 0;
    if (!isStraight || !isForward || this.height() === 0) stepAside('text that is not upright');
  }
}

export function asMatrix(numbers: readonly PdfObject[]): Matrix {
  if (numbers.length !== 6) stepAside('an odd matrix');
  const [a, b, c, d, e, f] = numbers;
  return [asNumber(a), asNumber(b), asNumber(c), asNumber(d), asNumber(e), asNumber(f)];
}

export function multiply(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ];
}

function translate(m: Matrix, x: number, y: number): Matrix {
  return [m[0], m[1], m[2], m[3], m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]];
}
