import { allMatches } from '../patterns.js';
import { TermIndex, type Words } from '../term-index.js';
import type { Quantity } from '../determination.js';
import { NUMBER, numberOf } from './numbers.js';
import type { Found } from './places.js';

const FORMS: Readonly<Record<string, readonly string[]>> = {
  tablet: ['tablet', 'tablets', 'tab', 'tabs', 'caplet', 'caplets', 'odt', 'pill', 'pills'],
  capsule: ['capsule', 'capsules', 'cap', 'caps', 'softgel', 'softgels', 'gelcap', 'gelcaps'],
  patch: ['patch', 'patches', 'transdermal patch', 'transdermal patches', 'pad', 'pads', 'adhesive patch'],
  cream: ['cream', 'creams', 'topical cream', 'transdermal cream', 'crm', 'cream base'],
  gel: ['gel', 'topical gel', 'transdermal gel', 'plo gel'],
  ointment: ['ointment', 'oint'],
  lotion: ['lotion'],
  'topical solution': [
    'topical solution',
    'topical spray',
    'roll-on',
    'liniment',
    'balm',
    'foam',
    'topical foam',
  ],
  suspension: ['suspension', 'oral suspension', 'susp', 'oral susp'],
  solution: ['solution', 'oral solution', 'liquid', 'syrup', 'elixir', 'oral liquid', 'soln'],
  injection: [
    'injection',
    'injections',
    'inj',
    'im',
    'iv',
    'intramuscular',
    'vial',
    'vials',
    'injectable',
    'syringe',
  ],
  spray: ['nasal spray', 'spray', 'intranasal', 'nasal'],
  drops: ['drops', 'eye drops', 'ophthalmic', 'ophthalmic solution', 'otic', 'ear drops', 'ophthalmic drops'],
  inhaler: ['inhaler', 'hfa', 'inhalation', 'nebulizer solution', 'diskus'],
  suppository: ['suppository', 'suppositories'],
  film: ['film', 'films', 'sublingual film', 'buccal film', 'strip', 'strips'],
  powder: ['powder', 'packet', 'packets'],
  topical: ['topical', 'topically', 'transdermal'],
};

const forms = new TermIndex(
  Object.entries(FORMS).flatMap(([form, terms]) => terms.map((term) => [term, form] as const)),
);

/** Forms that go onto the skin, other than patches. */
export const ON_THE_SKIN: ReadonlySet<string> = new Set([
  'cream',
  'gel',
  'ointment',
  'lotion',
  'topical solution',
  'topical',
]);
/** Where a percentage does not make a drug a cream. */
export const NOT_ON_THE_SKIN: ReadonlySet<string> = new Set([
  'patch',
  'injection',
  'spray',
  'drops',
  'inhaler',
  'solution',
  'suspension',
]);

/** The form of a drug; "topical" only when nothing more exact is said. */
export function formIn(words: Words, from: number): Found<string> | null {
  let found: Found<string> | null = null;
  for (let match = forms.findFirst(words, from); match; match = forms.findFirst(words, match.end)) {
    found = { value: match.value, start: match.start, end: match.end };
    if (match.value !== 'topical') break;
  }
  return found;
}

const FIGURE = String.raw`(?:\d{1,3}(?:,\d{3}){1,2}|\d{1,6})(?:\.\d{1,5})?|\.\d{1,5}`;
const UNIT = String.raw`(?:mcg|mg|µg|ug|gms?|grams?|g|meq|iu|units?|u|ml|cc|oz|hr|hour)\b|%|\s?percent\b`;
const PART = String.raw`(?:${FIGURE})(?:[\s-]?(?:${UNIT}))?`;
const STRENGTH = new RegExp(
  String.raw`(?<![\w.,#$])(?:${PART})(?:\s?[-/]\s?(?:${PART}|${UNIT})){0,4}(?![\w%]|[.,]\d|[-/]\d)(?!\s?(?:of the|reduc|taper|wean|less|decreas))`,
  'gi',
);
/** Bare figures before these are no strength. */
const COUNTED = /^\s?-?(?:tab|cap|patch|pill|day|week|month|time|refill|hour|x\b)/i;
const COUNTED_WITHIN = 12;
const MEASURED = /[a-zµ%]/i;
/** Alone these measure how much is given out, not how strong it is. */
const BULK = /^[\d.,]+[\s-]?(?:gms?|grams?|g|ml|cc|oz)$/i;
/** … but a few grams of what is swallowed or injected are a dose. */
const MOST_GRAMS = 4;

/**
 * The strength between two offsets of a label: "10/325mg", "5%", "25mg/ml". Bare figures ("Norco 10/325", "Tramadol 50 #60")
 * count right after the drug's name only.
 */
export function strengthIn(label: string, from: number, to: number, isSolid: boolean): Found<string> | null {
  // Only this part is searched: a label may name very many drugs.
  const part = label.slice(from, to);
  for (const match of allMatches(STRENGTH, part)) {
    const [written] = match;
    const end = match.index + written.length;
    const counts = MEASURED.test(written)
      ? !BULK.test(written) || (isSolid && /g$|gm/i.test(written) && parseFloat(written) <= MOST_GRAMS)
      : match.index <= 2 &&
        written.split(/[-/]/).length <= 2 &&
        !COUNTED.test(label.slice(from + end, from + end + COUNTED_WITHIN));
    if (counts) return { value: tidyStrength(written), start: from + match.index, end: from + end };
  }
  return null;
}

