import { guidelineNodes } from '../graph/identity.js';
import type { CitationContext } from '../normalise/citation.js';
import type { Citation, GuidelinePlace } from '../normalise/determination.js';
import { readParty } from '../normalise/party.js';
import { everyMention } from '../normalise/rationale-citations.js';
import type { Quote } from '../parse/letter.js';
import { cut, type ListPage, type Optional, type PageArguments } from './page.js';
import { placeAfter, placeText } from './place.js';

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

/** Cursors of mentions. */
const ORDER = 'lookupCitations';

/**
 * The places of a text that name guidelines, in its order. No statement is run: the catalogue knows.
 * @param asOf a day (ISO 8601) on which the text was written; titles adopted later are not meant
 * @throws {InputError} when `after` is no place of this order
 */
export function lookUpCitations(
  text: string,
  form: TextForm,
  asOf: Optional<string>,
  { first, after }: PageArguments,
): ListPage<GuidelineMentionRow> {
  const place = placeAfter(after, ORDER, isOrdinal);
  const from = Number(place?.value ?? 0);
  const mentions = citationsIn(text, form, asOf ?? null);
  const rows = mentions.slice(from, from + first + 1).map((mention, i) => toRow(mention, from + i + 1));
  return {
    ...cut(rows, first),
    hasPreviousPage: place !== null,
    placeOf: ({ ordinal }) => placeText(ORDER, { value: ordinal, key: '' }),
    count: () => Promise.resolve(mentions.length),
  };
}

function isOrdinal(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) > 0;
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
