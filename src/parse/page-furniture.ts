/** A line that says nothing but which page this is. */
const PAGE_NUMBER = /^(?:page \d{1,3}(?: of \d{1,3})?|- ?\d{1,3} ?-)$/i;

/** Longer lines are text that was wrapped. */
const LONGEST_FURNITURE = 75;
/** How many lines a header or footer may have. */
const DEEPEST_FURNITURE = 3;

/**
 * Drops page headers and footers: lines like "Page 2 of 5", and short lines that stand (but for their digits) at the
 * same edge of every page from the second on. Pages end in form feeds. Lines that end a sentence or print a decision
 * stay whatever they look like: two pages may well end in "medically necessary."
 */
export function withoutPageFurniture(text: string): string {
  const pages = text.split('\f').map((page) => page.split('\n').filter((line) => !PAGE_NUMBER.test(line)));
  const numberless = pages.length > 1 ? pages.map((lines, i) => trimOwnNumber(trimBlank(lines), i)) : pages;
  const reversed = trimHeaders(numberless.map((lines) => trimBlank(lines).reverse()));
  return trimHeaders(reversed.map((lines) => trimBlank(lines).reverse()))
    .map((lines) => lines.join('\n'))
    .join('\f');
}

/**
 * A line at a page's edge that is, or ends in, the page's own number: "2", "Determination Letter Page 2 of 5". Pages
 * count from 1, or from 2 where a cover page is left out.
 */
function trimOwnNumber(lines: readonly string[], index: number): string[] {
  const own = new RegExp(
    String.raw`^(?:(?:[A-Z][\w/-]* )*Page )?(?:${index + 1}|${index + 2})(?: of \d{1,3})?$`,
  );
  const isOwn = (line = '') => own.test(line);
  return lines.slice(isOwn(lines[0]) ? 1 : 0, isOwn(lines.at(-1)) ? -1 : undefined);
}

function trimHeaders(pages: readonly string[][]): string[][] {
  let trimmed = [...pages];
  for (let depth = 0; depth < DEEPEST_FURNITURE; depth++) {
    const header = commonFirstLine(trimmed);
    if (header === undefined) break;
    trimmed = trimmed.map((lines) =>
      maskDigits(lines[0] ?? '') === header ? trimBlank(lines.slice(1)) : lines,
    );
  }
  return trimmed;
}

function commonFirstLine(pages: readonly string[][]): string | undefined {
  const firstLines = pages.filter((lines) => lines.length > 0).map((lines) => maskDigits(lines[0] ?? ''));
  const [, candidate] = firstLines;
  if (candidate === undefined || !mayBeFurniture(candidate)) return undefined;
  const bearers = firstLines.filter((line) => line === candidate).length;
  return bearers >= 2 && firstLines.slice(1).every((line) => line === candidate) ? candidate : undefined;
}

function mayBeFurniture(line: string): boolean {
  return line.length <= LONGEST_FURNITURE && !/[.,;:?!]["')]?$|\b(?:Upheld|Overturned)$/.test(line);
}

function maskDigits(line: string): string {
  return line.replace(/\d+/g, '#');
}

function trimBlank(lines: readonly string[]): string[] {
  const first = lines.findIndex((line) => line !== '');
  return first < 0 ? [] : lines.slice(first, lines.findLastIndex((line) => line !== '') + 1);
}
