/** Numbers for the ids of one dimension. */
export class Keys<Entry extends { readonly key: number } = { readonly key: number }> {
  private readonly entries = new Map<string, Entry>();
  private last = 0;

  /** A number that no id has, or has had since this was made. */
  next(): number {
    this.last += 1;
    return this.last;
  }

  set(id: string, entry: Entry): void {
    this.entries.set(id, entry);
    this.last = Math.max(this.last, entry.key);
  }

  has(id: string): boolean {
    return this.entries.has(id);
  }

  /** @throws {RangeError} when the id was not taken up. */
  get(id: string): Entry {
    const entry = this.entries.get(id);
    if (entry === undefined) throw new RangeError(`The star schema was not told of "${id}".`);
    return entry;
  }

  delete(id: string): void {
    this.entries.delete(id);
  }
}
