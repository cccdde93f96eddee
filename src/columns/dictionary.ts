/** Gives each distinct entry a code: 0, 1, 2 … */
export class Dictionary<Entry> {
  readonly entries: Entry[] = [];
  private readonly codes = new Map<string, number>();

  constructor(private readonly keyOf: (entry: Entry) => string) {}

  get size(): number {
    return this.entries.length;
  }

  /** The code of the entry with this key; undefined when there is none. */
  find(key: string): number | undefined {
    return this.codes.get(key);
  }

  /** The code of an entry, a new one unless it is there. */
  add(entry: Entry): number {
    const key = this.keyOf(entry);
    let code = this.codes.get(key);
    if (code === undefined) {
      code = this.entries.length;
      this.codes.set(key, code);
      this.entries.push(entry);
    }
    return code;
  }

  entry(code: number): Entry {
    const entry = this.entries[code];
    if (entry === undefined) throw new RangeError(`There is no entry ${code} of ${this.size}.`);
    return entry;
  }

  /** Takes up the entries of a snapshot, whose codes stay what they were. */
  load(entries: readonly Entry[]): void {
    for (const entry of entries) this.add(entry);
  }
}
