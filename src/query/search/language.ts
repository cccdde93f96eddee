import { InputError } from '../input-error.js';
import { wordsOf } from './words.js';

/** A word or phrase that is searched for. */
export interface Term {
  /** As written, without the quotes. */
  readonly text: string;
  readonly quoted: boolean;
  /** Stems of its words, the first and the last of them not null; null stands for a word that is too common, whichever. */
  readonly stems: readonly (string | null)[];
}

/** What a search asks for. */
export interface SearchExpression {
  /** Each must match, by any of its terms. At least one. */
  readonly required: readonly (readonly Term[])[];
  /** None may match. */
  readonly excluded: readonly Term[];
}

/** Longest search, in UTF-16 code units, and most words and phrases in it. */
export const LONGEST_SEARCH = 500;
export const MOST_TERMS = 24;

const PART = /(-*)"([^"]*)"|(-*)([^\s"]+)/g;

/**
 * Reads the search language: words must all match, `"a phrase"` as it stands, `-word` or `-"a phrase"` must not match, and `or`
 * joins the two beside it: `knee mri or ct` is knee, and MRI or CT. Nothing is a mistake of syntax: a quote without its partner,
 * a lone `-` or `or`, and signs are passed over, and so are words that are too common ("the").
 * @throws {InputError} when it is too long, or nothing is left to look for
 */
export function parseSearch(query: string): SearchExpression {
  if (query.length > LONGEST_SEARCH) {
    throw new InputError('query', `must not be longer than ${LONGEST_SEARCH} characters`);
  }
  const required: Term[][] = [];
  const excluded: Term[] = [];
  let joins = false;
  for (const [, phraseDashes = '', phrase, wordDashes = '', word = ''] of query.matchAll(PART)) {
    if (phrase === undefined && wordDashes === '' && word.toLowerCase() === 'or') {
      joins = true;
      continue;
    }
    const term = readTerm(phrase ?? word, phrase !== undefined);
    if (term === undefined) continue;
    if (phraseDashes + wordDashes !== '') excluded.push(term);
    else if (joins && required.length > 0) required.at(-1)?.push(term);
    else required.push([term]);
    joins = false;
  }
  return checked({ required, excluded });
}

/** Undefined when all its words, if any, are too common. */
function readTerm(text: string, quoted: boolean): Term | undefined {
  const stems = wordsOf(text).map(({ stem }) => stem);
  const first = stems.findIndex((stem) => stem !== null);
  const last = stems.findLastIndex((stem) => stem !== null);
  return first < 0 ? undefined : { text, quoted, stems: stems.slice(first, last + 1) };
}

function checked(expression: SearchExpression): SearchExpression {
  const { required, excluded } = expression;
  if (required.flat().length + excluded.length > MOST_TERMS) {
    throw new InputError('query', `must not hold more than ${MOST_TERMS} words and phrases`);
  }
  if (required.length > 0) return expression;
  throw new InputError(
    'query',
    excluded.length > 0
      ? 'says only what must not match; add what to look for'
      : 'holds no word to look for; signs, and words as common as "the", are passed over',
  );
}

/** The search as it was understood: `knee and (mri or ct), without "left knee"`. */
export function describeSearch({ required, excluded }: SearchExpression): string {
  const groups = required.map((terms) => {
    const alternatives = terms.map(describeTerm).join(' or ');
    return terms.length > 1 && required.length > 1 ? `(${alternatives})` : alternatives;
  });
  const without = excluded.length > 0 ? `, without ${excluded.map(describeTerm).join(' and ')}` : '';
  return groups.join(' and ') + without;
}

function describeTerm({ text, quoted }: Term): string {
  return quoted ? `"${text}"` : text;
}
