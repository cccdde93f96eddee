import { DECISION_WORDS, endsInDecision, type DecisionWords } from './decision-words.js';
import { joinLines } from './lines.js';
import { lacksOriginalRequest, ORIGINAL_REQUEST } from './modification.js';

/** How many lines, blank ones among them, the words that tell a decision may be broken over. */
const MOST_LINES_OF_DECISION = 6;
/** The longest heading of a modified request seen has six lines. */
const MOST_LINES = 40;
/** A numbered heading beyond this length is no request. */
const LONGEST_NUMBERED = 1500;
/** A wrapped line has at most about 105 characters; a longer one is a whole paragraph. */
const LONGEST_WRAPPED_LINE = 150;
/** A line is full when the next line's first word would have carried it beyond this many characters. */
const FULL_LINE = 75;

/** The number before an item, where the template has numbers. */
export const ORDINAL = /^\d{1,2} ?[.)] ?(?=\D)/;
const SENTENCE_END = /[.!?]["')\]]*$/;
/** A rationale's last words, where its full stop is missing. */
const CONCLUSION_END = /\bmedically (?:necessary|appropriate)(?: and appropriate)?$/i;
const ABBREVIATION_END = /\b(?:Dr|No|Qty|St|approx|e\.g|i\.e|vs)\.$/i;
/** A sentence that tells a decision, and no request. */
const TELLS =
  /\b(?:is|are|was|were|be|been|follows|remains?|decision|determination|denial|outcome|result) ?: ?[A-Za-z]+ ?\.?$/i;
/** Short for a word, where no new sentence follows: "with fluoro." above "guidance". */
const SHORTENED_END =
  /\b(?:eval|fluoro|incl|tabs?|caps?|wks?|mos?|yrs?|hrs?|min|max|inj|ext|misc|meds?|bilat|[bqt]\.?i\.?d|p\.?r\.?n|p\.?o|lbs?|oz|ft|in|sq)\.$/i;

/**
 * Parts item headings ("MRI of the left knee: Upheld", often of several lines) from the lines above them. Nothing
 * but its last words marks a heading; where it starts is told from the end of what stands before it.
 * @param lines a block that ends where a guideline label begins, or the letter; blank lines are empty strings
 * @param kept how many of the first lines are no part of a heading (1 when the first carries a label)
 * @param decision what the headings of the template end in
 * @param isAboveLabel whether a guideline label follows, so that the last words must be a heading
 * @returns the lines above (perhaps none), then each heading's lines
 */
export function detachHeadings(
  lines: readonly string[],
  kept: number,
  decision: DecisionWords,
  isAboveLabel: boolean,
): readonly (readonly string[])[] {
  const headings: (readonly string[])[] = [];
  let end = endOfText(lines, lines.length);
  const isHeadingAbove = () =>
    end > kept &&
    endsInDecision(joinLines(lines.slice(Math.max(kept, end - MOST_LINES_OF_DECISION), end)), decision);
  while (isHeadingAbove()) {
    const start = headingStart(lines, kept, end, decision);
    const isMeant = (isAboveLabel && headings.length === 0) || standsAlone(lines, start, end, decision);
    if (!isMeant) break;
    headings.push(lines.slice(start, end));
    end = endOfText(lines, start);
    // A rationale, too, ends in such a sentence.
    if (!decision.mayFollowOneAnother) break;
  }
  return [lines.slice(0, end), ...headings.reverse()];
}

/** A rationale may end as a heading does: "So the determination is: Upheld." */
function standsAlone(lines: readonly string[], start: number, end: number, decision: DecisionWords): boolean {
  if (start > 0 && !startsAnew(lines, start, decision)) return false;
  const heading = joinLines(lines.slice(start, end));
  return !TELLS.test(heading) || ORIGINAL_REQUEST.test(heading);
}

/**
 * How many lines from `at` on are the heading "2. X is not medically necessary and appropriate.", which carries the
 * next number and ends in the first decision that it tells; 0 where none begins.
 */
export function numberedHeading(lines: readonly string[], at: number, number: number): number {
  if (!ORDINAL.test(lines[at] ?? '') || Number.parseInt(lines[at] ?? '', 10) !== number) return 0;
  let whole = 0;
  for (let end = at + 1; end <= Math.min(lines.length, at + MOST_LINES); end++) {
    const words = joinLines(lines.slice(at, end));
    if (endsInDecision(words, DECISION_WORDS.sentence)) whole = end - at;
    // "… is not medically necessary" may go on with "and appropriate." on the next line.
    else if (whole > 0 || DECISION_WORDS.sentence.anywhere.test(words) || words.length > LONGEST_NUMBERED)
      break;
    if (words.endsWith('.') && whole > 0) break;
  }
  return whole;
}

/** The index after the last line that is not blank. */
function endOfText(lines: readonly string[], end: number): number {
  let index = end;
  while (index > 0 && lines[index - 1] === '') index--;
  return index;
}

/** The nearest line on which a whole heading can start. */
function headingStart(lines: readonly string[], kept: number, end: number, decision: DecisionWords): number {
  const farthest = Math.max(kept, end - MOST_LINES);
  const wordsFrom = (start: number) => joinLines(lines.slice(start, end));
  const isFitting = (start: number) => isWhole(wordsFrom(start));
  let nearest = end - 1;
  while (nearest > farthest && !endsInDecision(wordsFrom(nearest), decision)) nearest--;
  // Nearest first, and looked at one by one: as a rule the first is the start.
  const find = (is: (start: number) => boolean) => {
    for (let each = nearest; each > farthest; each--) if (is(each)) return each;
    return undefined;
  };
  const isAnew = (each: number) => startsAnew(lines, each, decision);
  const start =
    find((each) => isAnew(each) && isFitting(each)) ??
    (isFitting(farthest) ? farthest : (find(isAnew) ?? farthest));
  const isBelowBlank = (each: number) => lines[each] !== '' && lines[each - 1] === '';
  if (!looksLikeProse(wordsFrom(start))) {
    if (isBelowBlank(start)) return start;
    // A heading may itself hold the end of a sentence ("Camphor 2%. 180 gm") at a line's end.
    const whole = find((each) => isBelowBlank(each) && isAnew(each) && isFitting(each)) ?? start;
    return whole < start && !looksLikeProse(wordsFrom(whole)) ? whole : start;
  }
  // The prose above lacks its full stop, so a blank line decides, even one below a full line.
  return find((each) => each > start && isBelowBlank(each) && isFitting(each)) ?? start;
}

/** Whether a heading seems to have swallowed the end of the text above it. */
export function looksLikeProse(heading: string): boolean {
  return /^[a-z]/.test(heading) || holdsSentence(heading);
}

/** Whether a request has the end of a sentence in it. */
export function holdsSentence(heading: string): boolean {
  const [request = ''] = heading.split(ORIGINAL_REQUEST);
  return /[a-z]{3}[.!?]["')]* [A-Z]/.test(request);
}

/** Whether a text ends there where a sentence does, or a rationale's conclusion without its full stop. */
export function endsSentence(text: string): boolean {
  return SENTENCE_END.test(text.slice(-8)) || CONCLUSION_END.test(text.slice(-80));
}

/** The heading of a modified request has several sentences, of which the first names the original request. */
function isWhole(heading: string): boolean {
  return !lacksOriginalRequest(heading);
}

/** Whether what stands above a line ends there, so that the line may begin something new. */
function startsAnew(lines: readonly string[], index: number, decision: DecisionWords): boolean {
  const line = lines[index] ?? '';
  const above = endOfText(lines, index);
  const previous = lines[above - 1] ?? '';
  if (line === '') return false;
  if (SENTENCE_END.test(previous)) {
    const isShortened = SHORTENED_END.test(previous) && /^[a-z\d#(]/.test(line) && above === index;
    return !isShortened && !ABBREVIATION_END.test(previous);
  }
  if (CONCLUSION_END.test(joinLines(lines.slice(Math.max(0, above - 3), above)))) return true;
  const setApart = above < index && previous.length + line.indexOf(' ') < FULL_LINE;
  return setApart || previous.length > LONGEST_WRAPPED_LINE || endsInDecision(previous, decision);
}
