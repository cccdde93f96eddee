import type { Citation, GuidelinePlace } from '../determination.js';
import type { MentionPlace } from '../rationale-citations.js';

/** What a finding cites, as far as it tells which guideline a statement of its rationale relies on. */
export interface Grounds {
  /** Of the finding's guideline lines. */
  readonly inLines: readonly Citation[];
  /** Where the rationale names guidelines, in its order. */
  readonly mentions: readonly MentionPlace[];
}

/**
 * The guideline that a rationale relies on at an offset of the letter's text: the one that is named last before it, else the
 * reviewer's guideline line, else the one that is named next. Where only a source is named ("the ODG"), the line says
 * what of it; where a line cites several of its guidelines, the chapter or source that holds them all.
 * @returns `null` when the finding cites nothing
 */
export function reliesOn(offset: number, { inLines, mentions }: Grounds): GuidelinePlace | null {
  const own = inLines.filter(({ role, silent }) => role === 'EXPERT_REVIEWER' && !silent);
  const before = mentions.findLast(({ start }) => start <= offset);
  if (before) return placeOf(before.citation, own);
  const [first] = own;
  if (first) return common(own.filter(({ source }) => source === first.source));
  const [next] = mentions;
  return next ? placeOf(next.citation, own) : null;
}

function placeOf(mention: Citation, own: readonly Citation[]): GuidelinePlace | null {
  if (mention.chapter !== null) return common([mention]);
  const ofSource = own.filter(({ source }) => source === mention.source);
  return common(ofSource.length > 0 ? ofSource : [mention]);
}

/** The narrowest place that holds all of these citations of one source. */
function common(citations: readonly Citation[]): GuidelinePlace | null {
  const [first] = citations;
  if (!first) return null;
  const { source, chapter, edition, resolution } = first;
  const isOneChapter = citations.every((one) => one.chapter === chapter && one.edition === edition);
  if (!isOneChapter) return { source, chapter: null, edition: null, topics: [], resolution };
  const [topic] = first.topics;
  const isOneTopic = (topics: readonly string[]) =>
    topics.length > 0 && topics.every((other) => other === topic);
  const topics = topic !== undefined && citations.every((one) => isOneTopic(one.topics)) ? [topic] : [];
  return { source, chapter, edition, topics, resolution };
}
