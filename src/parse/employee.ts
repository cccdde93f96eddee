import type { Letter, Quote, Reading, Sex, Warning } from './letter.js';
import { AGE_WORDS, yearsOf } from './number-words.js';
import { within } from './quote.js';

/** What the summary says of the employee; `warnings` tell where it contradicts itself. */
export type Employee = Pick<Letter, 'age' | 'sex' | 'warnings'>;

/** People at work; other numbers of years are those of a child, or a slip of the pen. */
const YOUNGEST = 14;
const OLDEST = 99;

/** How many characters before and after a statement tell of whom it is. */
const BEFORE = 90;
const AFTER = 90;
const LONGEST_AGE = 40;

const SEX_WORD = String.raw`(?:fe)?male|(?:wo)?man|gentleman|lady`;
const PERSON = String.raw`(?:injured worker|injured employee|applicant|patient|claimant|employee|worker|individual|IW)(?: \([A-Z]{2,3}\))?`;
const ARTICLE = String.raw`(?:an?|a ?\(n\)|the|this) `;
/** Words such as "right-hand-dominant" and "now" may stand between; none that leads to someone or something else. */
const ADJECTIVES = String.raw`(?:(?!(?:[a-z]{2,}ing|in|of|on|at|by|to|for|from|with|against|who|whose|and|or|has|had|son|daughter|child|boy|girl|wife|husband|spouse|mother|father|brother|sister|niece|nephew)\b)[a-z'-]{1,25},? ){0,4}`;
const NO_EMPLOYEE = String.raw`(?! (?:partner|friend|relative|cousin|co-?worker|sibling|child|infant|baby)\b)`;

/** Words that tell an age or a sex. */
const ANCHOR = new RegExp(String.raw`(?<![a-z])(?:old|aged?|y[/.]?o|${SEX_WORD})$`, 'i');
/** How such words end. They are found by that: to look at what stands before every letter takes four times as long. */
const ANCHOR_ENDS = /(?:old|aged?|y[/.]?o|male|man|lady)\b/gi;
const LONGEST_ANCHOR = 'gentleman'.length;

/** "48 year old", "48-year-old", "forty-eight (48) years of age", "48 y/o"; ends where an anchor ends. */
const YEARS_OLD = new RegExp(
  String.raw`(?<![\d.,/])(?<age>\d{1,3}|\b${AGE_WORDS})(?: ?\(\d{2}\))?[ -]{0,2}(?:(?:years?|yrs?\.?)[ -]{0,2}(?:old|of[ -]age)|y[/.]?o)$`,
  'i',
);
/** "aged 52", "age: 41", "age is 41"; begins where an anchor begins. */
const AGED = /^(?:aged|age)(?: is| was|:)? (?<age>\d{2})(?!\d|[.,]\d| ?(?:%|months|weeks|days))/i;

/** What follows an age when it is that of the employee. */
const THEN_SEX = new RegExp(
  String.raw`^\.?(?: \([^()]{1,30}\))?[ ,-]{1,2}${ADJECTIVES}(?<sex>${SEX_WORD})\b${NO_EMPLOYEE}`,
  'i',
);
const THEN_SEX_LETTER = /^\.?[ /-](?<sex>[MF])(?=[ ,.;)]|$)/i;
const PERSON_NEXT = new RegExp(String.raw`^ ${PERSON}\b`, 'i');
const THEN_PERSON = new RegExp(String.raw`^\.? ${ADJECTIVES}${PERSON}\b`, 'i');

/** What stands before an age, or before a sex, when it is that of the employee. */
const PERSON_IS = new RegExp(
  String.raw`\b${PERSON},? (?:is|was|being) (?:now |currently |presently )?(?:${ARTICLE})?${ADJECTIVES}$`,
  'i',
);
const THIS_IS = new RegExp(
  String.raw`\b(?:this|case) (?:is|was|involves|concerns) ${ARTICLE}${ADJECTIVES}$`,
  'i',
);
const PERSON_OR_SEX = new RegExp(String.raw`\b(?:${PERSON}|${SEX_WORD})(?:,? \(?|'s )$`, 'i');
/** The employee is who a summary speaks of first. */
const OPENING = new RegExp(`^(?:${ARTICLE})?$`, 'i');
const ARTICLE_BEFORE = new RegExp(String.raw`\b${ARTICLE}${ADJECTIVES}$`, 'i');

