import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { markUp, type Mark } from '../../../../src/cli/html/marks.js';

const mark = (name: string, start: number, end: number): Mark => ({
  id: `${name}-text`,
  target: name,
  kind: 'case',
  label: name,
  says: `${name}: value`,
  span: [start, end],
});

/** The marks of some HTML in short: `[a` opens a mark, `[a…` goes on with it, `]` closes one. */
function inShort(html: string): string {
  return html
    .replace(/<a class="chip"[^>]*>[^<]*<\/a>/g, '')
    .replace(/<mark [^>]*data-of="(\w+)"[^>]*?( id="[^"]*")?>/g, (_, name: string, id?: string) =>
      id ? `[${name} ` : `[${name}… `,
    )
    .replaceAll('</mark>', ']');
}

test.each([
  ['marks stand side by side', 'one two', [mark('a', 0, 3), mark('b', 4, 7)], '<p>[a one] [b two]</p>'],
  ['a mark stands in another', 'one two', [mark('b', 4, 7), mark('a', 0, 7)], '<p>[a one [b two]]</p>'],
  ['two marks have the same words', 'one', [mark('a', 0, 3), mark('b', 0, 3)], '<p>[a [b one]]</p>'],
  [
    'of two that overlap the second goes on',
    'one two three',
    [mark('a', 0, 7), mark('b', 4, 13)],
    '<p>[a one [b two]][b…  three]</p>',
  ],
  [
    'a mark goes on in the next paragraph',
    'one\ntwo three',
    [mark('a', 0, 7)],
    '<p>[a one]</p>\n<p>[a… two] three</p>',
  ],
  [
    'a mark of no words or outside of the text is left out',
    'one',
    [mark('a', 1, 1), mark('b', 2, 9)],
    '<p>one</p>',
  ],
  ['words are escaped', '<i> & "x"', [mark('a', 0, 3)], '<p>[a &lt;i&gt;] &amp; &quot;x&quot;</p>'],
  [
    'what is written in capitals is a heading',
    'ONE, TWO\nthree',
    [],
    '<p class="heading">ONE, TWO</p>\n<p>three</p>',
  ],
])('%s', (_, text, marks, expected) => {
  expect(inShort(markUp(text, marks).source)).toBe(expected);
});

test('the label before the marked words leads to the record and tells the fact', () => {
  expect(markUp('x', [mark('a', 0, 1)]).source).toContain(
    '<a class="chip" href="#a" aria-label="a: value">a</a>x</mark>',
  );
});

test('however marks lie, the words stay as they are and tags are closed in their order', () => {
  const place = fc
    .tuple(fc.nat(30), fc.nat(30))
    .map((ends): [number, number] => [Math.min(...ends), Math.max(...ends)]);
  const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '<'), maxLength: 30 });
  fc.assert(
    fc.property(text, fc.array(place, { maxLength: 8 }), (words, places) => {
      const html = markUp(
        words,
        places.map(([start, end], i) => mark(`m${i}`, start, end)),
      ).source;

      expect(wordsOf(html)).toBe(words);
      expect(isWellFormed(html)).toBe(true);
    }),
  );
});

function wordsOf(html: string): string {
  return html
    .replace(/<a [^>]*>[^<]*<\/a>|<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>');
}

function isWellFormed(html: string): boolean {
  const open: string[] = [];
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)(\w+)[^>]*>/g)) {
    if (slash === '') open.push(name);
    else if (open.pop() !== name) return false;
  }
  return open.length === 0;
}
