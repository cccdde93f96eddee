/** The lines of each page. */
export type Pages = readonly (readonly string[])[];

/** A line that says nothing but which page this is. */
const PAGE_NUMBER = /^(?:page (?:\| ?)?\d{1,3}(?: ?(?:of|[|/]) ?\d{1,3})?|- ?\d{1,3} ?-)$/i;
const LONGEST_PAGE_NUMBER = 'page 100 of 100'.length;

/** A line of capitalised words with a case number: "Case Number: CM16-0213037 Page 2". */
const RUNNING_HEAD =
  /^(?:page \d{1,3}(?: of \d{1,3})? )?(?:(?:[A-Z][\w/-]*[:.#]?|for|of|the|and|in|-|\|) )*(?<number>CM\d{2}-\d{7})(?:[ ,|-]{1,3}Page \d{1,3}(?: of \d{1,3})?|[ ,|-]{1,3}\d{1,3})?$/i;

/** A line that is, or ends in, a number which may be the page's own: "2", "Determination Letter for IMR Case Page 2 of 5". */
const OWN_NUMBER = /^(?:(?:(?:[A-Z][\w/-]*|for|of|the|and|in) )*Page )?(?<number>\d{1,6})(?: of \d{1,3})?$/;

/** Longer lines are text that was wrapped. */
const LONGEST_FURNITURE = 75;
/** Below so many lines, the case number without its label is no title. */
const LOWEST_TITLE = 12;
/** How many lines a header or footer may have. */
const DEEPEST_FURNITURE = 3;

/**
 * Drops page headers and footers: lines like "Page 2 of 5", and short lines that stand (but for their digits) at the
 * same edge of every page from the second on. Lines that end a sentence or print a decision stay whatever they look
 * like: two pages may well end in "medically necessary."
 * @returns the pages without blank lines at their edges
 */
export function withoutPageFurniture(pages: Pages): Pages {
  const numberless = pages.map((lines) => trimBlank(lines.filter((line) => !isPageNumber(line))));
  if (numberless.length === 1) return withoutRepeatedHeads(numberless.map(withoutRunningNumbers));
  const headless = trimHeaders(numberless.map((lines, i) => trimBlank(trimOwnNumber(lines, i))));
  return withoutRepeatedHeads(trimHeaders(headless.map(upsideDown)).map(upsideDown));
}

function isPageNumber(line: string): boolean {
  return line.length <= LONGEST_PAGE_NUMBER && PAGE_NUMBER.test(line);
}

/**
 * Drops the lines that repeat nothing but the case number. The row of the header table is none of them, also below a
 * title with the number.
 */
function withoutRepeatedHeads(pages: Pages): Pages {
  const seen = new Set<string>();
  let count = 0;
  const isRepeated = (line: string) => {
    count += 1;
    if (line.length > LONGEST_FURNITURE || !endsInDigit(line) || !line.includes('CM')) return false;
    const number = RUNNING_HEAD.exec(line)?.groups?.['number'];
    if (number === undefined) return false;
    const isRow = /case number: ?CM[\d-]+$/i.test(line);
    const isKnown = isRow ? seen.has(`row ${number}`) : count > LOWEST_TITLE || seen.has(number);
    seen.add(number);
    if (isRow) seen.add(`row ${number}`);
    return isKnown;
  };
  return pages.map((lines) => {
    const kept = lines.filter((line) => !isRepeated(line));
    return kept.length < lines.length ? trimBlank(kept) : lines;
  });
}

function endsInDigit(line: string): boolean {
  const code = line.charCodeAt(line.length - 1);
  return code >= 48 && code <= 57;
}

/** Pages count from 1, or from 2 where a cover page is left out. */
function trimOwnNumber(lines: readonly string[], index: number): readonly string[] {
  const isOwn = (line = '') => {
    if (line.length > LONGEST_FURNITURE) return false;
    const number = OWN_NUMBER.exec(line)?.groups?.['number'];
    return number === String(index + 1) || number === String(index + 2);
  };
  return lines.slice(isOwn(lines[0]) ? 1 : 0, isOwn(lines.at(-1)) ? -1 : undefined);
}

/**
 * A text whose page breaks were lost may keep the pages' numbers, each between blank lines: bare numbers that count
 * from 1, or from 2, through the whole text are page numbers; where one is out of turn, none is taken for one.
 */
function withoutRunningNumbers(lines: readonly string[]): readonly string[] {
  const isBlank = (line: string | undefined) => line === undefined || line === '';
  const numbers = lines.flatMap((line, i) =>
    line.length <= 3 && /^\d+$/.test(line) && isBlank(lines[i - 1]) && isBlank(lines[i + 1]) ? [i] : [],
  );
  const [first] = numbers;
  const start = Number(lines[first ?? 0]);
  const inTurn = numbers.every((at, i) => Number(lines[at]) === start + i);
  if (numbers.length < 2 || !inTurn || (start !== 1 && start !== 2)) return lines;
  const taken = new Set(numbers);
  return lines.map((line, i) => (taken.has(i) ? '' : line));
}

/** Drops the number of a letter's only page, below its last sentence; and blank lines at the edges. */
export function withoutLoneNumber(lines: readonly string[]): readonly string[] {
  const whole = trimBlank(lines);
  if (whole.at(-1) !== '1') return whole;
  const above = trimBlank(whole.slice(0, -1));
  return /[.!?]["')]*$/.test(above.at(-1)?.slice(-4) ?? '') ? above : whole;
}

function upsideDown(lines: readonly string[]): readonly string[] {
  return [...lines].reverse();
}

function trimHeaders(pages: Pages): Pages {
  let trimmed = pages;
  for (let depth = 0; depth < DEEPEST_FURNITURE; depth++) {
    const header = commonFirstLine(trimmed);
    if (header === undefined) break;
    trimmed = trimmed.map((lines) =>
      maskDigits(lines[0] ?? '') === header ? trimBlank(lines.slice(1)) : lines,
    );
  }
  return trimmed;
}

function commonFirstLine(pages: Pages): string | undefined {
  const firstLines = pages.filter((lines) => lines.length > 0).map((lines) => maskDigits(lines[0] ?? ''));
  const [, candidate] = firstLines;
  if (candidate === undefined || !mayBeFurniture(candidate)) return undefined;
  const bearers = firstLines.filter((line) => line === candidate).length;
  return bearers >= 2 && firstLines.slice(1).every((line) => line === candidate) ? candidate : undefined;
}

function mayBeFurniture(line: string): boolean {
  return (
    line.length <= LONGEST_FURNITURE && !/[.,;:?!]["')]?$|\b(?:Upheld|Overturned)$|^Case Number:/.test(line)
  );
}

function maskDigits(line: string): string {
  return line.replace(/\d+/g, '#');
}

function trimBlank(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => line !== '');
  return first < 0 ? [] : lines.slice(first, lines.findLastIndex((line) => line !== '') + 1);
}
