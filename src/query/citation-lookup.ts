import { guidelineNodes } from '../graph/identity.js';
import type { CitationContext } from '../normalise/citation.js';
import type { Citation, GuidelinePlace } from '../normalise/determination.js';
import { readParty } from '../normalise/party.js';
import { everyMention } from '../normalise/rationale-citations.js';
import type { Quote } from '../parse/letter.js';
import { InputError } from './input-error.js';
import type { Optional, Page, PageArguments } from './page.js';

/** What a text is: running text that names guidelines, or the words of a letter's guideline line. */
export type TextForm = 'PROSE' | 'GUIDELINE_LINE';

/** One place of a text that names a guideline. */
export interface GuidelineMentionRow extends Omit<Citation, 'role' | 'span'> {
  /** Its place among all mentions of the text, from 1. */
  readonly ordinal: number;
  /** Offsets into the text as given, in UTF-16 code units, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** Of the node that the graph has if any letter cites the same. */
  readonly guidelineId: string;
}

/** One page of mentions, and how many there are on all pages. */
export interface MentionPage extends Page<GuidelineMentionRow> {
  readonly totalCount: number;
}

/**
 * The places of a text that name guidelines, in its order. No statement is run: the catalogue knows.
 * @param asOf a day (ISO 8601) on which the text was written; titles adopted later are not meant
 * @param page `after` is the ordinal of a mention
 */
export function lookUpCitations(
  text: string,
  form: TextForm,
  asOf: Optional<string>,
  { first, after }: PageArguments,
): MentionPage {
  const from = Number(after ?? 0);
  if (!Number.isSafeInteger(from) || from < 0) {
    throw new InputError('after', 'after must be an endCursor of this list');
  }
  const mentions = citationsIn(text, form, asOf ?? null);
  const upTo = from + first;
  return {
    nodes: mentions.slice(from, upTo).map((mention, i) => toRow(mention, from + i + 1)),
    hasNextPage: upTo < mentions.length,
    totalCount: mentions.length,
  };
}

function citationsIn(text: string, form: TextForm, asOf: string | null): readonly Citation[] {
  const words: Quote = { value: text, span: [0, text.length] };
  const context: CitationContext = { role: 'RATIONALE', asOf, warn: () => undefined };
  if (form === 'PROSE') return everyMention(words, context);
  const { citations } = readParty(words, { ...context, role: 'EXPERT_REVIEWER' });
  return [...citations].sort((one, other) => one.span[0] - other.span[0]);
}

function toRow({ role, span: [start, end], ...citation }: Citation, ordinal: number): GuidelineMentionRow {
  return { ...citation, ordinal, start, end, guidelineId: guidelineIdOf(citation) };
}

/** The lowest node that holds all that is cited: its only topic, else the chapter, else the source. */
export function guidelineIdOf(place: GuidelinePlace): string {
  const topics = place.topics.length === 1 ? place.topics : [];
  const [target] = guidelineNodes({ ...place, topics }).targets;
  return target?.id ?? place.source;
}
