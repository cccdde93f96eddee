import { ImrError } from '../../common/errors.js';
import { READ_LIMITS } from '../limits.js';
import type { PdfFile } from './file.js';
import { type Font, Fonts, type Glyph } from './font.js';
import type { Run } from './layout.js';
import { Lexer } from './lexer.js';
import {
  asArray,
  asDictionary,
  asName,
  asNumber,
  asStream,
  Keyword,
  type PdfObject,
  type Stream,
} from './objects.js';
import { type Operands, OPERATORS } from './operators.js';
import type { Page } from './pages.js';
import { stepAside } from './step-aside.js';
import { RunBuilder } from './text-runs.js';
import { asMatrix, type Matrix, multiply, TextState } from './text-state.js';

const MOST_OPERANDS = 33;
/** So much text as a document of any form may have. */
const MOST_CODES = READ_LIMITS.textLength;
/** More states than this are not saved at a time. */
const DEEPEST_STATE = 1000;
/** Forms are drawn within forms to this depth, and so many of them in a file. */
const DEEPEST_FORM = 10;
const MOST_FORMS = 1000;

/** What the pages of a file, and the forms on them, have in common. */
export class Surroundings {
  readonly fonts: Fonts;
  /** How many forms were drawn so far, and codes shown. */
  forms = 0;
  codes = 0;

  constructor(readonly file: PdfFile) {
    this.fonts = new Fonts(file);
  }
}

/**
 * The runs of text that a page shows.
 * @throws {ImrError} FILE_TOO_LARGE
 */
export function readRuns(page: Page, surroundings: Surroundings): Run[] {
  return new ContentReader(surroundings, page, new TextState()).read();
}

/** Carries out the operators of the content of one page, or of one form on it. */
export class ContentReader {
  readonly runs: RunBuilder;
  private readonly saved: TextState[] = [];
  /** Names of images and graphics states that were looked at. */
  private readonly known = new Set<string>();

  constructor(
    private readonly surroundings: Surroundings,
    private readonly source: Page,
    public state: TextState,
    private readonly depth = 0,
  ) {
    this.runs = new RunBuilder(source.view);
  }

  read(): Run[] {
    const lexer = new Lexer(this.source.content);
    const operands: PdfObject[] = [];
    for (let token = lexer.read(); token !== undefined; token = lexer.read()) {
      if (token instanceof Keyword) {
        this.execute(token.value, operands);
        operands.length = 0;
      } else if (operands.push(token) > MOST_OPERANDS) stepAside('too many operands');
    }
    this.runs.flush();
    return this.runs.runs;
  }

  private execute(name: string, operands: Operands): void {
    const operator = OPERATORS.get(name) ?? stepAside(`operator ${name} is not known`);
    if (operator.operands !== undefined && operator.operands !== operands.length)
      stepAside('operands are missing');
    operator.run?.(this, operands);
  }

  save(): void {
    if (this.saved.push(this.state) > DEEPEST_STATE) stepAside('too many saved states');
    this.state = this.state.clone();
  }

  restore(): void {
    this.state = this.saved.pop() ?? stepAside('no saved state');
  }

  useGraphicsState(name: string): void {
    if (this.known.has(`gs ${name}`)) return;
    if (this.resource('ExtGState', name, asDictionary).has('Font'))
      stepAside('a font within a graphics state');
    this.known.add(`gs ${name}`);
  }

  /** Images show no text; forms may. */
  draw(name: string): void {
    this.runs.flush();
    if (this.known.has(`Do ${name}`)) return;
    const drawing = this.resource('XObject', name, asStream);
    const kind = asName(drawing.dictionary.get('Subtype'));
    if (kind === 'Image') this.known.add(`Do ${name}`);
    else if (kind === 'Form') this.drawForm(drawing);
    else stepAside('a drawing that is not known');
  }

