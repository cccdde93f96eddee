import { describe, expect, test } from '@jest/globals';
import abbreviations from '../../../../src/normalise/data/criteria/abbreviations.json' with { type: 'json' };
import clauses from '../../../../src/normalise/data/criteria/clauses.json' with { type: 'json' };
import lexicon from '../../../../src/normalise/data/criteria/lexicon.json' with { type: 'json' };
import negation from '../../../../src/normalise/data/criteria/negation.json' with { type: 'json' };
import stance from '../../../../src/normalise/data/criteria/stance.json' with { type: 'json' };
import categories from '../../../../src/normalise/data/treatment-categories.json' with { type: 'json' };
import { CRITERION_KINDS } from '../../../../src/normalise/criteria/kinds.js';
import { familyOf, kindOfCriterion, LEXICON } from '../../../../src/normalise/criteria/lexicon.js';
import type { WordLists } from '../../../../src/normalise/criteria/phrase-language.js';
import { PhraseIndex } from '../../../../src/normalise/criteria/phrases.js';
import { wordsOf } from '../../../../src/normalise/term-index.js';

const SENSES = ['condition', 'negated', 'unmet', 'met'] as const;

interface Group extends Readonly<Partial<Record<(typeof SENSES)[number], readonly string[]>>> {
  readonly kind: string;
  readonly note?: string;
  readonly only?: readonly string[];
  readonly not?: readonly string[];
}

const GROUPS: readonly Group[] = lexicon.groups;
const phrasesOf = (group: Group) =>
  SENSES.flatMap((sense) => (group[sense] ?? []).map((phrase) => ({ sense, phrase })));

/** Every phrase of the reading's data, by the file and part that hold it. */
const PARTS: readonly { name: string; phrases: readonly string[]; lists: WordLists }[] = [
  ...GROUPS.map((group, i) => ({
    name: `lexicon: ${group.kind} (group ${String(i)})`,
    phrases: phrasesOf(group).map(({ phrase }) => phrase),
    lists: lexicon.lists,
  })),
  ...(['before', 'after', 'never'] as const).map((direction) => ({
    name: `negation: ${direction}`,
    phrases: negation[direction],
    lists: negation.lists,
  })),
  ...(['general', 'case'] as const).map((side) => ({
    name: `stance: ${side}`,
    phrases: Object.keys(stance[side]),
    lists: stance.lists,
  })),
  ...(['breaks', 'breaksAfterComma', 'tails', 'conclusions', 'concessions', 'grounds'] as const).map(
    (part) => ({
      name: `clauses: ${part}`,
      phrases: clauses[part],
      lists: clauses.lists,
    }),
  ),
];

/** The words that a phrase asks for: of each place the first alternative; `isShort` without the words that may be left out. */
function wordsIn(phrase: string, lists: WordLists, isShort: boolean): string {
  return phrase
    .split(' ')
    .filter((part) => !part.startsWith('~') && !(isShort && part.startsWith('?')))
    .map((part) => firstWords(part.replace('?', ''), lists))
    .join(' ');
}

function firstWords(part: string, lists: WordLists): string {
  const [first = ''] = part.split('|');
  return first.startsWith('@')
    ? firstWords(lists[first.slice(1)] ?? '', lists)
    : first.replaceAll('_', ' ').replaceAll('*', '');
}

describe.each(PARTS)('$name', ({ phrases, lists }) => {
  test('has phrases, none of them twice', () => {
    expect(phrases.length).toBeGreaterThan(0);
    expect(repeated(phrases)).toEqual([]);
  });

  test('each phrase finds the words that it names', () => {
    const missed = phrases.flatMap((phrase) => {
      const index = new PhraseIndex([[phrase, true]], lists);
      return [false, true]
        .map((isShort) => wordsOf(wordsIn(phrase, lists, isShort)))
        .filter(
          (words) =>
            !index.findAll(words).some(({ first, next }) => first === 0 && next === words.words.length),
        )
        .map(({ text }) => `${phrase}: ${text}`);
    });
    expect(missed).toEqual([]);
  });
});

