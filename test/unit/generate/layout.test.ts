import { expect, test } from '@jest/globals';
import { layOut, planLayout, wrap, type Block, type Layout } from '../../../src/generate/layout.js';
import { Random } from '../../../src/generate/random.js';

const PLAIN = planLayout(new Random(1), 0, false);

const BLOCKS: readonly Block[] = [
  {
    kind: 'table',
    rows: [
      [['Case Number:', 'CM16-0000001']],
      [
        ['Priority:', 'Standard'],
        ['Application Received:', '11/03/2016'],
      ],
    ],
  },
  { kind: 'title', text: 'HEADING' },
  { kind: 'text', text: 'one two three', tight: true },
  { kind: 'text', text: 'four' },
];

function laidOut(layout: Partial<Layout>): string[] {
  return layOut(BLOCKS, { ...PLAIN, width: 9, centred: false, ...layout }).split('\n');
}

test('wraps at spaces only', () => {
  expect(wrap('aa bb a-long-word cc', 5)).toEqual(['aa bb', 'a-long-word', 'cc']);
});

test('columns stand beside each other, and the label of two lines is folded', () => {
  const lines = laidOut({ columns: true }).slice(0, 3);
  expect(lines.map((line) => line.split(/ {2,}/).filter(Boolean))).toEqual([
    ['Case Number:', 'CM16-0000001'],
    ['Priority:', 'Standard', 'Application', '11/03/2016'],
    ['Received:'],
  ]);
  expect(lines[2]?.indexOf('Received:')).toBe(lines[1]?.indexOf('Application'));
});

test('one pair a line; blank lines between paragraphs unless they are tight', () => {
  expect(laidOut({ columns: false })).toEqual([
    'Case Number: CM16-0000001',
    'Priority: Standard',
    'Application Received: 11/03/2016',
    '',
    'HEADING',
    '',
    'one two',
    'three',
    'four',
    '',
  ]);
});

test('a page begins with text: the blank line on its break is lost; the number stands at its foot', () => {
  expect(laidOut({ columns: false, pageLines: 3, pageNumbers: 'plain' }).map((line) => line.trim())).toEqual([
    ...['Case Number: CM16-0000001', 'Priority: Standard', 'Application Received: 11/03/2016', '', '1'],
    ...['HEADING', '', 'one two', '', '2'],
    ...['three', 'four', '', '3', ''],
  ]);
});

test('ligatures stand for their letters', () => {
  const text = layOut([{ kind: 'text', text: 'five flat offices' }], { ...PLAIN, characters: 'ligatures' });
  expect(text).toBe('\ufb01ve \ufb02at o\ufb03ces\n');
});

test('lines end as asked, also those of double spacing', () => {
  const text = layOut([{ kind: 'text', text: 'one two three' }], {
    ...PLAIN,
    width: 7,
    doubleSpaced: true,
    trailingSpaces: true,
    lineEnd: '\r\n',
  });
  expect(text).toBe('one two \r\n\r\nthree \r\n');
});
