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
    const bytes = Buffer.from(text);
    let low = 0;
    let high = this.places().length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.texts.compare(this.codes[middle] ?? 0, bytes) < 0) low = middle + 1;
      else high = middle;
    }
    const next = this.codes[low];
    return next !== undefined && this.texts.compare(next, bytes) === 0 ? low : low - 0.5;
  }

  /** Puts the texts that were added in order, and then among the others. */
  private takeUp(): void {
    const { texts, codes } = this;
    const compare = (code: number, other: number) => texts.compareCodes(code, other);
    const added = Uint32Array.from({ length: texts.size - codes.length }, (_, i) => codes.length + i);
    added.sort(compare);
    const all = new Uint32Array(texts.size);
    const places = new Uint32Array(texts.size);
    for (let place = 0, old = 0; place < all.length; place++) {
      const next = added[place - old];
      const isOld = old < codes.length && (next === undefined || compare(codes[old] ?? 0, next) < 0);
      const code = isOld ? (codes[old++] ?? 0) : (next ?? 0);
      all[place] = code;
      places[code] = place;
    }
    this.codes = all;
    this.placeOfCode = places;
  }
}
