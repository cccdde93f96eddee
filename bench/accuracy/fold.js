// @ts-check

/** More pages than this in one range are taken for a misreading. */
const LONGEST_RANGE = 60;

/**
 * A value without what spellings differ in: case, punctuation, "&" for "and".
 * @param {unknown} value a string or number; null and undefined stay apart from every word
 * @returns {string | null}
 */
export function fold(value) {
  if (value === null || value === undefined) return null;
  return String(value)
    .toLowerCase()
    .replace(/&/g, 'and')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/**
 * The folded values as a sorted set.
 * @param {readonly unknown[] | null | undefined} values
 */
export function foldSet(values) {
  return [...new Set((values ?? []).map(fold))].sort().join('|');
}

/**
 * A chapter's name, by which the words "Guidelines" and "Chapter" and what stands in brackets do not count.
 * @param {string} name
 */
export function foldChapter(name) {
  return fold(name.replace(/\([^()]*\)/g, ' ').replace(/\b(guidelines?|chapter)\b/gi, ' '));
}

/**
 * Pages as a sorted set of numbers: "177-179" and "177, 178, 179" are the same.
 * @param {readonly unknown[] | null | undefined} pages
 */
export function pageSet(pages) {
  return [...new Set((pages ?? []).flatMap((page) => pagesOf(String(page))))].sort().join(',');
}

/** @param {string} page one page or a range */
function pagesOf(page) {
  const range = /^(\d+)\s*-\s*(\d+)$/.exec(page);
  if (!range) return [page.trim()];
  const [first, last] = [Number(range[1]), Number(range[2])];
  const length = Math.max(0, Math.min(LONGEST_RANGE, last - first + 1));
  return Array.from({ length }, (_, i) => String(first + i));
}