  private drawForm(form: Stream): void {
    const { surroundings, source, state, depth } = this;
    const { file } = surroundings;
    if (depth >= DEEPEST_FORM || ++surroundings.forms > MOST_FORMS) stepAside('too many forms');
    const own = state.clone();
    const matrix = file.resolve(form.dictionary.get('Matrix'));
    if (matrix !== undefined) own.matrix = multiply(own.matrix, asMatrix(asArray(matrix)));
    const resources = form.dictionary.get('Resources');
    const content = {
      view: source.view,
      content: file.decode(form).toString('latin1'),
      resources: resources === undefined ? source.resources : file.dictionary(resources),
    };
    for (const run of new ContentReader(surroundings, content, own, depth + 1).read())
      this.runs.runs.push(run);
  }

  private resource<T>(kind: string, name: string, as: (object: PdfObject | undefined) => T): T {
    const { file } = this.surroundings;
    return as(file.resolve(file.dictionary(this.source.resources.get(kind)).get(name)));
  }

  useFont(name: string, size: number): void {
    const { state } = this;
    state.font = this.surroundings.fonts.find(this.resource('Font', name, asDictionary));
    state.fontName = name;
    state.fontSize = size;
  }

  placeText(matrix: Matrix): void {
    this.state.begin(matrix);
    this.runs.rescale(this.state.scale());
  }

  show(text: string): void {
    this.showCodes(this.prepare(), text, 0);
  }

  /** Strings, and between them numbers that move the next one back by thousandths of the font's size. */
  showPieces(pieces: Operands): void {
    const font = this.prepare();
    const unit = -this.state.fontSize / 1000;
    let codes: string | undefined;
    for (const piece of pieces) {
      if (typeof piece === 'string') codes = (codes ?? '') + piece;
      else if (piece !== 0) {
        this.showCodes(font, codes ?? '', asNumber(piece) * unit);
        codes = undefined;
      }
    }
    if (codes !== undefined) this.showCodes(font, codes, 0);
  }

  /** Makes sure that text can be shown. */
  private prepare(): Font {
    const { state } = this;
    const font = state.font ?? stepAside('text without a font');
    const { fontName, fontSize, rise } = state;
    state.checkUpright();
    const style = { font: font.name, fontName, fontSize, rise, scale: state.scale(), height: state.height() };
    this.runs.use(style);
    return font;
  }

  /** Shows the codes of a string, and moves on by `extra` after the last one. */
  private showCodes(font: Font, codes: string, extra: number): void {
    const { state, surroundings } = this;
    const { bytesPerCode } = font;
    surroundings.codes += codes.length;
    if (surroundings.codes > MOST_CODES) throw tooMuchText();
    // An empty string moves on all the same; so the general reader has it.
    if (codes === '') state.advance((state.charSpacing + extra) * state.stretch);
    if (codes.length % bytesPerCode !== 0) stepAside('a code cut in half');
    for (let i = 0; i < codes.length; i += bytesPerCode) {
      const first = codes.charCodeAt(i);
      const code = bytesPerCode === 1 ? first : first * 256 + codes.charCodeAt(i + 1);
      const isLast = i + bytesPerCode === codes.length;
      const spacing = state.charSpacing + (isLast ? extra : 0) + (code === 0x20 ? state.wordSpacing : 0);
      this.showGlyph(font.glyph(code), spacing);
    }
  }

  private showGlyph({ text, width, isSpace }: Glyph, spacing: number): void {
    const { state, runs } = this;
    const { stretch } = state;
    const advance = width * (0.001 * state.fontSize);
    if (isSpace) {
      state.advance((spacing + advance) * stretch);
      runs.space();
      return;
    }
    const x = state.pageX();
    const y = state.pageY();
    const isOnPage = runs.approach(x, y, advance);
    if (isOnPage) runs.add(text, x, y, advance * stretch);
    state.advance(advance * stretch);
    // Like the general reader, which does not space what is not on the page.
    if (!isOnPage) return;
    if (width !== 0) runs.endAt(state.pageX(), y);
    state.advance(spacing * stretch);
  }
}

function tooMuchText(): ImrError {
  return new ImrError('FILE_TOO_LARGE', `The PDF's text is longer than ${MOST_CODES} characters.`);
}
