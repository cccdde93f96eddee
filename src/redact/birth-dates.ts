import type { Finder, Found } from './found.js';

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const DATE = String.raw`(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d{2}-\d{2}|${MONTH}\.?\s{1,3}\d{1,2}(?:st|nd|rd|th)?,?\s{1,3}\d{4}|\d{1,2}(?:st|nd|rd|th)?[\s-]{1,3}${MONTH}[.,]?[\s-]{1,3}\d{2,4})`;
const LABEL = String.raw`(?:d\.?[^\S\n\f]?o\.?[^\S\n\f]?b\b\.?|dates?\s{1,3}of\s{1,3}birth|birth[- ]?(?:date|day)|born)`;

/** A day that is said to be that of a birth; the word before it, and an age, stay. */
const BIRTH_DATE = new RegExp(
  String.raw`(?<![\p{L}\d])${LABEL}(?:\s{0,3}(?:[:(=-]|is\b|was\b|on\b|of\b)){0,2}\s{0,12}(?<found>${DATE})(?!\d)`,
  'dgiu',
);

/** Days of birth. */
export const findBirthDates: Finder = function* (text): Generator<Found> {
  for (const match of text.matchAll(BIRTH_DATE)) {
    const [start, end] = match.indices?.groups?.['found'] ?? [0, 0];
    yield { kind: 'BIRTH_DATE', start, end };
  }
};