test.each(GROUPS.map((group, i) => ({ name: `${group.kind} (group ${String(i)})`, group })))(
  '$name: the lexicon reads each phrase in its own sense',
  ({ group }) => {
    const missed = phrasesOf(group).filter(({ sense, phrase }) => {
      const words = wordsOf(wordsIn(phrase, lexicon.lists, false));
      return !LEXICON.findAll(words).some(
        ({ value, first, next }) =>
          first === 0 &&
          next === words.words.length &&
          value.kind === group.kind &&
          value.note === (group.note ?? null) &&
          value.sense.toLowerCase() === sense,
      );
    });
    expect(missed).toEqual([]);
  },
);

test('every kind has phrases by which it is met and not met, and no other kind is named', () => {
  const kinds = Object.keys(CRITERION_KINDS);
  expect(kinds.filter((kind) => !GROUPS.some((group) => group.kind === kind))).toEqual([]);
  expect(GROUPS.map(({ kind }) => kind).filter((kind) => !kinds.includes(kind))).toEqual([]);
});

test('a note says which condition is meant, of kind OTHER only', () => {
  expect(GROUPS.filter(({ kind, note }) => (kind === 'OTHER') !== (note !== undefined))).toEqual([]);
});

test('services that a group is limited to are families of services', () => {
  const names = new Set<string>(categories.categories.map(familyOf));
  const named = GROUPS.flatMap(({ only = [], not = [] }) => [...only, ...not]);
  expect(named.filter((family) => !names.has(family))).toEqual([]);
});

test.each([
  ['lexicon', lexicon.lists, JSON.stringify(lexicon)],
  ['negation', negation.lists, JSON.stringify(negation)],
  ['stance', stance.lists, JSON.stringify(stance)],
  ['clauses', clauses.lists, JSON.stringify(clauses)],
])('%s: every list of words is used, and names no word twice', (_, lists: WordLists, data) => {
  for (const [name, words] of Object.entries(lists)) {
    expect({
      name,
      isUsed: new RegExp(`@${name}(?![A-Z_])`).test(data),
      repeated: repeated(words.split('|')),
    }).toEqual({
      name,
      isUsed: true,
      repeated: [],
    });
  }
});

test('weights of stance cues are positive', () => {
  const weights = [...Object.values(stance.general), ...Object.values(stance.case)];
  expect(weights.filter((weight) => weight <= 0)).toEqual([]);
});

test('abbreviations: none twice, and none of both sorts', () => {
  const { neverLast, seldomLast, sentenceStarts } = abbreviations;
  expect(repeated([...neverLast, ...seldomLast])).toEqual([]);
  expect(repeated(sentenceStarts)).toEqual([]);
  expect([...neverLast, ...seldomLast].filter((word) => word !== word.toLowerCase())).toEqual([]);
  expect(sentenceStarts.filter((word) => !/^[A-Z]/.test(word))).toEqual([]);
});

test.each([
  ['Diagnostic Testing > Imaging/Radiology', 'imaging'],
  ['Diagnostic Testing > EMG/NCV/NCS', 'test'],
  ['DMEPOS > DME', 'equipment'],
  ['Evaluation & Management > Medical Specialties', 'visit'],
  ['Home Health > Home Health', 'home'],
  ['Injection > Facet Injection', 'injection'],
  ['Pharmaceuticals', 'drug'],
  ['Pharmaceuticals > Opioids', 'drug'],
  ['Programs > Programs', 'program'],
  ['Psych Services > Therapies', 'psychology'],
  ['Rehabilitation > Acupuncture', 'therapy'],
  ['Surgery > Spine', 'surgery'],
  ['Transportation > Transportation', 'other'],
  [null, 'other'],
])('a service of category %s is of family %s', (category, family) => {
  expect(familyOf({ category })).toBe(family);
});

test.each([
  ['Emergence of a red flag', 'RED_FLAG'],
  ['Physiologic evidence of tissue insult or neurologic dysfunction', 'NEUROLOGIC_DEFICIT'],
  ['Failure to respond to conservative treatment', 'CONSERVATIVE_CARE_FAILED'],
  ['Treatment goals are stated', 'PLAN_AND_GOALS'],
  ['Nothing of the sort', null],
])('a quoted criterion "%s" is of kind %s', (text, kind) => {
  expect(kindOfCriterion(text)).toBe(kind);
});

function repeated(words: readonly string[]): string[] {
  return words.filter((word, i) => words.indexOf(word) !== i);
}
