import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { readParty, resolveWords } from '../../../src/normalise/party.js';
import { readMentions } from '../../../src/normalise/rationale-citations.js';
import { contextOf, quoteOf, short } from './support.js';

interface Wording {
  readonly words: string;
  readonly isLine: boolean;
  readonly citations: string[];
}

/** `# lines`, `# sentences`: each wording, and under it what it cites. */
function wordings(): readonly Wording[] {
  const all: Wording[] = [];
  let isLine = true;
  for (const row of readFileSync(new URL('guideline-wordings.txt', import.meta.url), 'utf8').split('\n')) {
    if (row === '' || row.startsWith('//')) continue;
    if (row.startsWith('# ')) isLine = row === '# lines';
    else if (row.startsWith('  => ')) all.at(-1)?.citations.push(row.slice(5));
    else all.push({ words: row, isLine, citations: [] });
  }
  return all;
}

test.each(wordings())('$words', ({ words, isLine, citations }) => {
  const quote = quoteOf(words);
  const read = isLine
    ? readParty(quote, contextOf()).citations
    : readMentions(quote, [], contextOf({ role: 'RATIONALE' }));
  expect(read.map((one) => short(one).trimEnd())).toEqual(citations);
});

test.each([
  ['ODG low back', 'ODG / Low Back - Lumbar & Thoracic / - /'],
  ['Chronic Pain Medical Treatment', 'MTUS / Chronic Pain Medical Treatment / - /  inferred'],
  ['Chronc Pain Medical Treatment Guidelines', 'MTUS / Chronic Pain Medical Treatment / - /  inferred'],
  ['Eye 2017', 'ACOEM / Eye Disorders / 2017 /  inferred'],
  ['Elbow Disorders 2007', 'Elbow Disorders 2007 / - / - /  NO_MATCH [ACOEM > Elbow Disorders]'],
  ['Low Bak Complaints', 'Low Bak Complaints / - / - /  NO_MATCH [ACOEM > Low Back Complaints]'],
  ['ODG, Knee & Leg Chapter, MRI', 'ODG / Knee & Leg / - / Magnetic resonance imaging (MRI)'],
  ['COVID-19', 'COVID-19 / - / - /  NO_MATCH [ACOEM > Coronavirus (COVID-19)]'],
])('%s, by itself', (words, expected) => {
  expect(resolveWords(words, '2017-01-31').map((one) => short(one).trimEnd())).toEqual([expected]);
});
