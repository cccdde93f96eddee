import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { clean } from '../../../src/parse/clean.js';
import { joinLines } from '../../../src/parse/lines.js';

test.each([
  ['ligatures are spelled out', 'con\ufb01rmed e\ufb03cacy', 'confirmed efficacy'],
  ['soft hyphens and zero-width characters go', 'phys\u00adical\u200b therapy\ufeff', 'physical therapy'],
  ['quotation marks and hyphens have one form', '“no” patient’s non‑MTUS', '"no" patient\'s non-MTUS'],
  [
    'odd spaces and runs of spaces become one space',
    '  MRI\u00a0of\tthe   knee  \n  left ',
    'MRI of the knee\nleft',
  ],
  [
    'a page break leaves a blank line',
    'a\nb\nthe request is\n\fnot necessary',
    'a\nb\nthe request is\n\nnot necessary',
  ],
  ['several blank lines are one', 'a b\nc d\n\n\n\ne f\ng h\n', 'a b\nc d\n\ne f\ng h'],
  ['in a double-spaced letter only wider gaps count', 'a\n\nb\n\nc\n\n \n\nd\n\ne', 'a\nb\nc\n\nd\ne'],
  ['a line "Page 2 of 3" goes', 'a\nb\none\nPage 2 of 3\n\ftwo', 'a\nb\none\n\ntwo'],
  [
    'what stands at the edge of every page goes',
    'IMR Case CM16-0999901  1\na\nb\none\n- 1 -\n\fIMR Case CM16-0999901  2\ntwo\n- 2 -\f',
    'a\nb\none\n\ntwo',
  ],
  ["a bare number goes where it is the page's own", 'a\nb\none 7\n\n1\n\ftwo\n3\n2', 'a\nb\none 7\n\ntwo\n3'],
  [
    "a header with the page's own number goes, also when it stands only once",
    'a\nb\none\n\fIMR Letter Page 2 of 2\ntwo',
    'a\nb\none\n\ntwo',
  ],
  [
    'pages may end in the same sentence or decision',
    'one\nmedically necessary.\n\ftwo\nmedically necessary.\f',
    'one\nmedically necessary.\n\ntwo\nmedically necessary.',
  ],
])('%s', (_, text, cleaned) => {
  expect(clean(text)).toBe(cleaned);
});

const anyText = fc.array(
  fc.constantFrom('a', '- ', ' ', '\n', '\n\n', '\f', '1', 'Page 2', '.', '\u00ad', '\ufb01', '’'),
);

test('cleaning what is clean changes nothing', () => {
  fc.assert(
    fc.property(
      anyText.map((parts) => parts.join('')),
      (text) => {
        expect(clean(clean(text))).toBe(clean(text));
      },
    ),
  );
});

test.each([
  ['words are joined by a space', ['of the', '', 'knee'], 'of the knee'],
  [
    'a hyphen at the end of a line was written',
    ['trials of anti-', 'depressants'],
    'trials of anti-depressants',
  ],
  ['so are dates', ['on 10-30-', '2016'], 'on 10-30-2016'],
  [
    'so are web addresses',
    ['https://www.cms.gov/Regulations-and-', 'Guidance'],
    'https://www.cms.gov/Regulations-and-Guidance',
  ],
  ['a dash keeps its spaces', ['low back -', 'lumbar'], 'low back - lumbar'],
  ['a suspended hyphen keeps its space', ['pre-', 'and post-operative'], 'pre- and post-operative'],
])('%s', (_, lines, joined) => {
  expect(joinLines(lines)).toBe(joined);
});
