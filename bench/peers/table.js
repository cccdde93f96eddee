// @ts-check
/** Tables and figures as the page has them. */

/** @param {(string | number)[][]} rows the first is the head */
export function table([head = [], ...rows]) {
  const line = (/** @type {(string | number)[]} */ cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, i) => (i === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}

/** @param {number} letters */
export function size(letters) {
  return letters >= 1e6 ? `${letters / 1e6} M` : letters >= 1e3 ? `${letters / 1e3} k` : String(letters);
}

/** Three digits are more than such a measurement is good for. @param {number | null | undefined} value */
export function digits(value) {
  if (value === null || value === undefined || Number.isNaN(value)) return '';
  return value >= 100 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)));
}

/** @param {{ min: number, median: number, max: number }} spread */
export function threeOf({ min, median, max }) {
  return [min, median, max].map(digits).join(' / ');
}
