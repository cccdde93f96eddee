import type { Finder } from './found.js';
import { GAP, S } from './gaps.js';

/** From one part of an address to the next: on the same line, or on the one below. */
const NEXT = String.raw`(?:,?${GAP}|,?${S}{0,3}\n${S}{0,80})`;

/** Capitalised, or all capitals; a street may be named by a number ("5th"). */
const WORD = String.raw`(?:\p{Lu}[\p{L}\p{M}'’.-]{0,25}|\d{1,3}(?:st|nd|rd|th|ST|ND|RD|TH))`;
const HOUSE = String.raw`(?<![\p{L}\d.,/#$%-])\d{1,6}(?:-\d{1,4}|[A-D])?(?: ?1/2)?`;
const COMPASS = String.raw`(?:[NSEW]\.?${GAP}|[NS][EW]\.?${GAP})`;
const STREET_KINDS =
  'Street St Avenue Ave Av Boulevard Blvd Road Rd Drive Lane Ln Court Ct Circle Cir Way Place Pl Parkway Pkwy Highway Hwy Terrace Ter Trail Square Plaza Loop Alley';
const UNIT_KINDS = 'Apt Apartment Suite Ste Unit Floor Fl Room Rm Bldg Building';

const STATE =
  '(?:California|CALIFORNIA|Calif|Nevada|Arizona|Oregon|Washington|Texas|A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])';
const ZIP = String.raw`\d{5}(?:-\d{4})?(?![\w-])`;
const TOWN = String.raw`\p{Lu}[\p{L}\p{M}'’.-]{1,20}(?:${S}\p{Lu}[\p{L}\p{M}'’.-]{0,20}){0,3}`;
const TOWN_AND_STATE = String.raw`${TOWN},?${GAP}${STATE}\b\.?`;

const UNIT = String.raw`${NEXT}(?:(?:${inAnyCase(UNIT_KINDS)})\b\.?${S}{0,2}#?${S}?[\p{L}\d-]{1,8}|#${S}?[\p{L}\d-]{1,6})`;
/** "12 Visits Dr. Roe": a doctor, unless nothing or the rest of an address follows. */
const DRIVE = String.raw`(?:Dr|DR)\b\.?(?=${S}{0,3}(?:[\n,;)]|$)|${UNIT}|${NEXT}${TOWN_AND_STATE})`;
const STREET = String.raw`${HOUSE}${GAP}${COMPASS}?(?:${WORD}${GAP}){1,4}?(?:(?:${inAnyCase(STREET_KINDS)})\b\.?|${DRIVE})`;
const BOX = String.raw`(?<![\p{L}\d])(?:P\.?${S}?O\.?${S}{0,2})(?:Box|BOX|box)${GAP}#?\d{1,8}(?!\d)`;

const PATTERNS = [
  // A street or a box, with the unit and the town if they follow.
  String.raw`(?:${STREET}|${BOX})(?:${UNIT}){0,2}(?:${NEXT}${TOWN_AND_STATE}(?:,?${GAP}${ZIP})?)?`,
  String.raw`(?<![\p{L}\d])${TOWN_AND_STATE},?${GAP}${ZIP}`,
].map((source) => new RegExp(source, 'gu'));

/** Postal addresses: streets with house numbers, post office boxes, towns with postal codes. */
export const findAddresses: Finder = function* (text) {
  for (const pattern of PATTERNS) {
    for (const { index, 0: words } of text.matchAll(pattern))
      yield { kind: 'ADDRESS', start: index, end: index + words.length };
  }
};

/** Some words as choices of a pattern: as written, in capitals, in small letters. */
function inAnyCase(words: string): string {
  const each = words.split(' ').flatMap((word) => [word, word.toUpperCase(), word.toLowerCase()]);
  return [...new Set(each)].join('|');
}
