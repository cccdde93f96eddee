import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { highlight } from '../../../src/query/search/highlights.js';
import { parseSearch } from '../../../src/query/search/language.js';

/** The excerpt with its ranges in brackets. */
function marked(query: string, text: string): string | undefined {
  const found = highlight('RATIONALE', text, parseSearch(query));
  if (found === undefined) return undefined;
  expect(text.slice(found.start, found.start + found.excerpt.length)).toBe(found.excerpt);
  return found.ranges.reduceRight(
    (excerpt, { start, end }) =>
      `${excerpt.slice(0, start)}[${excerpt.slice(start, end)}]${excerpt.slice(end)}`,
    found.excerpt,
  );
}

describe('highlight', () => {
  test.each([
    ['knee', 'Both Knees hurt; the knee is swollen.', 'Both [Knees] hurt; the [knee] is swollen.'],
    ['"left knee"', 'Left hip, left   knee, knee.', 'Left hip, [left   knee], knee.'],
    ['"pain in the knee"', 'Pain of a knee and pain in knee.', '[Pain of a knee] and pain in knee.'],
    ['knee "left knee" left', 'A left knee.', 'A [left knee].'],
    ['x-ray', 'An X-ray, an x ray, a ray.', 'An [X-ray], an [x ray], a ray.'],
    ['mri or ct', 'CT, then MRI.', '[CT], then [MRI].'],
    ["patient's", 'The patient and the patients’s.', 'The [patient] and the [patients’s].'],
    ['knee -hip', 'Hip only.', undefined],
    ['"left hip"', 'Left knee, right hip.', undefined],
  ])('%s in %j', (query, text, expected) => {
    expect(marked(query, text)).toBe(expected);
  });

  test('of a long text, the part that shows most different words', () => {
    const filler = 'The records say nothing else of note. '.repeat(20);
    const text = `Knee. ${filler}Knee and knee. ${filler}The MRI of the knee is normal. ${filler}`;
    const found = highlight('RATIONALE', text, parseSearch('knee mri'));
    expect(found?.excerpt).toContain('The MRI of the knee is normal.');
    expect(found?.excerpt.length).toBeLessThanOrEqual(240);
    expect(found?.excerpt).toMatch(/^\w.*\w$/);
    expect(found?.ranges.map(({ start, end }) => found.excerpt.slice(start, end))).toEqual(['MRI', 'knee']);
  });

  test('a phrase longer than an excerpt is shown whole', () => {
    const phrase = Array.from({ length: 55 }, (_, i) => `word${i}`).join(' ');
    const found = highlight('SUMMARY', `${phrase} ${phrase}`, parseSearch(`"${phrase}"`));
    expect(found?.excerpt.length).toBe(phrase.length);
  });

  test('is verbatim, and its ranges are in order, within it and apart', () => {
    const words = fc.constantFrom(
      'knee',
      'Knees',
      'left',
      'MRI',
      'the',
      'x-ray',
      '—',
      '…',
      '😀',
      '\n\n',
      'pain,',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 200 }), (parts) => {
        const text = parts.join(' ');
        const found = highlight('RATIONALE', text, parseSearch('"left knee" mri or pain x-ray'));
        if (found === undefined) {
          expect(text).not.toMatch(/mri|pain|x-ray/i);
          return;
        }
        expect(text.startsWith(found.excerpt, found.start)).toBe(true);
        expect(found.ranges.length).toBeGreaterThan(0);
        let last = -1;
        for (const { start, end } of found.ranges) {
          expect(start).toBeGreaterThan(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(found.excerpt.length);
      }),
    );
  });

  test('is linear on hostile text', () => {
    const text = `${'knee '.repeat(200_000)}${"a'".repeat(200_000)}`;
    expect(highlight('RATIONALE', text, parseSearch('knee'))?.ranges.length).toBeGreaterThan(30);
  });
});
