import data from '../data/body-regions.json' with { type: 'json' };
import { fold } from '../names.js';
import { TermIndex, type Words } from '../term-index.js';
import type { Found } from './places.js';

interface Region {
  readonly name: string;
  readonly terms: readonly string[];
}

export const bodyRegions: readonly Region[] = data.regions;

const regionNames = new Map<string, string[]>(data.noRegion.map((term) => [fold(term), []]));
for (const { name, terms } of bodyRegions) {
  for (const term of terms) regionNames.set(fold(term), [...(regionNames.get(fold(term)) ?? []), name]);
}
/** One term may name two regions: "thoracolumbar". */
const index = new TermIndex([...regionNames]);

const VERTEBRA = /^(?:c[1-8]|l[1-6]|s1)$/;
/** What any vertebra looks like; most words look like none. */
const LEVEL = /^[clst]\d/;
const THORACIC_VERTEBRA = /^t(?:[1-9]|1[0-2])$/;
const SPINE: Readonly<Record<string, string>> = { c: 'Cervical spine', l: 'Lumbar spine', s: 'Lumbar spine' };
const LEVELS = /^ ?[-/] ?$/;

/** Every mention of a body region, in the label's order. */
export function regionsIn(words: Words): Found<string>[] {
  const mentions: Found<string>[] = [];
  for (const { value, start, end } of index.findAll(words))
    for (const name of value) mentions.push({ value: name, start, end });
  for (const level of levelsIn(words)) mentions.push(level);
  return mentions.sort((a, b) => a.start - b.start);
}

/** The first mention of each region. */
export function eachOnce(mentions: readonly Found<string>[]): Found<string>[] {
  const names = new Set<string>();
  return mentions.filter(({ value }) => !names.has(value) && names.add(value));
}

/** "C5-6", "L4-S1", "T8-9": "T4" alone may be a laboratory test. */
function levelsIn({ text, words, starts, ends }: Words): Found<string>[] {
  const found: Found<string>[] = [];
  words.forEach((word, i) => {
    if (!LEVEL.test(word)) return;
    const [start = 0, end = 0, next = 0] = [starts[i], ends[i], starts[i + 1]];
    const isRange = LEVELS.test(text.slice(end, Math.min(next, end + 4)));
    if (VERTEBRA.test(word)) found.push({ value: SPINE[word.charAt(0)] ?? '', start, end });
    else if (isRange && THORACIC_VERTEBRA.test(word) && /^(?:t?\d{1,2}|l1)$/.test(words[i + 1] ?? ''))
      found.push({ value: 'Thoracic spine', start, end: ends[i + 1] ?? end });
  });
  return found;
}
