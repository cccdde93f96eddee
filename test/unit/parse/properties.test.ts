import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ImrError } from '../../../src/common/errors.js';
import type { Letter, Quote, Warning } from '../../../src/parse/letter.js';
import { ITEM, letter2014, letter2016, type LetterFields } from '../../support/letters.js';
import { parseText, sampleTexts } from '../../support/parse.js';

const words = fc
  .array(
    fc.constantFrom(
      'knee',
      'MRI',
      'request',
      'of',
      'the',
      '2x6',
      '(ODG)',
      'non-certified',
      'Upheld',
      'is:',
      'pain.',
    ),
    {
      minLength: 1,
      maxLength: 60,
    },
  )
  .map((parts) => parts.join(' '));

const heading = fc
  .array(fc.constantFrom('Knee', 'brace', 'therapy,', '12', 'visits', 'DOS:', 'for', 'the', 'left'), {
    minLength: 1,
    maxLength: 30,
  })
  .map((parts) => ['MRI', ...parts].join(' '));

const item = fc.record({
  heading,
  decision: fc.constantFrom('Upheld' as const, 'Overturned' as const),
  claimsAdministratorGuideline: words,
  reviewerGuideline: words,
  rationale: words.map((text) => `${text} done.`),
});

const fields = fc.record({ summary: words, items: fc.array(item, { minLength: 1, maxLength: 4 }) });

const letterText = fc
  .tuple(fields, fc.constantFrom(letter2014, letter2016))
  .map(([values, render]: [Partial<LetterFields>, (values: Partial<LetterFields>) => string]) =>
    render(values),
  );

/** Everything that a letter quotes, with the words it claims to have read. */
function quotesOf({ items, specialties, licensureStates, clinicalSummary }: Letter): Quote[] {
  const ofItems = items.flatMap(({ label, heading, modification, ...item }) => [
    label,
    heading,
    modification?.originalRequest,
    modification?.authorized,
    item.claimsAdministratorGuideline,
    item.reviewerGuideline,
    item.rationale,
  ]);
  return [...ofItems, ...specialties, ...licensureStates, clinicalSummary].filter(
    (quote) => quote !== undefined,
  );
}

/** A letter without what a change of layout may shift: nothing but the spans' reference, the warnings' wording. */
function contentOf({ warnings, ...letter }: Letter): unknown {
  return { ...letter, warnings: warnings.map(({ code }: Warning) => code) };
}

test('what was written is what is read', () => {
  fc.assert(
    fc.property(fields, fc.constantFrom(letter2014, letter2016), (values, render) => {
      const { items } = parseText(render(values));

      expect(
        items.map(({ label, decision, rationale }) => [label.value, decision.value, rationale?.value]),
      ).toEqual(
        values.items.map(({ heading, decision, rationale }) => [heading, decision.toUpperCase(), rationale]),
      );
    }),
  );
});

test('every quote stands in the text where it says', () => {
  fc.assert(
    fc.property(letterText, (text) => {
      const letter = parseText(text);
      for (const { value, span } of quotesOf(letter)) expect(letter.text.slice(...span)).toBe(value);
    }),
  );
});

test('blank lines and page breaks between lines change nothing', () => {
  fc.assert(
    fc.property(
      letterText,
      fc.infiniteStream(fc.constantFrom('\n', '\n', '\n', '\n\n', '\n\f', '\n\n\f\n')),
      (text, breaks) => {
        const broken = text.replace(/\n/g, () => String(breaks.next().value));

        expect(contentOf(parseText(broken))).toEqual(contentOf(parseText(text)));
      },
    ),
  );
});

test('the cleaned text of a letter is clean: reading it again gives the same letter', () => {
  fc.assert(
    fc.property(letterText, (text) => {
      const letter = parseText(text);

      expect(parseText(letter.text)).toEqual(letter);
    }),
  );
});

test('a mutilated letter is read or refused with a code; nothing else is thrown', () => {
  const cut = fc.record({
    at: fc.nat(4000),
    length: fc.nat(400),
    insert: fc.string({ unit: 'binary', maxLength: 40 }),
  });
  fc.assert(
    fc.property(letterText, fc.array(cut, { maxLength: 5 }), (text, cuts) => {
      const mutilated = cuts.reduce(
        (rest, { at, length, insert }) => rest.slice(0, at) + insert + rest.slice(at + length),
        text,
      );
      expect(refusalOf(mutilated)).toBe(undefined);
    }),
  );
});

describe('the sample letters of every era', () => {
  const texts = sampleTexts();
  const sample = fc.constantFrom(...texts);

  test('read again from their cleaned text, they are the same letters', () => {
    for (const text of texts) {
      const letter = parseText(text);

      expect(parseText(letter.text)).toEqual(letter);
    }
  });

  test('mutilated, they are read or refused with a code', () => {
    const cut = fc.record({ at: fc.nat(6000), length: fc.nat(600), insert: fc.string({ maxLength: 40 }) });
    fc.assert(
      fc.property(sample, fc.array(cut, { maxLength: 5 }), (text, cuts) => {
        const mutilated = cuts.reduce(
          (rest, { at, length, insert }) => rest.slice(0, at) + insert + rest.slice(at + length),
          text,
        );
        expect(refusalOf(mutilated)).toBe(undefined);
      }),
    );
  });

  // Each of these takes minutes when a pattern backtracks over it, and a second at most when none does.
  test.each([
    'a ',
    'a\n',
    '1. a\n',
    'is not medically necessary ',
    'The Claims Administrator based ',
    'part of the MTUS, and ',
    'Dated: ',
    'X was the original request. ',
  ])('swollen with %j, they are read in reasonable time', (words) => {
    for (const text of [texts[0] ?? '', texts.at(-1) ?? '']) {
      const at = text.indexOf('\n', text.length * 0.7);
      expect(refusalOf(text.slice(0, at) + words.repeat(200_000 / words.length) + text.slice(at))).toBe(
        undefined,
      );
    }
  });
});

test('any text is read or refused with a code', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (text) => {
      expect(refusalOf(text)).toBe(undefined);
    }),
  );
});

/** What was thrown besides an expected failure. */
function refusalOf(text: string): unknown {
  try {
    const letter = parseText(text);
    for (const { value, span } of quotesOf(letter)) expect(letter.text.slice(...span)).toBe(value);
    return undefined;
  } catch (error) {
    return error instanceof ImrError ? undefined : error;
  }
}

// Each of these takes minutes when a pattern backtracks over it, and milliseconds when none does.
test.each([
  ['spaces', ' '.repeat(200_000)],
  ['blank lines', '\n'.repeat(200_000)],
  ['headings', 'MRI: Upheld\n'.repeat(20_000)],
  ['original requests', 'X was the original request. '.repeat(20_000)],
  ['lines without a full stop', 'no end of it\n'.repeat(20_000)],
  ['dates', 'injury on 10-10-2016 '.repeat(20_000)],
  ['ages', '44 year old a, a, a, '.repeat(20_000)],
  ['review words', `utilization review ${'report '.repeat(50_000)}`],
])('a letter swollen with %s is read in reasonable time', (_, swelling) => {
  const text = letter2016({
    summary: `A ${swelling} B.`,
    items: [{ ...ITEM, rationale: `C ${swelling} D.` }],
  });

  expect(refusalOf(text)).toBe(undefined);
});
