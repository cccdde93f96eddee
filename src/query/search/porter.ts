/**
 * M. F. Porter, "An algorithm for suffix stripping" (1980), with the two changes that its author made later (-bli, -logi): what
 * the English analyzer of the full-text indexes does to words. Highlights must fold words as the index did.
 */

type Rules = readonly (readonly [suffix: string, instead: string])[];

/** "ational>ate …" as rules; of several that fit, the longest applies, so these come first. */
function rules(list: string): Rules {
  return list
    .split(' ')
    .map((rule) => {
      const [suffix = '', instead = ''] = rule.split('>');
      return [suffix, instead] as const;
    })
    .sort(([a], [b]) => b.length - a.length);
}

const DOUBLE_SUFFIXES = rules(
  'ational>ate tional>tion enci>ence anci>ance izer>ize bli>ble alli>al entli>ent eli>e ousli>ous ization>ize ation>ate ' +
    'ator>ate alism>al iveness>ive fulness>ful ousness>ous aliti>al iviti>ive biliti>ble logi>log',
);
const FULL_SUFFIXES = rules('icate>ic ative> alize>al iciti>ic ical>ic ful> ness>');
const LAST_SUFFIXES = rules(
  'al> ance> ence> er> ic> able> ible> ant> ement> ment> ent> sion>s tion>t ou> ism> ate> iti> ous> ive> ize>',
);

/** The stem of a word in lower case: "injections", "injected" and "injecting" are "inject". */
export function porterStem(word: string): string {
  if (word.length <= 2) return word;
  let stem = withoutPastAndGerund(withoutPlural(word));
  if (stem.endsWith('y') && hasVowel(stem.slice(0, -1))) stem = `${stem.slice(0, -1)}i`;
  stem = replaced(stem, DOUBLE_SUFFIXES, 0);
  stem = replaced(stem, FULL_SUFFIXES, 0);
  stem = replaced(stem, LAST_SUFFIXES, 1);
  return withoutFinalE(stem);
}

function withoutPlural(word: string): string {
  if (word.endsWith('sses') || word.endsWith('ies')) return word.slice(0, -2);
  return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

function withoutPastAndGerund(word: string): string {
  if (word.endsWith('eed')) return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word;
  const ending = ['ed', 'ing'].find((each) => word.endsWith(each));
  if (ending === undefined) return word;
  const stem = word.slice(0, -ending.length);
  if (!hasVowel(stem)) return word;
  if (/(?:at|bl|iz)$/.test(stem)) return `${stem}e`;
  if (endsInDoubleConsonant(stem)) return /[lsz]$/.test(stem) ? stem : stem.slice(0, -1);
  return measure(stem) === 1 && endsShort(stem) ? `${stem}e` : stem;
}

/** The longest suffix that fits gives way, where more than `least` syllables are before it. */
function replaced(word: string, table: Rules, least: number): string {
  const rule = table.find(([suffix]) => word.endsWith(suffix));
  if (rule === undefined) return word;
  const [suffix, instead] = rule;
  const stem = word.slice(0, -suffix.length) + (least > 0 ? instead : '');
  if (measure(stem) <= least) return word;
  return least > 0 ? stem : stem + instead;
}

function withoutFinalE(word: string): string {
  let stem = word;
  if (stem.endsWith('e')) {
    const before = stem.slice(0, -1);
    const syllables = measure(before);
    if (syllables > 1 || (syllables === 1 && !endsShort(before))) stem = before;
  }
  return stem.endsWith('ll') && measure(stem) > 1 ? stem.slice(0, -1) : stem;
}

/** Each letter as c (consonant) or v (vowel); a "y" behind a consonant is a vowel. */
function shape(word: string): string {
  let letters = '';
  for (let i = 0; i < word.length; i++) {
    const letter = word.charAt(i);
    const isVowel = 'aeiou'.includes(letter) || (letter === 'y' && letters.endsWith('c'));
    letters += isVowel ? 'v' : 'c';
  }
  return letters;
}

/** How often a run of vowels is followed by consonants. */
function measure(stem: string): number {
  return shape(stem).match(/v+c+/g)?.length ?? 0;
}

function hasVowel(stem: string): boolean {
  return shape(stem).includes('v');
}

function endsInDoubleConsonant(stem: string): boolean {
  return stem.length > 1 && stem.at(-1) === stem.at(-2) && shape(stem).endsWith('c');
}

/** Consonant, vowel, consonant: "hop", not "how". */
function endsShort(stem: string): boolean {
  return shape(stem).endsWith('cvc') && !/[wxy]$/.test(stem);
}
