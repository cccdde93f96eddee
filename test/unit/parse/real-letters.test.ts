import { expect } from '@jest/globals';
import { parseLetter } from '../../../src/parse/parse-letter.js';
import { realDocument, stemsOf, testWithRealLetters, truthOf } from '../../support/real-letters.js';
import { readingsOf, readingsOfTruth } from '../../support/parse.js';

testWithRealLetters('every published letter is read as a person read it', async () => {
  const stems = [...stemsOf('2014'), ...stemsOf('2016')];
  for (const stem of stems) {
    const letter = parseLetter(await realDocument(`${stem}.txt`));

    expect({ stem, ...(readingsOf(letter) as object) }).toEqual({
      stem,
      ...(readingsOfTruth(truthOf(stem)) as object),
    });
  }
  expect(stems).toHaveLength(108);
});

testWithRealLetters('the PDF of a letter reads like its text, to the last character', async () => {
  for (const stem of stemsOf('2016')) {
    const { source: _fromText, ...text } = parseLetter(await realDocument(`${stem}.txt`));
    const { source: _fromPdf, ...pdf } = parseLetter(await realDocument(`${stem}.pdf`));

    expect(pdf).toEqual(text);
  }
});

testWithRealLetters('no published letter lacks a part', async () => {
  for (const stem of [...stemsOf('2014'), ...stemsOf('2016')]) {
    const { warnings } = parseLetter(await realDocument(`${stem}.txt`));

    expect(warnings.filter(({ code }) => code !== 'DATE_DISAGREES')).toEqual([]);
  }
});
