import { anyOf, fold, nearest } from './names.js';

/** A list of sections that was split with the catalogue's names. */
export interface TopicList {
  /** In the catalogue's spelling; what is not in the catalogue stays as written. */
  readonly topics: readonly string[];
  readonly unknown: readonly string[];
}

/** No section of the catalogue holds more commas than this. */
const MAX_COMMAS = 6;

/**
 * Splits "Initial Care, NSAIDs, GI symptoms & cardiovascular risk": sections are joined by commas and hold commas, so
 * only the names tell where one ends. A mistyped section is put right; unknown words stay together.
 */
export function splitTopics(list: string, known: readonly string[]): TopicList {
  const canonical = new Map(known.map((name) => [fold(name), name]));
  const name = known.length > 0 ? new RegExp(`${anyOf(known)}(?=\\s*(?:[,;.]|$))`, 'iy') : undefined;
  const topics: string[] = [];
  const unknown: string[] = [];
  let rest = list.trim().replace(/[\s.,;]+$/, '');
  let strange = '';
  const endStrange = () => {
    if (strange !== '') [topics, unknown].forEach((all) => all.push(strange));
    strange = '';
  };
  while (rest !== '') {
    const found = knownAtStart(rest, name) ?? mistypedAtStart(rest, known);
    const words = found?.words ?? firstChunk(rest);
    if (found) {
      endStrange();
      topics.push(canonical.get(fold(found.name)) ?? found.name);
    } else {
      strange = strange === '' ? words : `${strange}, ${words}`;
    }
    rest = rest.slice(words.length).replace(/^[\s,;.]+/, '');
  }
  endStrange();
  return { topics: [...new Set(topics)], unknown };
}

interface Found {
  readonly words: string;
  readonly name: string;
}

function knownAtStart(rest: string, name: RegExp | undefined): Found | undefined {
  if (!name) return undefined;
  name.lastIndex = 0;
  const words = name.exec(rest)?.[0];
  return words === undefined ? undefined : { words, name: words };
}

function mistypedAtStart(rest: string, known: readonly string[]): Found | undefined {
  const chunks = rest.split(',', MAX_COMMAS + 1);
  for (let count = 1; count <= chunks.length; count++) {
    const words = chunks.slice(0, count).join(',');
    const name = nearest(words, known);
    if (name !== undefined) return { words, name };
  }
  return undefined;
}

function firstChunk(rest: string): string {
  return rest.split(/[,;]/, 1)[0] ?? rest;
}
