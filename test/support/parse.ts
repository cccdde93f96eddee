import type { DocumentSource } from '../../src/documents/document.js';
import type { Letter, Quote } from '../../src/parse/letter.js';
import { parseLetter } from '../../src/parse/parse-letter.js';

export const SOURCE: DocumentSource = {
  path: 'letter.txt',
  sha256: '0'.repeat(64),
  mediaType: 'text/plain',
  pages: 1,
};

/** The letter that a text holds. */
export function parseText(text: string): Letter {
  return parseLetter({ source: SOURCE, text });
}

/** The words of some quotes. */
export function valuesOf(quotes: readonly Quote[]): string[] {
  return quotes.map(({ value }) => value);
}
