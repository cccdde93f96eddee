import { DECISION_WORDS } from '../decision-words.js';
import type { Decision, LetterItem, Quote, Reading, Warning } from '../letter.js';
import type { Paragraph } from '../paragraphs.js';
import { groupOf, quote, spanning, within } from '../quote.js';
import { partySentences } from './party-sentences.js';
import { lacking, strayText, type ReadItems } from './read-items.js';

/** A decision as one of the lists announces it. */
interface Announcement {
  /** The number before it; empty where there is none. */
  readonly number: string;
  readonly request: Quote;
  readonly decision: Reading<Decision>;
}

/** What the letter says to one number, below its decision. */
interface Reasons {
  readonly number: string;
  readonly request: Quote;
  readonly guidelines: Paragraph[];
  readonly rationale: Paragraph[];
}

/** The first sentence that decides; what follows it in the paragraph is no part of the announcement. */
const ANNOUNCED =
  /^(?<request>.*?) (?<decision>(?:is|are|was|were) ?(?:not ?)?medically necessary(?: (?:and|or) (?:medically )?appropriate)?)(?![a-z])/di;

/**
 * Reads items that numbered sentences announce, as a rule twice: on the first page and above the reasons. Each counts
 * once; the list above the reasons is believed.
 */
export function readAnnouncedItems(text: string, paragraphs: readonly Paragraph[]): ReadItems {
  const warnings: Warning[] = [];
  const lists = { first: [] as Announcement[], second: [] as Announcement[] };
  const reasons: Reasons[] = [];
  for (const paragraph of paragraphs) {
    if (paragraph.mark?.kind === 'announcement') {
      const announcement = readAnnouncement(paragraph);
      if (announcement) lists[paragraph.section === 'header' ? 'first' : 'second'].push(announcement);
      else warnings.push(strayText(paragraph));
    } else collectReasons(paragraph, reasons);
  }
  const { announced, doubts } = reconcile(lists.first, lists.second);
  const items = announced.map((each) => toItem(text, each, takeReasons(each, reasons)));
  for (const item of items) warnings.push(...lacking(item, item.heading));
  for (const { request } of reasons) warnings.push(strayText(request));
  return { items, warnings: [...doubts, ...warnings] };
}

function readAnnouncement({ value, words }: Paragraph): Announcement | undefined {
  const match = ANNOUNCED.exec(words.value);
  const request = match && groupOf(words, match, 'request');
  const decision = match && groupOf(words, match, 'decision');
  if (!request?.value || !decision) return undefined;
  const { decisionOf } = DECISION_WORDS.sentence;
  return {
    number: numberOf(value),
    request,
    decision: { value: decisionOf(decision.value), span: decision.span },
  };
}

function numberOf(value: string): string {
  return /^(\d{1,2}) ?[.)]/.exec(value)?.[1] ?? '';
}

function collectReasons(paragraph: Paragraph, reasons: Reasons[]): void {
  const { mark, section, words, value } = paragraph;
  const current = reasons.at(-1);
  if (mark?.kind === 'regarding') {
    const end = words.value.lastIndexOf(':');
    const request = within(words, 0, end < 0 ? words.value.length : end);
    reasons.push({ number: numberOf(value), request, guidelines: [], rationale: [] });
  } else if (mark?.kind === 'part') current?.rationale.push(paragraph);
  else if (!mark && section === 'guidelines') current?.guidelines.push(paragraph);
}

const fold = (words: string) =>
  words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** What both lists announce is one item; that they contradict each other is worth knowing. */
function reconcile(
  first: readonly Announcement[],
  second: readonly Announcement[],
): { announced: readonly Announcement[]; doubts: readonly Warning[] } {
  const doubts: Warning[] = [];
  const unmatched = [...second];
  const onlyFirst = first.filter((early) => {
    const at = indexOfSame(early, unmatched);
    const late = unmatched[at];
    if (!late) return true;
    unmatched.splice(at, 1);
    if (late.decision.value !== early.decision.value) doubts.push(contradiction(early, late));
    return false;
  });
  return { announced: [...second, ...onlyFirst], doubts };
}

/** Where the request of an announcement stands in a list: by its words, else by its number. */
function indexOfSame(
  { number, request }: Pick<Announcement, 'number' | 'request'>,
  list: readonly Pick<Announcement, 'number' | 'request'>[],
): number {
  const words = fold(request.value);
  const byWords = list.findIndex((other) => fold(other.request.value) === words && other.number === number);
  if (byWords >= 0) return byWords;
  const anywhere = list.findIndex((other) => fold(other.request.value) === words);
  return anywhere >= 0 || number === '' ? anywhere : list.findIndex((other) => other.number === number);
}

function contradiction(early: Announcement, late: Announcement): Warning {
  const message =
    `The first list decides ${early.decision.value}, the one above the reasons ${late.decision.value}; ` +
    `the latter is used: ${late.request.value}`;
  return { code: 'DECISION_DISAGREES', message, span: early.decision.span };
}

function takeReasons(announced: Announcement, reasons: Reasons[]): Reasons | undefined {
  const at = indexOfSame(announced, reasons);
  return at < 0 ? undefined : reasons.splice(at, 1)[0];
}

function toItem(text: string, { request, decision }: Announcement, reasons: Reasons | undefined): LetterItem {
  const guidelines = whole(text, reasons?.guidelines ?? []);
  const rationale = reasons?.rationale[0]?.words;
  return {
    label: request,
    heading: request,
    decision,
    ...(guidelines && partySentences(guidelines)),
    ...(rationale?.value && { rationale }),
  };
}

function whole(text: string, paragraphs: readonly Paragraph[]): Quote | undefined {
  const [first] = paragraphs;
  const last = paragraphs.at(-1);
  return first && last && quote(text, ...spanning(first, last));
}
