import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../src/common/project.js';
import type { DocumentSource } from '../../src/documents/document.js';
import type { Letter, Quote } from '../../src/parse/letter.js';
import type { Truth } from './real-letters.js';
import { parseLetter } from '../../src/parse/parse-letter.js';

export const SOURCE: DocumentSource = {
  path: 'letter.txt',
  sha256: '0'.repeat(64),
  mediaType: 'text/plain',
  pages: 1,
};

const SAMPLES = join(projectFolder, 'samples');

/** The project's sample letters that are text, oldest era first. */
export function sampleTexts(): string[] {
  const names = readdirSync(SAMPLES).filter((name) => name.endsWith('.txt'));
  return names.sort().map((name) => readFileSync(join(SAMPLES, name), 'utf8'));
}

/** The letter that a text holds. */
export function parseText(text: string): Letter {
  return parseLetter({ source: SOURCE, text });
}

/** The words of some quotes. */
export function valuesOf(quotes: readonly Quote[]): string[] {
  return quotes.map(({ value }) => value);
}

const fold = (words: string) =>
  words
    .toLowerCase()
    .replace(/&/g, 'and')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** What a letter and its truth both tell, words folded; items in the letter's order. */
export function readingsOf(letter: Letter): unknown {
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

/** What a truth file tells, in the shape of {@link readingsOf}. */
export function readingsOfTruth({
  case: { outcome: _outcome, ...fields },
  employee,
  findings,
}: Truth): unknown {
  return {
    case: fields,
    employee: { age: employee.age ?? null, sex: employee.sex ?? null },
    items: findings.map(({ label, decision, modification }) => ({
      label: fold(label),
      decision,
      originalRequest: modification && fold(modification.originalRequest),
      authorized: modification && fold(modification.authorized),
    })),
  };
}
