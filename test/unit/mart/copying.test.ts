import { describe, expect, test } from '@jest/globals';
import { lineOf } from '../../../src/mart/copying.js';
import { always, maybe, table } from '../../../src/star/table.js';

const things = table(
  'things',
  'For this test.',
  { name: maybe.text('Name.'), number: always.double('Number.'), is_so: always.boolean('Whether.') },
  { key: ['name'] },
);

describe('a row in the text format of COPY', () => {
  test.each([
    ['plain', 'plain\t0.5\ttrue\n'],
    [null, '\\N\t0.5\ttrue\n'],
    ['', '\t0.5\ttrue\n'],
    ['\\N', '\\\\N\t0.5\ttrue\n'],
    ['\\.', '\\\\.\t0.5\ttrue\n'],
    ['a\tb\nc\rd\\e', 'a\\tb\\nc\\rd\\\\e\t0.5\ttrue\n'],
    ['without\0nul', 'withoutnul\t0.5\ttrue\n'],
    ['Ünïcode 😀', 'Ünïcode 😀\t0.5\ttrue\n'],
  ])('%j', (name, line) => {
    expect(lineOf(things, { name, number: 0.5, is_so: true })).toBe(line);
  });

  test('has the columns in the order of the table', () => {
    expect(lineOf(things, { is_so: false, number: -1, name: 'x' })).toBe('x\t-1\tfalse\n');
  });

  test('begins with an empty field where the first text is empty', () => {
    expect(lineOf(things, { name: '', number: 1, is_so: true }).split('\t')).toHaveLength(3);
  });
});
