import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { generateLetter } from '../../../src/generate/generate.js';
import { ERAS } from '../../../src/generate/letter.js';
import type { Determination } from '../../../src/normalise/determination.js';
import { normalise } from '../../../src/normalise/normalise.js';
import { clean } from '../../../src/parse/clean.js';
import { parseText } from '../../support/parse.js';
import { misplacedIn } from '../../support/spans.js';

/** Letters of every era, laid out without any noise of their own. */
const letterText = fc
  .record({ era: fc.constantFrom(...ERAS), number: fc.integer({ min: 1, max: 500 }) })
  .map(({ era, number }) => generateLetter(number, { seed: 3, era, noise: 0 }).text);

function recordOf(text: string): Determination {
  return normalise(parseText(text));
}

/** What a form of file or a printer may add to a letter without changing what it says. */
const NOISES: Readonly<Record<string, (text: string, seed: number) => string>> = {
  'line ends of Windows': (text) => text.replaceAll('\n', '\r\n'),
  'spaces at line ends': (text, seed) =>
    text.replace(/\n/g, (_, at: number) => ' '.repeat((at * seed) % 4) + '\n'),
  'runs of spaces and tabs': (text, seed) =>
    text.replace(/ /g, (_, at: number) => ((at * seed) % 7 === 0 ? ' \t  ' : ' ')),
  'no-break spaces': (text, seed) =>
    text.replace(/ /g, (_, at: number) => ((at * seed) % 5 === 0 ? '\u00a0' : ' ')),
  'soft hyphens': (text, seed) =>
    text.replace(/([a-z])(?=[a-z])/g, (letter, _, at: number) =>
      (at * seed) % 11 === 0 ? `${letter}\u00ad` : letter,
    ),
  ligatures: (text) => text.replaceAll('ffi', 'ﬃ').replaceAll('fi', 'ﬁ').replaceAll('fl', 'ﬂ'),
  'curly quotation marks': (text) => text.replaceAll("'", '’').replace(/"([^"\n]*)"/g, '“$1”'),
  'a byte order mark': (text) => `\ufeff${text}`,
  'an indent': (text) => text.replace(/^(?=.)/gm, '    '),
  'double spacing': (text) => text.replaceAll('\n', '\n\n'),
  'page headers and footers': (text, seed) => paged(text, 30 + (seed % 20)),
};

/** Breaks a text into pages that have a header with the page's number, and a footer, as printers make them. */
function paged(text: string, linesOnPage: number): string {
  const lines = text.split('\n');
  const pages: string[] = [];
  for (let from = 0; from < lines.length; from += linesOnPage) {
    const number = pages.length + 1;
    const header = number === 1 ? [] : [`Final Determination Letter for IMR Case Page ${number}`, ''];
    pages.push([...header, ...lines.slice(from, from + linesOnPage), '', `Page ${number} of 9`].join('\n'));
  }
  return pages.join('\n\f');
}

describe('a layout that changes no record', () => {
  test.each(Object.entries(NOISES))('%s', (_, addNoise) => {
    fc.assert(
      fc.property(letterText, fc.integer({ min: 1, max: 1000 }), (text, seed) => {
        expect(recordOf(addNoise(text, seed))).toEqual(recordOf(text));
      }),
      { numRuns: 20 },
    );
  });
});

test('lines may be wrapped anywhere', () => {
  fc.assert(
    fc.property(letterText, fc.integer({ min: 76, max: 130 }), (text, width) => {
      const record = recordOf(text);
      const paragraphs = record.text.split('\n').map((paragraph) => wrapped(paragraph, width));

      expect(recordOf(paragraphs.join('\n\n'))).toEqual(record);
    }),
    { numRuns: 40 },
  );
});

/** Not after a hyphen: a line that ends in one goes on in the same word. */
function wrapped(paragraph: string, width: number): string {
  return paragraph.replace(new RegExp(`(?=.{${width}})(.{1,${width}})(?<!-) `, 'g'), '$1\n');
}

test('what is clean stays as it is', () => {
  fc.assert(
    fc.property(
      letterText,
      fc.constantFrom(...Object.values(NOISES)),
      fc.nat(1000),
      (text, addNoise, seed) => {
        const cleaned = clean(addNoise(text, seed + 1));
        expect(clean(cleaned)).toBe(cleaned);
      },
    ),
    { numRuns: 40 },
  );
});

test('every fact of a generated letter stands in the text where it says, whatever its layout', () => {
  fc.assert(
    fc.property(fc.constantFrom(...ERAS), fc.integer({ min: 1, max: 500 }), (era, number) => {
      expect(misplacedIn(recordOf(generateLetter(number, { seed: 9, era, noise: 1 }).text))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
