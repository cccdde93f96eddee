import { describe, expect, test } from '@jest/globals';
import { porterStem } from '../../../src/query/search/porter.js';
import { wordsOf } from '../../../src/query/search/words.js';

describe('porterStem', () => {
  // Examples of the steps in Porter's paper.
  test.each(
    (
      'caresses caress|ponies poni|ties ti|cats cat|feed feed|agreed agre|plastered plaster|bled bled|motoring motor|sing sing|' +
      'conflated conflat|troubled troubl|sized size|hopping hop|tanned tan|falling fall|hissing hiss|fizzed fizz|failing fail|' +
      'filing file|happy happi|sky sky|relational relat|conditional condit|rational ration|valenci valenc|digitizer digit|' +
      'radically radic|differently differ|vietnamization vietnam|predication predic|operator oper|feudalism feudal|' +
      'decisiveness decis|hopefulness hope|callousness callous|formality formal|sensitivity sensit|sensibility sensibl|' +
      'triplicate triplic|formative form|formalize formal|electrical electr|hopeful hope|goodness good|revival reviv|' +
      'allowance allow|inference infer|airliner airlin|adjustable adjust|defensible defens|irritant irrit|replacement replac|' +
      'adjustment adjust|dependent depend|adoption adopt|communism commun|activate activ|effective effect|bowdlerize bowdler|' +
      'probate probat|rate rate|cease ceas|controller control|roll roll|by by|injections inject|injected inject|therapies therapi|' +
      'therapy therapi|surgeries surgeri|biopsychology biopsycholog|ability abil|possibly possibl'
    )
      .split('|')
      .map((pair) => pair.split(' ')),
  )('%s is %s', (word, stem) => {
    expect(porterStem(word)).toBe(stem);
  });
});

describe('wordsOf', () => {
  test.each([
    ['MRI of the left knees.', ['mri', null, null, 'left', 'knee']],
    ["the patient's X-ray, L4-5/S1", [null, 'patient', 'x', 'rai', 'l4', '5', 's1']],
    ['2.5mg 1,000 units; e.g. 80%', ['2.5mg', '1,000', 'unit', 'e.g', '80']],
    ['naïve 10/13/2016 #60', ['naïv', '10', '13', '2016', '60']],
    ['', []],
    ['*** --- """', []],
  ])('%j', (text, stems) => {
    const words = wordsOf(text);
    expect(words.map(({ stem }) => stem)).toEqual(stems);
    for (const { start, end } of words) expect(text.slice(start, end)).toMatch(/^[\p{L}\p{N}]/u);
  });
});
