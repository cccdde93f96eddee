import type { Texts } from './texts.js';

/** The order of texts, which is that of strings here and in the graph. Texts are only added: what was in order stays so. */
export class TextOrder {
  private codes = new Uint32Array(0);
  private placeOfCode = new Uint32Array(0);

  constructor(private readonly texts: Texts) {}

  /** For each code the place of its text: 0, 1, 2 … */
  places(): Uint32Array {
    if (this.codes.length < this.texts.size) this.takeUp();
    return this.placeOfCode;
  }

  /** The text at a place. */
  textAt(place: number): string {
    return this.texts.text(this.codes[place] ?? 0);
  }

  /** The place of a text; half of one before the next where it is not there. */
  placeOf(text: string): number {
    this.places();
    const bytes = Buffer.from(text);
    const place = this.firstNotBefore((code) => this.texts.compare(code, bytes));
    const next = this.codes[place];
    return next !== undefined && this.texts.compare(next, bytes) === 0 ? place : place - 0.5;
  }

  /** Puts the texts that were added in order, and each of them among the others. */
  private takeUp(): void {
    const { texts, codes } = this;
    const added = Uint32Array.from({ length: texts.size - codes.length }, (_, i) => codes.length + i);
    added.sort((code, other) => texts.compareCodes(code, other));
    const all = new Uint32Array(texts.size);
    let taken = 0;
    for (const [i, code] of added.entries()) {
      const place = this.firstNotBefore((other) => texts.compareCodes(other, code), taken);
      all.set(codes.subarray(taken, place), taken + i);
      all[place + i] = code;
      taken = place;
    }
    all.set(codes.subarray(taken), taken + added.length);
    this.codes = all;
    this.placeOfCode = new Uint32Array(all.length);
    for (let place = 0; place < all.length; place++) this.placeOfCode[all[place] ?? 0] = place;
  }

  /** @param compare tells whether a code comes before what is looked for: less than 0 */
  private firstNotBefore(compare: (code: number) => number, from = 0): number {
    let low = from;
    let high = this.codes.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compare(this.codes[middle] ?? 0) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