/** What stands before the age or sex of someone else: "his 12 year old", "lifting an 80 year old", "hit by a". */
const OF_ANOTHER =
  /(?:\b(?:his|her|their|whose|another)|'s)(?: [a-z-]{1,20})? $|\b(?:(?:mother|father|parent|caregiver|caretaker|husband|wife) (?:of|to|for)|by|with|from|against|(?:husband|wife|spouse|mother|father|son|daughter|brother|sister|child) (?:is|was)|(?!(?:involving|regarding|concerning|being)\b)[a-z]{2,20}ing) (?:an?|the|two|his|her|another) (?:[a-z-]{1,20} )?$/i;

/** What has been read so far; each in the order of the text. */
interface Readings {
  readonly ages: Reading<number>[];
  readonly sexes: Reading<Sex>[];
}

/**
 * Reads age and sex from the clinical summary. What it does not state is left out: neither is concluded from pronouns
 * or titles (a "Ms." of the file may be an attorney), nor an age from a date of birth.
 */
export function readEmployee(summary: Quote): Employee {
  const readings: Readings = { ages: [], sexes: [] };
  for (const { start, word } of anchorsIn(summary.value)) {
    if (word.startsWith('age')) readAged(summary, start, readings);
    else if (word === 'old' || word.startsWith('y')) readYearsOld(summary, start + word.length, readings);
    else readSex(summary, start, word, readings);
    if (word === 'age') readYearsOld(summary, start + word.length, readings);
  }
  const ages = readings.ages.filter(({ value }) => value >= YOUNGEST && value <= OLDEST);
  const [age] = ages;
  const [sex] = readings.sexes;
  return {
    ...(age && { age }),
    ...(sex && { sex }),
    warnings: [
      ...(age ? [] : noAge(readings.ages)),
      ...disagreement('AGE_DISAGREES', ages),
      ...disagreement('SEX_DISAGREES', readings.sexes),
    ],
  };
}

/** Where an age or a sex may be told; the words in small letters. */
function* anchorsIn(text: string): Generator<{ start: number; word: string }> {
  for (const found of text.matchAll(ANCHOR_ENDS)) {
    const end = found.index + found[0].length;
    const word = ANCHOR.exec(text.slice(Math.max(0, end - LONGEST_ANCHOR - 1), end))?.[0].toLowerCase();
    if (word !== undefined) yield { start: end - word.length, word };
  }
}

function readYearsOld(summary: Quote, end: number, { ages, sexes }: Readings): void {
  const text = summary.value;
  const match = YEARS_OLD.exec(text.slice(Math.max(0, end - LONGEST_AGE), end));
  const words = match?.groups?.['age'];
  if (!match || words === undefined) return;
  const start = end - match[0].length;
  const before = text.slice(Math.max(0, start - BEFORE), start);
  const after = text.slice(end, end + AFTER);
  const sex = THEN_SEX.exec(after) ?? THEN_SEX_LETTER.exec(after);
  const isOpening = start < BEFORE && OPENING.test(before);
  const isEmployee =
    PERSON_IS.test(before) ||
    (!OF_ANOTHER.test(before) &&
      (sex !== null ||
        isOpening ||
        THIS_IS.test(before) ||
        THEN_PERSON.test(after) ||
        PERSON_OR_SEX.test(before)));
  if (!isEmployee) return;
  ages.push({ value: yearsOf(words), span: within(summary, start, start + words.length).span });
  const sexWord = sex?.groups?.['sex'];
  if (!sex || sexWord === undefined) return;
  const sexEnd = end + sex[0].length;
  sexes.push({ value: sexOf(sexWord), span: within(summary, sexEnd - sexWord.length, sexEnd).span });
}

/** "the patient, aged 52", "a female (age 41)", "The applicant's age is 52"; not "at age 52 he had surgery". */
function readAged(summary: Quote, start: number, { ages }: Readings): void {
  const text = summary.value;
  const match = AGED.exec(text.slice(start, start + LONGEST_AGE));
  const words = match?.groups?.['age'];
  if (!match || words === undefined) return;
  const before = text.slice(Math.max(0, start - BEFORE), start);
  const isLabel = /^age:/i.test(match[0]) && /(?:^|[.;,(] ?)$/.test(before);
  if (!isLabel && !PERSON_OR_SEX.test(before)) return;
  const end = start + match[0].length;
  ages.push({ value: Number(words), span: within(summary, end - words.length, end).span });
}

/** "the applicant is a right-handed male", "this male patient"; a sex that follows an age is read with it. */
function readSex(summary: Quote, start: number, word: string, { sexes }: Readings): void {
  const text = summary.value;
  const end = start + word.length;
  const { span } = within(summary, start, end);
  if (sexes.some((known) => known.span[0] === span[0])) return;
  const before = text.slice(Math.max(0, start - BEFORE), start);
  const after = text.slice(end, end + AFTER);
  const ofPerson = PERSON_NEXT.test(after) && ARTICLE_BEFORE.test(before);
  const isEmployee =
    PERSON_IS.test(before) || (!OF_ANOTHER.test(before) && (THIS_IS.test(before) || ofPerson));
  if (isEmployee) sexes.push({ value: sexOf(word), span });
}

function sexOf(word: string): Sex {
  return /^[fwl]/i.test(word) ? 'FEMALE' : 'MALE';
}

function noAge([first]: readonly Reading<number>[]): Warning[] {
  if (!first) return [];
  const message = `${first.value} years are no age of an employee.`;
  return [{ code: 'UNREADABLE_VALUE', message, span: first.span }];
}

function disagreement<T>(code: string, readings: readonly Reading<T>[]): Warning[] {
  const [stated] = readings;
  const other = readings.find(({ value }) => value !== stated?.value);
  if (!stated || !other) return [];
  const message = `The summary says ${String(stated.value)} and also ${String(other.value)}; the first is used.`;
  return [{ code, message, span: other.span }];
}
