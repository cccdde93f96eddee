import { describe, expect, test } from '@jest/globals';
import { letter2014, letter2016 } from '../../support/letters.js';
import { parseText, sampleTexts } from '../../support/parse.js';

const several = expect.objectContaining({ code: 'SEVERAL_LETTERS' });

describe('two letters in one document are refused', () => {
  const other = letter2016({ caseNumber: 'CM16-0999902' });

  test.each([
    ['on pages of their own', `${letter2016()}\n\f${other}`],
    ['without a page break', `${letter2016()}\n\n${other}`],
    ['without headers', `${letter2014()}\n\f${letter2014()}`],
    ['of two eras', `${letter2014()}\n\f${other}`],
    ['the same one twice', `${other}\n\f${other}`],
  ])('%s', (_, text) => {
    expect(() => parseText(text)).toThrow(several);
  });

  const samples = sampleTexts();

  test.each(samples.map((text, i) => [i, text] as const))('sample %i and another', (i, text) => {
    expect(() => parseText(`${text}\n\f${samples[(i + 7) % samples.length] ?? ''}`)).toThrow(several);
  });
});

test('a heading that a wrapped line of prose begins with makes no second letter', () => {
  const summary = 'The provider wrote a\nCLINICAL CASE SUMMARY\nfor the insurer.';

  expect(parseText(letter2016({ summary })).items).toHaveLength(1);
});
