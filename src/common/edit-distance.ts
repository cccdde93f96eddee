/**
 * How many slips of the pen part two words: a letter that is wrong, missing or too many, or two neighbours that changed
 * places ("Denitst").
 * @param most beyond this many they are not counted; the time taken grows with the length times this.
 * @returns the number of slips, or `most + 1` when there are more.
 */
export function editDistance(a: string, b: string, most: number): number {
  if (a === b) return 0;
  const beyond = most + 1;
  if (Math.abs(a.length - b.length) > most) return beyond;
  let aboveThat: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => Math.min(j, beyond));
  for (let i = 1; i <= a.length; i++) {
    const row = new Array<number>(b.length + 1).fill(beyond);
    row[0] = Math.min(i, beyond);
    for (let j = Math.max(1, i - most); j <= Math.min(b.length, i + most); j++) {
      const isSame = a[i - 1] === b[j - 1];
      const changedPlaces = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        (above[j - 1] ?? beyond) + (isSame ? 0 : 1),
        (row[j - 1] ?? beyond) + 1,
        (above[j] ?? beyond) + 1,
        changedPlaces ? (aboveThat[j - 2] ?? beyond) + 1 : beyond,
      );
    }
    aboveThat = above;
    above = row;
  }
  return Math.min(above[b.length] ?? beyond, beyond);
}
