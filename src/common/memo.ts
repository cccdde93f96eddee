/** Longest text that is remembered: what comes again and again is short. */
const LONGEST = 1_000;

/**
 * What a function made of the texts that came last, for those that come again. The function must depend on its arguments alone, and
 * nobody may change what it gives. Bounded: of two halves the one that was not asked for goes when the other is full.
 */
export class Memo<Value> {
  #recent = new Map<string, Value>();
  #former = new Map<string, Value>();

  /** @param most texts in each of the halves */
  constructor(private readonly most: number) {}

  /**
   * @param scope what the value depends on besides the text; one line
   * @param make is given the text as a copy: what it keeps of that does not keep the whole that the text was cut out of
   */
  of(scope: string, text: string, make: (text: string) => Value): Value {
    if (text.length > LONGEST) return make(text);
    const key = `${scope}\n${text}`;
    const known = this.#recent.get(key);
    if (known !== undefined) return known;
    const value = this.#former.get(key) ?? make(key.slice(scope.length + 1));
    if (this.#recent.size >= this.most) {
      this.#former = this.#recent;
      this.#recent = new Map();
    }
    this.#recent.set(key, value);
    return value;
  }
}
