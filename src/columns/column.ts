/** A list of numbers of one width. */
export type Numbers = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;

type Constructor<Values extends Numbers> = new (length: number) => Values;

/** A list of numbers of one width that grows at its end. */
export class Column<Values extends Numbers = Numbers> {
  /** The first `length` are those of the list; another array whenever it has grown. */
  values: Values;
  length = 0;

  constructor(private readonly type: Constructor<Values>) {
    this.values = new type(1024);
  }

  push(value: number): void {
    if (this.length === this.values.length) this.reserve(1);
    this.values[this.length++] = value;
  }

  /** Makes room for so many values behind the last. */
  reserve(count: number): void {
    if (this.length + count <= this.values.length) return;
    const longer = new this.type(Math.ceil((this.length + count) * 1.5) + 1024);
    longer.set(this.values);
    this.values = longer;
  }

  /** The value of a row that is there. */
  at(row: number): number {
    return this.values[row] ?? 0;
  }

  /** The list as an array of its own length, for a snapshot. */
  toArray(): Values {
    return this.values.slice(0, this.length) as Values;
  }

  /** Takes up what {@link toArray} gave. */
  load(values: Numbers): void {
    this.values = values as Values;
    this.length = values.length;
  }
}
