/**
 * What is wrong with a list of names; undefined when nothing is: each may be there once, and only one of those that are
 * rivals.
 */
export function namesProblem<Name extends string>(
  names: readonly Name[],
  rivalries: readonly (readonly Name[])[],
): string | undefined {
  if (new Set(names).size < names.length) return 'must not name anything twice';
  for (const rivals of rivalries) {
    if (names.filter((name) => rivals.includes(name)).length > 1) {
      return `must hold only one of ${rivals.join(', ')}`;
    }
  }
  return undefined;
}
