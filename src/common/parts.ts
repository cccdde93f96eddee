/** A list in parts of some length; the last may be shorter. */
export function* parts<Value>(list: readonly Value[], length: number): Generator<readonly Value[]> {
  for (let start = 0; start < list.length; start += length) yield list.slice(start, start + length);
}