/** "7.5-325mg" is "7.5/325 mg", "4%-27.5%" is "4/27.5%": the unit once when it is the same for all. */
function tidyStrength(written: string): string {
  const parts = written
    .toLowerCase()
    .replace(/\s?percent/g, '%')
    .replace(/\b(\d[\d.,]*)?\s?-?(?:gms?|grams?)\b/g, '$1g')
    .replace(/µg|ug\b/g, 'mcg')
    .split(/\s?[-/]\s?(?=[\d.a-z])/)
    .map((part) => /^([\d.,]*)[\s-]?([a-z%]*)$/.exec(part.trim()))
    .map((part) => ({ figure: (part?.[1] ?? '').replaceAll(',', ''), unit: part?.[2] ?? '' }));
  const unit = parts.at(-1)?.unit ?? '';
  if (parts.every((part) => part.figure !== '' && (part.unit === '' || part.unit === unit)))
    return `${parts.map(({ figure }) => figure).join('/')}${withUnit(unit)}`;
  return parts.map((part) => `${part.figure}${withUnit(part.unit)}`.trim()).join('/');
}

const withUnit = (unit: string): string => (unit === '' || unit === '%' ? unit : ` ${unit}`);

const N = `(?<n>${NUMBER})`;
const COUNT = /(?:#\s?|\b(?:qty|quantity|disp|dispense|count)\b[.:]?\s?(?:of\s)?#?\s?:?\s?)(?<n>\d{1,5})\b/gi;
const SIG = String.raw`(?!\s?(?:po\b|by\b|oral|bid\b|tid\b|qid\b|qd\b|qhs\b|q\d|daily|twice|every|at\b|per\b|a\b|once|before|prior|nightly|each|three\b|two\b|one\b|as\s))`;
const PIECES = new RegExp(
  String.raw`(?<!\b(?:take|takes|apply|use|one|or)\s)${N}[\s-]?(?<unit>tablets?|tabs?|capsules?|caps?|pills?|patch(?:es)?|pads?|tubes?|bottles?|box(?:es)?|vials?|packs?|jars?|inhalers?|doses?|syringes?|packets?|injections?|count|ct)\b${SIG}`,
  'i',
);
const BULK_QUANTITY =
  /(?<![\w./-])(?<n>\d{1,5}(?:\.\d{1,3})?)[\s-]?(?<unit>gms?|grams?|g|ml|cc|oz)\b(?!\s?\/)/gi;
const SUPPLY = new RegExp(String.raw`${N}[\s-]?(?<unit>days?|weeks?|months?)[\s-]?supply`, 'i');
const TIMES = /(?:\bx\s?|\btimes\s|\()(?<n>\d{1,4})\)?(?![\w/])(?!\s?(?:refill|day|week|month))/i;
const UNITS: readonly (readonly [RegExp, string])[] = [
  [/^(?:tab|pill)/, 'tablets'],
  [/^cap/, 'capsules'],
  [/^patch|^pad/, 'patches'],
  [/^g/, 'g'],
  [/^(?:ml|cc)/, 'ml'],
  [/^oz/, 'oz'],
  [/^c(?:oun)?t/, 'count'],
];

/**
 * How much of a drug is to be given out.
 * @param name where the drug's name stands ("Tylenol #3" is no quantity), @param strength where its strength does
 */
export function drugQuantityIn(
  label: string,
  name: Found<unknown>,
  strength: Found<unknown> | null,
): Found<Quantity> | null {
  const isFree = (match: RegExpMatchArray): boolean => {
    const at = match.index ?? 0;
    const overlaps = (taken: Found<unknown>) => at < taken.end && at + match[0].length > taken.start;
    return !overlaps(name) && !(strength && overlaps(strength));
  };
  const match =
    firstFree(label, COUNT, isFree) ??
    freeOf(PIECES.exec(label), isFree) ??
    firstFree(label, BULK_QUANTITY, isFree) ??
    SUPPLY.exec(label) ??
    TIMES.exec(label);
  const { n, unit } = match?.groups ?? {};
  if (!match || n === undefined) return null;
  const start = match.index ?? 0;
  return {
    value: { amount: numberOf(n), unit: unitName(unit, match[0]) },
    start,
    end: start + match[0].length,
  };
}

function firstFree(
  label: string,
  pattern: RegExp,
  isFree: (match: RegExpMatchArray) => boolean,
): RegExpMatchArray | undefined {
  return allMatches(pattern, label).find(isFree);
}

function freeOf(
  match: RegExpExecArray | null,
  isFree: (match: RegExpMatchArray) => boolean,
): RegExpExecArray | undefined {
  return match && isFree(match) ? match : undefined;
}

function unitName(unit: string | undefined, words: string): string {
  if (unit === undefined) return 'count';
  const written = unit.toLowerCase();
  if (/supply$/i.test(words)) return `${written.replace(/s$/, '')}s of supply`;
  return (
    UNITS.find(([pattern]) => pattern.test(written))?.[1] ??
    `${written.replace(/(?:(x)e)?s$/, '$1')}${/x$|xes$/.test(written) ? 'es' : 's'}`
  );
}

/** "2 refills", "refills: 2"; in "#60 refills: 2" the first number is the drug's quantity. */
const REFILLS = new RegExp(
  String.raw`(?<!#\s{0,2}|\b(?:qty|quantity|count)[.:]?\s(?:of\s)?)(?:(?<n>${NUMBER}|no)\s?(?:\(\d{1,2}\)\s?)?(?:additional\s)?refills?\b(?!\s?[:=#]\s?\d))|\brefills?\s?(?:x|times|:|=|#|of|qty)?\s?(?<m>${NUMBER})`,
  'i',
);

export function refillsIn(label: string): Found<number> | null {
  const match = /refill/i.test(label) ? REFILLS.exec(label) : null;
  const written = match?.groups?.['n'] ?? match?.groups?.['m'];
  if (!match || written === undefined) return null;
  return { value: numberOf(written), start: match.index, end: match.index + match[0].length };
}
