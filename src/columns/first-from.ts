/**
 * The first of ascending places that is not before what is looked for: `end` when all are.
 * @param isBefore whether a place is
 */
export function firstFrom(start: number, end: number, isBefore: (place: number) => boolean): number {
  let low = start;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
