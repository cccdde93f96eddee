import { nearest } from './names.js';
import { lengthAt, matchesAt } from './patterns.js';
import { TermIndex, wordsOf, type Words } from './term-index.js';
import { trimmedLength } from './trim.js';

/** Names that a list may hold. */
export interface TopicNames {
  readonly names: readonly string[];
  readonly terms: TermIndex<string>;
}

export function topicNames(names: readonly string[]): TopicNames {
  return { names, terms: new TermIndex(names.map((name) => [name, name] as const)) };
}

/** A list of sections that was split with the catalogue's names. */
export interface TopicList {
  /** In the catalogue's spelling; what is not in the catalogue stays as written. */
  readonly topics: readonly string[];
  readonly unknown: readonly string[];
}

/** In so many places of a list a mistyped section is looked for; no letter lists more. */
const MOST_MISTYPED = 100;
/** No section of the catalogue holds more commas than this. */
const MAX_COMMAS = 6;
const NAME_ENDS = /(?:\s+guidelines?)?\s*(?:[,;.]|$)/iy;
/** "Special Studies and Physical Methods": what joins two names. */
const AND = /\s+(?:and|&)\s+/iy;
const SEPARATORS = /[\s,;.]*/y;
/** After a name. */
const NAME_JOINT = /(?:\s+guidelines?\b)?(?:[\s,;.]|\band\s|&)*/iy;

/**
 * Splits "Initial Care, NSAIDs, GI symptoms & cardiovascular risk": sections are joined by commas and hold commas, so
 * only the names tell where one ends. A mistyped section is put right; unknown words stay together.
 */
export function splitTopics(list: string, known: TopicNames): TopicList {
  const text = list.trim();
  const all = wordsOf(text);
  const topics: string[] = [];
  const unknown: string[] = [];
  let strange = '';
  let tried = 0;
  const endStrange = () => {
    if (strange !== '') [topics, unknown].forEach((all) => all.push(strange));
    strange = '';
  };
  for (let at = skip(text, 0); at < text.length;) {
    const found =
      knownAt(all, at, known) ?? (tried++ < MOST_MISTYPED ? mistypedAt(text, at, known) : undefined);
    if (found) {
      endStrange();
      topics.push(found.name);
      at = skip(text, found.end, NAME_JOINT);
    } else {
      const words = firstChunk(text, at);
      strange = strange === '' ? words : `${strange}, ${words}`;
      at = skip(text, at + words.length);
    }
  }
  endStrange();
  return { topics: [...new Set(topics)], unknown };
}

interface Found {
  readonly name: string;
  readonly end: number;
}

function skip(text: string, at: number, pattern = SEPARATORS): number {
  return at + lengthAt(pattern, text, at);
}

function knownAt(all: Words, at: number, { terms }: TopicNames): Found | undefined {
  const match = terms.findAt(all, at, ({ end }) => {
    if (matchesAt(NAME_ENDS, all.text, end)) return true;
    const joint = lengthAt(AND, all.text, end);
    return joint > 0 && terms.findAt(all, end + joint) !== undefined;
  });
  return match && { name: match.value, end: match.end };
}

function mistypedAt(text: string, at: number, { names }: TopicNames): Found | undefined {
  let end = at;
  for (let commas = 0; commas <= MAX_COMMAS && end < text.length; commas++) {
    const comma = text.indexOf(',', end + 1);
    end = comma < 0 ? text.length : comma;
    const name = nearest(text.slice(at, end), names);
    if (name !== undefined) return { name, end };
  }
  return undefined;
}

/** The words up to the next separator; a full stop within them ends nothing. */
function firstChunk(text: string, at: number): string {
  const rest = text.slice(at);
  const end = rest.search(/[,;]/);
  const chunk = end < 0 ? rest : rest.slice(0, end);
  return chunk.slice(0, trimmedLength(chunk)) || rest.slice(0, 1);
}
