import { firstFrom } from './first-from.js';
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
    const { codes, texts } = this;
    const place = firstFrom(0, codes.length, (each) => texts.compare(codes[each] ?? 0, bytes) < 0);
    const next = codes[place];
    return next !== undefined && texts.compare(next, bytes) === 0 ? place : place - 0.5;
  }

  /** Puts the texts that were added in order, and each of them among the others. */
  private takeUp(): void {
    const { texts, codes } = this;
    const added = Uint32Array.from({ length: texts.size - codes.length }, (_, i) => codes.length + i);
    added.sort((code, other) => texts.compareCodes(code, other));
    const all = new Uint32Array(texts.size);
    let taken = 0;
    for (const [i, code] of added.entries()) {
      const isBefore = (each: number) => texts.compareCodes(codes[each] ?? 0, code) < 0;
      const place = firstFrom(taken, codes.length, isBefore);
      all.set(codes.subarray(taken, place), taken + i);
      all[place + i] = code;
      taken = place;
    }
    all.set(codes.subarray(taken), taken + added.length);
    this.codes = all;
    this.placeOfCode = new Uint32Array(all.length);
    for (let place = 0; place < all.length; place++) this.placeOfCode[all[place] ?? 0] = place;
  }
}
