const WORDS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
] as const;
const FURTHER: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  no: 0,
  single: 1,
  once: 1,
  twice: 2,
  thrice: 3,
  fifteen: 15,
  sixteen: 16,
  eighteen: 18,
  twenty: 20,
  'twenty-four': 24,
  thirty: 30,
};
const values = new Map<string, number>([
  ...WORDS.map((word, i) => [word, i] as const),
  ...Object.entries(FURTHER),
]);

/** Source of a pattern for a whole number in figures or words. Bounded, so that a run of digits is read once. */
export const NUMBER = String.raw`(?:(?<![\d.])\d{1,4}(?![\d.]*\d)|\b(?:${[...WORDS, 'fifteen', 'sixteen', 'eighteen', 'twenty-four', 'twenty', 'thirty'].join('|')})\b)`;

/** The number that a word or figures say; `NaN` for any other word. */
export function numberOf(written: string): number {
  return values.get(written.toLowerCase()) ?? Number(written.replaceAll(',', ''));
}

/** Whether a folded word says how many, or is a measure: "six", "12", "10mg", "x4". */
export function isNumeric(word: string): boolean {
  const first = word.charCodeAt(0);
  return (first >= 48 && first <= 57) || values.has(word) || /^x\d{1,3}$/.test(word);
}
