// @ts-check
/**
 * Values in an order that does not depend on who told them.
 * @param {readonly unknown[]} values
 */
export function inOrder(values) {
  return [...values].sort((a, b) => (canonical(a) < canonical(b) ? -1 : 1));
}

/**
 * JSON in which the order of fields does not count.
 * @param {unknown} value
 */
export function canonical(value) {
  return JSON.stringify(value, (_, inner) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
