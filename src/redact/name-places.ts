import { GAP, NAME_BEGINS, S, WRAP } from './gaps.js';
import type { Name, NameOptions } from './name-words.js';
import { isVocabulary } from './words.js';

/** Where names stand: the words before them, and what a name must be there. */
export interface Place {
  /** Ends where the name begins. */
  readonly before: RegExp;
  readonly options: NameOptions;
  readonly accepts?: (text: string, name: Name) => boolean;
}

const NO_WORD = String.raw`(?<![\p{L}\p{N}'’./-])`;
const INDENT = `^${S}{0,80}`;
/** The rest of a line, or of a cell of a table. */
const CELL_END =
  /(?:,?[^\S\n\f](?:MD|DO|DC|PhD|Esq)\b\.?)?(?:[^\S\n\f]{2}|[^\S\n\f]?(?:\n|$|[,;(]|vs?\.?[^\S\n\f]))/y;

/** "Injured employee's name:", "Treating physician:" … */
const LABELS = [
  `(?:injured${S})?(?:employee|worker)`,
  'claimant|applicant|plaintiff|patient|member|insured|provider|surgeon|name',
  `(?:primary${S})?(?:treating|requesting|referring|attending|prescribing)${S}(?:physician|provider|doctor)`,
  `(?:(?:applicant|defense|claimant|employee)(?:['’]?s)?${S})?attorney`,
  `(?:claims?${S})?(?:adjuster|examiner)|case${S}manager`,
  `attn|attention|(?:first|last|full)${S}name|(?:prepared|signed|dictated)${S}by`,
].join('|');
const PEOPLE = [
  'attorney|adjuster|examiner|paralegal|manager|claimant|applicant|patient|employee|worker',
  'physician|provider|doctor|nurse|therapist|surgeon|psychologist|psychiatrist|chiropractor|acupuncturist|podiatrist',
].join('|');
const CLOSING = `(?:sincerely|respectfully(?:${S}submitted)?|(?:best${S}|kind${S})?regards|(?:very${S})?truly${S}yours)`;

/** Every place, most of them in prose. */
export const PLACES: readonly Place[] = [
  // Titles. In capitals alone they need a full stop, and a name in capitals: "MS" and "DR" are also other things.
  {
    before: inProse(String.raw`(?:(?:Drs?|Mr|Mrs|Ms|Mx)\.|[dm]rs?\.)${GAP}?${NAME_BEGINS}`),
    options: { isSure: true },
  },
  {
    before: inProse(String.raw`(?:DR|MR|MRS|MS)\.${GAP}(?=\p{Lu}[\p{Lu}'’-])`),
    options: {},
  },
  {
    before: inProse(String.raw`(?:Drs?|Mr|Mrs|Ms|Mx|Miss|Doctor)${GAP}(?=\p{Lu}\p{Ll})`),
    options: {},
  },
  // The second of "Drs. Roe and Doe".
  {
    before: inProse(
      String.raw`Drs\.?${GAP}\p{Lu}[\p{L}'’-]{1,30}(?:,|,?${GAP}and|${S}?&)${GAP}${NAME_BEGINS}`,
    ),
    options: {},
  },
  // People by what they do: one name behind a word that is capitalised, two behind one that is not.
  {
    before: inProse(
      String.raw`(?:Claimant|Applicant|Plaintiff|Attorney|Adjuster|Nurse|Judge)${GAP}(?=\p{Lu}\p{Ll})`,
    ),
    options: { most: 3 },
  },
  {
    before: inProse(
      `(?:(?:${PEOPLE})(?:,|${GAP}is|${GAP}was|${GAP}named)?|named|name${GAP}is)${GAP}${NAME_BEGINS}`,
      'i',
    ),
    options: { least: 2, most: 3 },
  },
  {
    before: inProse(
      String.raw`(?:${LABELS})(?:['’]?s)?(?:${S}name)?(?:\(s\))?${S}{0,2}:(?:${S}{0,40}|${WRAP})${NAME_BEGINS}`,
      'i',
    ),
    options: { isSure: true, mayTurn: true },
    accepts: hasOwnWord,
  },
  {
    before: inLine(String.raw`dear${S}{1,3}(?!(?:mr|mrs|ms|mx|dr|drs)\b)`),
    options: { isSure: true },
    accepts: hasOwnWord,
  },
  // What may also stand before something else: the whole line must be a name.
  {
    before: inLine(`(?:re|to|from|cc|by)${S}?:${S}{0,40}`),
    options: { least: 2, mayTurn: true },
    accepts: endsCell,
  },
  {
    before: inLine(String.raw`${CLOSING}[,.]?${S}{0,3}\n(?:${S}{0,80}\n){0,6}${S}{0,80}`),
    options: { least: 2 },
    accepts: endsCell,
  },
];

/** Whether all of a line, or of a cell, was the name. */
export function endsCell(text: string, { end }: Pick<Name, 'end'>): boolean {
  CELL_END.lastIndex = end;
  return CELL_END.test(text);
}

function hasOwnWord(_: string, { words }: Name): boolean {
  return words.some((word) => !isVocabulary(word));
}

function inProse(source: string, flags = ''): RegExp {
  return new RegExp(NO_WORD + source, `gu${flags}`);
}

function inLine(source: string): RegExp {
  return new RegExp(INDENT + source, 'gimu');
}
