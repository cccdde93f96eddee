import type { ContentReader } from './content.js';
import { asArray, asName, asNumber, asString, type PdfObject } from './objects.js';
import { asMatrix, IDENTITY, multiply } from './text-state.js';

export type Operands = readonly PdfObject[];

export interface Operator {
  /** How many it takes; `undefined` where that depends on the colour space. */
  readonly operands: number | undefined;
  /** What it does to the text; nothing where it draws, colours or marks. */
  readonly run?: (reader: ContentReader, operands: Operands) => void;
}

/** Operators that show no text, by how many operands they take. */
const WITHOUT_TEXT: Readonly<Record<number, string>> = {
  0: 'h S s f F f* B B* b b* n W W* ET',
  1: 'w J j M ri i CS cs G g sh MP Tr',
  2: 'm l d DP',
  3: 'RG rg',
  4: 'v y re K k',
  6: 'c',
};

const TEXT: Readonly<Record<string, Operator>> = {
  q: taking(0, (reader) => {
    reader.save();
  }),
  Q: taking(0, (reader) => {
    reader.restore();
  }),
  cm: taking(6, ({ state }, operands) => {
    state.matrix = multiply(state.matrix, asMatrix(operands));
  }),
  gs: taking(1, (reader, [name]) => {
    reader.useGraphicsState(asName(name));
  }),
  Do: taking(1, (reader, [name]) => {
    reader.draw(asName(name));
  }),
  // Text on both sides of a mark is not one run.
  BMC: taking(1, endRun),
  BDC: taking(2, endRun),
  EMC: taking(0, endRun),
  BT: taking(0, ({ state }) => {
    state.begin(IDENTITY);
  }),
  Tc: setting('charSpacing'),
  Tw: setting('wordSpacing'),
  TL: setting('leading'),
  Ts: setting('rise'),
  Tz: taking(1, ({ state }, [percent]) => {
    state.stretch = asNumber(percent) / 100;
  }),
  Tf: taking(2, (reader, [name, size]) => {
    reader.useFont(asName(name), asNumber(size));
  }),
  Td: taking(2, ({ state }, [x, y]) => {
    state.moveLine(asNumber(x), asNumber(y));
  }),
  TD: taking(2, ({ state }, [x, y]) => {
    state.leading = -asNumber(y);
    state.moveLine(asNumber(x), asNumber(y));
  }),
  'T*': taking(0, ({ state }) => {
    state.nextLine();
  }),
  Tm: taking(6, (reader, operands) => {
    reader.placeText(asMatrix(operands));
  }),
  Tj: taking(1, (reader, [text]) => {
    reader.show(asString(text));
  }),
  TJ: taking(1, (reader, [pieces]) => {
    reader.showPieces(asArray(pieces));
  }),
  "'": taking(1, (reader, [text]) => {
    reader.state.nextLine();
    reader.show(asString(text));
  }),
  '"': taking(3, (reader, [wordSpacing, charSpacing, text]) => {
    reader.state.wordSpacing = asNumber(wordSpacing);
    reader.state.charSpacing = asNumber(charSpacing);
    reader.state.nextLine();
    reader.show(asString(text));
  }),
};

/** The operators of a page's content that are known. Inline images (BI) and Type 3 glyphs (d0, d1) are not. */
export const OPERATORS: ReadonlyMap<string, Operator> = new Map([
  ...Object.entries(TEXT),
  ...Object.entries(WITHOUT_TEXT).flatMap(([operands, names]) =>
    names.split(' ').map((name): [string, Operator] => [name, { operands: Number(operands) }]),
  ),
  ...['SC', 'SCN', 'sc', 'scn'].map((name): [string, Operator] => [name, { operands: undefined }]),
]);

function taking(operands: number, run: NonNullable<Operator['run']>): Operator {
  return { operands, run };
}

function setting(entry: 'charSpacing' | 'wordSpacing' | 'leading' | 'rise'): Operator {
  return taking(1, ({ state }, [value]) => {
    state[entry] = asNumber(value);
  });
}

function endRun({ runs }: ContentReader): void {
  runs.flush();
}
