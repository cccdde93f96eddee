/**
 * Whether two words differ in at most `most` letters that are wrong, missing or too many.
 * Takes time in proportion to their length times `most`.
 */
export function isNear(a: string, b: string, most: number): boolean {
  if (a === b) return true;
  if (Math.abs(a.length - b.length) > most) return false;
  let above: number[] = [];
  for (let j = 0; j <= b.length; j++) above.push(j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    const from = Math.max(1, i - most);
    const to = Math.min(b.length, i + most);
    for (let j = 1; j < from; j++) row[j] = most + 1;
    let least = row[from - 1] ?? i;
    for (let j = from; j <= to; j++) {
      const substituted = (above[j - 1] ?? 0) + (a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1);
      const cost = Math.min(substituted, (row[j - 1] ?? 0) + 1, (above[j] ?? most) + 1);
      row[j] = cost;
      if (cost < least) least = cost;
    }
    for (let j = to + 1; j <= b.length; j++) row[j] = most + 1;
    if (least > most) return false;
    above = row;
  }
  return (above[b.length] ?? most + 1) <= most;
}
