import type { TermMatch, Words } from '../term-index.js';
import { Strength, terms, type Term } from './catalogue.js';
import { isNumeric } from './numbers.js';

export type ServiceMatch = TermMatch<Extract<Term, { kind: 'service' }>>;
export type DrugMatch = TermMatch<Extract<Term, { kind: 'drug' }>>;

/** What a label asks for, before it is said in canonical form. */
export interface Named {
  /** The first of the most definite services; `undefined` when none is in the catalogue. */
  readonly main: ServiceMatch | DrugMatch | undefined;
  /** Everything definite that is asked for, in the label's order, `main` among it. */
  readonly asked: readonly (ServiceMatch | DrugMatch)[];
  /** Also what is not asked for; for counting the words that the catalogue knows. */
  readonly matches: readonly TermMatch<Term>[];
}

const END_OF_REASON = /[,;:.)\]]/g;

/** Finds the services of a label; those that are only the reason for another one are set aside. */
export function servicesIn(words: Words): Named {
  const matches = terms.findAll(words);
  const asked: (ServiceMatch | DrugMatch)[] = [];
  /** Offset up to which words give a reason. */
  let reasonEnd = 0;
  let last: ServiceMatch | DrugMatch | undefined;
  for (const match of matches) {
    if (match.start < reasonEnd) continue;
    if (match.value.kind === 'reason') reasonEnd = endOfReason(words.text, match.end);
    if (!isService(match)) continue;
    if (last && isPurposeOf(last, match, words)) {
      reasonEnd = last.value.kind === 'drug' ? endOfReason(words.text, match.end) : Infinity;
      continue;
    }
    last = match;
    asked.push(match);
  }
  const strongest = asked.reduce((most, match) => Math.max(most, strengthOf(match)), 0);
  const main = asked.find((match) => strengthOf(match) === strongest);
  return {
    main,
    asked: asked.filter((match) => match === main || strengthOf(match) === Strength.Definite),
    matches,
  };
}

function isService(match: TermMatch<Term>): match is ServiceMatch | DrugMatch {
  return match.value.kind === 'service' || match.value.kind === 'drug';
}

const strengthOf = ({ value }: ServiceMatch | DrugMatch): number =>
  value.kind === 'drug' ? Strength.Definite : value.strength;

function endOfReason(text: string, from: number): number {
  END_OF_REASON.lastIndex = from;
  return END_OF_REASON.exec(text)?.index ?? Infinity;
}

/** Groups whose services are given for something: "clearance for surgery", "Valium for the MRI". */
const FOR_SOMETHING =
  /^(?:Evaluation & Management|Home Health|Transportation|DMEPOS|Pharmaceuticals|Psych Services > Evaluation|Surgery > (?:Surgical Consult|Adjunct))/;
const PURPOSE: ReadonlySet<string> = new Set(['for', 'regarding', 're', 'concerning']);

/** Whether a term only says what the one before it is for. A number after "for" is a duration: "for 4 weeks". */
function isPurposeOf(
  earlier: ServiceMatch | DrugMatch,
  { firstWord }: TermMatch<Term>,
  { words }: Words,
): boolean {
  const { value } = earlier;
  const category = value.kind === 'drug' ? 'Pharmaceuticals' : (value.entry.category ?? '');
  if (!FOR_SOMETHING.test(category) || isOpen(value)) return false;
  if (category.startsWith('Transportation')) return true;
  for (let i = earlier.nextWord; i < firstWord; i++) {
    const word = words[i] ?? '';
    if (PURPOSE.has(word) && !isNumeric(words[i + 1] ?? '')) return true;
  }
  return false;
}

/** "DME for home use: TENS unit": equipment in general is not for something but stands for it. */
function isOpen(value: ServiceMatch['value'] | DrugMatch['value']): boolean {
  return (
    value.kind === 'service' &&
    value.strength === Strength.Generic &&
    /^(?:DMEPOS|Pharm)/.test(value.entry.category ?? '')
  );
}

export function isDrug(match: ServiceMatch | DrugMatch): match is DrugMatch {
  return match.value.kind === 'drug';
}
