const TENS = ['ten', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const ONES = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const TEENS = ['sixteen', 'seventeen', 'eighteen', 'nineteen'];

/** Source of a pattern for the ages of people at work in words: "forty-two", "fifty five", "nineteen". For flag `i`. */
export const AGE_WORDS = `(?:(?:${TENS.slice(1).join('|')})(?:[ -](?:${ONES.join('|')}))?|${TEENS.join('|')})`;

/** The number of years that a numeral, or words that {@link AGE_WORDS} matched, say. */
export function yearsOf(words: string): number {
  if (/^\d/.test(words)) return Number(words);
  const [first = '', second = ''] = words.toLowerCase().split(/[ -]/);
  const teen = TEENS.indexOf(first);
  return teen >= 0 ? 16 + teen : 10 * (TENS.indexOf(first) + 1) + (ONES.indexOf(second) + 1);
}
