/** Compares texts by their UTF-16 units: of ASCII, as Cypher orders them. */
export function byName(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
