import { expect } from '@jest/globals';
import type { Letter } from '../../../src/parse/letter.js';
import { parseLetter } from '../../../src/parse/parse-letter.js';
import {
  realDocument,
  stemsOf,
  testWithRealLetters,
  truthOf,
  type Truth,
} from '../../support/real-letters.js';

const fold = (words: string) =>
  words
    .toLowerCase()
    .replace(/&/g, 'and')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** What a letter and its truth both tell; the truth has no outcome-independent order, so items keep the letter's. */
function summaryOf(letter: Letter): unknown {
  const { caseNumber, priority, dates, age, sex, items } = letter;
  return {
    case: {
      caseNumber: caseNumber?.value ?? null,
      priority: priority?.value ?? null,
      dateAssigned: dates.dateAssigned?.value ?? null,
      dateOfInjury: dates.dateOfInjury?.value ?? null,
      decisionDate: dates.decisionDate?.value ?? null,
      utilizationReviewDate: dates.utilizationReviewDate?.value ?? null,
      applicationReceivedDate: dates.applicationReceivedDate?.value ?? null,
    },
    employee: { age: age?.value ?? null, sex: sex?.value ?? null },
    items: items.map(({ label, decision, modification }) => ({
      label: fold(label.value),
      decision: decision.value,
      originalRequest: modification && fold(modification.originalRequest.value),
      authorized: modification && fold(modification.authorized.value),
    })),
  };
}

function summaryOfTruth({ case: { outcome: _outcome, ...fields }, employee, findings }: Truth): unknown {
  return {
    case: fields,
    employee,
    items: findings.map(({ label, decision, modification }) => ({
      label: fold(label),
      decision,
      originalRequest: modification && fold(modification.originalRequest),
      authorized: modification && fold(modification.authorized),
    })),
  };
}

testWithRealLetters('every published letter is read as a person read it', async () => {
  const stems = [...stemsOf('2014'), ...stemsOf('2016')];
  for (const stem of stems) {
    const letter = parseLetter(await realDocument(`${stem}.txt`));

    expect({ stem, ...(summaryOf(letter) as object) }).toEqual({
      stem,
      ...(summaryOfTruth(truthOf(stem)) as object),
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
